"""Saving: once, whole, and known to be saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction
from pytest_django import Settings

from govpage.feedback.models import Comment, CommentKind, Page, ReasonTally, Status, Tally, Vote
from govpage.feedback.store import AlreadyCommented, Answer, Words, save_comment, save_vote
from govpage.feedback.tallies import COUNTS
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


@pytest.mark.parametrize("answer", ["yes", "no", "partly"])
def test_vote_is_saved(answer: str, db: None) -> None:
    assert save_vote(Answer(PAGE, answer, (KEY,))) == KEY
    vote = Vote.objects.get()
    assert (vote.key, vote.page.path, vote.version.name, vote.answer) == (KEY, PAGE.path, PAGE.version, answer)


@pytest.mark.parametrize(
    ("answer", "held_because", "columns"),
    [
        pytest.param("yes", "", ("yes",), id="yes"),
        pytest.param("no", "", ("no",), id="no"),
        pytest.param("partly", "", ("partly",), id="partly"),
        pytest.param("no", "no-origin", ("held",), id="held"),
        pytest.param("yes", "no-origin", ("held", "held_yes"), id="held-yes"),
    ],
)
def test_vote_is_counted_once(answer: str, held_because: str, columns: tuple[str, ...], db: None) -> None:
    save_vote(Answer(PAGE, answer, (KEY,), held_because))
    save_vote(Answer(PAGE, answer, (KEY,), held_because))
    counts = {name: int(name in columns) for name in COUNTS[Tally]}
    assert Tally.objects.values(*counts).get() == counts


@pytest.mark.parametrize(
    ("held_because", "status"),
    [
        pytest.param("", Status.COUNTED, id="counted"),
        pytest.param("no-origin", Status.HELD, id="held"),
    ],
)
def test_status_of_a_vote(held_because: str, status: Status, db: None) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,), held_because))
    assert Vote.objects.values_list("status", "held_because").get() == (status, held_because)


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param((KEY,), id="its-own"),
        pytest.param((OTHER_KEY, KEY), id="that-of-a-moment-ago"),
    ],
)
def test_known_key_again_changes_nothing(keys: tuple[str, ...], db: None) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    assert save_vote(Answer(PageReference("/other/"), "no", keys, "no-origin")) == KEY
    assert Vote.objects.values_list("page__path", "answer", "status").get() == (PAGE.path, "yes", Status.COUNTED)
    assert Tally.objects.values_list("yes", "held").get() == (1, 0)


def test_other_key_is_another_vote_on_the_same_page(db: None) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    save_vote(Answer(PAGE, "yes", (OTHER_KEY,)))
    assert (Vote.objects.count(), Page.objects.count()) == (2, 1)


def test_vote_on_an_old_version_counts_for_that_version(db: None) -> None:
    save_vote(Answer(PageReference(PAGE.path, PAGE.title, "v2"), "yes", (OTHER_KEY,)))
    save_vote(Answer(PAGE, "no", (KEY,)))
    assert set(Vote.objects.values_list("version__name", "answer")) == {("v2", "yes"), ("v1", "no")}
    assert set(Tally.objects.values_list("version__name", "yes", "no")) == {("v2", 1, 0), ("v1", 0, 1)}


def test_vote_is_there_for_others_once_it_is_saved(database_file: Path) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    assert rows(database_file, "vote") == 1


def test_vote_is_not_saved_within_a_transaction_that_may_yet_fail(database_file: Path) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        save_vote(Answer(PAGE, "yes", (KEY,)))


def test_ten_votes_of_one_key_at_once_are_one(database_file: Path) -> None:
    at_once(database_file, lambda: save_vote(Answer(PAGE, "yes", (KEY,))))
    assert (rows(database_file, "vote"), rows(database_file, "page")) == (1, 1)


def test_ten_comments_of_one_key_at_once_are_one(database_file: Path) -> None:
    save_vote(Answer(PAGE, "no", (KEY,)))
    at_once(database_file, lambda: save_comment(Words(PAGE, KEY, "other", WORDS)))
    assert rows(database_file, "comment") == 1


def test_database_that_cannot_save_a_vote_says_so(failing_database: Path) -> None:
    with pytest.raises(DatabaseError):
        save_vote(Answer(PAGE, "yes", (KEY,)))


def test_database_that_cannot_save_a_comment_says_so(failing_database: Path) -> None:
    with pytest.raises(DatabaseError):
        save_comment(Words(PAGE, KEY, "other", WORDS))


def test_tally_is_not_kept_without_its_vote(database_file: Path) -> None:
    break_table(database_file, "vote")
    with pytest.raises(DatabaseError, match="refused"):
        save_vote(Answer(PAGE, "yes", (KEY,)))
    assert rows(database_file, "tally") == 0


def test_vote_is_not_kept_without_its_tally(database_file: Path) -> None:
    break_table(database_file, "tally")
    with pytest.raises(DatabaseError, match="refused"):
        save_vote(Answer(PAGE, "yes", (KEY,)))
    assert rows(database_file, "vote") == 0


def test_vote_that_another_saved_at_that_moment_is_the_same(database_file: Path) -> None:
    # The constraint finds it where looking did not, as at midnight, when two days have each a tally of their own.
    with closing(sqlite3.connect(database_file)) as other:
        other.execute(
            "CREATE TRIGGER first AFTER UPDATE ON govpage_feedback_tally WHEN new.yes = 2 BEGIN"
            " SELECT RAISE(ABORT, 'UNIQUE constraint failed'); END"
        )
    save_vote(Answer(PAGE, "yes", (KEY,)))
    assert save_vote(Answer(PAGE, "yes", (KEY,))) == KEY


def test_page_is_not_kept_without_its_vote(database_file: Path) -> None:
    break_table(database_file, "vote")
    with pytest.raises(DatabaseError, match="refused"):
        save_vote(Answer(PAGE, "yes", (KEY,)))
    assert rows(database_file, "page") == 0


def test_page_is_not_kept_without_its_vote_in_a_database_elsewhere(database_file: Path, settings: Settings) -> None:
    break_table(database_file, "vote")
    settings.DATABASE_ROUTERS = [f"{__name__}.FeedbackElsewhere"]
    with connected(database_file, "elsewhere"), pytest.raises(DatabaseError, match="refused"):
        save_vote(Answer(PAGE, "yes", (KEY,)))
    assert rows(database_file, "page") == 0


def test_comment_joins_its_vote(db: None) -> None:
    save_vote(Answer(PAGE, "no", (KEY,)))
    save_comment(Words(PAGE, KEY, "confusing", WORDS))
    comment = Vote.objects.get().comment
    assert (comment.page.path, comment.reason, comment.text) == (PAGE.path, "confusing", WORDS)


def test_comment_of_a_vote_that_is_gone_stands_alone(db: None) -> None:
    save_comment(Words(PAGE, KEY, "", WORDS))
    comment = Comment.objects.get()
    assert (comment.vote, comment.text) == (None, WORDS)


def test_comment_that_stands_alone_joins_no_vote(db: None) -> None:
    save_vote(Answer(PAGE, "no", (KEY,)))
    save_comment(Words(PAGE, KEY, "", WORDS, joins_vote=False))
    comment = Comment.objects.get()
    assert (comment.vote, comment.text) == (None, WORDS)


def test_comment_says_where_it_was_written_and_what_was_removed(db: None) -> None:
    save_comment(Words(PAGE, KEY, "", WORDS, "phone,email", CommentKind.PROBLEM, joins_vote=False))
    assert Comment.objects.values_list("kind", "removed").get() == ("problem", "phone,email")


@pytest.mark.parametrize(
    ("answer", "held_because", "kept", "counted"),
    [
        pytest.param("no", "", "confusing", [("confusing", 1)], id="no"),
        pytest.param("partly", "", "confusing", [("confusing", 1)], id="partly"),
        pytest.param("no", "no-origin", "confusing", [], id="held-is-counted-when-it-is-released"),
        pytest.param("yes", "", "", [], id="yes-has-none"),
    ],
)
def test_reason_is_that_of_the_vote_and_counted_once(
    answer: str, held_because: str, kept: str, counted: list[tuple[str, int]], db: None
) -> None:
    save_vote(Answer(PAGE, answer, (KEY,), held_because))
    save_comment(Words(PAGE, KEY, "confusing", WORDS))
    save_comment(Words(PAGE, KEY, "confusing", WORDS))
    assert Vote.objects.get().reason == kept
    assert list(ReasonTally.objects.values_list("reason", "count")) == counted


def test_reason_of_a_vote_stays(db: None) -> None:
    save_vote(Answer(PAGE, "no", (KEY,)))
    save_comment(Words(PAGE, KEY, "confusing", ""))
    Comment.objects.all().delete()
    save_comment(Words(PAGE, KEY, "other", ""))
    assert Vote.objects.get().reason == "confusing"
    assert list(ReasonTally.objects.values_list("reason", "count")) == [("confusing", 1)]


def test_comment_without_a_reason_counts_none(db: None) -> None:
    save_vote(Answer(PAGE, "no", (KEY,)))
    save_comment(Words(PAGE, KEY, "", WORDS))
    assert not ReasonTally.objects.exists()


def test_same_comment_again_changes_nothing(db: None) -> None:
    save_comment(Words(PAGE, KEY, "other", WORDS))
    save_comment(Words(PAGE, KEY, "other", WORDS))
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        pytest.param("other", "Other words.", id="other-words"),
        pytest.param("confusing", WORDS, id="other-reason"),
    ],
)
def test_other_comment_under_the_same_key_is_refused(reason: str, text: str, db: None) -> None:
    save_comment(Words(PAGE, KEY, "other", WORDS))
    with pytest.raises(AlreadyCommented):
        save_comment(Words(PAGE, KEY, reason, text))
    assert Comment.objects.values_list("reason", "text").get() == ("other", WORDS)
