from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from govpage.news.ages import moment_after
from govpage.news.lifecycle import CURRENT, PUBLIC, State
from govpage.news.models import ArchiveRule, Kind, NewsRelease
from tests.news.factories import FUTURE, NOW, PAST, make

pytestmark = pytest.mark.django_db
INSTANT = timedelta(microseconds=1)


def state(at: datetime = NOW) -> str:
    return NewsRelease.objects.with_state(at).get().state


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        pytest.param({"publish_at": None}, State.DRAFT, id="nothing-set"),
        pytest.param({"publish_at": None, "archive_at": PAST}, State.DRAFT, id="archived-but-never-published"),
        pytest.param({"publish_at": FUTURE}, State.SCHEDULED, id="published-later"),
        pytest.param({"publish_at": PAST}, State.LIVE, id="published"),
        pytest.param({"publish_at": PAST, "archive_at": FUTURE}, State.LIVE, id="archived-later"),
        pytest.param({"publish_at": PAST, "archive_at": PAST}, State.ARCHIVED, id="archived"),
        pytest.param({"publish_at": FUTURE, "archive_at": PAST}, State.SCHEDULED, id="archived-before-published"),
        pytest.param({"publish_at": PAST, "withdraw_at": PAST}, State.WITHDRAWN, id="withdrawn"),
        pytest.param(
            {"publish_at": PAST, "archive_at": PAST, "withdraw_at": PAST}, State.WITHDRAWN, id="archived-and-withdrawn"
        ),
        pytest.param({"publish_at": PAST, "withdraw_at": FUTURE}, State.LIVE, id="withdrawn-later"),
        pytest.param({"publish_at": None, "withdraw_at": PAST}, State.WITHDRAWN, id="draft-withdrawn"),
        pytest.param({"publish_at": None, "in_review": True}, State.IN_REVIEW, id="in-review"),
        pytest.param({"publish_at": PAST, "in_review": True}, State.LIVE, id="reviewed-and-published"),
        pytest.param({"publish_at": FUTURE, "embargoed": True}, State.EMBARGOED, id="embargoed"),
        pytest.param({"publish_at": PAST, "embargoed": True}, State.LIVE, id="embargo-over"),
        pytest.param({"publish_at": None, "embargoed": True}, State.DRAFT, id="embargo-without-moment"),
        pytest.param({"publish_at": PAST, "updated_at": PAST}, State.UPDATED, id="updated"),
        pytest.param({"publish_at": PAST, "updated_at": FUTURE}, State.LIVE, id="updated-later"),
        pytest.param({"publish_at": FUTURE, "updated_at": PAST}, State.SCHEDULED, id="updated-before-published"),
        pytest.param({"archive_at": PAST, "updated_at": PAST}, State.ARCHIVED, id="updated-and-archived"),
        pytest.param({"expires_at": PAST}, State.EXPIRED, id="expired"),
        pytest.param({"expires_at": FUTURE}, State.LIVE, id="expires-later"),
        pytest.param({"expires_at": PAST, "archive_at": PAST}, State.EXPIRED, id="archived-and-expired"),
        pytest.param({"expires_at": PAST, "withdraw_at": PAST}, State.WITHDRAWN, id="expired-and-withdrawn"),
        pytest.param({"deleted_at": PAST, "withdraw_at": PAST}, State.DELETED, id="deleted-and-withdrawn"),
        pytest.param({"deleted_at": FUTURE}, State.LIVE, id="deleted-later"),
    ],
)
def test_state_follows_from_the_moments(moments: dict[str, Any], expected: State) -> None:
    make(**moments)
    assert state() == expected


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        pytest.param("publish_at", State.SCHEDULED, State.LIVE, id="publish"),
        pytest.param("archive_at", State.LIVE, State.ARCHIVED, id="archive"),
        pytest.param("withdraw_at", State.LIVE, State.WITHDRAWN, id="withdraw"),
        pytest.param("updated_at", State.LIVE, State.UPDATED, id="update"),
        pytest.param("expires_at", State.LIVE, State.EXPIRED, id="expire"),
        pytest.param("deleted_at", State.LIVE, State.DELETED, id="delete"),
    ],
)
def test_a_moment_counts_from_its_first_instant(field: str, before: State, after: State) -> None:
    make(**{field: NOW})
    assert (state(NOW - INSTANT), state(NOW)) == (before, after)


def test_now_is_the_moment_when_none_is_given() -> None:
    make()
    assert NewsRelease.objects.with_state().get().state == State.LIVE


def test_in_state_gives_those_states_only() -> None:
    live, archived = make(title="Live"), make(title="Archived", archive_at=PAST)
    make(title="Draft", publish_at=None)
    assert set(NewsRelease.objects.in_state(*PUBLIC, at=NOW)) == {live, archived}


