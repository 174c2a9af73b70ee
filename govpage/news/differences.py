"""What differs between two revisions, side by side, in bounded time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from govpage.news.text import plain_text

MOST_COMPARED = 250_000
"""Pairs that two sequences are compared in at most; longer ones differ as a whole where they are not the same."""

BLOCK_END = re.compile(r"</(?:p|h[2-6]|li|blockquote|dt|dd)>|<br>")

HTML_FIELDS = ("body", "boilerplate")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are the same on both sides, or on one side only.

    Shape: mark is "", "del" on the left or "ins" on the right
    """

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A block on the left and what stands beside it on the right; either may be empty."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether the sides differ."""
        return any(piece.mark for piece in (*self.left, *self.right))


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """The blocks of a field, where it is not the same in both."""

    name: str
    rows: tuple[Row, ...]


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[FieldDifference, ...]:
    """Return the fields that differ between two snapshots, in the order of the newer one."""
    names = dict.fromkeys((*new, *old))
    changed = (name for name in names if old.get(name) != new.get(name))
    return tuple(
        FieldDifference(name, tuple(rows(blocks(name, old.get(name)), blocks(name, new.get(name))))) for name in changed
    )


def blocks(name: str, value: Any) -> list[str]:
    """Return what a field of a snapshot says as blocks of text."""
    if value is None or value == "":
        return []
    if isinstance(value, list):
        return [_line(each) for each in value]
    if name in HTML_FIELDS:
        return [text for part in BLOCK_END.split(value) if (text := plain_text(part))]
    return str(value).splitlines()


def _line(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {text}" for key, text in value.items())
    return value if isinstance(value, str) else json.dumps(value)


def rows(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """Give the blocks of both sides, the same ones beside each other."""
    for same, before, after in _runs(old, new):
        if same:
            yield from (Row((Piece(text),), (Piece(text),)) for text in before)
        else:
            yield from (_row(left, right) for left, right in zip_longest(before, after, fillvalue=""))


def _row(left: str, right: str) -> Row:
    if not left or not right:
        return Row(_pieces(left, "del"), _pieces(right, "ins"))
    lefts: list[Piece] = []
    rights: list[Piece] = []
    for same, before, after in _runs(left.split(), right.split()):
        lefts += _pieces(" ".join(before), "" if same else "del")
        rights += _pieces(" ".join(after), "" if same else "ins")
    return Row(tuple(lefts), tuple(rights))


def _pieces(text: str, mark: str) -> tuple[Piece, ...]:
    return (Piece(text, mark),) if text else ()


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Give the parts that are the same and those that are not, in order."""
    if len(old) * len(new) > MOST_COMPARED:
        yield from _whole(old, new)
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag == "equal", old[i:j], new[k:m]


def _whole(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Give the same beginning, the same end and all between as one change."""
    begin = _same(old, new)
    end = _same(old[begin:][::-1], new[begin:][::-1])
    yield True, old[:begin], new[:begin]
    yield False, old[begin : len(old) - end], new[begin : len(new) - end]
    yield True, old[len(old) - end :], new[len(new) - end :]


def _same(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many of the first are the same."""
    return next(
        (number for number, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
