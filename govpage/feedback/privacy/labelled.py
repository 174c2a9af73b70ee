"""What is personal by what is said of it: numbers of passports and licences, and dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govpage.feedback.privacy.impersonal import is_counted, is_no_code, is_of_a_rule
from govpage.feedback.privacy.kinds import Found, Kind
from govpage.feedback.privacy.labels import OTHER_DAYS, OTHER_NUMBERS

GAP = r"(?:[ :#.,=()-]|number|numero|card|book|with|was|num|nro|no|is|es|my|mi){0,8}+"
WORDS = r"(?P<words>[^\d\n.;?!]{0,30}?)(?<![a-z0-9])"
"""Other words between a label and what it is about, within the sentence."""

PASSPORT = re.compile(
    rf"(?<![a-z])(?:passport|pasaporte){GAP}{WORDS}(?P<value>[a-z]{{0,3}}-?\d{{6,9}}[a-z]?)(?!\w)", re.IGNORECASE
)
PASSPORT_AHEAD = re.compile(
    r"(?<![a-z0-9])(?P<value>[a-z]{0,3}\d{6,9}[a-z]?) (?:is|was|es|era) (?:my|mi)"
    r"(?: [a-z]{2,8})? (?:passport|pasaporte)",
    re.IGNORECASE,
)
LICENCE = re.compile(
    r"(?<![a-z])(?:driver'?s?'? ?licen[sc]e|driving licen[sc]e|cdl(?![a-z])|dl ?(?=[#:,]|no|number)"
    r"|licen[sc]e ?(?=#|no|number)|licencia(?: de conducir| de manejo| de manejar)?|carnet de conducir)"
    rf"{GAP}{WORDS}(?P<value>(?=[a-z-]{{0,6}}\d)[a-z0-9][a-z0-9-]{{4,19}}+"
    r"|\d{3} \d{3} \d{3}|[a-z] \d{3,4}(?:[ -]\d{2,4}){1,4})(?!\w)",
    re.IGNORECASE,
)
FEWEST_DIGITS = 5
"""Of a code, so that it is no name of a form and no year."""

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|set|dic)[a-z]{0,9}\.?"
"""Names of months in English and Spanish, whole or cut off."""

YEAR = r"[ ,./-]{0,2}(?:de |del )?(?:19|20)?\d\d(?!\d)"
DAY_AND_MONTH = (
    rf"(?:{MONTH}[ ./-]\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?[ ./-]{{0,2}}(?:of |de )?{MONTH})"
)
IN_DIGITS = r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d\d)(?!\d)|(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}(?!\d)"
DATE = (
    rf"(?:{IN_DIGITS}|\d\d \d\d \d{{4}}(?!\d)|\d{{8}}(?!\d)|{DAY_AND_MONTH}(?:{YEAR})?"
    rf"|{MONTH} (?:of |de |del )?(?:19|20)\d\d(?!\d))"
)
FULL_DATE = re.compile(rf"(?<![\w/.-])(?:{IN_DIGITS}|{DAY_AND_MONTH}{YEAR})(?![\w/-])", re.IGNORECASE)
BIRTH = re.compile(
    r"(?<![a-z])(?:date of birth|birth ?date|birth ?day|dob|d\.o\.b\.?|born|fecha de nacimiento|fecha (?:de )?nac\.?|"
    r"nacimiento|naci(?:o|da|do)?|cumpleanos)"
    rf"(?:[ :#=(),-]|was|is|on|es|fue|el|the|dia){{0,8}}+{WORDS}(?P<value>{DATE})",
    re.IGNORECASE,
)

ANOTHER_DAY = re.compile(rf"(?<![a-z0-9])(?:{OTHER_DAYS})", re.IGNORECASE)
ANOTHER_NUMBER = re.compile(rf"(?<![a-z0-9])(?:{OTHER_NUMBERS})", re.IGNORECASE)


def labelled(text: str) -> Iterator[Found]:
    """Find what a label says to be of a passport, a licence or a birth."""
    for match in BIRTH.finditer(text):
        if not is_of_a_rule(text, *match.span("value")) and not ANOTHER_DAY.search(text, *_before(match)):
            yield Found(*match.span("value"), Kind.BIRTH_DATE)
    for match in PASSPORT.finditer(text):
        if _is_code(text, match):
            yield Found(*match.span("value"), Kind.PASSPORT)
    yield from (Found(*match.span("value"), Kind.PASSPORT) for match in PASSPORT_AHEAD.finditer(text))
    for match in LICENCE.finditer(text):
        enough = sum(map(str.isdigit, match["value"])) >= FEWEST_DIGITS
        if enough and _is_code(text, match):
            yield Found(*match.span("value"), Kind.LICENCE)


def _is_code(text: str, match: re.Match[str]) -> bool:
    """Say whether the label means the value: it follows, or no word between them says that it is something else."""
    start, end = match.span("value")
    if ANOTHER_NUMBER.search(text, *_before(match)) or (match["value"].isdigit() and is_counted(text, end)):
        return False
    return not (match["words"] and is_no_code(text, start, end))


def _before(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start("value")
