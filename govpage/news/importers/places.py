"""Datelines: the place, and sometimes the day, that opens a release."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from govpage.news.importers.dates import MONTH_NAMES, find_date
from govpage.news.importers.lines import fold, phrases, squeeze

_REGIONS = phrases(
    """
    new hampshire|nh|new jersey|nj|new mexico|nm|new york|ny|north carolina|nc|north dakota|nd|
    rhode island|ri|south carolina|sc|south dakota|sd|west virginia|wv|w va|district of columbia|d c|
    puerto rico|pr|p r|us virgin islands|u s virgin islands|vi|american samoa|nueva york|nueva jersey|
    nuevo mexico|carolina del norte|carolina del sur|distrito de columbia|islas virgenes|n h|n j|n m|
    n y|n c|n d|r i|s c|s d|u s|us|alabama|ala|al|alaska|ak|arizona|ariz|az|arkansas|ark|ar|
    california|calif|ca|colorado|colo|co|connecticut|conn|ct|delaware|del|de|florida|fla|fl|
    georgia|ga|hawaii|hi|idaho|id|illinois|ill|il|indiana|ind|in|iowa|ia|kansas|kan|ks|
    kentucky|ky|louisiana|la|maine|me|maryland|md|massachusetts|mass|ma|michigan|mich|mi|
    minnesota|minn|mn|mississippi|miss|ms|missouri|mo|montana|mont|mt|nebraska|neb|ne|nevada|nev|
    nv|ohio|oh|oklahoma|okla|ok|oregon|ore|or|pennsylvania|penn|pa|tennessee|tenn|tn|texas|tex|
    tx|utah|ut|vermont|vt|virginia|va|washington|wash|wa|wisconsin|wis|wi|wyoming|wyo|wy|guam|
    gu|mexico|canada|dc|luisiana|hawai|misuri|pensilvania|tejas|eeuu
    """
)
_ALONE = phrases(
    """
    washington|washington d.c.|washington dc|san juan|new york|nueva york|los angeles|chicago|boston|houston|miami
    """
)
_LABELS = phrases(
    """
    note|notes|nota|update|actualizacion|what|who|when|where|why|background|fact|media|press|news|
    release|statement|warning|alert|alerta|aviso|important|importante|contact|contacto|summary|
    resumen|question|answer|correction|que|quien|cuando|donde|reminder|deadline|embargoed
    """
)
_DASH = re.compile(r" ?(?:\u2014|\u2013|\u2015|--?(?= )|--)(?: ?[\u2014\u2013-]){0,2} ?")
_SHORT_DAY = re.compile(rf"[ ,(]{{1,3}}(?:{MONTH_NAMES})\.? \d{{1,2}}\)?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]{4,80})\) ?(?:[\u2013\u2014-]{1,2} ?)?(?=[A-Z\u00c0-\u00dd\"\u201c\u00bf])")
_COUNTRY = re.compile(r", (?:united states|estados unidos|u\.?s\.?a?\.?|ee\. ?uu\.)$")
_DAY_TAIL = re.compile(r"[\s,(|\u2013\u2014-]{0,6}$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Split a first paragraph into the place and the day of its dateline and the text after the dash.

    Shape:   day is None where the dateline names none, or one without a year
    """

    place: str
    day: date | None
    text: str


def split_dateline(paragraph: str) -> Dateline | None:
    """Take the dateline off a paragraph, or say that it has none."""
    head = squeeze(paragraph[:160])
    wrapped = _IN_BRACKETS.match(head)
    if wrapped and find_date(wrapped[1]) and _place_of(wrapped[1]):
        return _dateline(wrapped[1], squeeze(paragraph)[wrapped.end() :])
    ends = [match for match in list(_DASH.finditer(head))[:4] if _ends_dateline(head, match)]
    dated = [match for match in ends if find_date(head[: match.start()])]
    if not ends:
        return None
    end = (dated or ends)[0]
    return _dateline(head[: end.start()].strip(), squeeze(paragraph)[end.end() :])


def _ends_dateline(head: str, dash: re.Match[str]) -> bool:
    return bool(_place_of(head[: dash.start()].strip())) and _is_prose(head[dash.end() :])


def _dateline(written: str, text: str) -> Dateline:
    found = find_date(written)
    return Dateline(_place_of(written), found.day if found else None, text.lstrip())


def _is_prose(text: str) -> bool:
    """A release starts with a capital after the dash; a line all in capitals is a title."""
    start = text.lstrip(" \"'\u201c\u2018\u00ab\u00bf\u00a1(")[:40]
    return not start or ((start[0].isupper() or start[0].isdigit()) and start != start.upper())


def _unwrapped(place: str) -> str:
    inner = place[1:-1]
    return inner if place.startswith("(") and place.endswith(")") and "(" not in inner else place


def _place_of(written: str) -> str:
    """The place of what may be a dateline, without its day; empty if it is none."""
    text = _SHORT_DAY.sub("", _unwrapped(written))
    found = find_date(text)
    if found:
        left, right = text[: found.start], text[found.end :]
        if right.strip(" )"):
            return ""
        text = _DAY_TAIL.sub("", re.sub(r",? (?:\w{3,4}\.|\w{6,9}),? ?$", "", left) if _weekday(left) else left)
    return text.strip(" ,;") if is_place(text) else ""


def _weekday(text: str) -> bool:
    last = fold(text).rstrip(" ,.(").rpartition(" ")[2].strip("(")
    return last.endswith("day") or last in ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")


def is_place(text: str) -> bool:
    """Tell whether the text is a place: a city in capitals, or a city with its state, or a city known alone."""
    city, _, region = text.strip(" ,;").partition(",")
    words = fold(city).split()
    if not words or len(words) > 6 or not city[0].isupper() or len(text) > 70 or set(words) & _LABELS:
        return False
    if any(not re.fullmatch(r"[^\W\d_][\w.'\u2019/-]*|&", word) for word in city.split()):
        return False
    known = " ".join(re.split(r"[.\s]+", _COUNTRY.sub("", fold(region)).strip(" .,"))) in _REGIONS
    shouted = city.upper() == city and len(city) > 3
    named = all(word[0].isupper() or word in ("de", "del", "la", "of", "and", "y") for word in city.split())
    return (
        (shouted and (not region or _is_region(region))) or (named and known) or (not region and fold(city) in _ALONE)
    )


def _is_region(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 5 and all(word[0].isupper() or word in ("de", "del", "of", "la") for word in words)
