from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from govpage.news.lifecycle import PUBLIC, State
from govpage.news.models import NewsRelease
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


def test_next_change_is_the_earliest_moment_to_come() -> None:
    make(title="One", archive_at=FUTURE, withdraw_at=FUTURE + timedelta(days=1))
    make(title="Two", publish_at=FUTURE - timedelta(days=1))
    assert NewsRelease.objects.next_change(NOW) == FUTURE - timedelta(days=1)


def test_next_change_is_none_when_all_is_over() -> None:
    make()
    assert NewsRelease.objects.next_change(NOW) is None