@pytest.mark.parametrize(
    "states", [CURRENT, PUBLIC, (State.ARCHIVED,), (State.LIVE,), (State.DRAFT, State.EXPIRED), ()], ids=str
)
@pytest.mark.parametrize(
    "moments",
    [
        pytest.param({**moments, "publish_at": publish}, id=f"{'-'.join(moments) or 'nothing'}-{name}")
        for name, publish in (("draft", None), ("past", PAST), ("future", FUTURE))
        for moments in (
            {},
            {"updated_at": PAST},
            {"archive_at": PAST},
            {"expires_at": PAST},
            {"archive_at": FUTURE, "expires_at": FUTURE},
            {"withdraw_at": PAST},
            {"deleted_at": PAST},
        )
    ],
)
def test_what_an_index_answers_is_what_the_state_says(states: tuple[State, ...], moments: dict[str, Any]) -> None:
    make(**moments)
    assert NewsRelease.objects.in_state(*states, at=NOW).exists() == (state() in states)


def test_next_change_is_the_earliest_moment_to_come() -> None:
    make(title="One", archive_at=FUTURE, withdraw_at=FUTURE + timedelta(days=1))
    make(title="Two", publish_at=FUTURE - timedelta(days=1))
    assert NewsRelease.objects.next_change(NOW) == FUTURE - timedelta(days=1)


def test_next_change_is_none_when_all_is_over() -> None:
    make()
    assert NewsRelease.objects.next_change(NOW) is None


@pytest.mark.parametrize("name", ["publish_at", "updated_at", "archive_at", "expires_at", "withdraw_at", "deleted_at"])
def test_every_moment_is_a_change(name: str) -> None:
    make(**{name: FUTURE})
    assert NewsRelease.objects.next_change(NOW) == FUTURE


def test_next_change_of_a_selection_is_its_own() -> None:
    make(title="One", archive_at=FUTURE)
    two = make(title="Two", archive_at=FUTURE + timedelta(days=1))
    assert NewsRelease.objects.filter(pk=two.pk).next_change(NOW) == FUTURE + timedelta(days=1)


def test_next_change_asks_once(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        NewsRelease.objects.next_change(NOW)


@pytest.mark.parametrize(
    ("values", "made", "expected"),
    [
        pytest.param({"title": "Éire"}, "search_text", "eire every port was inspected.", id="title"),
        pytest.param(
            {"body": "<p>A &amp; <b>B</b></p>"}, "search_text", "harbor inspections for 2026 a & b", id="text"
        ),
        pytest.param({"release_date": date(2020, 1, 2)}, "sort_day", date(2020, 1, 2), id="day"),
        pytest.param({"release_date": None}, "sort_day", date(1, 1, 1), id="no-day"),
        pytest.param({"archive_at": PAST}, "archives_at", PAST, id="archived"),
        pytest.param({"archive_at": PAST}, "archive_sort_day", date(2026, 5, 2), id="archived-day"),
    ],
)
def test_update_makes_anew_what_follows_from_a_field(values: dict[str, Any], made: str, expected: object) -> None:
    make()
    assert NewsRelease.objects.update(**values) == 1
    value = getattr(NewsRelease.objects.get(), made)
    assert (" ".join(value.split()) if isinstance(value, str) else value) == expected


def test_bulk_update_makes_anew_what_follows_from_a_field() -> None:
    release = make()
    release.title = "Ferries"
    NewsRelease.objects.bulk_update([release], ["title"])
    assert "ferries" in NewsRelease.objects.get().search_text


def test_an_update_that_ends_the_selection_reaches_what_was_selected() -> None:
    make()
    NewsRelease.objects.filter(release_date=date(2026, 5, 2)).update(release_date=date(2020, 1, 2))
    assert NewsRelease.objects.get().sort_day == date(2020, 1, 2)


def test_a_rule_archives_by_age() -> None:
    ArchiveRule.objects.create(kind=Kind.STATEMENT, months=1)
    statement = make(title="Statement", kind=Kind.STATEMENT)
    make(title="Release")
    assert list(NewsRelease.objects.in_state(State.ARCHIVED, at=PAST + timedelta(days=31))) == [statement]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"kept_current": True}, id="kept-current"),
        pytest.param({"publish_at": None}, id="draft"),
        pytest.param({"kind": Kind.BLOG}, id="rule-says-never"),
    ],
)
def test_a_rule_leaves_out(fields: dict[str, Any]) -> None:
    ArchiveRule.objects.create(kind=Kind.PRESS_RELEASE, months=1)
    ArchiveRule.objects.create(kind=Kind.BLOG, months=None)
    assert make(**fields).archives_at is None


def test_a_moment_that_somebody_set_goes_before_the_rule() -> None:
    ArchiveRule.objects.create(kind=Kind.PRESS_RELEASE, months=1)
    assert make(archive_at=FUTURE).archives_at == FUTURE


def test_a_rule_counts_from_the_day_of_publication_where_there_is_no_other() -> None:
    ArchiveRule.objects.create(kind=Kind.PRESS_RELEASE, months=1)
    release = make(release_date=None, publish_at=datetime(2026, 5, 2, 12, tzinfo=UTC))
    assert release.archives_at == datetime(2026, 6, 2, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, (2026, 2, 28)),
        (date(2024, 1, 31), 1, (2024, 2, 29)),
        (date(2026, 12, 1), 1, (2027, 1, 1)),
        (date(2026, 5, 2), 24, (2028, 5, 2)),
    ],
)
def test_months_later(day: date, months: int, expected: tuple[int, int, int]) -> None:
    moment = moment_after(day, months)
    assert (moment.year, moment.month, moment.day, moment.hour, moment.minute) == (*expected, 0, 0)
