"""That nothing personal is kept: what a visitor wrote is shown without it first, and is refused if that fails."""

from __future__ import annotations

import logging

import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from govpage.feedback import words
from govpage.feedback.follow_up import read_follow_up
from govpage.feedback.models import Alert, AlertKind, Comment, CommentKind, Status, Vote
from govpage.feedback.origin import Verdict
from govpage.feedback.screening import Screening
from govpage.feedback_words import MAX_COMMENT
from govpage.page import PageReference
from tests.feedback.test_privacy import everything_logged, everything_stored
from tests.feedback.visits import (
    FOLLOW_UP,
    KEY,
    PAGE,
    PROBLEM,
    SUMMARY,
    Shown,
    comment,
    follow_up_token,
    get,
    post,
    shown,
    vote,
)

NUMBER = "202-555-0143"
SENT = f"Call me at {NUMBER}."
LEFT = "Call me at [phone number removed]."
FAULT = "A comment could not be checked for personal information: RuntimeError at "
BOTH = [
    pytest.param(FOLLOW_UP, {"token": follow_up_token()}, id="follow-up"),
    pytest.param(PROBLEM, {"page": PAGE.sign()}, id="problem"),
]


@pytest.fixture
def token(visitor: Client, db: None) -> str:
    """The token that a No got."""
    return shown(get(visitor, vote(visitor, "no", key=KEY)["Location"])).fields["token"]


def fail(text: str) -> None:
    """A redactor with a fault, which quotes what it was given."""
    raise RuntimeError(text)


@pytest.fixture
def broken_redactor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "redact", fail)


# Review


@pytest.mark.parametrize(("address", "data"), BOTH)
def test_text_is_shown_without_what_was_removed_and_not_kept(
    address: str, data: dict[str, str], visitor: Client, db: None
) -> None:
    response = post(visitor, address, {**data, "comment": SENT})
    form = shown(response)
    assert (response.status_code, form.focused) == (200, "We removed personal information")
    assert (form.action, form.fields["comment"]) == (address, LEFT)
    assert "this out of what you wrote: phone number." in response.content.decode()
    assert NUMBER not in response.content.decode()
    assert not Comment.objects.exists()


def test_reason_is_still_chosen_at_the_review(visitor: Client, token: str) -> None:
    assert shown(comment(visitor, token, SENT, reason="confusing")).fields["reason"] == "confusing"


def test_text_sent_without_it_is_kept_and_joins_its_vote(visitor: Client, token: str) -> None:
    form = shown(comment(visitor, token, SENT, reason="confusing"))
    assert post(visitor, form.action, form.fields).status_code == 303
    stored = Comment.objects.values_list("text", "reason", "removed", "vote").get()
    assert stored == (LEFT, "confusing", "phone", Vote.objects.get().pk)


def test_edited_text_is_kept_as_edited(visitor: Client, token: str) -> None:
    form = shown(comment(visitor, token, SENT))
    assert post(visitor, form.action, {**form.fields, "comment": "Call me."}).status_code == 303
    assert Comment.objects.values_list("text", "removed").get() == ("Call me.", "phone")


def test_more_that_is_added_is_shown_again(visitor: Client, token: str) -> None:
    form = shown(comment(visitor, token, SENT))
    response = post(visitor, form.action, {**form.fields, "comment": f"{LEFT} Or ana@mail.example."})
    again = shown(response)
    assert (response.status_code, again.fields["comment"]) == (200, f"{LEFT} Or [email address removed].")
    assert read_follow_up(again.fields["token"]).removed == ("phone", "email")


def test_words_are_in_the_language_of_the_page(visitor: Client, db: None) -> None:
    spanish = follow_up_token(page=PageReference("/a/", "A", "", "es"))
    assert shown(comment(visitor, spanish, SENT)).language == "es"


def test_both_forms_after_one_review_are_one_comment(visitor: Client, token: str) -> None:
    form = shown(comment(visitor, token, SENT))
    post(visitor, form.action, form.fields)
    assert post(visitor, form.action, {**form.fields, "comment": "Other words."}).status_code == 409
    assert Comment.objects.count() == 1


