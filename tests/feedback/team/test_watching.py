"""The rules of the alerts, on numbers alone."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from govpage.feedback.statistics import Change, Count, Share
from govpage.feedback.watching import PAGE_SILENCE, SITE_SILENCE, Silence, fall, falls, last_week, silence
from tests.bench.alarms import ALLOWED, PAGES, Site, power, quiet
from tests.feedback.team.tallies import MONDAY, SUNDAY


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(Share(80, 100), Share(55, 100), True, id="falls"),
        pytest.param(Share(80, 100), Share(70, 100), False, id="intervals-touch"),
        pytest.param(Share(8000, 10000), Share(7100, 10000), False, id="nine-points"),
        pytest.param(Share(8000, 10000), Share(7000, 10000), True, id="ten-points"),
        pytest.param(Share(29, 29), Share(0, 100), False, id="too-few-before"),
        pytest.param(Share(100, 100), Share(0, 29), False, id="too-few-after"),
        pytest.param(Share(30, 30), Share(0, 30), True, id="thirty"),
        pytest.param(Share(55, 100), Share(80, 100), False, id="rises"),
    ],
)
def test_rule_of_a_fall(before: Share, after: Share, expected: bool) -> None:
    assert falls(Change(before, after)) is expected


GOOD, BAD, LITTLE = Count(yes=80, no=20), Count(yes=40, no=60), Count(yes=2, no=13)


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        pytest.param([GOOD] * 8 + [BAD], Change(Share(640, 800), Share(40, 100)), id="one-week"),
        pytest.param(
            [GOOD] * 8 + [LITTLE] * 2, Change(Share(640, 800), Share(4, 30)), id="two-weeks-of-a-quieter-page"
        ),
        pytest.param(
            [GOOD] * 8 + [Count(no=8)] * 4, Change(Share(640, 800), Share(0, 32)), id="four-weeks-of-a-quiet-page"
        ),
        pytest.param([GOOD] * 8 + [Count(no=7)] * 4, None, id="too-quiet"),
        pytest.param([GOOD] * 9, None, id="same"),
        pytest.param([BAD], None, id="new"),
        pytest.param([], None, id="nothing"),
        pytest.param([BAD] * 8 + [GOOD], None, id="rises"),
    ],
)
def test_last_weeks_are_compared_with_those_before(weeks: list[Count], expected: Change | None) -> None:
    assert fall(weeks) == expected


@pytest.mark.parametrize(("today", "last"), [(MONDAY, SUNDAY), (SUNDAY, SUNDAY - timedelta(days=7))])
def test_a_week_is_looked_at_when_it_is_over(today: date, last: date) -> None:
    week = last_week(today)
    assert (week.last, week.days, week.first.weekday()) == (last, 7, 0)


def each_day(count: int, *, silent: int, days: int = 120, held: int = 0) -> dict[date, Count]:
    """Return so many answers a day, and none in the last days."""
    answered = {SUNDAY - timedelta(days=ago): Count(yes=count) for ago in range(silent, days)}
    return {**answered, SUNDAY: answered.get(SUNDAY, Count()) + Count(held=held)}


@pytest.mark.parametrize(
    ("days", "spans", "length"),
    [
        pytest.param(each_day(10, silent=1), SITE_SILENCE, 1, id="site-a-day"),
        pytest.param(each_day(4, silent=3), SITE_SILENCE, 3, id="site-three-days"),
        pytest.param(each_day(2, silent=7), SITE_SILENCE, 7, id="site-a-week"),
        pytest.param(each_day(1, silent=28), SITE_SILENCE, 28, id="site-four-weeks"),
        pytest.param(each_day(9, silent=1), SITE_SILENCE, 0, id="site-one-day-of-few"),
        pytest.param(each_day(9, silent=0), SITE_SILENCE, 0, id="not-silent"),
        pytest.param({}, SITE_SILENCE, 0, id="never-answered"),
        pytest.param(each_day(100, silent=3), PAGE_SILENCE, 0, id="page-three-days"),
        pytest.param(each_day(2, silent=7), PAGE_SILENCE, 7, id="page-a-week"),
        pytest.param(each_day(100, silent=0, days=14) | {}, PAGE_SILENCE, 0, id="new-page"),
        pytest.param(each_day(100, silent=7, days=21), PAGE_SILENCE, 0, id="page-that-was-news-for-two-weeks"),
    ],
)
def test_silence_is_found_where_answers_used_to_come(
    days: dict[date, Count], spans: tuple[int, ...], length: int
) -> None:
    found = silence(days, SUNDAY, spans)
    assert (found.period.days if found else 0) == length


def days_ago(*ago: int) -> frozenset[date]:
    return frozenset(SUNDAY - timedelta(days=number) for number in ago)


@pytest.mark.parametrize(
    ("silent", "hidden", "length"),
    [
        pytest.param(7, days_ago(*range(7)), 0, id="all-that-is-looked-at"),
        pytest.param(7, days_ago(0, 1), 7, id="two-of-the-silent-days"),
        pytest.param(7, days_ago(0, 1, 2), 0, id="so-many-that-too-few-are-left"),
        pytest.param(14, days_ago(*range(7, 14)), 7, id="a-week-before-is-passed-over"),
        pytest.param(42, days_ago(*range(7, 42)), 7, id="and-so-are-five"),
        pytest.param(28, days_ago(*range(7)), 28, id="a-week-of-four"),
        pytest.param(28, days_ago(*range(28, 56)), 0, id="too-few-times-to-compare-with"),
    ],
)
def test_hidden_days_say_nothing(silent: int, hidden: frozenset[date], length: int) -> None:
    found = silence(each_day(2, silent=silent, days=200), SUNDAY, PAGE_SILENCE, hidden)
    assert (found.period.days if found else 0) == length


def test_site_that_sleeps_on_sundays_is_not_silent_on_them() -> None:
    days = {SUNDAY - timedelta(days=ago): Count(yes=50) for ago in range(120) if ago % 7}
    assert silence(days, SUNDAY, SITE_SILENCE) is None


def test_what_is_held_is_no_answer_and_is_said() -> None:
    found = silence(each_day(10, silent=1, held=6), SUNDAY, SITE_SILENCE)
    assert isinstance(found, Silence)
    assert (found.used_to_get, found.held) == (10, 6)


def test_quiet_pages_raise_few_alarms() -> None:
    """A fifth of the pages that ``make bench`` looks at, for a few weeks, and the busiest left out."""
    alarms = quiet(Site(pages=100, weeks=23, weekly=(5, 10, 20, 40)), Random(7))
    assert alarms.a_week <= ALLOWED * 100 / PAGES
    assert sum(alarms.silences) == 0


@pytest.mark.parametrize(("drop", "weekly", "at_least"), [(0.3, 40, 0.95), (0.2, 160, 0.95), (0.3, 10, 0.5)])
def test_falls_are_found(drop: float, weekly: float, at_least: float) -> None:
    assert power(drop, weekly, Random(3), trials=60) >= at_least
