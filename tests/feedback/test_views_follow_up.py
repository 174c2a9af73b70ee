"""The second form: why the page was not helpful, and how it can be improved."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import Settings

from govpage.feedback.endpoint import MAX_BODY
from govpage.feedback.follow_up import LIFETIME, read_follow_up
from govpage.feedback.models import Comment, ReasonTally, Status, Tally, Vote
from govpage.feedback_words import MAX_COMMENT, REASONS
from govpage.page import MAX_TOKEN, PageReference
from tests.feedback.databases import FAILURES, rows
from tests.feedback.visits import (
    FOLLOW_UP,
    FORM_TYPE,
    HOST,
    KEY,
    PAGE,
    SUMMARY,
    THANKS,
    WORDS,
    comment,
    follow_up_token,
    get,
    post,
    shown,
    vote,
)

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("{{7*7}}{% now 'Y' %}", id="template"),
    pytest.param("javascript:alert(1) https://evil.example/", id="link"),
    pytest.param("</textarea><img src=x onerror=alert(1)>", id="end-of-the-field"),
    pytest.param("\n\nFirst line empty", id="line-break-first"),
    pytest.param("עברית العربية", id="right-to-left"),
]


@pytest.fixture
def token(visitor: Client, db: None) -> str:
    """The token that a No got."""
    return shown(get(visitor, vote(visitor, "no", key=KEY)["Location"])).fields["token"]


def test_page_asks_for_reason_and_comment(visitor: Client, token: str) -> None:
    response = get(visitor, FOLLOW_UP, token=token)
    form = shown(response)
    assert (response.status_code, form.action) == (200, FOLLOW_UP)
    assert form.fields == {"token": token, "comment": ""}
    assert form.focused == "Your answer is saved. Can you tell us more?"
    assert {PAGE.path, "/privacy/"} <= set(form.links)


def test_page_offers_the_reasons(visitor: Client, token: str) -> None:
    html = get(visitor, FOLLOW_UP, token=token).content.decode()
    assert [code for code in REASONS if f'value="{code}"' in html] == list(REASONS)


def test_comment_takes_its_direction_from_its_words(visitor: Client, token: str) -> None:
    assert 'rows="5" dir="auto"' in get(visitor, FOLLOW_UP, token=token).content.decode()


def test_no_leads_to_a_comment_that_joins_it(visitor: Client, db: None) -> None:
    form = shown(get(visitor, vote(visitor, "no")["Location"]))
    response = post(visitor, form.action, {**form.fields, "reason": "confusing", "comment": WORDS})
    assert (response.status_code, response["Location"].split("?")[0]) == (303, THANKS)
    assert Comment.objects.values_list("vote", "reason", "text").get() == (Vote.objects.get().pk, "confusing", WORDS)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        pytest.param("other", "", id="reason-alone"),
        pytest.param("", WORDS, id="comment-alone"),
        pytest.param("", "w" * MAX_COMMENT, id="2000-characters"),
        pytest.param("", "\U0001f44e" * MAX_COMMENT, id="2000-emoji"),
        pytest.param("", "a\r\n" * 999 + "ab", id="line-breaks-count-once"),
    ],
)
def test_comment_is_saved(reason: str, text: str, visitor: Client, token: str) -> None:
    assert comment(visitor, token, text, reason=reason).status_code == 303
    assert Comment.objects.values_list("reason", "text").get() == (reason, text.replace("\r\n", "\n"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="skipped"),
        pytest.param(" \r\n\t\u00a0", id="only-spaces"),
        pytest.param("\u200b\u2060\ufeff\u3164", id="only-invisible"),
        pytest.param("\0\u202e", id="only-nul-and-u-202e"),
    ],
)
def test_no_comment_leaves_the_vote(text: str, visitor: Client, token: str) -> None:
    assert comment(visitor, token, text).status_code == 303
    assert (Vote.objects.count(), Comment.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        pytest.param("a\0b", "ab", id="nul"),
        pytest.param("a\u202eb", "ab", id="u-202e"),
        pytest.param("a\u200bb", "ab", id="zero-width"),
        pytest.param("q" + "\u0323" * 500, "q" + "\u0323" * 4, id="500-combining-marks"),
    ],
)
def test_comment_is_cleaned(sent: str, kept: str, visitor: Client, token: str) -> None:
    assert comment(visitor, token, sent).status_code == 303
    assert Comment.objects.get().text == kept


def test_lone_surrogate_is_replaced(visitor: Client, token: str) -> None:
    assert visitor.post(FOLLOW_UP, f"token={token}&comment=a%ED%A0%80b", FORM_TYPE).status_code == 303
    assert Comment.objects.get().text == "a\ufffd\ufffd\ufffdb"


@pytest.mark.parametrize("text", HOSTILE)
def test_comment_is_text_in_the_form(text: str, visitor: Client, token: str) -> None:
    response = comment(visitor, token, text, reason="invented")
    form = shown(response)
    assert form.fields["comment"] == text.strip()
    assert set(form.links) == {PAGE.path, "/privacy/"}


def test_right_to_left_comment_is_stored_and_its_vote_counts(visitor: Client, token: str) -> None:
    comment(visitor, token, "עברית العربية")
    assert Comment.objects.values_list("text", "vote__status").get() == ("עברית العربية", Status.COUNTED)


@pytest.mark.parametrize(
    ("length", "error"),
    [
        pytest.param(2001, "Your comment is 1 character too long. It may have 2000.", id="2001-characters"),
        pytest.param(2010, "Your comment is 10 characters too long. It may have 2000.", id="2010-characters"),
    ],
)
def test_long_comment_is_400_and_kept(length: int, error: str, visitor: Client, token: str) -> None:
    response = comment(visitor, token, "w" * length, reason="too-much")
    form = shown(response)
    assert (response.status_code, form.focused) == (400, SUMMARY + error)
    assert form.fields == {"token": token, "comment": "w" * length, "reason": "too-much"}
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("character", "most"),
    [
        pytest.param("w", 50_000, id="latin"),
        pytest.param("\u8868", 6_000, id="chinese"),
        pytest.param("\U0001f44e", 4_500, id="emoji"),
    ],
)
def test_comment_far_too_long_is_in_the_form_in_any_script(
    character: str, most: int, visitor: Client, token: str
) -> None:
    response = comment(visitor, token, character * most)
    form = shown(response)
    assert (response.status_code, form.fields["comment"]) == (400, character * most)
    assert f"{most - MAX_COMMENT} characters too long." in form.focused


def test_longest_body_has_room_for_the_longest_token_and_comment() -> None:
    assert 2 * (MAX_TOKEN + len(quote("\U0001f44e" * MAX_COMMENT))) <= MAX_BODY


def test_reason_not_in_the_list_is_400_and_the_text_is_kept(visitor: Client, token: str) -> None:
    response = comment(visitor, token, WORDS, reason="invented")
    form = shown(response)
    assert (response.status_code, form.focused) == (400, f"{SUMMARY}Choose one of the reasons.")
    assert form.fields == {"token": token, "comment": WORDS}
    assert not Comment.objects.exists()


def test_honeypot_filled_holds_the_vote_and_thanks(visitor: Client, token: str) -> None:
    response = comment(visitor, token, WORDS, reason="other", website="https://spam.example/")
    assert (response.status_code, response["Location"].split("?")[0]) == (303, THANKS)
    assert Vote.objects.values_list("status", "held_because", "comment__text").get() == (
        Status.HELD,
        "honeypot",
        WORDS,
    )
    assert Tally.objects.values_list("no", "held").get() == (0, 1)
    assert not ReasonTally.objects.exists()


def test_honeypot_filled_after_a_held_vote_leaves_its_reason(visitor: Client, token: str) -> None:
    Vote.objects.update(status=Status.HELD, held_because="burst")
    comment(visitor, token, WORDS, website="https://spam.example/")
    assert Vote.objects.get().held_because == "burst"


def test_retired_reason_is_still_taken(visitor: Client, token: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"retired_reasons": {"too-long": "is too long"}}
    assert comment(visitor, token, WORDS, reason="too-long").status_code == 303
    assert Comment.objects.get().reason == "too-long"


@pytest.mark.parametrize(
    ("reason", "text", "target", "error"),
    [
        pytest.param("invented", WORDS, "#gov-feedback-reason", "Choose one of the reasons.", id="reason"),
        pytest.param("other", "w" * 2001, "#gov-feedback-comment", "Your comment is 1 character too long.", id="text"),
    ],
)
def test_error_is_at_its_field_and_in_the_summary(
    reason: str, text: str, target: str, error: str, visitor: Client, token: str
) -> None:
    response = comment(visitor, token, text, reason=reason)
    html = response.content.decode()
    assert shown(response).targets == [target]
    assert f'id="gov-feedback-error">{error}' in html
    assert f'id="{target[1:]}"' in html


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "forged",
    [
        pytest.param("", id="without-token"),
        pytest.param("forged:token", id="forged"),
        pytest.param(follow_up_token() + "x", id="altered"),
        pytest.param(PAGE.sign(), id="token-of-a-page"),
    ],
)
def test_token_that_is_not_ours_is_400(method: str, forged: str, visitor: Client, db: None) -> None:
    response = getattr(visitor, method)(FOLLOW_UP, {"token": forged, "comment": WORDS})
    assert response.status_code == 400
    assert not Comment.objects.exists()


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "PATCH", "DELETE"])
def test_other_method_is_405(method: str, visitor: Client, token: str) -> None:
    assert visitor.generic(method, FOLLOW_UP, f"token={token}", FORM_TYPE).status_code == 405


def test_head_is_a_get_without_its_body(visitor: Client, token: str) -> None:
    response = visitor.head(FOLLOW_UP, {"token": token})
    assert (response.status_code, response.content) == (200, b"")


def test_form_of_another_site_is_403(visitor: Client, token: str) -> None:
    headers = {"sec-fetch-site": "cross-site", "origin": f"{HOST}.evil.example"}
    response = post(visitor, FOLLOW_UP, {"token": token, "comment": WORDS}, headers=headers)
    assert response.status_code == 403
    assert not Comment.objects.exists()


def test_reload_of_the_page_is_one_vote(visitor: Client, db: None) -> None:
    place = vote(visitor, "no")["Location"]
    assert [get(visitor, place).status_code, get(visitor, place).status_code] == [200, 200]
    assert Vote.objects.count() == 1


def test_double_click_is_one_comment(visitor: Client, token: str) -> None:
    assert [comment(visitor, token).status_code, comment(visitor, token).status_code] == [303, 303]
    assert Comment.objects.count() == 1


def test_token_replayed_with_other_words_is_refused_and_they_are_kept(visitor: Client, token: str) -> None:
    comment(visitor, token, WORDS)
    response = comment(visitor, token, "Other words.", reason="other")
    form = shown(response)
    assert (response.status_code, form.fields["comment"], form.fields["reason"]) == (409, "Other words.", "other")
    assert form.focused == f"{SUMMARY}You have sent a comment already; it was kept as it was."
    assert Comment.objects.get().text == WORDS


def test_after_1_hour_the_text_is_offered_as_a_new_comment(visitor: Client, token: str) -> None:
    response = comment(visitor, follow_up_token(age=LIFETIME + 60), WORDS, reason="other")
    form = shown(response)
    assert (response.status_code, form.fields["comment"], form.fields["reason"]) == (400, WORDS, "other")
    assert form.focused.startswith(f"{SUMMARY}This took more than an hour. Your words are still here")
    assert not Comment.objects.exists()


def test_text_offered_after_1_hour_is_saved_on_its_own(visitor: Client, token: str) -> None:
    form = shown(comment(visitor, follow_up_token(age=LIFETIME + 60), WORDS))
    assert post(visitor, form.action, form.fields).status_code == 303
    stored = Comment.objects.get()
    assert (stored.vote, stored.page.path, stored.text) == (None, PAGE.path, WORDS)


def test_words_that_are_kept_already_are_thanked_for_after_1_hour(visitor: Client, token: str) -> None:
    comment(visitor, token, WORDS, reason="other")
    late = follow_up_token(read_follow_up(token).key, age=LIFETIME + 60)
    assert comment(visitor, late, WORDS, reason="other")["Location"].startswith(THANKS)
    assert Comment.objects.values_list("text", "vote__answer").get() == (WORDS, "no")


def test_other_words_after_1_hour_are_refused_as_before(visitor: Client, token: str) -> None:
    comment(visitor, token, WORDS)
    late = follow_up_token(read_follow_up(token).key, age=LIFETIME + 60)
    response = comment(visitor, late, "Other words.")
    assert (response.status_code, shown(response).fields["comment"]) == (409, "Other words.")
    assert Comment.objects.get().text == WORDS


@pytest.mark.parametrize(
    ("text", "status"), [pytest.param(WORDS, 303, id="same"), pytest.param("Other words.", 409, id="other")]
)
def test_late_form_that_is_sent_anew_is_one_comment(text: str, status: int, visitor: Client, token: str) -> None:
    late = follow_up_token(age=LIFETIME + 60)
    form, again = shown(comment(visitor, late)), shown(comment(visitor, late))
    post(visitor, form.action, form.fields)
    assert post(visitor, again.action, {**again.fields, "comment": text}).status_code == status
    assert comment(visitor, late, text).status_code == status
    kept = Comment.objects.get()
    assert (kept.text, kept.vote) == (WORDS, None)


def test_what_was_removed_is_known_after_1_hour(visitor: Client, db: None) -> None:
    late = follow_up_token(age=LIFETIME + 60, removed=("phone",))
    form = shown(comment(visitor, late, "Call [phone number removed]."))
    post(visitor, form.action, form.fields)
    assert Comment.objects.values_list("text", "removed").get() == ("Call [phone number removed].", "phone")


def test_database_that_cannot_say_what_is_kept_is_503(visitor: Client, database_file: Path) -> None:
    with FAILURES["without-tables"](database_file):
        response = comment(visitor, follow_up_token(age=LIFETIME + 60))
    assert (response.status_code, response["Retry-After"], shown(response).fields["comment"]) == (503, "60", WORDS)


def test_page_still_opens_after_1_hour(visitor: Client, db: None) -> None:
    assert get(visitor, FOLLOW_UP, token=follow_up_token(age=LIFETIME + 60)).status_code == 200


def test_database_that_cannot_save_is_503_and_the_text_is_kept(visitor: Client, failing_database: Path) -> None:
    token = follow_up_token()
    response = comment(visitor, token, WORDS, reason="confusing")
    form = shown(response)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert form.focused.startswith(f"{SUMMARY}Your comment could not be saved just now.")
    assert form.fields == {"token": token, "comment": WORDS, "reason": "confusing"}


def test_comment_sent_again_after_503_is_saved_once(visitor: Client, database_file: Path) -> None:
    with FAILURES["locked"](database_file):
        form = shown(comment(visitor, follow_up_token()))
    post(visitor, form.action, form.fields)
    post(visitor, form.action, form.fields)
    assert rows(database_file, "comment") == 1


@pytest.mark.parametrize(
    ("language", "direction"),
    [pytest.param("es", "ltr", id="spanish"), pytest.param("ar", "rtl", id="right-to-left")],
)
def test_language_is_that_of_the_page(language: str, direction: str, visitor: Client, db: None) -> None:
    token = follow_up_token(page=PageReference("/a/", "A", "", language))
    html = get(visitor, FOLLOW_UP, token=token).content.decode()
    assert f'<html lang="{language}" dir="{direction}">' in html
