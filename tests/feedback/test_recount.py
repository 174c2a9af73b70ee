"""Tallies counted anew: right afterwards, and no different when nothing was wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection

from govpage.feedback.models import AuditEvent, ContentVersion, Page, ReasonTally, Status, Tally, Vote
from govpage.feedback.recount import TRIES, _Found, days_with_answers, recount
from govpage.feedback.store import Answer, Words, save_comment, save_vote
from govpage.feedback.tallies import fold
from tests.feedback.test_tallies import counts, raw
from tests.feedback.visits import KEY, OTHER_KEY, PAGE

SENT = datetime(2026, 11, 28, 4, 30, tzinfo=UTC)
DAY = date(2026, 11, 27)
"""Where the site is, it still is the day before."""


@pytest.fixture
def answered(db: None) -> date:
    """A day with answers of all kinds, on two versions."""
    save_vote(Answer(PAGE, "yes", (KEY,)))
    save_vote(Answer(PAGE, "no", (OTHER_KEY,)))
    save_comment(Words(PAGE, OTHER_KEY, "confusing", ""))
    save_vote(Answer(PAGE, "no", ("a" * 64,), "rate"))
    save_vote(Answer(type(PAGE)(PAGE.path, PAGE.title, "v2"), "partly", ("b" * 64,)))
    Vote.objects.update(sent=SENT)
    Tally.objects.update(day=DAY)
    ReasonTally.objects.update(day=DAY)
    fold(DAY + timedelta(days=1))
    return DAY


def lose(model: type[Tally | ReasonTally]) -> None:
    model._default_manager.all().delete()


def spread(_model: object) -> None:
    """Put more of the same into another slot."""
    row = Tally.objects.filter(version__name="v1").get()
    row.pk, row.slot = None, 3
    row.save()


BROKEN: list[Any] = [
    pytest.param(lambda: None, 0, id="nothing-wrong"),
    pytest.param(lambda: lose(Tally), 2, id="tallies-lost"),
    pytest.param(lambda: lose(ReasonTally), 1, id="reasons-lost"),
    pytest.param(lambda: Tally.objects.update(yes=7), 2, id="too-many"),
    pytest.param(lambda: Tally.objects.update(no=0, held=0), 1, id="too-few"),
    pytest.param(lambda: ReasonTally.objects.update(reason="other"), 2, id="another-reason"),
    pytest.param(lambda: spread(Tally), 1, id="twice-in-two-slots"),
    pytest.param(lambda: Vote.objects.filter(answer="yes").delete(), 1, id="vote-taken-out-by-hand"),
    pytest.param(lambda: Vote.objects.update(status=Status.SET_ASIDE), 3, id="all-set-aside-by-hand"),
]


@pytest.mark.parametrize(("damage", "wrong"), BROKEN)
def test_wrong_tallies_are_corrected(damage: Callable[[], None], wrong: int, answered: date) -> None:
    damage()
    assert recount(answered) == wrong
    assert counts() == raw()
    assert recount(answered) == 0


@pytest.mark.parametrize(("damage", "wrong"), BROKEN)
def test_dry_run_changes_nothing(damage: Callable[[], None], wrong: int, answered: date) -> None:
    damage()
    before = counts()
    assert recount(answered, correct=False) == wrong
    assert counts() == before


def test_other_days_are_left_alone(answered: date) -> None:
    Tally.objects.update(day=DAY + timedelta(days=1))
    assert recount(DAY - timedelta(days=1)) == 0
    assert Tally.objects.count() == 2


def test_row_too_new_to_be_locked_is_left_as_it_is() -> None:
    found = _Found()
    found.add(0, {"yes": 5}, locked=False)
    found.add(8, {"yes": 2}, locked=False)
    found.add(7, {"yes": 2}, locked=True)
    assert (found.is_wrong, found.right(("yes",)), found.rows) == (True, {"yes": 3}, [7])


def test_days_are_those_from_the_first_answer_kept(answered: date) -> None:
    Tally.objects.filter(version__name="v2").update(day=DAY + timedelta(days=2))
    Tally.objects.filter(version__name="v1").update(day=DAY - timedelta(days=9))
    assert list(days_with_answers()) == [DAY, DAY + timedelta(days=1), DAY + timedelta(days=2)]


def test_days_end_with_the_last_answer(answered: date) -> None:
    Tally.objects.all().delete()
    Vote.objects.filter(answer="yes").update(sent=SENT + timedelta(days=1))
    assert list(days_with_answers()) == [DAY, DAY + timedelta(days=1)]


def test_no_answers_no_days(db: None) -> None:
    page = Page.objects.named(PAGE)
    Tally.objects.create(page=page, version=ContentVersion.objects.create(page=page), day=DAY, yes=4)
    assert list(days_with_answers()) == []


@pytest.mark.parametrize(
    ("options", "said", "after", "events"),
    [
        pytest.param([], "1 days were counted; 2 tallies were wrong and are corrected.\n", 4, 1, id="corrected"),
        pytest.param(["--dry-run"], "1 days were counted; 2 tallies are wrong.\n", 0, 0, id="dry-run"),
    ],
)
def test_command(options: list[str], said: str, after: int, events: int, answered: date) -> None:
    lose(Tally)
    output = StringIO()
    call_command("rebuild_tallies", *options, stdout=output)
    assert output.getvalue() == said
    assert sum(sum(row) for row in Tally.objects.values_list("yes", "no", "partly", "held")) == after
    assert AuditEvent.objects.filter(action="rebuild_tallies").count() == events


class TakenMeanwhile:
    """Lets a new row fail so many times, as when another has just made it."""

    def __init__(self, times: int) -> None:
        self.left = times

    def __call__(self, execute: Callable[..., Any], sql: str, *how: Any) -> Any:
        if sql.startswith("INSERT") and self.left:
            self.left -= 1
            raise IntegrityError("taken")
        return execute(sql, *how)


def test_row_that_another_made_meanwhile_lets_it_try_again(answered: date) -> None:
    lose(Tally)
    with connection.execute_wrapper(TakenMeanwhile(TRIES - 1)):
        assert recount(answered) == 2
    assert counts() == raw()


def test_rows_that_others_make_again_and_again_are_an_error(answered: date) -> None:
    lose(Tally)
    with connection.execute_wrapper(TakenMeanwhile(TRIES)), pytest.raises(IntegrityError, match="taken"):
        recount(answered)
