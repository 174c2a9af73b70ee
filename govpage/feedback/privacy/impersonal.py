"""What only looks personal: days of a rule, counts, years and ZIP codes."""

from __future__ import annotations

import re

THE = r"(?: the| el)?"
BOUND_BEFORE = re.compile(
    rf"(?<![a-z])(?:after|before|back to|until|prior to|between|entre|antes del?|despues del?|hasta){THE}[ ]\Z",
    re.IGNORECASE,
)
"""What stands before a day that a rule names: "born after January 1, 1972"."""

BOUND_BEHIND = re.compile(
    r"[ ,]{1,2}(?:or (?:after|before|earlier|later|older|younger)|(?:and )?onwards?|o (?:antes|despues|posterior)"
    r"|en adelante|and (?:earlier|later|older|younger)(?=[.,;:)]|\Z| (?:are|is|may|must|can|need|will|should)))"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""What stands behind one: "born 1/1/2020 or later"."""

SECOND_OF_TWO = re.compile(rf"(?<![a-z])(?:between|entre){THE} [^.;?!\n]{{5,30}},? (?:and|y){THE}[ ]\Z", re.IGNORECASE)
"""What stands before the second day of a span: "born between January 1, 1990 and December 31, 2000"."""

NO_CODE = re.compile(
    r"\d{1,2}-\d{1,2}-(?:\d\d|\d{4})|(?:19|20)\d\d-\d{1,2}-\d{1,2}|\d{5}-\d{4}|(?:19|20)\d\d-(?:19|20)?\d\d"
)
"""Days, ZIP codes and years."""

UNIT = re.compile(
    r"[ ](?:dollars?|usd|euros?|pesos|cents|people|persons|applicants|applications|travell?ers|visitors|drivers|users"
    r"|households|acres|(?:square )?miles|tons|pounds|gallons|barrels|copies|characters"
    r"|dolares|personas|solicitudes|solicitantes|habitantes|millas)(?!\w)",
    re.IGNORECASE,
)
STREET = re.compile(
    r"(?: [a-z0-9]{1,20}\.?){1,2} (?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|lane|highway|hwy|parkway)(?!\w)",
    re.IGNORECASE,
)
LONGEST_OF_A_HOUSE = 5
"""Digits of the number of a house, which stands before the name of its street."""

ROUND = re.compile(r"\d{3,12}000")
SAID_OF_MANY = re.compile(
    r"(?<![a-z])(?:(?:rose|grew|fell|dropped|climbed|increased|decreased|declined|subieron|bajaron|aumentaron)"
    r"(?: by| from| to| a| de| en)?"
    r"|more than|less than|fewer than|nearly|almost|roughly|approximately|mas de|menos de|casi|cerca de"
    r"|(?:fees|costs|prices|applications|offices|rules|requirements|laws|data|statistics|passports|licen[sc]es"
    r"|cuotas|precios|solicitudes|oficinas|reglas|requisitos|datos|pasaportes|licencias)"
    r"(?: (?!are|were|son|num)[a-z]{2,9}){1,2}:?)[ ]\Z",
    re.IGNORECASE,
)
"""What stands before a count: "applications rose to 24000001"."""

REACH = 60
"""Characters before a number or a day that are looked at."""


def is_of_a_rule(text: str, start: int, end: int) -> bool:
    """Say whether the day that stands there is one of a rule."""
    before = (text, max(0, start - REACH), start)
    return bool(BOUND_BEFORE.search(*before) or SECOND_OF_TWO.search(*before) or BOUND_BEHIND.match(text, end))


def is_counted(text: str, end: int) -> bool:
    """Say whether what is counted stands behind the number that ends there."""
    return UNIT.match(text, end) is not None


def is_no_code(text: str, start: int, end: int) -> bool:
    """Say whether what stands there, with other words between it and its label, is a count, a day or the like."""
    value = text[start:end]
    if NO_CODE.fullmatch(value):
        return True
    if not value.replace("-", "").isdigit():
        return False
    house = len(value) <= LONGEST_OF_A_HOUSE and STREET.match(text, end)
    before = SAID_OF_MANY.search(text, max(0, start - REACH), start)
    return bool(is_counted(text, end) or ROUND.fullmatch(value) or house or before)
