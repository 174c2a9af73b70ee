"""When the site as a whole was silent: one cause for all of its pages, and no page's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from govpage.feedback.periods import DAY, Period
from govpage.feedback.statistics import Count
from govpage.feedback.watching import PAGE_SILENCE, SITE_SILENCE, USED_TO_GET, Days, Silence, last_answer, silence

LONG = 7
"""Days from which an outage is left out when the next is looked for, as it left no weekday alone."""


@dataclass(frozen=True, slots=True)
class Outage:
    """A time without answers that count, from its first silent day to its last so far, and by what it was found."""

    period: Period
    found: Silence

    @property
    def hidden(self) -> frozenset[date]:
        """The days that say nothing of a page: also those in the course of which it began and ended."""
        return frozenset(Period(self.period.first - DAY, self.period.last + DAY))


def outages(site: Days, period: Period) -> list[Outage]:
    """Return the outages of a period in order. A few answers, of robots or released by staff, make no two of one."""
    found: list[Outage] = []
    for day in period:
        if site.get(day, Count()).answers:
            continue
        if found and is_same(site, found[-1].period, Period(day, day)):
            found[-1] = replace(found[-1], period=Period(found[-1].period.first, day))
        elif silent := _silence(site, day, found):
            found.append(Outage(Period(last_answer(site, day) + DAY, day), silent))
    return found


def is_same(site: Days, one: Period, other: Period) -> bool:
    """Whether two silences are of one outage: too few answers came from the first day of both to the last."""
    whole = Period(min(one.first, other.first), max(one.last, other.last))
    return sum(site.get(day, Count()).answers for day in whole) < USED_TO_GET


def hidden_by(found: Iterable[Outage], days: int = 1) -> frozenset[date]:
    """Return the days that say nothing of a page because of outages of so many days or more."""
    return frozenset().union(*(outage.hidden for outage in found if outage.period.days >= days))


def _silence(site: Days, day: date, before: Sequence[Outage]) -> Silence | None:
    """Return the site's silence by its own rule, or else by that of pages: where all are silent, none is by itself."""
    by_its_own = silence(site, day, SITE_SILENCE, hidden_by(before, LONG))
    return by_its_own or silence(site, day, PAGE_SILENCE, hidden_by(before))
