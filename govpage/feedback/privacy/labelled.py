"""What is personal by what is said of it: numbers of passports and licences, and dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govpage.feedback.privacy.kinds import Found, Kind

GAP = r"(?:[ :#.,=()-]|number|numero|card|book|with|was|num|nro|no|is|es|my|mi){0,8}+"
WORDS = r"[^\d\n.;?!]{0,30}?(?<![a-z0-9])"
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
    r"(?<![a-z])(?:driver'?s?'? ?licen[sc]e|driving licen[sc]e|dl ?(?=[#:,]|no|number)|licen[sc]e ?(?=#|no|number)"
    r"|licencia(?: de conducir| de manejo| de manejar)?|carnet de conducir)"
    rf"{GAP}{WORDS}(?P<value>(?=[a-z-]{{0,6}}\d)[a-z0-9][a-z0-9-]{{4,19}}+|\d{{3}} \d{{3}} \d{{3}})",
    re.IGNORECASE,
)
FEWEST_DIGITS = 5

MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    r"octubre|noviembre|diciembre)[a-z]{0,7}\.?"
)
YEAR = r"(?:[ ,]{0,2}(?:de |del )?(?:19|20)?\d\d(?!\d))?"
DATE = (
    r"(?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d\d)(?!\d)|(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}(?!\d)"
    rf"|\d\d \d\d \d{{4}}(?!\d)|\d{{8}}(?!\d)|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d){YEAR}"
    rf"|{MONTH} (?:of |de |del )?(?:19|20)\d\d(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of |de )?{MONTH}(?:[-]\d{{2,4}})?{YEAR})"
)
BIRTH = re.compile(
    r"(?<![a-z])(?:date of birth|birth ?date|birth ?day|dob|d\.o\.b\.?|born|fecha de nacimiento|fecha de nac\.?|"
    r"nacimiento|naci(?:o|da|do)?|cumpleanos)"
    rf"(?:[ :#=(),-]|was|is|on|es|fue|el|the|dia){{0,8}}+{WORDS}(?P<value>{DATE})",
    re.IGNORECASE,
)


def labelled(text: str) -> Iterator[Found]:
    """Find what a label says to be of a passport, a licence or a birth."""
    yield from (Found(*match.span("value"), Kind.BIRTH_DATE) for match in BIRTH.finditer(text))
    yield from (Found(*match.span("value"), Kind.PASSPORT) for match in PASSPORT.finditer(text))
    yield from (Found(*match.span("value"), Kind.PASSPORT) for match in PASSPORT_AHEAD.finditer(text))
    for match in LICENCE.finditer(text):
        if sum(map(str.isdigit, match["value"])) >= FEWEST_DIGITS:
            yield Found(*match.span("value"), Kind.LICENCE)
