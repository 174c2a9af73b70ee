"""What is left in a text: the agency's own numbers and addresses, and what only looks like a person's number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govpage.feedback.privacy.folding import fold

PUBLIC = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{1,500}+"
    r"|isbn(?:-1[03])?[: ]{0,2}[\dx -]{9,20}+"
    r"|(?<![\d-])97[89]-\d{1,5}-\d{1,7}-\d{1,7}-\d(?![\d-])"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,63}+\.){1,5}(?:gov|mil|com|org|net|edu)/[^\s<>\"]{1,500}+"
    r"|(?<![a-z0-9])[a-z]{2,12}-\d{4}-\d{4}-\d{1,6}(?!\d)",
    re.IGNORECASE,
)
"""Addresses of pages, ISBN, by their name or by five groups behind 978 or 979, and numbers of dockets."""

FEWEST = 7
"""Digits of an own number: shorter ones are never removed, and could be a part of another."""

WITH_AREA = 10
"""Digits of a number with its area; a shorter one is the agency's own only without another area before it."""

NO_COUNTRY = r"(?<!\+\d )(?<!\+\d\d )(?<!\+\d\d\d )"
NO_AREA = r"(?<!\d[ .)/])(?<!\d\) )"


def public_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of what is public; only what is sure is removed from there."""
    yield from (match.span() for match in PUBLIC.finditer(text))


def own_numbers(text: str, numbers: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Give the places of the agency's own numbers and addresses, however they are written."""
    yield from (match.span() for pattern in _patterns(numbers) for match in pattern.finditer(text))


@lru_cache(8)
def _patterns(numbers: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(pattern for number in numbers if (pattern := _pattern(fold(number).text.strip())))


def _pattern(number: str) -> re.Pattern[str] | None:
    if "@" in number:
        return re.compile(rf"(?<![\w.!$%+^{{}}~-]){re.escape(number)}(?![\w-])(?!\.\w)", re.IGNORECASE)
    digits = "".join(filter(str.isdigit, number))
    digits = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
    if len(digits) < FEWEST:
        return None
    between = r"[ .()/-]{0,3}"
    ahead = NO_COUNTRY if len(digits) >= WITH_AREA else NO_AREA
    return re.compile(rf"(?<!\d)(?<!\d-){ahead}\+?(?:1{between})?\(?{between.join(digits)}(?!\d)(?!-\d)")
