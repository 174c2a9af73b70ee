"""Checks of what stands beside the text: title, description, image and embargo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from django.utils.translation import gettext as _

from govpage.news.content.finding import Fault, fault
from govpage.news.content.subject import Subject
from govpage.news.text import folded

TITLE_LENGTHS = (20, 60)
DESCRIPTION_LENGTHS = (50, 160)
"""Characters, from and to."""

ALT_LENGTH = 150
"""Characters of an alternative text at most."""

FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg)|(?:img|dsc|dscn|dcim|pxl|image|photo|screenshot)[ _-]?\d+",
    re.IGNORECASE,
)

IMAGE_OF = re.compile(
    r"(?:an? |una? )?(?:image|picture|photo|photograph|graphic) of\b|(?:una? )?(?:imagen|foto|fotografia|grafico) de\b"
)
"""How an alternative text begins that says it is one, small and without accents."""


def _length(text: str, lengths: tuple[int, int]) -> Iterator[Fault]:
    least, most = lengths
    if not least <= len(text.strip()) <= most:
        message = _("“%(quote)s” has %(count)d characters; write %(least)d to %(most)d.")
        yield fault(message, text, count=len(text.strip()), least=least, most=most)


def title_length(subject: Subject) -> Iterator[Fault]:
    """Source: Federal website standards, page title; WCAG 2.2 SC 2.4.2"""
    yield from _length(subject.content.title, TITLE_LENGTHS)


def description_length(subject: Subject) -> Iterator[Fault]:
    """Source: Federal website standards, meta page description"""
    if subject.content.description.strip():
        yield from _length(subject.content.description, DESCRIPTION_LENGTHS)


def description_empty(subject: Subject) -> Iterator[Fault]:
    """Source: Federal website standards, meta page description"""
    if not subject.content.description.strip():
        yield Fault(_("Search engines show the beginning of the text; describe the release in a sentence instead."))


def image_alt_missing(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.1.1; failure F65"""
    content = subject.content
    if content.image and not content.image_alt.strip() and not content.image_decorative:
        message = _("The image “%(quote)s” has no alternative text; say what it shows, or mark it as decorative.")
        yield fault(message, content.image)


def image_alt_file_name(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.1.1; failure F30"""
    alt = subject.content.image_alt.strip()
    name = PurePath(subject.content.image)
    if alt and (FILE_NAME.fullmatch(alt) or alt in (name.name, name.stem)):
        yield fault(_("The alternative text “%(quote)s” is the name of a file; say what the image shows."), alt)


def image_alt_begins(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.1.1; technique G94"""
    alt = subject.content.image_alt.strip()
    if IMAGE_OF.match(folded(alt)):
        yield fault(_("“%(quote)s” says that it is an image, which is known; begin with what it shows."), alt)


def image_alt_long(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.1.1; technique G94 asks for a short text, and G73 puts a long one in the page"""
    alt = subject.content.image_alt.strip()
    if len(alt) > ALT_LENGTH:
        message = _("“%(quote)s” has %(count)d characters; write at most %(most)d, and put the rest in the text.")
        yield fault(message, alt, count=len(alt), most=ALT_LENGTH)


def image_alt_decorative(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 1.1.1; technique H67"""
    content = subject.content
    if content.image_decorative and content.image_alt.strip():
        message = _("A decorative image has no text: take “%(quote)s” out, or do not mark it as decorative.")
        yield fault(message, content.image_alt)


def embargo_undated(subject: Subject) -> Iterator[Fault]:
    """Source: practice of press offices"""
    if subject.content.embargoed and subject.content.publish_at is None:
        yield Fault(_("The release is under embargo without a moment; say when it is published."))


def embargo_past(subject: Subject) -> Iterator[Fault]:
    """Source: practice of press offices"""
    content = subject.content
    if content.embargoed and content.embargo_new and content.publish_at and content.publish_at <= subject.now:
        message = _("The embargo ended at %(quote)s, before it was set; choose a later moment, or lift the embargo.")
        yield fault(message, f"{content.publish_at:%Y-%m-%d %H:%M %Z}")
