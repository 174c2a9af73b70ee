"""What is found in tallies, and that one cause is one alert."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connections
from django.utils.timezone import localdate
from pytest_django import Settings

from govpage.feedback.alert_words import describe
from govpage.feedback.alerts import find, raise_alerts
from govpage.feedback.mailing import alerts_letter
from govpage.feedback.models import Alert, AlertKind, Page
from govpage.feedback.statistics import Count
from govpage.feedback.watching import WEEKS
from tests.bench.alarms import alarms_of
from tests.feedback.team.tallies import MONDAY, SUNDAY, fell, make_page, tally, weeks

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 15, tzinfo=UTC)
GOOD, BAD = (80, 20), (40, 60)


def causes(today: date = MONDAY) -> list[str]:
    return [found.cause for found in find(today)]


@pytest.fixture
def page() -> Page:
    return make_page()


@pytest.fixture
def lively() -> None:
    """Another page that is answered about each day, so that the site is not silent."""
    other = make_page("/lively/")
    for ago in range(150):
        tally(other, MONDAY + timedelta(days=20 - ago), 20, 5)


def test_nothing_to_look_at() -> None:
    assert causes() == []


def test_fall_is_found(page: Page) -> None:
    weeks(page, *[GOOD] * 8, BAD)
    (found,) = find(MONDAY)
    assert (found.kind, found.page, found.cause) == (AlertKind.FELL, page.pk, f"fell:{page.pk}:2026-W48")
    assert found.details == {"week": "2026-11-29", "yes_before": 640, "before": 800, "yes_after": 40, "after": 100}


def test_week_that_is_not_over_is_not_looked_at(page: Page) -> None:
    weeks(page, *[GOOD] * 8, BAD)
    assert causes(SUNDAY) == []


def test_fall_is_the_same_cause_all_week(page: Page) -> None:
    weeks(page, *[GOOD] * 8, BAD)
    raised = [len(raise_alerts(NOW + timedelta(days=days))) for days in (0, 0, 1, 6)]
    assert raised == [1, 0, 0, 0]


def test_fall_is_not_found_again_in_the_weeks_after_it(page: Page) -> None:
    weeks(page, *[GOOD] * 8, BAD, BAD, BAD, last=SUNDAY + timedelta(days=14))
    assert [len(raise_alerts(NOW + timedelta(days=7 * number))) for number in range(3)] == [1, 0, 0]


def test_second_fall_after_the_first_is_found(page: Page) -> None:
    weeks(page, *[GOOD] * 8, BAD, (10, 90), last=SUNDAY + timedelta(days=7))
    assert [len(raise_alerts(NOW + timedelta(days=7 * number))) for number in range(2)] == [1, 1]


def told_weeks(page: Page, course: list[Count]) -> list[int]:
    """Run the command after each week of a course, the first eleven left out; return the weeks that it told of."""
    for number, count in enumerate(course):
        tally(page, SUNDAY + timedelta(days=7 * number), count.yes, count.no)
    looks = range(WEEKS - 1, len(course))
    return [number for number in looks if raise_alerts(NOW + timedelta(days=7 * number))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(Count(13, 1), Count(2, 12), id="of-a-page-with-fourteen-answers-a-week"),
        pytest.param(Count(10, 0), Count(0, 10), id="of-a-page-with-ten"),
    ],
)
def test_fall_is_told_once_however_long_it_lasts(page: Page, before: Count, after: Count) -> None:
    assert told_weeks(page, [before] * 14 + [after] * 30) == [14]


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_simulation_finds_what_the_command_finds(page: Page, seed: int) -> None:
    chance, course = Random(seed), []
    for share, number in ((0.95, 14), (0.1, 22), (0.9, 14), (0.15, 10)):
        for _week in range(number):
            yes = sum(chance.random() < share for _answer in range(12))
            course.append(Count(yes, 12 - yes))
    assert told_weeks(page, course) == alarms_of(course) != []


def test_alert_of_long_ago_keeps_no_fall_back(page: Page) -> None:
    fell(page, week=SUNDAY - timedelta(days=70), raised=NOW - timedelta(days=69))
    weeks(page, *[GOOD] * 8, BAD)
    assert causes() == [f"fell:{page.pk}:2026-W48"]


@pytest.mark.usefixtures("lively")
def test_silent_page_is_found_once(page: Page) -> None:
    weeks(page, *[(10, 10)] * 6, last=SUNDAY - timedelta(days=7))
    raised = [alert.cause for days in (0, 1, 8, 15) for alert in raise_alerts(NOW + timedelta(days=days))]
    assert raised == [f"silent-page:{page.pk}:2026-11-22"]


def test_silent_site_is_said_once_and_not_of_each_page(page: Page) -> None:
    for ago in range(7, 130):
        tally(page, SUNDAY - timedelta(days=ago), 20, 5)
    raised = [alert.cause for days in (0, 1, 7) for alert in raise_alerts(NOW + timedelta(days=days))]
    assert raised == ["silent-site:2026-11-22"]


def test_several_pages_are_told_apart() -> None:
    for path in ("/a/", "/b/", "/c/"):
        weeks(make_page(path), *[GOOD] * 8, BAD if path != "/b/" else GOOD)
    assert [found.page for found in find(MONDAY)] == [Page.objects.get(path=path).pk for path in ("/a/", "/c/")]


@pytest.mark.parametrize(
    ("days", "step"), [(91, None), (90, 90), (31, 90), (30, 30), (8, 30), (7, 7), (0, 7), (-1, -1), (-400, -1)]
)
def test_clearance_that_ends(days: int, step: int | None, settings: Settings) -> None:
    expires = MONDAY + timedelta(days=days)
    settings.GOVPAGE_FEEDBACK = {"clearance": {"number": "1234-0001", "expires": expires}}
    assert causes() == ([] if step is None else [f"clearance:1234-0001:{expires}:{step}"])


def test_clearance_that_ends_is_said_at_each_step_once(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"clearance": {"number": "1234-0001", "expires": MONDAY + timedelta(days=91)}}
    raised = [len(raise_alerts(NOW + timedelta(days=days))) for days in (0, 1, 2, 61, 62, 84, 85, 92, 93)]
    assert raised == [0, 1, 0, 1, 0, 1, 0, 1, 0]


def test_clearance_without_an_end_needs_no_alert(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"clearance": {"burden": "2 minutes"}}
    assert causes() == []


FELL = {"week": "2026-11-29", "yes_before": 80, "before": 100, "yes_after": 40, "after": 100}
SILENT = {"first": "2026-11-29", "last": "2026-11-29", "used_to_get": 12, "held": 1}


@pytest.mark.parametrize(
    ("kind", "details", "words"),
    [
        pytest.param(
            "fell", FELL, "From 80% (71% to 87%) to 40% (31% to 50%). Fell: −40 points (−51 to −27).", id="fell"
        ),
        pytest.param("silent-site", SILENT, "where at least 12 used to come", id="site"),
        pytest.param("silent-page", SILENT, "still works. 1 answer was held.", id="page"),
        pytest.param("silent-page", SILENT | {"held": 2}, "still works. 2 answers were held.", id="page-held"),
        pytest.param(
            "clearance", {"number": "1", "expires": "9999-01-31"}, "clearance 1 is January 31, 9999", id="clearance"
        ),
        pytest.param(
            "clearance", {"number": "1", "expires": "2026-06-01"}, "clearance 1 was June 1, 2026. Unless", id="ended"
        ),
        pytest.param("redaction", {}, "the comment was not", id="redaction"),
        pytest.param("burst", {}, "set aside those that are no visitors", id="burst"),
    ],
)
def test_words_of_an_alert(kind: str, details: dict[str, Any], words: str) -> None:
    assert words in describe(Alert(kind=kind, details=details))


@pytest.mark.parametrize(
    ("days", "title", "words"),
    [
        pytest.param(1, "ends soon", "After it the form asks for no reasons.", id="before"),
        pytest.param(0, "ends soon", "After it the form asks for no reasons.", id="last-day"),
        pytest.param(-1, "has ended", "the form asks for no reasons now.", id="ended"),
    ],
)
def test_clearance_has_ended_once_its_last_day_is_over(days: int, title: str, words: str) -> None:
    expires = localdate() + timedelta(days=days)
    alert = Alert(kind="clearance", details={"number": "1234-0001", "expires": str(expires)})
    assert (str(alert), describe(alert).endswith(words)) == (f"The clearance of the questions {title}", True)


def test_mail_about_a_clearance_that_has_ended_says_so(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"clearance": {"number": "1234-0001", "expires": date(2026, 6, 1)}}
    text = alerts_letter(raise_alerts(NOW)).as_text()
    assert "The clearance of the questions has ended" in text
    assert "The last day of clearance 1234-0001 was June 1, 2026." in text


def test_every_kind_has_words() -> None:
    from govpage.feedback.alert_words import SENTENCES

    assert set(SENTENCES) == set(AlertKind)


def test_number_of_queries_is_the_same_for_many_pages(django_assert_num_queries: Any) -> None:
    for number in range(30):
        weeks(make_page(f"/{number}/"), *[GOOD] * 9)
    connections["default"].ensure_connection()
    with django_assert_num_queries(3):
        assert causes() == []
