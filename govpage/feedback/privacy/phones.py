"""Telephone numbers: of the United States, of other countries, and what is said to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govpage.feedback.privacy.bounds import BEGINNING, ENDING, is_within
from govpage.feedback.privacy.impersonal import is_counted
from govpage.feedback.privacy.kinds import Found, Kind
from govpage.feedback.privacy.standards import is_phone

EXTENSION = r"(?:[ ,;]{0,2}(?:extension|ext\.?|x|anexo)[ .:]{0,2}\d{1,6})?"
WITH_EXTENSION = re.compile(EXTENSION, re.IGNORECASE)
AMERICAN = re.compile(
    r"(?<![\d$€£+])(?:(?<!\d\.)|(?<=\d{3}[ .-]\d{4}\.)|(?=(?:\+?1[ -]?)?\(?\d{3}[ )/-]))\+?(?:1[ .-]{0,2})?"
    r"(?:\((?P<area>\d{3})\)[ .-]{0,2}|(?P<plain_area>\d{3})(?P<after_area>[ ]?[.\-/ ][ ]?))"
    rf"(?P<exchange>\d{{3}})(?P<before_line>[ ]?[.\-/ ][ ]?|)(?P<line>\d\d[ .-]?\d\d)(?!\d){EXTENSION}",
    re.IGNORECASE,
)
BARE = re.compile(rf"{BEGINNING}(?<!#)(?<!\w=)1?(?P<number>(?:555\d|[2-9]\d\d[2-9])\d{{6}})(?!\w){ENDING}")
INTERNATIONAL = re.compile(
    r"(?<![\d+])(?:\+[ ]?|(?<![\w$/-])(?<!\d[.,])(?:00|011[ -]))(?P<number>[1-9][\d .()/-]{6,24}+)"
)
TRUNK = re.compile(
    r"(?<![\w$/+-])(?<!\d )(?:(?<!\d[.,])|(?<=\d{3}[ -]\d{3}[.,])|(?<=\d{3}[ -]\d{4}[.,]))"
    r"\(?0\d{1,4}\)?[ -]\d{3,4}[ -]\d{3,4}(?!\w)(?![-./]\d)"
)
LABELLED = re.compile(
    r"(?<![a-z])(?:my number|mi numero|reach me|"
    r"telephone|phone|cellphone|tel|cell|mobile|call|text|fax|whatsapp|telefono|celular|cel|movil|"
    r"llam[ae][a-z]{0,4})"
    r"(?:[ :#.=-]|number|numero|back|mine|us|me|no|at|on|is|my|es|al|mi){0,8}+"
    r"(?P<number>\+?\(?\d[\d .()-]{5,22}+)",
    re.IGNORECASE,
)
WHOLE = re.compile(r"\+?\d{10,15}(?![\d-])|[2-9]\d\d-\d{4}(?= )")
"""A number that has all its digits, so that other ones behind it are something else."""

TIMES = re.compile(
    r" ?(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|times|pages?|calls|horas?|minutos?|dias?|semanas?|meses"
    r"|veces|paginas?|llamadas)(?!\w)|/7(?!\d)",
    re.IGNORECASE,
)
"""What says that the digits before it are a count: "call 555-0101 24 hours a day"."""

NOT_CALLED = re.compile(
    r"(?:(?:19|20)\d\d(?: ?- ?|[ ])){1,5}(?:19|20)\d\d"
    r"|(?:\d{1,2}[-.]\d{1,2}[-.](?:\d\d|\d{4})|\d{4}-\d\d-\d\d)(?: \d{1,2})?|\d{5}-\d{4}"
)
"""Years, dates and ZIP codes."""

NOT_A_PHONE_AHEAD = re.compile(
    r"(?<![a-z])(?:case|docket|isbn|issn|order|invoice|tracking|grant|contract|omb|ticket|reference|confirmation|permit|"
    r"form|serial|account|id|expediente|caso|pedido|folio|cuenta)(?:[ :#.]|number|numero|no|num|id|is|es){0,6}$",
    re.IGNORECASE,
)
DIGITS = "0123456789"
FEWEST, MOST = 7, 15
"""Digits of a telephone number. Source: ITU-T E.164 for the most"""

FEWEST_ABROAD = 9
FICTIONAL = "555"
"""Area of numbers that belong to nobody, in examples and on film; who writes one means a telephone."""


def phones(text: str) -> Iterator[Found]:
    """Find all telephone numbers; what is surest first."""
    yield from _labelled(text)
    yield from _international(text)
    yield from _american(text)
    yield from (Found(*match.span(), Kind.PHONE, sure=False) for match in TRUNK.finditer(text))
    yield from _bare(text)


def _labelled(text: str) -> Iterator[Found]:
    for match in LABELLED.finditer(text):
        start = match.start("number")
        if american := AMERICAN.match(text, start):
            yield Found(*american.span(), Kind.PHONE)
            continue
        number = _without_count(text, start, _trimmed(match["number"]))
        if FEWEST <= digits_in(number) <= MOST and not NOT_CALLED.fullmatch(number):
            extension = WITH_EXTENSION.match(text, start + len(number))
            yield Found(start, extension.end() if extension else start + len(number), Kind.PHONE)


def _without_count(text: str, start: int, number: str) -> str:
    """Return the number that begins there without a count behind it."""
    if whole := WHOLE.match(text, start):
        return whole[0]
    shorter = _trimmed(number.rstrip(DIGITS))
    counted = TIMES.match(text, start + len(number)) and digits_in(shorter) >= FEWEST
    return shorter if counted else number


def _international(text: str) -> Iterator[Found]:
    for match in INTERNATIONAL.finditer(text):
        start = match.start("number")
        for number in _shorter_and_shorter(_trimmed(match["number"])):
            if _is_called(number):
                yield Found(match.start(), start + len(number), Kind.PHONE, sure=match[0][0] == "+")
                break


def _shorter_and_shorter(number: str) -> Iterator[str]:
    """Give the number with fewer and fewer groups, as long as it is long enough; those too long are left out."""
    while (count := digits_in(number)) >= FEWEST:
        if count <= MOST:
            yield number
        number = _trimmed(number.rstrip(DIGITS))


def _is_called(number: str) -> bool:
    known = is_phone(f"+{number}")
    return bool(known) or digits_in(number) >= FEWEST_ABROAD + (known is False)


def _american(text: str) -> Iterator[Found]:
    for match in AMERICAN.finditer(text):
        line = "".join(filter(str.isdigit, match["line"]))
        apart = (
            match["before_line"] == "" or match["after_area"] == match["before_line"] == " " or line != match["line"]
        )
        if not apart or _is_american(f"{match['area'] or match['plain_area']}{match['exchange']}{line}"):
            yield Found(*match.span(), Kind.PHONE, sure=not apart and not is_within(text, *match.span()))


def _bare(text: str) -> Iterator[Found]:
    for match in BARE.finditer(text):
        ahead = text[max(0, match.start() - 40) : match.start()]
        if NOT_A_PHONE_AHEAD.search(ahead) or is_counted(text, match.end()):
            continue
        if _is_american(match["number"]):
            yield Found(*match.span(), Kind.PHONE, sure=False)


def _is_american(digits: str) -> bool:
    if digits.startswith(FICTIONAL):
        return True
    known = is_phone(f"+1{digits}")
    return digits[0] >= "2" and digits[3] >= "2" if known is None else known


def _trimmed(number: str) -> str:
    return number.rstrip(" .()/-")


def digits_in(text: str) -> int:
    """Return how many plain digits there are."""
    return sum(character in DIGITS for character in text)
