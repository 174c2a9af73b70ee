"""What is done now and then, by whoever has just saved something."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from govpage.feedback import upkeep
from govpage.feedback.models import Tally, Vote
from govpage.feedback.store import Answer, save_vote
from tests.feedback.databases import without_tables
from tests.feedback.visits import KEY, PAGE


@pytest.fixture
def due() -> None:
    """It was done long ago."""
    upkeep.reset()


@pytest.fixture
def old_vote(database_file: Path) -> Vote:
    """A vote of the day before yesterday, whose tally has two rows."""
    save_vote(Answer(PAGE, "yes", (KEY,)))
    row = Tally.objects.get()
    Tally.objects.update(day=row.day - timedelta(days=2))
    row.pk, row.slot, row.day = None, 1, row.day - timedelta(days=2)
    row.save()
    Vote.objects.update(sent=Vote.objects.get().sent - timedelta(days=2))
    return Vote.objects.get()


def test_old_keys_are_forgotten_and_slots_folded(old_vote: Vote, due: None) -> None:
    upkeep.hourly()
    assert (Vote.objects.get().key, Tally.objects.get().yes) == (None, 2)


def test_once_an_hour(old_vote: Vote, due: None) -> None:
    upkeep.hourly()
    Vote.objects.update(key=KEY)
    upkeep.hourly()
    assert Vote.objects.get().key == KEY


def test_failure_is_told_to_the_log_and_nobody_else(
    database_file: Path, due: None, caplog: pytest.LogCaptureFixture
) -> None:
    with without_tables(database_file):
        upkeep.hourly()
    assert caplog.messages == ["Old keys could not be forgotten: OperationalError."]
