"""Another answer under the key of one that is stored: a visitor corrects it."""

from __future__ import annotations

import itertools
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from govpage.feedback import patience
from govpage.feedback.holding import release, set_aside
from govpage.feedback.models import Comment, Page, ScreeningTally, Status, Tally, Vote
from govpage.feedback.store import AlreadyCommented, Answer, Words, save_comment, save_vote
from govpage.page import PageReference
from tests.feedback.databases import FAILURES, at_once
from tests.feedback.test_tallies import counts, raw
from tests.feedback.visits import (
    FOLLOW_UP,
    KEY,
    OTHER_KEY,
    PAGE,
    SUMMARY,
    THANKS,
    VOTE,
    WORDS,
    comment,
    get,
    post,
    shown,
    vote,
)

MOVED = "/news/harbor-report-2026/"
MOMENT = timedelta(seconds=1)


def now_stands_elsewhere(path: str) -> str:
    """A resolver of a site on which the page has moved."""
    return MOVED if path == PAGE.path else path


@pytest.mark.parametrize(("first", "then"), [*itertools.permutations(("yes", "no", "partly"), 2)])
def test_other_answer_takes_the_place_of_the_first(first: str, then: str, db: None) -> None:
    save_vote(Answer(PAGE, "no", (OTHER_KEY,)))
    save_vote(Answer(PAGE, first, (KEY,)))
    assert save_vote(Answer(PAGE, then, ("0" * 64, KEY))) == KEY
    assert Vote.objects.get(key=KEY).answer == then
    assert counts() == raw()
    assert Vote.objects.count() == 2


def test_same_answer_again_after_a_correction_changes_nothing(db: None) -> None:
    for answer in ("yes", "no", "no"):
        save_vote(Answer(PAGE, answer, (KEY,)))
    assert (Vote.objects.get().answer, counts()) == ("no", {"no": 1})


def test_correction_keeps_when_the_answer_was_sent(db: None) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    sent = Vote.objects.get().sent
    save_vote(Answer(PAGE, "no", (KEY,)))
    assert Vote.objects.get().sent == sent


def test_answer_received_earlier_does_not_come_back_when_it_arrives_late(db: None) -> None:
    now = timezone.now()
    save_vote(Answer(PAGE, "no", (KEY,), received=now))
    assert save_vote(Answer(PAGE, "yes", (KEY,), received=now - MOMENT)) == KEY
    assert (Vote.objects.get().answer, counts()) == ("no", {"no": 1})


@pytest.mark.parametrize(
    ("seconds", "answer"), [pytest.param(-1, "no", id="its-time-is-over"), pytest.param(60, "yes", id="in-time")]
)
def test_answer_whose_503_is_out_corrects_nothing(seconds: int, answer: str, db: None) -> None:
    save_vote(Answer(PAGE, "no", (KEY,)))
    with patience.own_limits(connection), patience.deadline(time.monotonic() + seconds):
        save_vote(Answer(PAGE, "yes", (KEY,)))
    assert (Vote.objects.get().answer, counts()) == (answer, {answer: 1})


@pytest.mark.parametrize(
    ("first", "then", "status", "because"),
    [
        pytest.param("no-origin", "", Status.HELD, "no-origin", id="held-stays-held"),
        pytest.param("no-origin", "honeypot", Status.HELD, "no-origin", id="held-keeps-its-first-reason"),
        pytest.param("", "honeypot", Status.HELD, "honeypot", id="held-for-the-correction"),
        pytest.param("", "", Status.COUNTED, "", id="counted"),
    ],
)
@pytest.mark.parametrize("answers", [("yes", "no"), ("no", "yes")])
def test_correction_is_screened_as_well(
    answers: tuple[str, str], first: str, then: str, status: Status, because: str, db: None
) -> None:
    for answer, held_because in zip(answers, (first, then), strict=True):
        save_vote(Answer(PAGE, answer, (KEY,), held_because))
    assert Vote.objects.values_list("answer", "status", "held_because").get() == (answers[1], status, because)
    assert counts() == raw()
    held = ScreeningTally.objects.values_list("check_name", "count")
    assert list(held) == ([(because, 1)] if because else [])


def test_what_staff_have_set_aside_stays_so(db: None) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    set_aside(Vote.objects.all(), "m.rivera")
    save_vote(Answer(PAGE, "no", (KEY,), "honeypot"))
    assert Vote.objects.values_list("answer", "status").get() == ("no", Status.SET_ASIDE)
    assert counts() == {}
    release(Vote.objects.all(), "m.rivera")
    assert counts() == raw() == {"no": 1}


