"""The headings of a piece of HTML, and ids for them that are the same every time: what in-page links lead to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import accumulate

from django.utils.safestring import SafeData, SafeString
from django.utils.text import slugify

LEVELS = {f"h{level}": level for level in range(2, 7)}
"""Tags of the headings below a page's title."""

MAX_ID = 60
"""Characters of an id that come from the text of its heading."""

NO_WORDS = "section"
"""The id of a heading that has no letters or digits."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as a link to it needs it."""

    level: int
    text: str
    id: str


def headings_of(html: str) -> tuple[Heading, ...]:
    """Return the headings below the page's title, with the ids that ``with_heading_ids`` gives them.

    Shape: h2 to h6, in their order; one without text is left out
    """
    return tuple(heading for _place, heading in _read(html) if heading.text)


def with_heading_ids(html: str) -> str:
    """Return the HTML with an id in every heading below the page's title; an id that is there stays.

    Shape: what is marked as safe is so afterwards; the time is linear in the length of the HTML
    """
    done, parts = 0, []
    for place, heading in _read(html):
        if place is not None:
            parts += [html[done:place], f' id="{escape(heading.id)}"']
            done = place
    result = "".join([*parts, html[done:]])
    return SafeString(result) if isinstance(html, SafeData) else result


def _read(html: str) -> list[tuple[int | None, Heading]]:
    """Return each heading and where its id belongs; None for one that has its id."""
    reader = _Reader(html)
    taken, next_number = set(reader.ids), Counter[str]()
    found: list[tuple[int | None, Heading]] = []
    for heading in reader.found:
        text = " ".join("".join(heading.text).split())
        name = heading.id or _free(_slug(text), taken, next_number)
        found.append((None if heading.id else heading.place, Heading(heading.level, text, name)))
    return found


def _slug(text: str) -> str:
    slug = slugify(text, allow_unicode=True)[:MAX_ID].strip("-_") or NO_WORDS
    # These are the ids of the page around it.
    return f"{NO_WORDS}-{slug}" if slug == "main-content" or slug.startswith("gov-") else slug


def _free(slug: str, taken: set[str], next_number: Counter[str]) -> str:
    """Return the slug, numbered if it is taken; the numbers go on where the last one of that slug ended."""
    name = slug
    while name in taken:
        next_number[slug] += 1
        name = f"{slug}-{next_number[slug] + 1}"
    taken.add(name)
    return name


@dataclass(slots=True)
class _Open:
    level: int
    place: int
    id: str
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the headings and all ids of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[_Open] = []
        self.ids: list[str] = []
        self._current: _Open | None = None
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(reversed(attrs)).get("id") or ""
        if name:
            self.ids.append(name)
        if tag in LEVELS:
            line, column = self.getpos()
            self._current = _Open(LEVELS[tag], self._lines[line - 1] + column + 1 + len(tag), name)
            self.found.append(self._current)
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in LEVELS:
            self._current = None

    def handle_data(self, data: str) -> None:
        if self._current:
            self._current.text.append(data)
