"""Shares with what they leave open: every score has an interval, and none is given of a few votes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import hypot, sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
"""Standard deviations on either side of a 95 % interval."""

ENOUGH = 30
"""Votes under which no share is given."""

KINDS = ("yes", "no", "partly", "held", "held_yes")
"""What is counted, in the order of ``Count``."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true value lies, 95 times in 100.

    Units: shares from 0 to 1; a difference from -1 to 1
    """

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole."""

    part: int
    whole: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole:
            raise ValueError(f"{self.part} is no part of {self.whole}.")

    @property
    def enough(self) -> bool:
        """Whether there are enough votes to give a share."""
        return self.whole >= ENOUGH

    @property
    def value(self) -> float:
        """The share itself.

        Raises: ZeroDivisionError of nothing, since no votes are not 0 %
        """
        return self.part / self.whole

    @property
    def interval(self) -> Interval:
        """Its interval; of nothing, anything may be true.

        Source: E. B. Wilson (1927), score interval without continuity correction
        """
        if not self.whole:
            return Interval(0.0, 1.0)
        middle = (self.part + Z * Z / 2) / (self.whole + Z * Z)
        half = Z * sqrt(self.value * (1 - self.value) * self.whole + Z * Z / 4) / (self.whole + Z * Z)
        return Interval(max(0.0, middle - half), min(1.0, middle + half))


class Direction(StrEnum):
    """What can be said of a change."""

    UP = "up"
    DOWN = "down"
    UNCLEAR = "unclear"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class Change:
    """From one share to another."""

    before: Share
    after: Share

    @property
    def enough(self) -> bool:
        """Whether both have enough votes."""
        return self.before.enough and self.after.enough

    @property
    def difference(self) -> float:
        """How much higher the share is afterwards."""
        return self.after.value - self.before.value

    @property
    def interval(self) -> Interval:
        """The interval of the difference.

        Source: R. G. Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
        """
        old, new = self.before.interval, self.after.interval
        down = hypot(self.after.value - new.low, old.high - self.before.value)
        up = hypot(new.high - self.after.value, self.before.value - old.low)
        return Interval(self.difference - down, self.difference + up)

    @property
    def direction(self) -> Direction:
        """Whether it rose or fell; unclear where the interval of the difference has 0 in it."""
        if not self.enough:
            return Direction.TOO_FEW
        if self.interval.low > 0:
            return Direction.UP
        return Direction.DOWN if self.interval.high < 0 else Direction.UNCLEAR


@dataclass(frozen=True, slots=True)
class Count:
    """Answers of a time, as tallies have them; what is held does not count.

    Shape: held_yes are those of held that say Yes
    """

    yes: int = 0
    no: int = 0
    partly: int = 0
    held: int = 0
    held_yes: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(*(getattr(self, kind) + getattr(other, kind) for kind in KINDS))

    @property
    def answers(self) -> int:
        """Answers that count."""
        return self.yes + self.no + self.partly

    @property
    def share(self) -> Share:
        """Those who said Yes, of all whose answer counts; "Partly" is no Yes."""
        return Share(self.yes, self.answers)

    @property
    def share_with_held(self) -> Share:
        """The share if what is held counted too."""
        return Share(self.yes + self.held_yes, self.answers + self.held)
