"""Outages of the whole site: each is told once, whenever it is looked for, and not of each page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from govpage.feedback.alerts import raise_alerts
from govpage.feedback.models import Page, Tally
from govpage.feedback.periods import Period
from tests.feedback.team.tallies import each_day, make_page, tally

pytestmark = pytest.mark.django_db
AUGUST, END = date(2026, 8, 1), date(2027, 4, 30)
OUTAGE = Period(date(2026, 11, 16), date(2026, 11, 24))


@pytest.fixture
def page() -> Page:
    return make_page()


@pytest.fixture
def pages() -> list[Page]:
    return [make_page(path) for path in ("/a/", "/b/", "/c/")]


def raised_from(first: date, last: date, *, every: int = 1) -> list[tuple[str, str]]:
    """Run the command at noon on the days from a first to a last one; return when it raised what."""
    days = list(Period(first, last))[::every]
    noons = [datetime(day.year, day.month, day.day, 17, tzinfo=UTC) for day in days]
    return [(str(noon.date()), alert.cause) for noon in noons for alert in raise_alerts(noon)]


def test_outage_is_one_alert_while_it_lasts_and_afterwards(pages: list[Page]) -> None:
    for page in pages:
        each_day(page, AUGUST, END, but=OUTAGE)
    assert raised_from(OUTAGE.first, date(2026, 12, 31)) == [("2026-11-17", "silent-site:2026-11-15")]


def test_site_that_is_silent_for_good_is_told_once_for_good(pages: list[Page]) -> None:
    for page in pages:
        each_day(page, AUGUST, date(2026, 11, 17))
    assert raised_from(date(2026, 11, 16), date(2027, 4, 1), every=3) == [("2026-11-19", "silent-site:2026-11-17")]


@pytest.mark.parametrize(
    ("weekdays", "silent"),
    [
        pytest.param({0}, OUTAGE, id="monday-of-two-weeks"),
        pytest.param({1, 2, 3, 4, 5, 6}, Period(date(2026, 11, 17), date(2026, 11, 22)), id="all-but-monday"),
    ],
)
def test_page_with_all_its_answers_on_days_of_an_outage_is_not_silent_by_itself(
    pages: list[Page], weekdays: set[int], silent: Period
) -> None:
    each_day(pages[0], AUGUST, END, but=silent)
    others = [day for day in Period(AUGUST, END) if day.weekday() not in weekdays]
    each_day(pages[1], AUGUST, END, 20, but=[*others, *silent])
    before, told = silent.first - timedelta(days=1), silent.first + timedelta(days=1)
    assert raised_from(silent.first, date(2027, 1, 5)) == [(str(told), f"silent-site:{before}")]


def test_hours_with_answers_on_the_first_and_the_last_day_of_an_outage_tell_nothing_of_a_page(
    pages: list[Page],
) -> None:
    first, last = date(2026, 11, 16), date(2026, 11, 22)
    silent = Period(first + timedelta(days=1), last - timedelta(days=1))
    for page in pages:
        each_day(page, AUGUST, END, 20, but=[first, *silent, last])
    tally(make_page("/d/"), first, 3), tally(make_page("/d/"), last, 15)
    assert raised_from(first, date(2026, 12, 15)) == [("2026-11-18", "silent-site:2026-11-16")]


def test_page_that_stays_silent_after_an_outage_is_found_in_its_first_week(pages: list[Page]) -> None:
    each_day(pages[0], AUGUST, END, but=OUTAGE)
    each_day(pages[1], AUGUST, OUTAGE.first - timedelta(days=1))
    assert raised_from(OUTAGE.first, date(2027, 1, 31)) == [
        ("2026-11-17", "silent-site:2026-11-15"),
        ("2026-11-30", f"silent-page:{pages[1].pk}:2026-11-15"),
    ]


def test_outage_in_which_nobody_looked_is_told_afterwards(page: Page) -> None:
    each_day(page, AUGUST, END, but=OUTAGE)
    assert raised_from(date(2026, 11, 27), date(2027, 1, 31)) == [("2026-11-27", "silent-site:2026-11-15")]


def test_outage_of_long_ago_is_no_news(page: Page) -> None:
    each_day(page, AUGUST, END, but=OUTAGE)
    assert raised_from(date(2026, 12, 7), date(2027, 1, 31)) == []


def test_outage_is_told_by_a_command_that_runs_once_a_week(page: Page) -> None:
    each_day(page, AUGUST, END, but=Period(date(2026, 11, 18), date(2026, 11, 20)))
    assert raised_from(date(2026, 11, 17), date(2026, 12, 31), every=7) == [("2026-11-24", "silent-site:2026-11-17")]


def test_outage_soon_after_a_long_one_is_told_too(page: Page) -> None:
    each_day(page, AUGUST, END, 20, but=[*OUTAGE, *Period(date(2026, 12, 1), date(2026, 12, 2))])
    assert raised_from(OUTAGE.first, date(2027, 1, 31)) == [
        ("2026-11-17", "silent-site:2026-11-15"),
        ("2026-12-02", "silent-site:2026-11-30"),
    ]


def test_weekday_on_which_a_site_falls_asleep_is_told_once(page: Page) -> None:
    sundays = [day for day in Period(OUTAGE.first, END) if day.weekday() == 6]
    each_day(page, AUGUST, END, 20, but=sundays)
    assert raised_from(OUTAGE.first, date(2027, 3, 1)) == [("2026-11-23", "silent-site:2026-11-21")]


@pytest.mark.parametrize(
    ("first", "told"), [(OUTAGE.first, "2026-11-17"), (date(2026, 11, 27), "2026-11-27")], ids=["daily", "afterwards"]
)
def test_few_answers_amid_an_outage_make_no_two_of_it(pages: list[Page], first: date, told: str) -> None:
    for page in pages:
        each_day(page, AUGUST, END, but=OUTAGE)
    tally(pages[0], date(2026, 11, 19), 1), tally(pages[0], date(2026, 11, 23), 1)
    assert raised_from(first, date(2026, 12, 31)) == [(told, "silent-site:2026-11-15")]


def test_outage_that_is_found_late_hides_its_first_days_too(pages: list[Page]) -> None:
    for page in pages:
        each_day(page, AUGUST, END, 10, but=[*Period(date(2026, 11, 9), date(2026, 11, 11)), *OUTAGE])
    assert raised_from(date(2026, 11, 9), date(2026, 12, 31)) == [
        ("2026-11-10", "silent-site:2026-11-08"),
        ("2026-11-20", "silent-site:2026-11-15"),
    ]


def test_outage_beside_a_shorter_one_three_weeks_before_is_no_silence_of_a_page(page: Page) -> None:
    shorter, longer = Period(date(2026, 11, 2), date(2026, 11, 8)), Period(date(2026, 11, 23), date(2026, 11, 29))
    each_day(page, AUGUST, END, 10, but=[*shorter, *longer])
    tally(page, shorter.first, 1)
    assert raised_from(shorter.first, date(2027, 1, 31)) == [
        ("2026-11-04", "silent-site:2026-11-02"),
        ("2026-11-30", "silent-site:2026-11-22"),
    ]


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        pytest.param(date(2026, 11, 16), {"yes": 1}, id="answer-of-its-first-day-released"),
        pytest.param(date(2026, 11, 18), {"yes": 1, "no": 3}, id="some-answers-of-a-day-in-it-released"),
        pytest.param(date(2026, 11, 15), {"held": 0, "yes": 0, "no": 0}, id="last-answers-before-it-set-aside"),
    ],
)
def test_outage_is_told_once_though_staff_let_answers_count_or_not(page: Page, day: date, kept: dict[str, int]) -> None:
    each_day(page, AUGUST, END, 20, but=OUTAGE)
    for silent in OUTAGE:
        tally(page, silent, held=30)
    first = raised_from(OUTAGE.first, date(2026, 11, 19))
    Tally.objects.filter(day=day).update(**kept)
    assert [*first, *raised_from(date(2026, 11, 20), date(2027, 1, 31))] == [("2026-11-17", "silent-site:2026-11-15")]
