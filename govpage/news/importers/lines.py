"""The lines of a capture, cleaned, and what a single line looks like."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from govpage.news.importers.draft import CaptureError

MAX_LINES = 20_000
"""The most lines read; a release of a hundred pages has a third of it."""

MAX_LINE = 50_000
"""The longest line read, in characters; the longest paragraph of a release has a tenth of it."""

MAX_MARKS = 16
"""The most accents read on one letter; sorting them takes time that grows with their square."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_CLEAN = {
    **dict.fromkeys([*range(9), *range(14, 32), 127]),
    **dict.fromkeys(map(ord, _UNSEEN)),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n"),
}
_GAP = re.compile(r"\t+| {3,}")
_QUOTES = {
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "-",
    "\u2015": "-",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Keep one line of the capture and where it stood.

    Units:   number from 1; indent in columns, a tab being two
    """

    number: int
    indent: int
    text: str
    parts: tuple[str, ...] = ()
    """The columns of a line that is set in columns, three blanks or a tab apart."""


def _base(code: int) -> str:
    first = unicodedata.normalize("NFD", chr(code))[0].lower()
    return first if len(first) == 1 else chr(code)


_FOLD = {code: _base(code) for code in (*range(0x41, 0x5B), *range(0xC0, 0x250))} | {
    ord(k): v for k, v in _QUOTES.items()
}


def fold(text: str) -> str:
    """Give the text as rules compare it: small letters, no accents, straight quotes, same length."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def phrases(text: str) -> frozenset[str]:
    """Make a vocabulary of phrases that are written with a bar between them."""
    return frozenset(squeeze(phrase) for phrase in text.split("|")) - {""}


def squeeze(text: str) -> str:
    """Make every run of blanks one space."""
    return " ".join(text.split())


def clean_lines(text: str) -> tuple[Line, ...]:
    """Split the text into lines, composed and without characters nobody sees.

    Raises:  CaptureError if there are too many lines, or one is too long to be a paragraph
    """
    _refuse_piled_marks(text)
    rows = unicodedata.normalize("NFC", text).translate(_CLEAN).split("\n")
    if len(rows) > MAX_LINES:
        raise CaptureError(f"too many lines: {len(rows):,}, and at most {MAX_LINES:,} are read")
    lines = tuple(_line(number, row) for number, row in enumerate(rows, 1))
    longest = max(lines, key=lambda line: len(line.text))
    if len(longest.text) > MAX_LINE:
        raise CaptureError(f"unknown layout: line {longest.number} alone has {len(longest.text):,} characters")
    return lines


def _refuse_piled_marks(text: str) -> None:
    if text.isascii():
        return
    run = 0
    for character in text:
        run = run + 1 if character > "\u02ff" and unicodedata.combining(character) else 0
        if run > MAX_MARKS:
            raise CaptureError(f"unknown layout: more than {MAX_MARKS} accents on one letter")


def _line(number: int, row: str) -> Line:
    text = row.strip()
    blanks = row[: len(row) - len(row.lstrip())]
    columns = "   " in text or "\t" in text
    parts = tuple(squeeze(part) for part in _GAP.split(text)) if columns else ()
    return Line(number, len(blanks) + blanks.count("\t"), squeeze(text), parts)


SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u2019\u201d\u00bb)\]]{0,3}$")
CLOSED = re.compile(r"[.!?\u2026;:][\"'\u2019\u201d\u00bb)\]]{0,3}$|[\"\u201d\u00bb)\]]$")


def is_sentence(text: str) -> bool:
    """Tell whether the line ends as a sentence and is more than an abbreviation."""
    return bool(SENTENCE_END.search(text[-8:])) and text.count(" ") >= 3


def next_text(lines: tuple[Line, ...], at: int) -> int:
    """Find the next line with text, from the given one on; the number of lines if there is none."""
    while at < len(lines) and not lines[at].text:
        at += 1
    return at
