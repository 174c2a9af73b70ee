"""Dates and times as agencies write them, in English and Spanish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from govpage.news.importers.lines import fold, squeeze

_MONTHS = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre", "set"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
MONTH_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?P<month>{MONTH_NAMES})\b\.? ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b,? ?(?:del? )?(?P<year>\d{{4}})\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th|ro|\.?\u00ba|\u00b0)?,? (?:de "
    rf"|of )?(?P<month2>{MONTH_NAMES})\b[.,]{{0,2}} ?(?:del? )?(?P<year2>\d{{4}})\b"
    r"|(?<![\d/.-])(?P<month3>\d{1,2})(?P<sep>[/.-])(?P<day3>\d{1,2})(?P=sep)(?P<year3>\d{4}|\d{2})(?![\d/-])"
    r"|(?<!\d)(?P<year4>\d{4})-(?P<month4>\d{1,2})-(?P<day4>\d{1,2})(?:t(?=\d))?(?![/-])"
)
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::\d{2})? ?(?P<half>[ap])\.? ?m\b\.?"
    r"|(?<![\d:])(?P<hour24>\d{1,2}):(?P<minute24>\d{2})(?::\d{2})?(?![\d:])(?: ?(?:h|hrs|horas|hours)\b\.?)?"
    r"|(?:12 )?(?P<word>\bnoon\b|\bmidnight\b|\bmediodia\b|\bmedianoche\b)"
)
_ZONES = {
    "America/New_York": ("et", "est", "edt", "eastern", "este", "atlanta", "new york", "washington"),
    "America/Chicago": ("ct", "cst", "cdt", "central", "centro"),
    "America/Denver": ("mt", "mst", "mdt", "mountain", "montana"),
    "America/Phoenix": ("arizona",),
    "America/Los_Angeles": ("pt", "pst", "pdt", "pacific", "pacifico"),
    "America/Anchorage": ("akt", "akst", "akdt", "alaska"),
    "America/Puerto_Rico": ("ast", "atlantic", "atlantico", "puerto rico"),
    "Pacific/Honolulu": ("ht", "hst", "hawaii"),
    "Pacific/Guam": ("chst", "chamorro"),
    "UTC": ("utc", "gmt", "zulu"),
}
_ZONE = {word: zone for zone, words in _ZONES.items() for word in words}
_ZONE_WORDS = "|".join(sorted(_ZONE, key=len, reverse=True))
_ZONE_NAMED = re.compile(
    rf"\(?\b(?:hora (?:estandar |de verano )?(?:del? )?(?:la )?)?(?P<zone>{_ZONE_WORDS})\b\.?"
    r"(?: (?:standard|daylight|prevailing))?(?: (?:savings? )?time)?\)?"
)
_NOISE = re.compile(
    r"\b(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\b\.?"
    r"|\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|lun|mie|jue|vie|sab|dom)\b\.?"
    r"|\b(?:at|on|a|as|of|expected|la|las|el|de|del|dia|hora|horas|time|date|local|hrs|fecha|z)\b|[\s,;:@()|/.\u00b7\u2022-]"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Report the first date in a text.

    Shape:   day is None when the date cannot be; problem then says why, and may also qualify a day;
             whole is true when the text says nothing but the date and a time
    """

    day: date | None
    problem: str
    whole: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moment:
    """Report a day and hour; when is None unless both are there."""

    when: datetime | None
    day: date | None
    problem: str


def find_date(text: str) -> Found | None:
    """Find the first date in the text; numbers are month, day, year as in the United States."""
    match = _DATE.search(fold(text)) if len(text) < 400 else None
    if match is None:
        return None
    day, problem = _day_of(match, text[match.start() : match.end()])
    rest = fold(text[: match.start()] + " " + text[match.end() :])
    return Found(day, problem, _is_noise(rest), match.start(), match.end())


def whole_date(text: str) -> Found | None:
    """Find the date of a text that is only a date, with a weekday and an hour perhaps."""
    found = find_date(text)
    return found if found and found.whole else None


def is_time(text: str) -> bool:
    """Tell whether the text is only an hour of the day."""
    folded = fold(text)
    return len(text) < 60 and bool(_TIME.search(folded)) and _is_noise(folded)


def is_moment_part(text: str) -> bool:
    """Tell whether the text is only a date, only an hour, or both."""
    return bool(text) and (is_time(text) or bool(whole_date(text)))


def find_moment(text: str) -> Moment:
    """Read a day, an hour and a time zone from anywhere in the text."""
    found = find_date(text)
    if found is None or found.day is None:
        return Moment(None, None, found.problem if found else "it names no date")
    folded = squeeze(fold(text[: found.start] + " " + text[found.end :]))
    match = _TIME.search(folded)
    hour = _hour_of(match) if match else None
    if match is None or hour is None:
        return Moment(None, found.day, "it names no hour")
    return _placed(datetime.combine(found.day, hour), folded[match.end() :], folded)


def _placed(when: datetime, after: str, text: str) -> Moment:
    """Put the hour into its zone; the zone next to the hour counts before one elsewhere."""
    zone = _ZONE_NAMED.search(after[:40]) or _ZONE_NAMED.search(text)
    if zone is None:
        return Moment(
            when.replace(tzinfo=ZoneInfo("America/New_York")),
            when.date(),
            "it names no time zone; Eastern time is assumed",
        )
    placed = when.replace(tzinfo=ZoneInfo(_ZONE[zone["zone"]]))
    return Moment(placed, when.date(), _season(placed, zone["zone"]))


def _season(when: datetime, name: str) -> str:
    """Say so when standard time is named in summer, or daylight time in winter."""
    told = when.tzname() or ""
    if len(name) > 2 and name[-2:] in ("st", "dt") and len(told) == 3 and told[1] != name[-2].upper():
        return f"it names {name.upper()}, but {told} is in force on that day"
    return ""


def _hour_of(match: re.Match[str]) -> time | None:
    word = match["word"]
    if word:
        return time(12 if word in ("noon", "mediodia") else 0)
    hour = int(match["hour"] or match["hour24"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    minute = int(match["minute"] or match["minute24"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day_of(match: re.Match[str], written: str) -> tuple[date | None, str]:
    year = next(filter(None, (match["year"], match["year2"], match["year3"], match["year4"])))
    month = next(filter(None, (match["month"], match["month2"], match["month3"], match["month4"])))
    day = next(filter(None, (match["day"], match["day2"], match["day3"], match["day4"])))
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        read = date(full, _MONTH.get(month) or int(month), int(day))
    except ValueError:
        return None, f"{written} is no date"
    if not 1900 <= read.year <= 2100:
        return None, f"{written} is no plausible year"
    return read, f"{written} has a year of two digits" if len(year) == 2 else ""


def _is_noise(text: str) -> bool:
    rest = _ZONE_NAMED.sub(" ", _TIME.sub(" ", squeeze(text)))
    return not _NOISE.sub("", rest)
