"""Tallies: equal to the answers, whatever happens to those."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from govpage.feedback import tallies
from govpage.feedback.models import ContentVersion, Page, ReasonTally, Status, Tally, Vote
from govpage.feedback.store import Answer, Words, save_comment, save_vote
from govpage.feedback.tallies import COUNTS
from tests.feedback.visits import KEY, OTHER_KEY, PAGE

DAY = date(2026, 11, 28)
LATER = DAY + timedelta(days=1)


@pytest.fixture
def version(db: None) -> ContentVersion:
    return ContentVersion.objects.create(page=Page.objects.named(PAGE), name="v1")


def make_vote(version: ContentVersion, **values: Any) -> Vote:
    """Return a counted "No" of noon of that day; it is not tallied."""
    noon = datetime(2026, 11, 28, 12, tzinfo=UTC)
    return Vote.objects.create(page=version.page, version=version, **{"answer": "no", "sent": noon, **values})


def counts() -> Counter[str]:
    """Return what the tallies say together."""
    columns = COUNTS[Tally]
    rows = list(Tally.objects.values(*columns))
    reasons = ReasonTally.objects.values_list("reason", "count")
    total = Counter({name: sum(row[name] for row in rows) for name in columns})
    for reason, count in reasons:
        total[reason] += count
    return +total


def raw() -> Counter[str]:
    """Return the same, of the answers themselves."""
    votes = Vote.objects.exclude(status=Status.SET_ASIDE)
    total = Counter(vote.answer if vote.status == Status.COUNTED else "held" for vote in votes)
    total.update("held_yes" for vote in votes.filter(status=Status.HELD, answer="yes"))
    total.update(vote.reason for vote in votes.filter(status=Status.COUNTED).exclude(reason=""))
    return total


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        pytest.param(datetime(2026, 11, 29, 4, 59, tzinfo=UTC), DAY, id="evening-where-the-site-is"),
        pytest.param(datetime(2026, 11, 29, 5, 0, tzinfo=UTC), LATER, id="midnight-where-the-site-is"),
    ],
)
def test_day_is_that_of_the_site(moment: datetime, day: date) -> None:
    with timezone.override("Asia/Tokyo"):
        assert tallies.local_day(moment) == day


def test_vote_that_is_set_aside_counts_nowhere(version: ContentVersion) -> None:
    tallies.add(make_vote(version, status=Status.SET_ASIDE))
    assert not Tally.objects.exists()


@pytest.mark.parametrize("to", Status)
@pytest.mark.parametrize("start", Status)
@pytest.mark.parametrize("answer", ["yes", "no", "partly"])
def test_vote_is_moved(answer: str, start: Status, to: Status, version: ContentVersion) -> None:
    vote = make_vote(version, answer=answer, status=start, reason="" if answer == "yes" else "other")
    tallies.add(vote)
    tallies.add_reason(vote)
    tallies.move([vote], to)
    Vote.objects.update(status=to)
    assert counts() == raw()


def test_many_votes_are_moved_at_once(version: ContentVersion) -> None:
    votes = [make_vote(version, status=Status.HELD, answer=answer) for answer in ("yes", "no", "no")]
    for vote in votes:
        tallies.add(vote)
    tallies.move(votes, Status.COUNTED)
    assert counts() == {"yes": 1, "no": 2}


def test_vote_whose_tally_is_missing_is_moved(version: ContentVersion) -> None:
    tallies.move([make_vote(version, status=Status.HELD)], Status.COUNTED)
    assert counts() == {"no": 1}


@pytest.fixture
def spread(version: ContentVersion) -> ContentVersion:
    """Tallies in three slots, of two days and one reason."""
    for slot, day in ((0, DAY), (3, DAY), (7, DAY), (1, LATER), (2, LATER)):
        where: dict[str, Any] = {"page": version.page, "version": version, "day": day, "slot": slot}
        Tally.objects.create(**where, no=slot + 1, held=1)
        ReasonTally.objects.create(**where, reason="other", count=1)
    return version


@pytest.mark.parametrize(
    ("before", "since", "folded", "rows"),
    [
        pytest.param(LATER, date.min, 2, [(DAY, 13, 3), (LATER, 2, 1), (LATER, 3, 1)], id="past-days"),
        pytest.param(DAY, date.min, 0, None, id="today-is-not-past"),
        pytest.param(LATER, LATER, 0, None, id="only-lately"),
    ],
)
def test_slots_are_folded(
    before: date, since: date, folded: int, rows: list[tuple[date, int, int]] | None, spread: ContentVersion
) -> None:
    unchanged = [(DAY, 1, 1), (DAY, 4, 1), (DAY, 8, 1), (LATER, 2, 1), (LATER, 3, 1)]
    assert tallies.fold(before, since) == folded
    assert sorted(Tally.objects.values_list("day", "no", "held")) == (rows or unchanged)


def test_folded_days_stay_folded(spread: ContentVersion) -> None:
    tallies.fold(LATER)
    assert tallies.fold(LATER) == 0
    assert ReasonTally.objects.get(day=DAY).count == 3


def test_vote_is_taken_out_of_whatever_slot(spread: ContentVersion) -> None:
    votes = [make_vote(spread) for _number in range(12)]
    tallies.move(votes, Status.SET_ASIDE)
    assert Tally.objects.values_list("no", "held").get(day=DAY) == (1, 3)


def test_count_that_was_wrong_ends_at_none(spread: ContentVersion) -> None:
    tallies.move([make_vote(spread) for _number in range(14)], Status.SET_ASIDE)
    assert Tally.objects.get(day=DAY).no == 0


@pytest.mark.parametrize(
    ("key", "slot"),
    [
        pytest.param("00" + "f" * 62, 0, id="first"),
        pytest.param("0f" + "0" * 62, 7, id="by-the-first-characters"),
        pytest.param(None, 0, id="key-forgotten"),
    ],
)
def test_hot_page_is_spread_where_rows_are_locked(
    key: str | None, slot: int, version: ContentVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection.features, "has_select_for_update", True)
    tallies.add(make_vote(version, key=key))
    assert Tally.objects.get().slot == slot


def test_one_row_where_the_whole_database_is_locked(version: ContentVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection.features, "has_select_for_update", False)
    tallies.add(make_vote(version, key="0f" + "0" * 62))
    assert Tally.objects.get().slot == 0


def test_tallies_of_a_mixed_day_are_those_of_the_answers(db: None, settings: Settings) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    save_vote(Answer(PAGE, "no", (OTHER_KEY,)))
    save_vote(Answer(PAGE, "partly", ("a" * 64,), "rate"))
    save_vote(Answer(PAGE, "yes", ("b" * 64,), "rate"))
    save_comment(Words(PAGE, OTHER_KEY, "confusing", ""))
    assert counts() == raw() == {"yes": 1, "no": 1, "held": 2, "held_yes": 1, "confusing": 1}
