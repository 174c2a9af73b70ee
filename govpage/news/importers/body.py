"""The body of a release as plain, safe HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from django.utils.html import escape

from govpage.news.importers.archive import is_archive_heading
from govpage.news.importers.furniture import is_rule
from govpage.news.importers.lines import Line, fold
from govpage.news.importers.lists import Marker, Tree, list_html, marker_of
from govpage.news.importers.places import split_dateline

Lines = tuple[Line, ...]

_QUESTION = re.compile(r"(?:[QAPR]|Question|Answer|Pregunta|Respuesta)[.:] ")
_NOTHING = Line(0, 0, "")
_SENTENCE_MARKS = ".!,;:\u2026"


@dataclass(frozen=True, slots=True)
class Body:
    """Report the HTML, the place and the day of the dateline taken off it, and its last words."""

    html: str
    dateline: str
    day: date | None
    text: str
    last: str


@dataclass(slots=True)
class _Block:
    """Hold a paragraph, a heading or a tree of lists."""

    words: list[str] = field(default_factory=list)
    tree: Tree | None = None
    tag: str = "p"


def is_wrapped(lines: Lines) -> bool:
    """Tell whether the page is set in lines of a fixed width, as mail and old text pages are."""
    longest = max((len(line.text) for line in lines), default=0)
    pairs = [
        line for line, after in pairwise(lines) if len(line.text) >= 50 and after.text and not marker_of(after.text)
    ]
    return longest <= 100 and len(pairs) >= 3


def read_body(lines: Lines, headings: tuple[str, ...], *, wrapped: bool) -> Body:
    """Turn the lines of the body into HTML, without the dateline.

    Shape:   headings is what a table of contents on the page lists
    """
    blocks = _blocks(lines, wrapped=wrapped)
    place, day = _take_dateline(blocks)
    _mark_headings(blocks, {fold(heading) for heading in headings})
    kept = [block for block in blocks if block.tree or block.words]
    text = " ".join(" ".join(block.words) for block in kept)
    return Body("\n".join(map(_html, kept)), place, day, text, _last_words(lines))


def _blocks(lines: Lines, *, wrapped: bool) -> list[_Block]:
    builder = _Builder(wrapped)
    for line in lines:
        builder.add(line)
    return builder.blocks


@dataclass(slots=True)
class _Builder:
    """Put lines together into blocks."""

    wrapped: bool
    blocks: list[_Block] = field(default_factory=list)
    blank: bool = True
    before: Line = _NOTHING
    waiting: bool = False

    def add(self, line: Line) -> None:
        """Take the next line."""
        if not line.text or is_rule(line.text) or is_archive_heading(line.text):
            self.blank = True
            return
        marker = marker_of(line.text) or self._small(line)
        if marker and not (self.wrapped and marker.number > 1 and self._goes_on(line) and not self._tree()):
            self._item(marker, line)
        else:
            self._words(line)
        self.blank, self.before = False, line

    def _small(self, line: Line) -> Marker | None:
        """Take "o" before a small letter for a bullet where it cannot go on with the sentence above it."""
        above = self.before.text
        if line.text.startswith("o ") and (above[-1:] in tuple(";:.") or above.startswith("o ")):
            return Marker("o", 0, line.text[2:])
        return None

    def _item(self, marker: Marker, line: Line) -> None:
        tree = self._tree()
        if tree is None:
            tree = Tree()
            self.blocks.append(_Block(tree=tree))
        tree.add(marker, line.indent, apart=self.blank)
        self.waiting = not marker.text

    def _tree(self) -> Tree | None:
        return self.blocks[-1].tree if self.blocks else None

    def _words(self, line: Line) -> None:
        tree = self._tree()
        if tree and (self.waiting or (not self.blank and (line.indent > tree.open[-1].indent or self._goes_on(line)))):
            tree.go_on(line.text)
        elif tree and self.blank and line.indent >= tree.open[0].indent + 2:
            tree.add_paragraph(line.text, line.indent)
        elif self._goes_on(line) and not tree:
            self.blocks[-1].words.append(line.text)
        else:
            self.blocks.append(_Block(words=[line.text]))
        self.waiting = False

    def _goes_on(self, line: Line) -> bool:
        """Tell whether the line goes on with the sentence of the line above it."""
        if self.blank or not self.blocks:
            return False
        return (self.wrapped and len(self.before.text) >= 45) or (
            line.text[0].islower() and self.before.text[-1] not in _SENTENCE_MARKS
        )


def _take_dateline(blocks: list[_Block]) -> tuple[str, date | None]:
    first = next((block for block in blocks if not block.tree), None)
    found = split_dateline(" ".join(first.words)) if first and first in blocks[:2] else None
    if first is None or found is None:
        return "", None
    first.words = [found.text] if found.text else []
    return found.place, found.day


def _mark_headings(blocks: list[_Block], listed: set[str]) -> None:
    """Mark the paragraphs that are headings; one right under another is a level lower."""
    for at, block in enumerate(blocks[:-1]):
        if not _is_heading(block, listed):
            continue
        under = at > 0 and blocks[at - 1].tag == "h2" and not listed
        other = bool(listed) and fold(block.words[0]) not in listed
        block.tag = "h3" if under or other else "h2"


def _is_heading(block: _Block, listed: set[str]) -> bool:
    if block.tree or len(block.words) != 1:
        return False
    text = block.words[0]
    if fold(text) in listed:
        return True
    quoted = _QUESTION.match(text) or text[0] in "\"'\u201c\u2018(\u2014\u2013-"
    plain = len(text) <= 100 and len(text.split()) <= 14 and text[-1] not in _SENTENCE_MARKS + ')\u201d"'
    return plain and not quoted and not text[0].islower() and any(character.isalpha() for character in text)


def _html(block: _Block) -> str:
    if block.tree:
        return "\n".join(map(list_html, block.tree.roots))
    return f"<{block.tag}>{escape(' '.join(block.words))}</{block.tag}>"


def _last_words(lines: Lines) -> str:
    texts: Iterator[str] = (line.text for line in reversed(lines) if line.text and not is_rule(line.text))
    return next(texts, "")
