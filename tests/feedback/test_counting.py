"""How often a check held, refused or noticed something: counted right, and without a row for each of a flood."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from govpage.feedback import upkeep
from govpage.feedback.counting import SECONDS, Notes, count_held, notes
from govpage.feedback.models import Alert, AlertKind, Page, ScreeningTally
from govpage.feedback.origin import Verdict
from govpage.feedback.screening import Screening
from tests.feedback.broken import refusing
from tests.feedback.databases import rows
from tests.feedback.visits import PAGE

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
DAY = date(2026, 3, 4)
REFUSED = Screening(Verdict.REFUSE, "other-site", "No.")
HELD = Screening(Verdict.HOLD, "honeypot")
NOTICED = Screening(signals=("unknown-fields",))
BURST = Screening(signals=("burst",))


class Clock:
    """A clock that stands still until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def noted(clock: Clock) -> Notes:
    return Notes(clock)


def note(noted: Notes, *screenings: Screening, now: datetime = NOW) -> None:
    for screening in screenings:
        noted.add(screening, PAGE.path, now)


def counted() -> list[tuple[date, str, str, int]]:
    return list(
        ScreeningTally.objects.order_by("day", "check_name").values_list("day", "check_name", "verdict", "count")
    )


def test_what_was_refused_and_noticed_is_counted(noted: Notes, db: None) -> None:
    note(noted, REFUSED, NOTICED, REFUSED, Screening())
    noted.refused("token", NOW)
    noted.write_down()
    assert counted() == [
        (DAY, "other-site", "refuse", 2),
        (DAY, "token", "refuse", 1),
        (DAY, "unknown-fields", "signal", 1),
    ]


def test_signals_beside_a_verdict_are_counted_too(noted: Notes, db: None) -> None:
    note(noted, Screening(Verdict.HOLD, "honeypot", signals=("unknown-fields",)))
    noted.write_down()
    assert counted() == [(DAY, "unknown-fields", "signal", 1)]


def test_what_is_held_is_not_noted_as_it_is_counted_where_it_is_kept(noted: Notes) -> None:
    note(noted, HELD)
    assert not noted.is_due()


def test_what_is_held_is_counted(db: None) -> None:
    count_held("honeypot", NOW)
    count_held("honeypot", NOW)
    assert counted() == [(DAY, "honeypot", "hold", 2)]


def test_what_is_not_kept_is_not_counted_as_held(db: None) -> None:
    with transaction.atomic():
        count_held("honeypot", NOW)
        transaction.set_rollback(True)
    assert counted() == []


def test_days_are_those_of_the_site(noted: Notes, db: None) -> None:
    note(noted, REFUSED, now=datetime(2026, 3, 4, 4, 59, tzinfo=UTC))
    note(noted, REFUSED, now=datetime(2026, 3, 4, 5, 0, tzinfo=UTC))
    noted.write_down()
    assert [day for day, *_rest in counted()] == [date(2026, 3, 3), DAY]


def test_flood_of_refusals_is_one_row_and_few_statements(noted: Notes, clock: Clock, db: None) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for _request in range(1000):
            note(noted, REFUSED)
            noted.write_down()
            clock.now += 0.01
    clock.now += SECONDS
    noted.write_down()
    assert counted() == [(DAY, "other-site", "refuse", 1000)]
    assert len(asked) < 10


def test_nothing_noted_is_never_due(noted: Notes) -> None:
    noted.write_down()
    assert not noted.is_due()


def test_what_cannot_be_written_down_is_kept(noted: Notes, clock: Clock, database_file: Path) -> None:
    note(noted, REFUSED, BURST)
    with refusing(database_file, "screeningtally"), pytest.raises(DatabaseError, match="refused"):
        noted.write_down()
    assert not noted.is_due()
    clock.now += SECONDS
    note(noted, REFUSED)
    noted.write_down()
    assert [row[1:] for row in counted()] == [("burst", "signal", 1), ("other-site", "refuse", 2)]


def test_noting_in_ten_threads_loses_nothing(noted: Notes, db: None) -> None:
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda _number: note(noted, *[REFUSED] * 100), range(10)))
    noted.write_down()
    assert counted() == [(DAY, "other-site", "refuse", 1000)]


def test_burst_is_an_alert_for_its_page_once_a_day(noted: Notes, clock: Clock, db: None) -> None:
    page = Page.objects.named(PAGE)
    for days in (0, 0, 1):
        note(noted, BURST, BURST, now=NOW + timedelta(days=days))
        noted.write_down()
        clock.now += SECONDS
    assert list(Alert.objects.values_list("kind", "page")) == [(AlertKind.BURST, page.pk)] * 2


def moved(path: str) -> str:
    """The site's resolver."""
    return "/harbor/" if path == PAGE.path else path


def test_burst_of_a_page_that_has_moved_is_an_alert_where_it_stands_now(
    noted: Notes, db: None, settings: Settings
) -> None:
    settings.GOVPAGE_FEEDBACK = {"resolver": f"{__name__}.moved"}
    Page.objects.named(PAGE)
    note(noted, BURST)
    noted.write_down()
    assert Alert.objects.values_list("kind", "page__path").get() == (AlertKind.BURST, "/harbor/")


def test_burst_of_a_page_that_is_gone_is_no_alert(noted: Notes, db: None) -> None:
    note(noted, BURST)
    noted.write_down()
    assert not Alert.objects.exists()


def test_what_is_saved_brings_down_what_was_noted(db: None) -> None:
    note(notes, REFUSED)
    upkeep.after_each()
    assert counted() == [(DAY, "other-site", "refuse", 1)]


def test_fault_in_writing_down_is_logged(database_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    note(notes, REFUSED)
    with refusing(database_file, "screeningtally"):
        upkeep.after_each()
    assert "What the checks noted could not be written down: IntegrityError." in caplog.text
    assert rows(database_file, "screeningtally") == 0
