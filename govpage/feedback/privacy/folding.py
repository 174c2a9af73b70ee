"""A text as a reader sees it, in plain characters, with the way back to the characters that were written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that show nothing: the Hangul fillers and the Braille pattern without dots."""

PLAIN = str.maketrans(
    {
        "\t": " ",
        "\r": "\n",
        "\v": "\n",
        "\f": "\n",
        "\u2212": "-",
        "\u2043": "-",
        "\u30fc": "-",
        "\u00b7": ".",
        "\u2022": ".",
        "\u2219": ".",
        "\u22c5": ".",
        "\u30fb": ".",
        "\u3002": ".",
        "\u2019": "'",
        **dict.fromkeys(BLANKS, ""),
    }
)


LONG = re.compile(r"(?<![^\W\d_])[^\W\d_]{257,}+|(?<!\d)\d{257,}+")
"""Letters, or digits, in a row: more than any name, number or part of an address has."""

SHOWN = 128
"""Characters at both ends of a long word that are looked at."""


class Folded(NamedTuple):
    """A text in plain characters, and where each of them was written."""

    text: str
    places: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the written text that a part of the plain one stands for; the part is not empty."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Return the text without accents and what cannot be seen, with plain digits, hyphens, dots and spaces."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return _shortened(Folded(text, range(len(text))))
    pieces = [_folded(character) for character in text]
    places = [place for place, piece in enumerate(pieces) for _character in piece]
    return _shortened(Folded("".join(pieces), places))


def _shortened(folded: Folded) -> Folded:
    """Return the text without the middle of what is longer than all that is looked for."""
    text, places = folded
    kept = 0
    words: list[str] = []
    numbers: list[int] = []
    for match in LONG.finditer(text):
        part = slice(kept, match.start() + SHOWN)
        words.append(text[part])
        numbers.extend(places[part])
        kept = match.end() - SHOWN
    if not kept:
        return folded
    return Folded("".join([*words, text[kept:]]), [*numbers, *places[kept:]])


@lru_cache(4096)
def _folded(character: str) -> str:
    return "".join(map(_plain, unicodedata.normalize("NFKD", character.translate(PLAIN))))


def _plain(character: str) -> str:
    if character in "\n ":
        return character
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd":
        return "-"
    if category[0] == "Z":
        return " " if category == "Zs" else "\n"
    # Cc control, Cf format (zero width, direction), Cs lone surrogate, Co private, Cn not assigned; M marks
    return "" if category[0] in "CM" else character
