from __future__ import annotations

from datetime import date, timedelta

import pytest

from govpage.feedback.periods import Period, Step, course
from govpage.feedback.statistics import Count

LAST = date(2026, 11, 29)


def test_a_period_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="2026-11-28 is before 2026-11-29"):
        Period(LAST, date(2026, 11, 28))


def test_as_many_days_before() -> None:
    period = Period.ending(LAST, 28)
    assert (period.days, period.before) == (28, Period(date(2026, 10, 5), date(2026, 11, 1)))


@pytest.mark.parametrize(
    ("days", "steps"),
    [
        pytest.param(1, ("day", "week", "month"), id="a-day"),
        pytest.param(31, ("day", "week", "month"), id="a-month"),
        pytest.param(32, ("week", "month"), id="weeks"),
        pytest.param(190, ("week", "month"), id="half-a-year"),
        pytest.param(191, ("month",), id="more"),
    ],
)
def test_steps_in_which_a_period_can_be_shown(days: int, steps: tuple[str, ...]) -> None:
    assert Period.ending(LAST, days).steps == steps


@pytest.mark.parametrize(
    ("days", "step", "first", "second", "number"),
    [
        pytest.param(3, Step.DAY, ("2026-11-27", "2026-11-27"), ("2026-11-28", "2026-11-28"), 3, id="days"),
        pytest.param(10, Step.WEEK, ("2026-11-20", "2026-11-22"), ("2026-11-23", "2026-11-29"), 2, id="weeks"),
        pytest.param(40, Step.MONTH, ("2026-10-21", "2026-10-31"), ("2026-11-01", "2026-11-29"), 2, id="months"),
    ],
)
def test_pieces(days: int, step: Step, first: tuple[str, str], second: tuple[str, str], number: int) -> None:
    pieces = Period.ending(LAST, days).pieces(step)
    shown = [(str(piece.first), str(piece.last)) for piece in pieces]
    assert (shown[:2], len(pieces), shown[-1][1]) == ([first, second], number, str(LAST))


def test_a_day_without_answers_is_there_and_empty() -> None:
    found = course(Period.ending(LAST, 3), [(LAST, Count(yes=40))])
    assert [piece.count for piece in found.answers] == [Count(), Count(), Count(yes=40)]


@pytest.mark.parametrize(
    ("each_day", "number"),
    [pytest.param(40, 28, id="days"), pytest.param(10, 4, id="weeks"), pytest.param(1, 1, id="month")],
)
def test_shares_are_shown_in_pieces_with_enough_votes(each_day: int, number: int) -> None:
    period = Period(date(2026, 11, 2), LAST)
    days = [(LAST - timedelta(days=ago), Count(yes=each_day)) for ago in range(28)]
    found = course(period, days)
    assert (len(found.shares), len(found.answers)) == (number, 28)


def test_nothing_has_a_course_too() -> None:
    found = course(Period.ending(LAST, 28), [])
    assert ({piece.count for piece in found.shares}, len(found.answers)) == ({Count()}, 28)
