"""Signals: sent once, after the commit, and harmless."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.dispatch import Signal

from govpage.feedback import holding, work
from govpage.feedback.models import Comment, CommentState, Status, Vote
from govpage.feedback.signals import announce_vote, comment_kept, vote_counted, vote_held
from govpage.feedback.store import Answer, Words, save_comment, save_vote
from tests.feedback.team.said import COMMENTS, WORK, said
from tests.feedback.team.tallies import client_of, reader
from tests.feedback.visits import PAGE

SIGNALS = {"counted": vote_counted, "held": vote_held, "comment": comment_kept}
Listen = Callable[[Signal, Callable[..., None]], None]


@pytest.fixture
def listen() -> Iterator[Listen]:
    """What lets a receiver listen until the test is over."""
    connected: list[tuple[Signal, Callable[..., None]]] = []

    def connect(signal: Signal, receiver: Callable[..., None]) -> None:
        signal.connect(receiver, weak=False)
        connected.append((signal, receiver))

    yield connect
    for signal, receiver in connected:
        signal.disconnect(receiver)


@pytest.fixture
def heard(listen: Listen) -> list[str]:
    """The names of signals, in the order in which they came, each with the state that its row had."""
    names: list[str] = []

    def receiver(name: str) -> Callable[..., None]:
        def receive(sender: Any, vote: Vote | None = None, comment: Comment | None = None, **_more: Any) -> None:
            row = vote or comment
            assert row is not None
            assert type(row) is sender
            names.append(f"{name} {vote.status}" if vote else name)

        return receive

    for name, signal in SIGNALS.items():
        listen(signal, receiver(name))
    return names


def words(key: str = "ab", text: str = "Tables") -> Words:
    return Words(PAGE, key, "other", text)


@pytest.mark.parametrize(
    ("state", "again"),
    [
        pytest.param("new", "in-progress", id="let-into-the-queue"),
        pytest.param("acted-on", "new", id="done-at-once"),
    ],
)
def test_comment_that_was_held(state: str, again: str, heard: list[str], transactional_db: None) -> None:
    save_comment(replace(words(), held_because="honeypot"))
    assert heard == []
    for next_state in (state, again):
        work.mark(Comment.objects.all(), CommentState(next_state), "m.rivera", "Read.")
    assert heard == ["comment"]


def test_comment_that_was_held_and_is_let_in_by_its_page(heard: list[str], transactional_db: None) -> None:
    comment = said(state="held", held_because="honeypot")
    team = client_of(reader(*WORK, "all_sections"))
    form = {"state": "new", "outcome": "", "note": "", "assignee": "", "seen": work.fingerprint(comment)}
    team.post(f"{COMMENTS}{comment.pk}/change/", form)
    assert heard == ["comment"]


def test_comment_that_goes_on_being_held(heard: list[str], transactional_db: None) -> None:
    said(state="held")
    work.mark(Comment.objects.all(), CommentState.HELD, "m.rivera")
    assert heard == []


def test_vote_that_counts(heard: list[str], transactional_db: None) -> None:
    save_vote(Answer(PAGE, "no", ("ab",)))
    assert heard == ["counted counted"]


def test_vote_that_is_held_and_released(heard: list[str], transactional_db: None) -> None:
    save_vote(Answer(PAGE, "no", ("ab",), "honeypot"))
    holding.release(Vote.objects.all(), "m.rivera")
    assert heard == ["held held", "counted counted"]


@pytest.mark.parametrize(
    ("because", "said"),
    [
        pytest.param("", ["counted counted", "counted counted"], id="counted"),
        pytest.param("honeypot", ["counted counted", "held held"], id="held"),
    ],
)
def test_vote_that_is_corrected(because: str, said: list[str], heard: list[str], transactional_db: None) -> None:
    save_vote(Answer(PAGE, "yes", ("ab",)))
    save_vote(Answer(PAGE, "no", ("ab",), because))
    save_vote(Answer(PAGE, "no", ("ab",), because))
    assert heard == said


def test_vote_that_is_held_for_what_came_after_it(heard: list[str], transactional_db: None) -> None:
    save_vote(Answer(PAGE, "no", ("ab",)))
    holding.hold("ab", "honeypot")
    assert heard == ["counted counted", "held held"]


def test_vote_that_is_set_aside_says_nothing(heard: list[str], transactional_db: None) -> None:
    save_vote(Answer(PAGE, "no", ("ab",)))
    holding.set_aside(Vote.objects.all(), "m.rivera")
    assert heard == ["counted counted"]


def test_the_same_submission_again_says_nothing(heard: list[str], transactional_db: None) -> None:
    for _time in range(2):
        save_vote(Answer(PAGE, "no", ("ab",)))
        save_comment(words())
    assert heard == ["counted counted", "comment"]


def test_what_is_rolled_back_says_nothing(heard: list[str], transactional_db: None) -> None:
    with transaction.atomic():
        announce_vote(Vote(), Status.COUNTED)
        transaction.set_rollback(True)
    assert heard == []


def test_nothing_is_said_before_the_commit(listen: Listen, transactional_db: None) -> None:
    seen: list[tuple[bool, int]] = []

    def look(**_said: Any) -> None:
        seen.append((transaction.get_connection().in_atomic_block, Vote.objects.count()))

    listen(vote_counted, look)
    save_vote(Answer(PAGE, "no", ("ab",)))
    assert seen == [(False, 1)]


def test_a_receiver_that_raises_harms_nothing(
    listen: Listen, heard: list[str], transactional_db: None, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(**_said: Any) -> None:
        raise ValueError("down")

    for signal in SIGNALS.values():
        listen(signal, fail)
    with caplog.at_level(logging.ERROR):
        save_vote(Answer(PAGE, "no", ("ab",)))
        save_comment(words())
    assert heard == ["counted counted", "comment"]
    assert (Vote.objects.get().status, Comment.objects.get().text) == ("counted", "Tables")
    assert [record.name for record in caplog.records] == ["django.dispatch"] * 2
