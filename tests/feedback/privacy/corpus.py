"""Comments whose personal information is marked, and how much of it the redaction finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govpage.feedback.privacy import redact
from govpage.feedback.privacy.folding import fold
from govpage.feedback.privacy.kinds import Kind
from govpage.feedback.privacy.redaction import found_in

FILE = Path(__file__).with_name("corpus.txt")
PARTS = ("held-out", "tuned")
"""The one was written without sight of the patterns, and none was changed for it; the other they were made for."""

TAG = re.compile(r"<(/?)(" + "|".join(Kind) + r")>")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Span:
    """A place of a comment that holds something personal."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A comment, and what is personal in it."""

    part: str
    language: str
    text: str
    planted: tuple[Span, ...]

    def found(self) -> tuple[Span, ...]:
        """Return what the redaction finds."""
        folded = fold(self.text)
        return tuple(Span(*folded.original(f.start, f.end), f.kind.value) for f in found_in(folded.text))


@dataclass(frozen=True, slots=True)
class Score:
    """How well a kind is found: counts of what was planted and of what was found."""

    planted: int = 0
    recalled: int = 0
    """Of what was planted: found whole, under its own name."""

    gone: int = 0
    """Of what was planted: no longer in the text, under whatever name."""

    found: int = 0
    right: int = 0
    """Of what was found: planted under that name."""

    def __add__(self, other: Score) -> Score:
        return Score(
            self.planted + other.planted,
            self.recalled + other.recalled,
            self.gone + other.gone,
            self.found + other.found,
            self.right + other.right,
        )


def samples(file: Path = FILE) -> Iterator[Sample]:
    """Read the corpus."""
    part = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif line and not line.startswith("#"):
            yield sample(part, line[:2], line[3:])


def sample(part: str, language: str, marked: str) -> Sample:
    """Return a comment without its marks."""
    text, planted, start = "", [], 0
    pieces = TAG.split(ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), marked))
    for words, closing, kind in zip(pieces[::3], [*pieces[1::3], ""], [*pieces[2::3], ""], strict=True):
        text += words
        if closing:
            planted.append(Span(start, len(text), kind))
        start = len(text)
    return Sample(part, language, text, tuple(planted))


def scores(comments: Iterable[Sample]) -> dict[str, Score]:
    """Return the score of every kind."""
    result = {kind.value: Score() for kind in Kind if kind is not Kind.UNSETTLED}
    for comment in comments:
        for kind, score in _scored(comment):
            result[kind] += score
    return result


def _scored(comment: Sample) -> Iterator[tuple[str, Score]]:
    found, left = comment.found(), redact(comment.text).text
    for place in comment.planted:
        recalled = any(f.kind == place.kind and f.start <= place.start and place.end <= f.end for f in found)
        yield place.kind, Score(1, recalled, comment.text[place.start : place.end] not in left)
    for f in found:
        right = any(f.kind == p.kind and f.start < p.end and p.start < f.end for p in comment.planted)
        yield f.kind, Score(found=1, right=right)