@pytest.mark.parametrize("text", [pytest.param(WORDS, id="comment"), pytest.param("", id="reason-alone")])
def test_answer_that_words_have_joined_stands(text: str, db: None) -> None:
    save_vote(Answer(PAGE, "no", (KEY,)))
    save_comment(Words(PAGE, KEY, "other", text))
    with pytest.raises(AlreadyCommented):
        save_vote(Answer(PAGE, "yes", (KEY,)))
    assert counts() == raw() == {"no": 1, "other": 1}


def test_answer_whose_comment_is_purged_stands_with_its_reason(db: None) -> None:
    save_vote(Answer(PAGE, "no", (KEY,)))
    save_comment(Words(PAGE, KEY, "other", WORDS))
    Comment.objects.all().delete()
    with pytest.raises(AlreadyCommented):
        save_vote(Answer(PAGE, "yes", (KEY,)))
    assert counts() == raw() == {"no": 1, "other": 1}


def test_words_after_a_correction_join_it(db: None) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    save_vote(Answer(PAGE, "no", (KEY,)))
    save_comment(Words(PAGE, KEY, "other", WORDS))
    assert Comment.objects.get().vote == Vote.objects.get()
    assert counts() == raw() == {"no": 1, "other": 1}


@pytest.mark.parametrize("page", [PAGE, PageReference(MOVED)])
def test_answer_about_a_page_that_has_moved_is_corrected(page: PageReference, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"resolver": f"{__name__}.now_stands_elsewhere"}
    save_vote(Answer(PAGE, "yes", (KEY,)))
    save_vote(Answer(page, "no", (KEY,)))
    assert Vote.objects.values_list("answer", "page__path").get() == ("no", MOVED)


def test_page_that_moves_between_two_answers(db: None, settings: Settings) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    settings.GOVPAGE_FEEDBACK = {"resolver": f"{__name__}.now_stands_elsewhere"}
    save_vote(Answer(PAGE, "no", (KEY,)))
    assert (Vote.objects.get().answer, Page.objects.filter(path=PAGE.path).count()) == ("no", 1)


def test_corrections_at_once_leave_one_answer_and_its_tally(database_file: Path) -> None:
    answers = itertools.cycle(("yes", "no", "partly"))
    at_once(database_file, lambda: save_vote(Answer(PAGE, next(answers), (KEY,))))
    assert (Vote.objects.count(), sum(counts().values())) == (1, 1)
    assert counts() == raw()


def test_correction_is_kept_whole_or_not_at_all(database_file: Path) -> None:
    save_vote(Answer(PAGE, "yes", (KEY,)))
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER refuse BEFORE UPDATE ON govpage_feedback_vote BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    with pytest.raises(Exception, match="refused"):
        save_vote(Answer(PAGE, "no", (KEY,)))
    assert counts() == raw() == {"yes": 1}


# As a visitor


def test_yes_then_no_of_one_key_is_no(visitor: Client, db: None) -> None:
    assert vote(visitor, "yes", key=KEY)["Location"].startswith(THANKS)
    response = vote(visitor, "no", key=KEY)
    assert response["Location"].startswith(FOLLOW_UP)
    token = shown(get(visitor, response["Location"])).fields["token"]
    assert comment(visitor, token, WORDS, reason="confusing").status_code == 303
    assert Vote.objects.values_list("answer", "reason", "comment__text").get() == ("no", "confusing", WORDS)
    assert counts() == raw() == {"no": 1, "confusing": 1}


def test_no_then_yes_of_one_key_is_yes(visitor: Client, db: None) -> None:
    vote(visitor, "no", key=KEY)
    assert vote(visitor, "yes", key=KEY)["Location"].startswith(THANKS)
    assert Tally.objects.values_list("yes", "no").get() == (1, 0)


def test_other_answer_after_the_comment_is_409_and_said(visitor: Client, db: None) -> None:
    token = shown(get(visitor, vote(visitor, "no", key=KEY)["Location"])).fields["token"]
    comment(visitor, token, WORDS)
    response = vote(visitor, "yes", key=KEY)
    form = shown(response)
    assert (response.status_code, form.action, form.fields["key"]) == (409, VOTE, KEY)
    assert form.focused == f"{SUMMARY}You have sent a comment already; it was kept as it was."
    assert Vote.objects.get().answer == "no"


def test_other_answer_of_the_form_after_a_503_that_was_saved_late(visitor: Client, database_file: Path) -> None:
    with FAILURES["locked"](database_file):
        form = shown(vote(visitor, "yes"))
    post(visitor, form.action, {**form.fields, "answer": "yes"})
    assert post(visitor, form.action, {**form.fields, "answer": "no"}).status_code == 303
    assert list(Vote.objects.values_list("answer", flat=True)) == ["no"]


def test_other_answer_without_a_script_is_another(visitor: Client, db: None) -> None:
    vote(visitor, "yes")
    vote(visitor, "no")
    assert Vote.objects.count() == 2
