"""Answers that were kept before there were codes, versions and tallies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from govpage.feedback.models import Comment, ContentVersion, ReasonTally, Tally, Vote
from tests.feedback.test_tallies import counts, raw

SENT = datetime(2026, 11, 28, 4, 30, tzinfo=UTC)
DAY = date(2026, 11, 27)
"""Where the site is, it still is the day before."""


@pytest.fixture
def before(transactional_db: None) -> Iterator[Any]:
    """The tables as they were at first, which come back after the test."""
    executor = MigrationExecutor(connection)
    yield executor.migrate([("govpage_feedback", "0001_initial")]).apps
    call_command("migrate", verbosity=0)


def test_answers_of_before_get_codes_versions_and_tallies(before: Any) -> None:
    page = before.get_model("govpage_feedback", "Page").objects.create(digest="d", path="/ports/", language="en")
    votes = before.get_model("govpage_feedback", "Vote").objects
    comments = before.get_model("govpage_feedback", "Comment").objects
    for key, version, helpful, status, reason in (
        ("1", "v1", True, "counted", ""),
        ("2", "v1", False, "counted", "confusing"),
        ("3", "v1", False, "held", "other"),
        ("4", "v2", False, "counted", ""),
        ("6", "v2", True, "held", ""),
    ):
        vote = votes.create(key=key, page=page, version=version, helpful=helpful, status=status, sent=SENT)
        comments.create(key=key, page=page, vote=vote, reason=reason, text="Words.")
    comments.create(key="5", page=page, reason="other")

    call_command("migrate", verbosity=0)

    assert list(Vote.objects.order_by("key").values_list("answer", "version__name", "reason")) == [
        ("yes", "v1", ""),
        ("no", "v1", "confusing"),
        ("no", "v1", "other"),
        ("no", "v2", ""),
        ("yes", "v2", ""),
    ]
    assert set(Tally.objects.values_list("version__name", "day", "yes", "no", "held", "held_yes")) == {
        ("v1", DAY, 1, 1, 1, 0),
        ("v2", DAY, 0, 1, 1, 1),
    }
    assert list(ReasonTally.objects.values_list("version__name", "day", "reason", "count")) == [
        ("v1", DAY, "confusing", 1)
    ]
    assert counts() == raw()
    assert set(ContentVersion.objects.values_list("first_answer", flat=True)) == {SENT}
    assert Comment.objects.count() == 6


def test_a_database_without_answers_is_migrated(before: Any) -> None:
    call_command("migrate", verbosity=0)
    assert (Vote.objects.count(), Tally.objects.count()) == (0, 0)
