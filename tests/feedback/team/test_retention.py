"""The purge: what is over is removed, what is kept stays, and both are logged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone
from pytest_django import Settings

from govpage.feedback import keys, retention
from govpage.feedback.models import AuditEvent, Comment, Tag, Tally, Vote
from govpage.feedback.retention import Purge, check_retention, purge, would_purge
from tests.feedback.team.said import said, voted
from tests.feedback.team.tallies import make_page, tally, version_of
from tests.feedback.test_desk import Locked, conflict

DAY = timedelta(days=1)


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture(autouse=True)
def thirty_days(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"retention_days": 30}


def printed(capsys: Any, *arguments: str) -> list[str]:
    """Return the lines that the command prints."""
    call_command("purge_feedback", *arguments)
    lines: list[str] = capsys.readouterr().out.splitlines()
    return lines


def failing() -> Callable[..., Any]:
    """Return what fails when it is called."""

    def fail(*_args: Any, **_options: Any) -> Any:
        raise OperationalError

    return fail


def test_comments_are_removed_when_their_time_is_over(now: datetime, db: None) -> None:
    said("old", sent=now - 30 * DAY - timedelta(seconds=1)).tags.add(Tag.objects.create(name="tables"))
    said("kept", sent=now - 30 * DAY + timedelta(seconds=1))
    assert purge(now).comments == 1
    assert [comment.text for comment in Comment.objects.all()] == ["kept"]
    assert Tag.objects.count() == 1


def test_answers_and_tallies_are_kept(now: datetime, db: None) -> None:
    vote = voted(text="old", reason="other", sent=now - 400 * DAY)
    Comment.objects.update(sent=now - 400 * DAY)
    tally(vote.page, (now - 400 * DAY).date(), no=1)
    assert purge(now).comments == 1
    assert (Vote.objects.get().reason, Tally.objects.get().no) == ("other", 1)


def test_keys_are_forgotten_within_two_days(now: datetime, db: None) -> None:
    voted(key="aa", sent=now - 2 * DAY)
    voted(key="bb", sent=now)
    said(key="cc", sent=now - 2 * DAY)
    assert purge(now).keys == 2
    assert list(Vote.objects.order_by("sent").values_list("key", flat=True)) == [None, "bb"]
    assert Comment.objects.get().key is None


def test_tallies_of_past_days_are_folded(now: datetime, db: None) -> None:
    page = make_page()
    for slot in (0, 1):
        Tally.objects.create(page=page, version=version_of(page), day=(now - 9 * DAY).date(), slot=slot, yes=2)
    assert (would_purge(now).days, purge(now).days) == (1, 1)
    assert Tally.objects.values_list("slot", "yes").get() == (0, 4)


def test_many_are_removed_in_parts(now: datetime, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    for _number in range(5):
        said(sent=now - 31 * DAY)
    assert purge(now).comments == 5
    assert not Comment.objects.exists()


def test_what_was_removed_before_a_purge_was_cut_off_is_logged(
    now: datetime, monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    monkeypatch.setattr(keys, "forget_old_keys", failing())
    for _number in range(3):
        said(key=f"{_number}", sent=now - 31 * DAY)
    voted(key="bb", sent=now - 2 * DAY)
    with pytest.raises(OperationalError):
        purge(now)
    assert not Comment.objects.exists()
    assert AuditEvent.objects.get().details == {"retention_days": 30, "comments": 3, "keys": 1, "days": 0}


def test_what_cannot_be_logged_is_not_removed(now: datetime, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(AuditEvent, "save", failing())
    said(sent=now - 31 * DAY)
    with pytest.raises(OperationalError):
        purge(now)
    assert Comment.objects.exists()


def test_what_is_not_removed_is_not_logged(now: datetime, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(QuerySet, "delete", failing())
    said(sent=now - 31 * DAY)
    with pytest.raises(OperationalError):
        purge(now)
    assert AuditEvent.objects.get().details["comments"] == 0


def test_a_locked_database_is_tried_again(now: datetime, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    delete = QuerySet.delete
    tries = iter([conflict(Locked(5))])

    def delete_the_second_time(rows: QuerySet[Any]) -> Any:
        for failure in tries:
            raise failure
        return delete(rows)

    monkeypatch.setattr(QuerySet, "delete", delete_the_second_time)
    said(sent=now - 31 * DAY)
    assert purge(now).comments == 1
    assert AuditEvent.objects.get().details["comments"] == 1


def test_again_there_is_nothing_to_do(now: datetime, db: None) -> None:
    said(sent=now - 31 * DAY)
    purge(now)
    assert purge(now) == Purge(0, 0, 0)


@pytest.mark.parametrize(
    "days", [pytest.param(None, id="not-set"), pytest.param(0, id="none"), pytest.param(-1, id="negative")]
)
def test_without_a_time_no_comment_is_removed(
    days: int | None, now: datetime, settings: Settings, db: None, capsys: Any
) -> None:
    settings.GOVPAGE_FEEDBACK = {"retention_days": days}
    said(sent=now - 4000 * DAY)
    assert printed(capsys)[0] == "'retention_days' is not set, so that no comment is removed."
    assert Comment.objects.count() == 1


def test_purge_prints_and_logs_its_counts(now: datetime, db: None, capsys: Any) -> None:
    said(key="aa", sent=now - 31 * DAY)
    voted(key="bb", sent=now - 31 * DAY)
    assert printed(capsys) == ["Comments removed: 1. One-time keys removed: 1.", "Tallies of past days folded: 0."]
    event = AuditEvent.objects.get()
    assert (event.action, event.details) == (
        "feedback.purge",
        {"retention_days": 30, "comments": 1, "keys": 1, "days": 0},
    )


def test_dry_run_prints_and_logs_and_changes_nothing(now: datetime, db: None, capsys: Any) -> None:
    said(key="aa", sent=now - 31 * DAY)
    voted(key="bb", sent=now - 31 * DAY)
    assert printed(capsys, "--dry-run") == [
        "Comments that would be removed: 1. One-time keys that would be removed: 1.",
        "Tallies of past days that would be folded: 0.",
    ]
    assert (Comment.objects.get().key, Vote.objects.get().key) == ("aa", "bb")
    assert AuditEvent.objects.get().action == "feedback.purge-dry-run"


@pytest.mark.parametrize(
    ("values", "found"),
    [
        pytest.param({}, ["govpage_feedback.W030"], id="not-set"),
        pytest.param({"retention_days": 0}, ["govpage_feedback.W030"], id="none"),
        pytest.param({"retention_days": 365}, [], id="set"),
        pytest.param({"retention_days": "x"}, [], id="illegal-which-another-check-says"),
    ],
)
def test_check(values: dict[str, Any], found: list[str], settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = values
    assert [message.id for message in check_retention()] == found
