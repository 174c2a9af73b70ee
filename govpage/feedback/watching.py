"""The rules of the alerts, on numbers alone: a page that falls, and a page or site that goes silent.

Each page is looked at once a week, when its week is over, so that how often the command runs raises no alarm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from govpage.feedback.periods import DAY, Period
from govpage.feedback.statistics import Change, Count

POINTS = 0.10
"""By how much a share has to fall at least."""

LOOKED_AT = (1, 2, 4)
"""Weeks that are compared with those before: the fewest with enough votes, so that a quiet page gets its turn."""

COMPARED_WITH = 8
"""Weeks before them, with which they are compared."""

WEEKS = LOOKED_AT[-1] + COMPARED_WITH
"""Weeks that the rule of a fall needs."""

USED_TO_GET = 10
"""Votes in each of the spans before a silent one; with 10 expected, none comes by chance once in 22,000 times."""

SPANS = 3
"""How many spans before a silent one have to have them."""

PAGE_SILENCE = (7, 28)
SITE_SILENCE = (1, 3, 7, 28)
"""Days of a span, whole weeks apart where they are fewer, so that a Sunday is compared with Sundays."""

DAYS = PAGE_SILENCE[-1] * (SPANS + 1)
"""Days that the rules need."""

Days = Mapping[date, Count]


def last_week(today: date) -> Period:
    """Return the last ISO week that is over."""
    return Period.ending(today - (today.weekday() + 1) * DAY, 7)


def falls(change: Change) -> bool:
    """Whether a share fell: enough votes before and after, intervals apart, at least 10 points."""
    apart = change.after.interval.high < change.before.interval.low
    # The difference of two fractions is off by less than a billionth.
    return change.enough and apart and -change.difference >= POINTS - 1e-9


def fall(weeks: Sequence[Count]) -> Change | None:
    """Return by what a page fell in its last weeks; None if it did not.

    Shape: weeks in order, the last one just over; at most ``WEEKS`` of them are looked at
    """
    for few in LOOKED_AT:
        after = sum(weeks[-few:], Count())
        if after.share.enough:
            before = sum(weeks[-few - COMPARED_WITH : -few], Count())
            change = Change(before.share, after.share)
            return change if falls(change) else None
    return None


@dataclass(frozen=True, slots=True)
class Silence:
    """Days in which no answer counted, where answers used to come.

    Shape: held is how many came and were held
    """

    period: Period
    used_to_get: int
    held: int


def silence(days: Days, last: date, spans: Sequence[int], hidden: frozenset[date] = frozenset()) -> Silence | None:
    """Return the silence that reaches up to the last day, over the first of these spans that is one.

    Shape: hidden are days that say nothing: a span is judged by its other days, and beside spans that have others
    Units: spans in days, the shortest first
    """
    for length in spans:
        now = _over(days, last, length)
        if now.answers:
            return None
        if (used_to_get := _used_to_get(days, last, length, hidden)) >= USED_TO_GET:
            return Silence(Period.ending(last, length), used_to_get, now.held)
    return None


def last_answer(days: Days, last: date) -> date:
    """Return the newest day, up to a last one, on which an answer counted."""
    return max(day for day, count in days.items() if count.answers and day <= last)


def _used_to_get(days: Days, last: date, length: int, hidden: frozenset[date]) -> int:
    """Return the least that came in one of the newest spans before, on the same days as are not hidden now."""
    seen = [day for day in Period.ending(last, length) if day not in hidden]
    apart = max(7, length)
    before = ([day - number * apart * DAY for day in seen] for number in range(1, DAYS // apart))
    telling = islice((span for span in before if not hidden.issuperset(span)), SPANS)
    counts = [sum(days.get(day, Count()).answers for day in span) for span in telling]
    return min(counts) if len(counts) == SPANS else 0


def _over(days: Days, last: date, length: int) -> Count:
    return sum((days.get(last - number * DAY, Count()) for number in range(length)), Count())
