"""What staff do with held answers: status, tallies and the log change together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError

from govpage.feedback import holding
from govpage.feedback.holding import hold, keep_words, release, set_aside
from govpage.feedback.keys import vote_keys
from govpage.feedback.models import (
    AuditEvent,
    Comment,
    CommentKind,
    CommentState,
    ReasonTally,
    ScreeningTally,
    Status,
    Tally,
    Vote,
)
from govpage.feedback.store import Answer, Words, save_vote
from tests.feedback.broken import refusing
from tests.feedback.databases import rows
from tests.feedback.visits import PAGE, WORDS

STAFF = "m.rivera"
NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
Act = Callable[[Iterable[Vote], str], int]


def voted(number: int, held_because: str = "network-minute", answer: str = "no") -> str:
    """Save an answer and return its key."""
    return save_vote(Answer(PAGE, answer, vote_keys(f"{number:032x}", "", "", "", NOW), held_because))


def tally() -> tuple[int, int, int]:
    """Return what counts: yes, no and held."""
    totals = [0, 0, 0]
    for row in Tally.objects.values_list("yes", "no", "held"):
        totals = [total + count for total, count in zip(totals, row, strict=True)]
    return (totals[0], totals[1], totals[2])


def statuses() -> list[str]:
    return list(Vote.objects.order_by("pk").values_list("status", flat=True))


def test_held_votes_that_are_released_count(db: None) -> None:
    for number in range(3):
        voted(number)
    assert tally() == (0, 0, 3)
    assert release(Vote.objects.order_by("pk")[:2], STAFF) == 2
    assert (tally(), statuses()) == ((0, 2, 1), [Status.COUNTED, Status.COUNTED, Status.HELD])


def test_reason_why_it_was_held_stays(db: None) -> None:
    voted(1)
    release(Vote.objects.all(), STAFF)
    assert Vote.objects.get().held_because == "network-minute"


@pytest.mark.parametrize("held_because", [pytest.param("", id="counted"), pytest.param("honeypot", id="held")])
def test_votes_that_are_set_aside_count_nowhere(held_because: str, db: None) -> None:
    voted(1, held_because)
    assert set_aside(Vote.objects.all(), STAFF) == 1
    assert (tally(), statuses()) == ((0, 0, 0), [Status.SET_ASIDE])


def test_what_was_set_aside_can_be_released(db: None) -> None:
    voted(1, answer="yes")
    set_aside(Vote.objects.all(), STAFF)
    release(Vote.objects.all(), STAFF)
    assert (tally(), statuses()) == ((1, 0, 0), [Status.COUNTED])


def test_reason_of_a_released_vote_counts(db: None) -> None:
    keep_words(Words(PAGE, voted(1), "confusing", WORDS), "")
    assert not ReasonTally.objects.exists()
    release(Vote.objects.all(), STAFF)
    assert ReasonTally.objects.values_list("reason", "count").get() == ("confusing", 1)


@pytest.mark.parametrize(
    ("act", "action"),
    [pytest.param(release, "vote.release", id="release"), pytest.param(set_aside, "vote.set-aside", id="set-aside")],
)
def test_who_did_it_is_logged(act: Act, action: str, db: None) -> None:
    voted(1)
    act(Vote.objects.all(), STAFF)
    event = AuditEvent.objects.get()
    assert (event.actor, event.action) == (STAFF, action)
    assert event.details == {"count": 1, "votes": [Vote.objects.get().pk]}


@pytest.mark.parametrize(
    ("act", "held_because"),
    [pytest.param(release, "", id="release-of-what-counts"), pytest.param(set_aside, "honeypot", id="set-aside-twice")],
)
def test_what_is_so_already_changes_nothing_and_is_no_event(act: Act, held_because: str, db: None) -> None:
    voted(1, held_because)
    if held_because:
        act(Vote.objects.all(), STAFF)
        AuditEvent.objects.all().delete()
    before = tally()
    assert act(Vote.objects.all(), STAFF) == 0
    assert (tally(), AuditEvent.objects.count()) == (before, 0)


def test_vote_that_another_has_released_meanwhile_is_counted_once(db: None) -> None:
    voted(1)
    as_seen = list(Vote.objects.all())
    release(as_seen, "another")
    assert (release(as_seen, STAFF), release([*as_seen, *as_seen], STAFF)) == (0, 0)
    assert tally() == (0, 1, 0)


def test_more_than_one_query_asks_for(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "AT_ONCE", 2)
    for number in range(5):
        voted(number)
    assert release(Vote.objects.all(), STAFF) == 5
    assert (tally(), AuditEvent.objects.get().details["count"]) == ((0, 5, 0), 5)


def test_all_or_nothing(database_file: Path) -> None:
    voted(1)
    with refusing(database_file, "auditevent"), pytest.raises(DatabaseError, match="refused"):
        release(Vote.objects.all(), STAFF)
    assert (tally(), statuses(), rows(database_file, "auditevent")) == ((0, 0, 1), [Status.HELD], 0)


def test_vote_is_held_for_what_came_after_it(db: None) -> None:
    key = voted(1, "")
    assert hold(key, "honeypot")
    assert (tally(), Vote.objects.values_list("status", "held_because").get()) == ((0, 0, 1), ("held", "honeypot"))
    assert ScreeningTally.objects.values_list("check_name", "verdict", "count").get() == ("honeypot", "hold", 1)


@pytest.mark.parametrize("key", [pytest.param("", id="none"), pytest.param("f" * 64, id="unknown")])
def test_key_of_no_vote_holds_nothing(key: str, db: None) -> None:
    voted(1, "")
    assert not hold(key, "honeypot")
    assert (tally(), ScreeningTally.objects.count()) == ((0, 1, 0), 0)


def test_vote_that_is_held_already_keeps_its_first_reason(db: None) -> None:
    assert not hold(voted(1, "no-origin"), "honeypot")
    assert Vote.objects.get().held_because == "no-origin"


@pytest.mark.parametrize(
    ("because", "joins_vote", "status"),
    [
        pytest.param("honeypot", True, Status.HELD, id="held"),
        pytest.param("", True, Status.COUNTED, id="nothing-against-it"),
        pytest.param("honeypot", False, Status.COUNTED, id="words-that-stand-alone"),
    ],
)
def test_words_are_kept_and_their_vote_held(because: str, joins_vote: bool, status: Status, db: None) -> None:
    keep_words(Words(PAGE, voted(1, ""), "other", WORDS, joins_vote=joins_vote), because)
    assert (Vote.objects.get().status, Comment.objects.get().text) == (status, WORDS)


@pytest.mark.parametrize(
    ("because", "state", "counted"),
    [
        pytest.param("honeypot", CommentState.HELD, 1, id="held"),
        pytest.param("", CommentState.NEW, 0, id="nothing-against-them"),
    ],
)
def test_words_that_stand_alone_are_held_themselves(because: str, state: CommentState, counted: int, db: None) -> None:
    words = Words(PAGE, "f" * 64, "", WORDS, kind=CommentKind.PROBLEM, joins_vote=False)
    for _time in range(2):
        keep_words(words, because)
    assert Comment.objects.values_list("state", "held_because", "text").get() == (state, because, WORDS)
    assert ScreeningTally.objects.filter(check_name="honeypot", verdict="hold", count=1).count() == counted


def test_honeypot_without_words_holds_the_vote_alone(db: None) -> None:
    keep_words(Words(PAGE, voted(1, ""), "", ""), "honeypot")
    assert (Vote.objects.get().status, Comment.objects.count()) == (Status.HELD, 0)
