"""Social Security, taxpayer, alien and receipt numbers; and whatever has nine digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govpage.feedback.privacy.bounds import BEGINNING, ENDING, is_within
from govpage.feedback.privacy.impersonal import REACH, is_counted
from govpage.feedback.privacy.kinds import Found, Kind
from govpage.feedback.privacy.standards import is_itin, is_ssn

APART = r"[ ]?[-._/ ][ ]?"
GROUPED = re.compile(
    rf"(?<!\d)(?:(?<!\d\.)|(?<=\d\d\.\d{{4}}\.)|(?=\d{{3}}[ ]?[-_/ ]))\d{{3}}{APART}\d\d{APART}\d{{4}}(?!\d)"
)
"""Groups of three, two and four digits; with dots they are no end of a version."""

LABELLED = re.compile(
    r"(?<![a-z])(?:ssn|ss#|social security|seguro social|seguro|social|numero de seguro|nss|itin|taxpayer id|tax id)"
    r"(?:[ :#.=()-]|number|numero|social|card|num|was|no|is|es|mi|my){0,8}+"
    r"(?P<number>\d{9}|\d{3}[ ./-]{1,2}\d\d[ ./-]{1,2}\d{4}|\d{3}[ ./-]{1,2}\d{3}[ ./-]{1,2}\d{3}"
    r"|\d(?:[ ./-]{0,2}\d){8}(?![./-]\d))(?!\d)",
    re.IGNORECASE,
)
NINE = re.compile(
    rf"{BEGINNING}(?<![^\W\d_]/)"
    rf"(?:\d{{9}}|\d{{3}}-\d{{3}}-\d{{3}}|(?<!\d,)\d{{3}} \d{{3}} \d{{3}}|\d\d-\d{{7}})(?!\d){ENDING}"
)
OF_A_THING = re.compile(
    r"(?<![a-z])(?:error|reference|ref|ticket|order|invoice|confirmation|tracking|docket|transaction|version|build)"
    r"(?:[ :#.]|code|reference|number|numero|no|num|id|is|es){0,6}\Z",
    re.IGNORECASE,
)
"""What stands before a number that is nobody's."""

ALIEN = re.compile(
    r"(?<![A-Za-z0-9])(?:[Aa][-#]{0,2}(?:\d{8,9}|\d{7}(?!-\d)|\d{3}[-/. ]\d{3}[-/. ]\d{2,3})"
    r"|A[ ]#?[ ]?(?:\d{8,9}|\d{3}[-/. ]\d{3}[-/. ]\d{2,3}))(?!\d)"
)
LABELLED_ALIEN = re.compile(
    r"(?<![a-z])(?:alien|a ?#|a-number|a number|anumber|uscis number|uscis ?#|numero de extranjero|numero a)"
    r"(?:[ :#.=()-]|registration|registro|number|numero|num|was|no|is|es|mi|my){0,8}+"
    r"(?P<number>a?[-# ]?\d{3}[-/. ]?\d{3}[-/. ]?\d{1,3})(?!\d)",
    re.IGNORECASE,
)

CENTRES = "EAC|ESC|VSC|WAC|CSC|LIN|NSC|SRC|TSC|MSC|NBC|IOE|YSC|ASC|MCT|ZCH|ZLA"
"""Letters of the offices that give receipts. Source: USCIS, checking your case status online"""

TEN = r"\d(?:[ *-]?\d){9}"
RECEIPT = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?!tel|fax|cel|mob|num)[A-Z]{{3}}\d{{10}}|(?:{CENTRES})[ *-]?{TEN})(?!\d)", re.IGNORECASE
)


def government_numbers(text: str) -> Iterator[Found]:
    """Find Social Security, taxpayer, alien and receipt numbers."""
    yield from (Found(*match.span(), Kind.RECEIPT) for match in RECEIPT.finditer(text))
    yield from _labelled(text)
    yield from _grouped(text, (Kind.SSN, Kind.ITIN))
    yield from (Found(*match.span(), Kind.A_NUMBER) for match in ALIEN.finditer(text))
    yield from (Found(*match.span("number"), Kind.A_NUMBER) for match in LABELLED_ALIEN.finditer(text))


def nine_digits(text: str) -> Iterator[Found]:
    """Find what has nine digits and is nothing else."""
    yield from _grouped(text, (Kind.NINE_DIGITS,))
    for match in NINE.finditer(text):
        if not OF_A_THING.search(text, max(0, match.start() - REACH), match.start()) and not is_counted(
            text, match.end()
        ):
            yield Found(*match.span(), Kind.NINE_DIGITS, sure=False)


def _grouped(text: str, kinds: tuple[Kind, ...]) -> Iterator[Found]:
    for match in GROUPED.finditer(text):
        digits = "".join(filter(str.isdigit, match[0]))
        if (kind := _kind(digits)) in kinds:
            yield Found(*match.span(), kind, sure=not is_within(text, *match.span()))


def _labelled(text: str) -> Iterator[Found]:
    for match in LABELLED.finditer(text):
        digits = "".join(filter(str.isdigit, match["number"]))
        # Whoever calls it so means such a number, though it was mistyped or never issued.
        yield Found(*match.span("number"), Kind.ITIN if is_itin(digits) else Kind.SSN)


def _kind(digits: str) -> Kind:
    if is_ssn(digits):
        return Kind.SSN
    return Kind.ITIN if is_itin(digits) else Kind.NINE_DIGITS
