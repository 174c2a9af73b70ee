"""Checks of headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from govpage.news.content.body import HEADINGS, MAX_BODY
from govpage.news.content.finding import Fault, fault
from govpage.news.content.subject import Subject

HEADING_LENGTH = 80
"""Characters of a bold paragraph that may be meant as a heading."""

ITEM = re.compile(r"(?:[-–—*]\s|[•·▪◦‣]|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
"""What an item of a typed list begins with."""


def text_too_long(subject: Subject) -> Iterator[Fault]:
    """Source: ours; the checks read no further, and say so."""
    if len(subject.content.body) > MAX_BODY:
        message = _("The text has more than %(most)d characters; only those were checked. Divide the text.")
        yield Fault(message % {"most": MAX_BODY})


def markup_left_out(subject: Subject) -> Iterator[Fault]:
    """Source: ours; what is taken out of a text is said."""
    if subject.content.left_out:
        message = _("Of “%(quote)s” only the words are kept; write it with headings of level 2 and 3, lists and links.")
        yield fault(message, ", ".join(subject.content.left_out))


def heading_skipped(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.3.1; technique G141"""
    above = 1
    for block in subject.body.blocks:
        if block.tag not in HEADINGS:
            continue
        level = int(block.tag[1])
        if level > above + 1:
            message = _("“%(quote)s” is a heading of level %(level)d; make it one of level %(legal)d.")
            yield fault(message, block.text, level=level, legal=above + 1)
        above = level


def heading_as_bold(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.3.1; failure F2"""
    for block in subject.body.blocks:
        short = block.tag == "p" and len(block.text) <= HEADING_LENGTH
        if short and block.strong and not block.text.endswith((".", "!", "?")):
            yield fault(_("“%(quote)s” is bold text that looks like a heading; make it a heading."), block.text)


def list_as_text(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.3.1; technique H48"""
    blocks = subject.body.blocks
    # What is no paragraph stands between two lists as an empty line does.
    lines = (line for block in blocks for line in (block.lines if block.tag in ("p", "") else ("",)))
    for typed, group in groupby(lines, key=lambda line: bool(ITEM.match(line))):
        items = list(group)
        if typed and len(items) > 1:
            message = _("%(count)d lines from “%(quote)s” on are typed as a list; make them a list.")
            yield fault(message, items[0], count=len(items))


def table_without_headers(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.3.1; technique H51"""
    for table in subject.body.tables:
        if not table.headed:
            yield fault(_("The table “%(quote)s” has no header cells; mark its first row or column up."), table.text)