def test_what_was_removed_is_stored_and_logged_nowhere(
    visitor: Client, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    form = shown(comment(visitor, token, SENT))
    post(visitor, form.action, form.fields)
    assert NUMBER not in everything_stored() + everything_logged(caplog)


def test_only_a_number_leaves_words_to_send(visitor: Client, token: str) -> None:
    assert shown(comment(visitor, token, NUMBER)).fields["comment"] == "[phone number removed]"


# Length


def full(end: str) -> str:
    """Words as long as they may be, with that at their end."""
    return "w " * ((MAX_COMMENT - len(end)) // 2) + end.rjust(len(end) + len(end) % 2)


@pytest.mark.parametrize(("address", "data"), BOTH)
@pytest.mark.parametrize("end", [NUMBER, f"{NUMBER} {NUMBER} ana@mail.example"], ids=["one", "three"])
def test_what_the_review_puts_in_makes_no_comment_too_long(
    end: str, address: str, data: dict[str, str], visitor: Client, db: None
) -> None:
    response = post(visitor, address, {**data, "comment": full(end)})
    form = shown(response)
    length = len(form.fields["comment"])
    assert (response.status_code, len(full(end)), length > MAX_COMMENT) == (200, MAX_COMMENT, True)
    assert length <= int(said_most(response)) < length + 40
    assert post(visitor, form.action, form.fields).status_code == 303
    assert Comment.objects.get().text == form.fields["comment"]


def said_most(response: HttpResponse) -> str:
    """Return how many characters the text box says that it takes."""
    return response.content.decode().partition('data-maxlength="')[2].partition('"')[0]


@pytest.mark.parametrize(("address", "data"), BOTH)
def test_what_is_added_after_the_review_counts(address: str, data: dict[str, str], visitor: Client, db: None) -> None:
    form = shown(post(visitor, address, {**data, "comment": full(NUMBER)}))
    response = post(visitor, form.action, {**form.fields, "comment": "w" * 20 + form.fields["comment"]})
    assert (response.status_code, said_most(response)) == (400, "2021")
    assert shown(response).focused.startswith(f"{SUMMARY}Your comment is 9 characters too long. It may have 2021.")


def test_words_like_ours_count_in_full_where_nothing_was_removed(visitor: Client, token: str) -> None:
    response = comment(visitor, token, "[phone number removed]" * 100)
    assert (response.status_code, said_most(response)) == (400, "2000")


def test_words_like_ours_of_another_kind_count_in_full(visitor: Client, token: str) -> None:
    form = shown(comment(visitor, token, SENT))
    response = post(visitor, form.action, {**form.fields, "comment": "[email address removed]" * 100})
    assert (response.status_code, said_most(response)) == (400, "2000")


def test_comment_of_our_words_alone_has_an_end(visitor: Client, token: str) -> None:
    form = shown(comment(visitor, token, SENT))
    response = post(visitor, form.action, {**form.fields, "comment": "[phone number removed]" * (MAX_COMMENT + 1)})
    assert response.status_code == 400
    assert "Your comment is 1 character too long." in shown(response).focused


@pytest.mark.parametrize("language", ["es", "ar", "vi"])
def test_words_in_the_place_of_what_was_removed_are_known_in_every_language(
    language: str, visitor: Client, db: None
) -> None:
    token = follow_up_token(page=PageReference("/a/", "A", "", language))
    form = shown(comment(visitor, token, full(NUMBER)))
    assert len(form.fields["comment"]) > MAX_COMMENT
    assert post(visitor, form.action, form.fields).status_code == 303


@pytest.mark.parametrize("sends_again", [pytest.param(True, id="sent-again"), pytest.param(False, id="left")])
def test_honeypot_that_was_filled_before_the_review_holds_the_answer(
    sends_again: bool, visitor: Client, token: str
) -> None:
    form = shown(comment(visitor, token, SENT, website="https://spam.example"))
    assert form.fields["comment"] == LEFT
    if sends_again:
        post(visitor, form.action, form.fields)
    assert Vote.objects.values_list("status", "held_because").get() == (Status.HELD, "honeypot")


def test_review_is_shown_though_the_answer_cannot_be_held(
    visitor: Client, token: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def down(*_values: object) -> None:
        raise DatabaseError(SENT)

    monkeypatch.setattr(words, "hold", down)
    assert shown(comment(visitor, token, SENT, website="x")).fields["comment"] == LEFT
    assert "An answer could not be held: " in everything_logged(caplog)
    assert NUMBER not in everything_logged(caplog)


def test_honeypot_of_a_report_that_is_reviewed_holds_nothing_yet(visitor: Client, db: None) -> None:
    form = shown(post(visitor, PROBLEM, {"page": PAGE.sign(), "comment": SENT, "website": "x"}))
    assert form.fields["comment"] == LEFT
    assert not Comment.objects.exists()


# A fault of the redactor


def refused(response: HttpResponse) -> Shown:
    form = shown(response)
    assert (response.status_code, response["Retry-After"], form.fields["comment"]) == (503, "60", SENT)
    return form


@pytest.mark.usefixtures("broken_redactor")
def test_fault_keeps_the_vote_and_the_text_in_the_form(visitor: Client, token: str) -> None:
    form = refused(comment(visitor, token, SENT, reason="other"))
    assert form.focused.startswith(f"{SUMMARY}Your answer is saved, but not your comment: it could not be checked")
    assert (form.fields["token"], form.fields["reason"]) == (token, "other")
    assert (Vote.objects.count(), Comment.objects.count()) == (1, 0)


@pytest.mark.usefixtures("broken_redactor")
def test_fault_at_a_report_says_that_it_is_not_saved(visitor: Client, db: None) -> None:
    form = refused(post(visitor, PROBLEM, {"page": PAGE.sign(), "comment": SENT}))
    assert form.focused.startswith(f"{SUMMARY}Your words were not saved: they could not be checked")


@pytest.mark.usefixtures("broken_redactor")
def test_fault_raises_one_alert(visitor: Client, token: str) -> None:
    comment(visitor, token, SENT)
    comment(visitor, token, SENT)
    assert Alert.objects.values_list("kind", "details").get() == (AlertKind.REDACTION, {"fault": "RuntimeError"})


@pytest.mark.usefixtures("broken_redactor")
def test_fault_is_logged_without_the_text(visitor: Client, token: str, caplog: pytest.LogCaptureFixture) -> None:
    comment(visitor, token, SENT)
    assert FAULT in everything_logged(caplog)
    assert NUMBER not in everything_logged(caplog) + everything_stored()


@pytest.mark.usefixtures("broken_redactor")
def test_alert_that_cannot_be_raised_changes_nothing_for_the_visitor(
    visitor: Client, token: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def down(**_values: object) -> None:
        raise DatabaseError(SENT)

    monkeypatch.setattr(Alert.objects, "get_or_create", down)
    refused(comment(visitor, token, SENT))
    assert "An alert could not be raised: " in everything_logged(caplog)
    assert NUMBER not in everything_logged(caplog)


def test_after_the_fault_the_same_form_is_taken(visitor: Client, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(words, "redact", fail)
        form = refused(comment(visitor, token, SENT))
    assert shown(post(visitor, form.action, form.fields)).fields["comment"] == LEFT


def test_words_are_not_in_what_is_printed_of_them(visitor: Client, token: str) -> None:
    sent = words.Sent(CommentKind.FOLLOW_UP, read_follow_up(token), token, "other", SENT)
    assert SENT not in repr(sent) + repr(words.Again(sent))


# Refused by a check


def too_many(_submission: object) -> Screening:
    """A check of the site that asks everybody to come later."""
    return Screening(Verdict.REFUSE, "busy", "Come later.", status=429, retry_after=30)


@pytest.mark.parametrize(("address", "data"), BOTH)
def test_429_keeps_the_text(address: str, data: dict[str, str], visitor: Client, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"screens": [f"{__name__}.too_many"]}
    response = post(visitor, address, {**data, "comment": SENT})
    form = shown(response)
    assert (response.status_code, response["Retry-After"], form.fields["comment"]) == (429, "30", SENT)
    assert form.focused == f"{SUMMARY}Come later."


def test_429_of_a_vote_asks_again(visitor: Client, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"screens": [f"{__name__}.too_many"]}
    response = vote(visitor, "no", key=KEY)
    form = shown(response)
    assert (response.status_code, response["Retry-After"]) == (429, "30")
    assert form.fields == {"page": PAGE.sign(), "key": KEY}
    assert not Vote.objects.exists()
