"""Saving: once, whole, and known to be saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction
from pytest_django import Settings

from govpage.feedback.models import Comment, Page, Status, Vote
from govpage.feedback.store import AlreadyCommented, Answer, save_comment, save_vote
from govpage.page import PageReference
from tests.feedback.databases import at_once, connected, rows
from tests.feedback.visits import KEY, OTHER_KEY, PAGE, WORDS


class FeedbackElsewhere:
    """A router that keeps the answers in a database of their own."""

    def db_for_read(self, *_args: object, **_hints: object) -> str:
        return "elsewhere"

    db_for_write = db_for_read


def break_table(path: Path, table: str) -> None:
    """Let every further row of a table be refused."""
    name = f"govpage_feedback_{table}"
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"CREATE TRIGGER refuse BEFORE INSERT ON {name} BEGIN SELECT RAISE(ABORT, 'refused'); END")


@pytest.mark.parametrize("helpful", [pytest.param(True, id="yes"), pytest.param(False, id="no")])
def test_vote_is_saved(helpful: bool, db: None) -> None:
    save_vote(Answer(PAGE, helpful, KEY))
    vote = Vote.objects.get()
    assert (vote.key, vote.page.path, vote.version, vote.helpful) == (KEY, PAGE.path, PAGE.version, helpful)


@pytest.mark.parametrize(
    ("held_because", "status"),
    [
        pytest.param("", Status.COUNTED, id="counted"),
        pytest.param("no-origin", Status.HELD, id="held"),
    ],
)
def test_status_of_a_vote(held_because: str, status: Status, db: None) -> None:
    save_vote(Answer(PAGE, True, KEY, held_because))
    assert Vote.objects.values_list("status", "held_because").get() == (status, held_because)


def test_same_key_again_changes_nothing(db: None) -> None:
    save_vote(Answer(PAGE, True, KEY))
    save_vote(Answer(PageReference("/other/"), False, KEY, "no-origin"))
    assert Vote.objects.values_list("page__path", "helpful", "status").get() == (PAGE.path, True, Status.COUNTED)


def test_other_key_is_another_vote_on_the_same_page(db: None) -> None:
    save_vote(Answer(PAGE, True, KEY))
    save_vote(Answer(PAGE, True, OTHER_KEY))
    assert (Vote.objects.count(), Page.objects.count()) == (2, 1)


def test_vote_on_an_old_version_counts_for_that_version(db: None) -> None:
    save_vote(Answer(PageReference(PAGE.path, PAGE.title, "v2"), True, OTHER_KEY))
    save_vote(Answer(PAGE, False, KEY))
    assert set(Vote.objects.values_list("version", "helpful")) == {("v2", True), ("v1", False)}


def test_vote_is_there_for_others_once_it_is_saved(database_file: Path) -> None:
    save_vote(Answer(PAGE, True, KEY))
    assert rows(database_file, "vote") == 1


def test_vote_is_not_saved_within_a_transaction_that_may_yet_fail(database_file: Path) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        save_vote(Answer(PAGE, True, KEY))


def test_ten_votes_of_one_key_at_once_are_one(database_file: Path) -> None:
    at_once(database_file, lambda: save_vote(Answer(PAGE, True, KEY)))
    assert (rows(database_file, "vote"), rows(database_file, "page")) == (1, 1)


def test_ten_comments_of_one_key_at_once_are_one(database_file: Path) -> None:
    save_vote(Answer(PAGE, False, KEY))
    at_once(database_file, lambda: save_comment(PAGE, KEY, "other", WORDS, joins_vote=True))
    assert rows(database_file, "comment") == 1


def test_database_that_cannot_save_a_vote_says_so(failing_database: Path) -> None:
    with pytest.raises(DatabaseError):
        save_vote(Answer(PAGE, True, KEY))


def test_database_that_cannot_save_a_comment_says_so(failing_database: Path) -> None:
    with pytest.raises(DatabaseError):
        save_comment(PAGE, KEY, "other", WORDS, joins_vote=True)


def test_page_is_not_kept_without_its_vote(database_file: Path) -> None:
    break_table(database_file, "vote")
    with pytest.raises(DatabaseError, match="refused"):
        save_vote(Answer(PAGE, True, KEY))
    assert rows(database_file, "page") == 0


def test_page_is_not_kept_without_its_vote_in_a_database_elsewhere(database_file: Path, settings: Settings) -> None:
    break_table(database_file, "vote")
    settings.DATABASE_ROUTERS = [f"{__name__}.FeedbackElsewhere"]
    with connected(database_file, "elsewhere"), pytest.raises(DatabaseError, match="refused"):
        save_vote(Answer(PAGE, True, KEY))
    assert rows(database_file, "page") == 0


def test_comment_joins_its_vote(db: None) -> None:
    save_vote(Answer(PAGE, False, KEY))
    save_comment(PAGE, KEY, "confusing", WORDS, joins_vote=True)
    comment = Vote.objects.get().comment
    assert (comment.page.path, comment.reason, comment.text) == (PAGE.path, "confusing", WORDS)


def test_comment_of_a_vote_that_is_gone_stands_alone(db: None) -> None:
    save_comment(PAGE, KEY, "", WORDS, joins_vote=True)
    comment = Comment.objects.get()
    assert (comment.vote, comment.text) == (None, WORDS)


def test_comment_that_stands_alone_joins_no_vote(db: None) -> None:
    save_vote(Answer(PAGE, False, KEY))
    save_comment(PAGE, KEY, "", WORDS, joins_vote=False)
    comment = Comment.objects.get()
    assert (comment.vote, comment.text) == (None, WORDS)


def test_same_comment_again_changes_nothing(db: None) -> None:
    save_comment(PAGE, KEY, "other", WORDS, joins_vote=True)
    save_comment(PAGE, KEY, "other", WORDS, joins_vote=True)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        pytest.param("other", "Other words.", id="other-words"),
        pytest.param("confusing", WORDS, id="other-reason"),
    ],
)
def test_other_comment_under_the_same_key_is_refused(reason: str, text: str, db: None) -> None:
    save_comment(PAGE, KEY, "other", WORDS, joins_vote=True)
    with pytest.raises(AlreadyCommented):
        save_comment(PAGE, KEY, reason, text, joins_vote=True)
    assert Comment.objects.values_list("reason", "text").get() == ("other", WORDS)
