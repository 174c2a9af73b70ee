"""False alarms of the alert rules on quiet pages, and how surely they find a page that fell.

Run by ``make bench``; a smaller run of fixed seed is among the tests. Pages differ in how many answers they get and in
how helpful they are found, and nothing about them changes, so every alarm is a false one.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from govpage.feedback.statistics import Count  # noqa: E402
from govpage.feedback.watching import PAGE_SILENCE, WEEKS, fall, silence  # noqa: E402

PAGES, WATCHED = 500, 52
"""Pages, and weeks in which they are looked at."""
ALLOWED = 3.0
"""False alarms a week among 500 quiet pages."""

WEEKLY = (2, 5, 10, 20, 40, 80, 160, 320)
"""Answers a week, on average, that pages get; each as often as another."""

LAST = date(2026, 11, 29)


@dataclass(frozen=True, slots=True)
class Site:
    """A site of pages about which nothing changes.

    Shape: weekly are the averages of answers a week; wobble is by how much a page's share differs from week to week,
        as a standard deviation, over what chance alone does
    """

    pages: int
    weeks: int
    weekly: tuple[float, ...] = WEEKLY
    wobble: float = 0.0


@dataclass(frozen=True, slots=True)
class Alarms:
    """False alarms of each week, from the first that has all weeks before it."""

    falls: tuple[int, ...]
    silences: tuple[int, ...]

    @property
    def a_week(self) -> float:
        """The mean of both."""
        return (sum(self.falls) + sum(self.silences)) / len(self.falls)

    @property
    def standard_error(self) -> float:
        """How far the mean may be off by chance; alarms of neighbouring weeks taken as independent."""
        return math.sqrt((sum(self.falls) + sum(self.silences)) or 1) / len(self.falls)


def quiet(site: Site, chance: Random) -> Alarms:
    """Return the false alarms on a quiet site, one page after another."""
    looked_at = site.weeks - WEEKS + 1
    falls, silences = [0] * looked_at, [0] * looked_at
    for number in range(site.pages):
        weeks = _page(site, number, chance)
        for week in alarms_of(weeks):
            falls[week - WEEKS + 1] += 1
        for week in range(looked_at):
            silences[week] += _silent(weeks[: week + WEEKS])
    return Alarms(tuple(falls), tuple(silences))


def alarms_of(weeks: Sequence[Count]) -> list[int]:
    """Return the weeks in which the command says that a page fell: after an alarm only what came since is compared."""
    found: list[int] = []
    for week in range(WEEKS - 1, len(weeks)):
        first = max(week - WEEKS + 1, *found[-1:], 0)
        if fall(weeks[first : week + 1]):
            found.append(week)
    return found


def power(
    drop: float, weekly: float, chance: Random, *, trials: int = 400, within: int = 4, share: float = 0.75
) -> float:
    """Return how often a fall by so many points is found within some weeks after it."""
    return sum(_is_found(drop, weekly, chance, within, share) for _trial in range(trials)) / trials


def _is_found(drop: float, weekly: float, chance: Random, within: int, share: float) -> bool:
    weeks = [_week(weekly, share, chance) for _week_number in range(WEEKS)]
    for _after in range(within):
        weeks.append(_week(weekly, share - drop, chance))
        if fall(weeks[-WEEKS:]):
            return True
    return False


def _page(site: Site, number: int, chance: Random) -> list[Count]:
    weekly = site.weekly[number % len(site.weekly)]
    share = 0.2 + 0.75 * chance.random()
    return [
        _week(weekly, min(1.0, max(0.0, share + chance.gauss(0, site.wobble) if site.wobble else share)), chance)
        for _week_number in range(site.weeks)
    ]


def _week(weekly: float, share: float, chance: Random) -> Count:
    answers = _poisson(weekly, chance)
    yes = sum(chance.random() < share for _answer in range(answers))
    return Count(yes=yes, no=answers - yes)


def _poisson(mean: float, chance: Random) -> int:
    """Return how many arrive, by the times between them."""
    arrived, moment = 0, chance.expovariate(mean)
    while moment < 1:
        arrived += 1
        moment += chance.expovariate(mean)
    return arrived


def _silent(weeks: list[Count]) -> bool:
    days = {LAST - timedelta(days=7 * ago): count for ago, count in enumerate(reversed(weeks[-16:]))}
    return silence(days, LAST, PAGE_SILENCE) is not None


def main() -> None:
    """Print the false alarms and a table of the power."""
    for wobble in (0.0, 0.02, 0.03):
        alarms = quiet(Site(PAGES, WATCHED + WEEKS - 1, wobble=wobble), Random(1))
        print(
            f"{PAGES} quiet pages, {len(alarms.falls)} weeks, shares that wobble by {wobble:.0%}: {alarms.a_week:.2f} false alarms a week "
            f"(± {1.96 * alarms.standard_error:.2f}), of them {sum(alarms.silences)} silences in all; at most {max(alarms.falls)} in one week"
        )
        if not wobble and alarms.a_week > ALLOWED:
            raise SystemExit("There are more false alarms than allowed.")
    chance = Random(2)
    for drop in (0.10, 0.15, 0.20, 0.30):
        found = ", ".join(f"{power(drop, weekly, chance):.0%} of {weekly}" for weekly in (10, 40, 160))
        print(f"A fall from 75% by {drop * 100:.0f} points is found within 4 weeks, by answers a week: {found}")


if __name__ == "__main__":
    main()
