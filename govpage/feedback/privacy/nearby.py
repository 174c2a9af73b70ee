"""What is personal by a label that stands further away, or behind: the nearest label says what a number or a day is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govpage.feedback.privacy.impersonal import is_counted, is_no_code, is_of_a_rule
from govpage.feedback.privacy.kinds import Found, Kind
from govpage.feedback.privacy.labelled import FEWEST_DIGITS, FULL_DATE
from govpage.feedback.privacy.labels import OTHER_DAYS, OTHER_NUMBERS, PERSONAL
from govpage.feedback.privacy.standards import is_itin

REACH = 100
"""Characters between a label and what it is about."""

OF_A_DAY = re.compile(rf"(?<![a-z0-9])(?:{PERSONAL}|{OTHER_DAYS})", re.IGNORECASE)
OF_A_NUMBER = re.compile(rf"(?<![a-z0-9])(?:{PERSONAL}|{OTHER_NUMBERS})", re.IGNORECASE)
BEHIND = re.compile(
    r"[ ,:]{0,2}(?:(?=born|dob|birth)|[(=-] ?|(?:is|was|es|era|fue) )"
    rf"(?:(?:my|his|her|our|the|their|mi|su|el|la) )?(?:[a-z']{{2,10}} ){{0,2}}(?:{PERSONAL})",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<!nac)(?<!num)(?<!no)[.?!;][ ]|\n", re.IGNORECASE)

NINE = re.compile(r"(?<![\w$€£])(?<!\d[-./ ])(?:A[ #-]{0,2})?\d(?:[ ./-]{0,2}\d){6,8}(?!\w)(?![-./ ]\d)", re.IGNORECASE)
CODE = re.compile(
    r"(?<![\w$€£.@+-])(?:(?<!/)(?<!\d,(?=\d))|(?<=\d{6}[,/]))(?=[a-z-]{0,6}\d)[a-z0-9][a-z0-9-]{5,19}+(?!\w)(?!\.\w)",
    re.IGNORECASE,
)
SEVEN = re.compile(r"(?<![\w$€£])(?<!\w[-/])(?<!\d\.)(?:[2-9]\d\d-|(?<!\d,)[2-9]\d\d[. ])\d{4}(?!\w)(?![-./]\d)")
"""A telephone number without its area, which only a label tells from others."""

VALUES: tuple[tuple[re.Pattern[str], re.Pattern[str], tuple[Kind, ...]], ...] = (
    (FULL_DATE, OF_A_DAY, (Kind.BIRTH_DATE,)),
    (NINE, OF_A_NUMBER, (Kind.A_NUMBER, Kind.SSN, Kind.ITIN)),
    (CODE, OF_A_NUMBER, (Kind.PASSPORT, Kind.LICENCE)),
    (SEVEN, OF_A_NUMBER, (Kind.PHONE,)),
)
"""How something is written, the labels that may stand by it, and what they may call it."""

ACROSS_SENTENCES = (Kind.SSN, Kind.A_NUMBER, Kind.PHONE)
"""What has a shape of its own, so that its label may stand in a sentence before."""


def nearby(text: str) -> Iterator[Found]:
    """Find what the nearest label says to be of a person."""
    for pattern, labels, kinds in VALUES:
        yield from _named(text, pattern, labels, kinds)


def _named(text: str, pattern: re.Pattern[str], labels: re.Pattern[str], kinds: tuple[Kind, ...]) -> Iterator[Found]:
    """Find what its nearest label calls so; of a list each carries the label on to the next."""
    following, label, ahead, reached = labels.finditer(text), "", None, 0
    for value in pattern.finditer(text):
        start, end = value.span()
        while (ahead := ahead or next(following, None)) and ahead.end() <= start:
            label, reached, ahead = ahead.lastgroup or "", ahead.end(), None
        if behind := BEHIND.match(text, end):
            named = str(behind.lastgroup)
        else:
            named = label if label and _reaches(text, reached, start, Kind(label)) else ""
        if named in kinds and _fits(text, start, end, Kind(named), bool(behind)):
            reached = reached if behind else end
            yield Found(start, end, Kind(named), sure=False)


def _reaches(text: str, label: int, start: int, kind: Kind) -> bool:
    """Say whether a label that ends there may stand by what begins here."""
    if start - label > REACH:
        return False
    return kind in ACROSS_SENTENCES or not SENTENCE_END.search(text, label, start)


def _fits(text: str, start: int, end: int, kind: Kind, is_behind: bool) -> bool:
    """Say whether what stands there may be of that kind."""
    value = text[start:end]
    digits = sum(map(str.isdigit, value))
    match kind:
        case Kind.BIRTH_DATE:
            return not is_of_a_rule(text, start, end)
        case Kind.SSN:
            return digits == len("123456789") and not is_counted(text, end)
        case Kind.ITIN:
            return digits == len("912345678") and is_itin("".join(filter(str.isdigit, value)))
        case Kind.PASSPORT | Kind.LICENCE:
            return digits >= FEWEST_DIGITS and (is_behind or not is_no_code(text, start, end))
        case _:
            return not is_counted(text, end)
