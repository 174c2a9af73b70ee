"""Checks of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from govpage.news.content.body import Anchor
from govpage.news.content.finding import Fault, fault
from govpage.news.content.subject import Subject
from govpage.news.text import folded

VAGUE = frozenset(
    {
        *("click here", "click", "here", "read more", "more", "this link", "link", "learn more", "this", "this page"),
        *("more information", "more info", "see more", "find out more", "go", "download", "details", "continue"),
        *("haga clic aqui", "haz clic aqui", "clic aqui", "pulse aqui", "aqui", "mas", "mas informacion", "leer mas"),
        *("lea mas", "ver mas", "este enlace", "enlace", "conozca mas", "esta pagina", "descargar", "detalles"),
    }
)
"""Link texts that say nothing alone, small and without accents, English and Spanish."""

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)

FILES = {
    **{name: (name,) for name in ("pdf", "zip", "csv", "txt", "rtf", "epub", "mp3", "mp4", "mov", "odt", "ods", "odp")},
    **dict.fromkeys(("doc", "docx"), ("doc", "word")),
    **dict.fromkeys(("xls", "xlsx"), ("xls", "excel")),
    **dict.fromkeys(("ppt", "pptx"), ("ppt", "powerpoint")),
}
"""What the text of a link to a file may call its type, by the ending of its address."""

SIZE = re.compile(r"\d\s?(?:bytes|[kmg]i?b)\b", re.IGNORECASE)


def _bare(text: str) -> str:
    return folded(text).strip(" .,:;!?»›>→…[]()")


def link_empty(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 2.4.4; failure F89"""
    for link in subject.body.links:
        if not link.text:
            yield fault(_("The link to “%(quote)s” has no text; say where it leads, or take it out."), link.href)
        elif not link.href:
            yield fault(_("The link “%(quote)s” has no address; give it one, or take it out."), link.text)


def link_vague(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 2.4.4 and 2.4.9; failure F84"""
    for link in subject.body.links:
        if _bare(link.text) in VAGUE:
            yield fault(_("The link text “%(quote)s” says nothing alone; say what the link leads to."), link.text)


def link_ambiguous(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 2.4.9; SC 3.2.4"""
    first: dict[str, str] = {}
    told = set(VAGUE)
    for link in subject.body.links:
        text = _bare(link.text)
        if text and text not in told and first.setdefault(text, link.href) != link.href:
            told.add(text)
            yield fault(_("“%(quote)s” links to different addresses; give each a text of its own."), link.text)


def link_address(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 2.4.4; plain language: links are words"""
    for link in subject.body.links:
        if ADDRESS.fullmatch(link.text):
            yield fault(_("“%(quote)s” is an address; let the link text name the page instead."), link.text)


def link_file(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 2.4.4; advice of USWDS on links to files"""
    for link in subject.body.links:
        names = FILES.get(_ending(link), ())
        if names and not (any(name in link.text.lower() for name in names) and SIZE.search(link.text)):
            message = _("“%(quote)s” links to a file; add its type and size, such as “(PDF, 1.2 MB)”.")
            yield fault(message, link.text)


def _ending(link: Anchor) -> str:
    _scheme, _colons, rest = link.href.rpartition("://")
    _host, _slash, path = re.split(r"[?#]", rest, maxsplit=1)[0].partition("/")
    return PurePosixPath(path or ("" if _colons else rest)).suffix[1:].lower()


def link_broken(subject: Subject) -> Iterator[Fault]:
    """Source: plain language and records practice: a link leads somewhere"""
    for path, href in dict(subject.content.paths()).items():
        if not subject.exists(path):
            yield fault(_("Nothing is at “%(quote)s” on this site; correct the link, or take it out."), href)
