"""The breaker: who may try while the database fails."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from govpage.feedback.breaker import FAILURES, PAUSE, Breaker


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def failing(clock: Clock, times: int) -> Breaker:
    breaker = Breaker(clock)
    for _time in range(times):
        breaker.failed()
    return breaker


@pytest.mark.parametrize(
    ("failures", "allowed"),
    [
        pytest.param(0, True, id="all-is-well"),
        pytest.param(FAILURES - 1, True, id="some-failures"),
        pytest.param(FAILURES, False, id="too-many-in-a-row"),
    ],
)
def test_who_may_try(failures: int, allowed: bool, clock: Clock) -> None:
    assert failing(clock, failures).allows() is allowed


def test_one_may_try_in_each_pause(clock: Clock) -> None:
    breaker = failing(clock, FAILURES)
    clock.now += PAUSE
    assert [breaker.allows(), breaker.allows()] == [True, False]
    clock.now += PAUSE
    assert breaker.allows()


def test_try_that_fails_begins_another_pause(clock: Clock) -> None:
    breaker = failing(clock, FAILURES)
    clock.now += PAUSE
    breaker.allows()
    clock.now += PAUSE / 2
    breaker.failed()
    clock.now += PAUSE * 3 / 4
    assert not breaker.allows()


def test_success_lets_everybody_try(clock: Clock) -> None:
    breaker = failing(clock, FAILURES)
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()
