"""Numbers of payment cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govpage.feedback.privacy.kinds import Found, Kind
from govpage.feedback.privacy.standards import has_check_digit

DIGITS = re.compile(
    r"(?<!\d)(?:(?<!\d\.)|(?<=\d{12}\.)|(?=\d{4}[ .-]))(?=[2-6]\d)(?=(?P<number>\d\d(?:[ .-]{0,3}\d\d){5,8}+\d?))"
)
"""Digits in pairs, together or apart; decimals are none, unless the number before the point is as long as a card's."""

SCHEMES = re.compile(
    r"(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|35\d{14}"
    r"|6(?:011|5\d\d|4[4-9]\d)\d{12}|62\d{14,17})"
)
"""How numbers of cards begin, and how long they are. Source: ISO/IEC 7812 and the schemes"""

FEWEST = 13

LABELLED = re.compile(
    r"(?<![a-z])(?:credit card|debit card|card number|mastercard|tarjeta(?: de credito| de debito)?)"
    r"(?:[ :#.=()-]|number|numero|num|was|no|is|es|mi|my){0,8}+(?P<number>\d(?:[ .-]?\d){12,18}+)(?!\d)",
    re.IGNORECASE,
)


def cards(text: str) -> Iterator[Found]:
    """Find numbers with a card's beginning, length and check digit, and what is said to be one."""
    yield from (Found(*match.span("number"), Kind.CARD) for match in LABELLED.finditer(text))
    for match in DIGITS.finditer(text):
        start, end = match.span("number")
        if length := _length_of_card(text[start : end + 1]):
            yield Found(start, start + length, Kind.CARD)


def _length_of_card(number: str) -> int:
    """Return how many characters are a card's number, or 0; other digits may follow it."""
    digits = ""
    for place, character in enumerate(number):
        digits += character if character.isdigit() else ""
        whole = not number[place + 1 : place + 2].isdigit()
        if whole and len(digits) >= FEWEST and SCHEMES.fullmatch(digits) and has_check_digit(digits):
            return place + 1
    return 0
