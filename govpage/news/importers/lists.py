"""Bullets and numbers: what starts an item, and how items nest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.utils.html import escape

MAX_DEPTH = 6
"""The deepest list made; what is indented further stays at this depth."""

_BULLET = re.compile(
    "([\u2022\u25e6\u25aa\u25ab\u2023\u25cf\u25cb\u25a0\u25a1\u25c6\u25c7"
    "\u2043\u2219\u00b7\u27a2\u2756\u2713\u2714\uf0b7\uf0a7\u00a7*+-]"
    '|o(?= [A-Z\u00c0-\u00dd\\d\u201c"])|\u2013)(?: |$)'
)
_NUMBER = re.compile(r"(?:(\d{1,3}|[a-z])[.)]|\((\d{1,2}|[a-z])\))(?: |$)")


@dataclass(frozen=True, slots=True)
class Marker:
    """Split an item into its sign and its text; number is 0 for a bullet."""

    sign: str
    number: int
    text: str

    @property
    def tag(self) -> str:
        """The HTML element of the list that the item belongs to."""
        return "ol" if self.number else "ul"


def marker_of(text: str) -> Marker | None:
    """Find the bullet or number at the start of a line."""
    bullet = _BULLET.match(text)
    if bullet:
        return Marker(bullet[1], 0, text[bullet.end() :].strip())
    number = _NUMBER.match(text)
    if number is None:
        return None
    sign = number[1] or number[2]
    value = int(sign) if sign.isdigit() else ord(sign) - ord("a") + 1
    return Marker("1" if sign.isdigit() else "a", value, text[number.end() :].strip()) if value else None


@dataclass(slots=True)
class Item:
    """Hold an item: its paragraphs, each in pieces, and the lists between them."""

    parts: list[list[str] | List]


@dataclass(slots=True)
class List:
    """Hold a list while it is read."""

    tag: str
    sign: str
    indent: int
    start: int
    items: list[Item] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the last item of a numbered list."""
        return self.start + len(self.items) - 1


@dataclass(slots=True)
class Tree:
    """Grow nested lists item by item."""

    roots: list[List] = field(default_factory=list)
    open: list[List] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """The pieces of the paragraph read last."""

    def add(self, marker: Marker, indent: int, *, apart: bool) -> None:
        """Add an item; apart tells whether a blank line stands before it."""
        self._close(marker, indent)
        top = self.open[-1] if self.open else None
        if top is None:
            self._start(marker, indent)
        elif self._is_deeper(marker, indent, top, apart):
            self._nest(marker, indent)
        elif top.tag != marker.tag or (marker.number and marker.number <= top.last and marker.number == 1):
            self.open.pop()
            self._start(marker, indent)
        self.words = [marker.text]
        self.open[-1].items.append(Item([self.words]))

    def _close(self, marker: Marker, indent: int) -> None:
        """Close the lists that the item stands outside of; the outermost takes any dedent."""
        while len(self.open) > 1 and (indent < self.open[-1].indent or self._is_back(marker, indent)):
            if self._carries_on(marker, self.open[-1]) and self.open[-1].indent - indent == 1:
                return
            self.open.pop()
        if len(self.open) == 1:
            self.open[0].indent = min(self.open[0].indent, indent)

    def _is_back(self, marker: Marker, indent: int) -> bool:
        """Tell whether a sign of an outer list at the same indent comes back."""
        signs = [each.sign for each in self.open if each.indent == indent]
        return marker.sign in signs[:-1] and signs[-1] != marker.sign

    def _is_deeper(self, marker: Marker, indent: int, top: List, apart: bool) -> bool:
        if indent > top.indent:
            return not (indent - top.indent == 1 and self._carries_on(marker, top))
        return not apart and marker.sign != top.sign and marker.number in (0, 1)

    def _carries_on(self, marker: Marker, top: List) -> bool:
        return marker.number > 0 and top.tag == "ol" and marker.number == top.last + 1

    def _nest(self, marker: Marker, indent: int) -> None:
        if len(self.open) < MAX_DEPTH:
            self._start(marker, indent)

    def _start(self, marker: Marker, indent: int) -> None:
        made = List(marker.tag, marker.sign, indent, marker.number or 1)
        if self.open:
            self.open[-1].items[-1].parts.append(made)
        else:
            self.roots.append(made)
        self.open.append(made)

    def go_on(self, text: str) -> None:
        """Add words to the last item, which goes on over more than one line."""
        self.words.append(text)

    def add_paragraph(self, text: str, indent: int) -> None:
        """Add a paragraph to the item that it is indented under."""
        while len(self.open) > 1 and indent <= self.open[-1].indent:
            self.open.pop()
        self.words = [text]
        self.open[-1].items[-1].parts.append(self.words)


def list_html(made: List) -> str:
    """Write a list; a list of numbers that does not start at 1 says so."""
    start = f' start="{made.start}"' if made.tag == "ol" and made.start != 1 else ""
    return f"<{made.tag}{start}>{''.join(map(_item_html, made.items))}</{made.tag}>"


def _item_html(item: Item) -> str:
    first, *more = map(_part_html, item.parts)
    return f"<li>{first.removeprefix('<p>').removesuffix('</p>')}{''.join(more)}</li>"


def _part_html(part: list[str] | List) -> str:
    return list_html(part) if isinstance(part, List) else f"<p>{escape(' '.join(part).strip())}</p>"
