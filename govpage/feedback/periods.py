"""Days that a report is about, and the pieces in which it shows them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from govpage.feedback.statistics import Count

DAY = timedelta(days=1)


class Step(StrEnum):
    """How long a piece of a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


LONGEST = {Step.DAY: 31, Step.WEEK: 190}
"""Days up to which a period is shown by day and by week; a longer one is shown by month."""


@dataclass(frozen=True, slots=True)
class Period:
    """From a first day to a last one, both within it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}.")

    @classmethod
    def ending(cls, last: date, days: int) -> Period:
        """Return so many days up to a last one."""
        return cls(last - (days - 1) * DAY, last)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Period:
        """As many days just before it."""
        return Period.ending(self.first - DAY, self.days)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        return (self.first + number * DAY for number in range(self.days))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in which it can be shown, the shortest first."""
        return tuple(step for step in Step if self.days <= LONGEST.get(step, self.days))

    def pieces(self, step: Step) -> tuple[Period, ...]:
        """Return its days, weeks (from Monday) or months; the first and the last may be cut."""
        starts = [day for day in self if day == self.first or BEGINS[step](day)]
        ends = [*(start - DAY for start in starts[1:]), self.last]
        return tuple(map(Period, starts, ends))


BEGINS: dict[Step, Callable[[date], bool]] = {
    Step.DAY: lambda day: True,
    Step.WEEK: lambda day: day.weekday() == 0,
    Step.MONTH: lambda day: day.day == 1,
}
"""Whether a piece begins on a day."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a period, and what was answered in it."""

    period: Period
    count: Count


@dataclass(frozen=True, slots=True)
class Course:
    """What was answered in the course of a period: in short pieces, and in pieces that have enough votes for shares."""

    answers: tuple[Piece, ...]
    shares: tuple[Piece, ...]


def course(period: Period, days: Collection[tuple[date, Count]]) -> Course:
    """Return the course of a period; a day that is not among the days has no answers."""
    ways = [_spread(period.pieces(step), days) for step in period.steps]
    return Course(ways[0], next(filter(_shows_shares, ways), ways[-1]))


def _spread(pieces: Sequence[Period], days: Iterable[tuple[date, Count]]) -> tuple[Piece, ...]:
    starts = [piece.first for piece in pieces]
    counts = [Count()] * len(pieces)
    for day, count in days:
        counts[bisect_right(starts, day) - 1] += count
    return tuple(map(Piece, pieces, counts))


def _shows_shares(pieces: Iterable[Piece]) -> bool:
    """Whether most of the pieces with answers have enough of them."""
    enough = [piece.count.share.enough for piece in pieces if piece.count.answers]
    return 2 * sum(enough) > len(enough)
