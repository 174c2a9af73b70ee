"""Mail addresses, and those that are spelled out: "name at agency dot gov"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govpage.feedback.privacy.kinds import Found, Kind

DOMAIN = re.compile(r"@(?:[\w-]{1,63}\.){1,8}(?:xn--[\w-]{2,30}|[^\W\d_]{2,24})")
LOCAL = r"[\w.!$%*+^`{|}~'-]{1,64}+"
MIRRORED_LOCAL = re.compile(LOCAL)
"""The part before the sign, read from right to left: so it is found in one step, however long the word is."""

AT = (
    r"(?P<at>[ ]{0,2}[\[({<][ ]?(?:at|@|arroba)[ ]?[\])}>][ ]{0,2}|[ ]{1,2}(?:at|arroba|@)[ ]{1,2}|@[ ]{0,2}|[ ]{1,2}@)"
)
DOT = r"(?:[ ]{0,2}[\[({<][ ]?(?:dot|\.|punto)[ ]?[\])}>][ ]{0,2}|[ ]{1,2}(?:dot|punto|\.)[ ]{1,2}|\.)"
ENDING = r"(?:com|org|net|gov|edu|mil|info|us|mx|es|co|io|uk|ca|email)(?!\w)"
PROVIDER = r"(?:gmail|hotmail|yahoo|outlook|icloud|aol)(?!\w)"
SPELLED = re.compile(
    rf"{AT}(?P<domain>[\w-]{{1,63}}+(?:{DOT}[\w-]{{1,63}}+){{0,4}}{DOT}{ENDING}|{PROVIDER})", re.IGNORECASE
)
PLAIN_DOMAIN = re.compile(r"[\w-]{1,63}+(?:\.[\w-]{1,63}+){0,9}", re.IGNORECASE)
MIRRORED_SPELLED_LOCAL = re.compile(rf"{LOCAL}(?:[ \])}}](?:tod|otnup)[ \[({{]{LOCAL}){{0,3}}+", re.IGNORECASE)

SAID_TO_BE_ONE = re.compile(
    r"(?<![a-z])(?:e-?mail|mail|correo)(?: address| electronico)?(?: is|:| es| me)? ?(?:to )?$", re.IGNORECASE
)
WORDS_OF_A_NAME = re.compile(
    r"(?<![a-z])(?:e-?mail|correo)(?: address| electronico)? ?(?:is|:|es)?"
    r" (?P<words>(?:(?!is|es)[a-z0-9]{1,20}[ ]){1,4})\Z",
    re.IGNORECASE,
)
"""The first words of a name that was dictated: "my email is purple tractor 9 at example dot com"."""

NOT_NAMED = re.compile(
    r"(?<!\w)(?:the|a|an|this|that|these|your|our|any|el|la|los|las|un|una|su|este|esta|"
    r"i|we|you|they|he|she|can|could|will|would|should|must|may|people|who|que) $",
    re.IGNORECASE,
)
"""What stands before a noun or a verb: "the statute at agency dot gov", "we arrive at agency dot gov"."""

FORM = r"[a-z]{1,5}-\d{1,4}[a-z]{0,3}|\d{1,4}-(?:\d{1,4}|[a-z]{1,3})"
YEAR = r"(?:19|20)\d\d"
FILE = r".{1,60}\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|html?|xml|json|zip|jpe?g|png|gif|com|gov|mil|org)"
NO_NAME = re.compile(rf"{FORM}|{YEAR}|{FILE}", re.IGNORECASE)
"""What is a form, a year or a file before "at", wherever it is found: "the N-400 at agency dot gov"."""

SHORT = re.compile(r"[a-z]{0,3}\d{1,4}[a-z]{0,2}", re.IGNORECASE)
"""A number, or a form without its hyphen, where an agency is named: "table 5 at agency dot gov"."""

TWO_WORDS = re.compile(r"[^\W\d_]{2}[._][^\W\d_]|[^\W\d_][._][^\W\d_]{2}")
OF_AN_AGENCY = re.compile(r"(?:gov|mil)\Z", re.IGNORECASE)
OF_A_PROVIDER = re.compile(
    r"(?<![a-z])(?:gmail|hotmail|yahoo|outlook|icloud|aol|proton|msn|live)(?![a-z])", re.IGNORECASE
)

BRACKETS = "[({<"
COMMON = frozenset(
    re.findall(
        r"[a-z]+",
        """
        a access all am and are available be been chat check click contact data everything find form found from get go
        guide he help her here him i im in info information is it link live local log login look looked looking lot me
        more new not now office on one online only or out page pages people post posted read report rules search see
        seen she site someone something staff start stay stop team text that them there they this time try up us visit
        was we website were what work you
        aqui buscar de en entre esta informacion lo mas no pagina sitio vea ver visite y
        """,
    )
)
"""Words before "at" that are not names: "look at agency dot gov" is an address of a page."""


def mail_addresses(text: str) -> Iterator[Found]:
    """Find addresses with the sign."""
    mirrored = text[::-1]
    for match in DOMAIN.finditer(text):
        local = MIRRORED_LOCAL.match(mirrored, len(text) - match.start())
        name = local[0][::-1].lstrip("'.-*|") if local else ""
        if name:
            yield Found(match.start() - len(name), match.end(), Kind.EMAIL)


def spelled_addresses(text: str) -> Iterator[Found]:
    """Find addresses with a sign or a dot that is spelled out, in brackets or apart."""
    mirrored = text[::-1]
    for match in SPELLED.finditer(text):
        local = MIRRORED_SPELLED_LOCAL.match(mirrored, len(text) - match.start())
        name = local[0][::-1].lstrip("'.-*|") if local else ""
        start = match.start() - len(name)
        before = text[max(0, start - 80) : start]
        if name and _is_address(name, match, before):
            dictated = WORDS_OF_A_NAME.search(before)
            yield Found(start - (len(dictated["words"]) if dictated else 0), match.end(), Kind.EMAIL)


def _is_address(name: str, match: re.Match[str], before: str) -> bool:
    sign = match["at"].strip().lower()
    if name.lower() in COMMON:
        return sign[0] in BRACKETS
    if sign != "at" or SAID_TO_BE_ONE.search(before) or WORDS_OF_A_NAME.search(before):
        return True
    if NO_NAME.fullmatch(name) and not OF_A_PROVIDER.search(match["domain"]):
        return False
    return _is_name(name, match["domain"], before)


def _is_name(name: str, domain: str, before: str) -> bool:
    """Say whether what stands before the word "at" is what a person would be called by there."""
    of_an_agency, plain = OF_AN_AGENCY.search(domain), PLAIN_DOMAIN.fullmatch(domain)
    if SHORT.fullmatch(name) and (of_an_agency or (plain and name.isdigit())):
        return False
    if plain and of_an_agency:
        return TWO_WORDS.search(name) is not None
    if plain:
        return any(character in name for character in "._0123456789")
    return not NOT_NAMED.search(before)
