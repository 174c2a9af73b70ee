"""The report of a problem with a page."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from govpage.feedback.follow_up import LIFETIME
from govpage.feedback.keys import SAME_SUBMISSION
from govpage.feedback.models import Comment, CommentKind, Vote
from govpage.page import PageReference
from tests.feedback.databases import FAILURES, rows
from tests.feedback.visits import (
    KEY,
    PAGE,
    PROBLEM,
    SUMMARY,
    THANKS,
    WORDS,
    follow_up_token,
    get,
    post,
    shown,
)


def report(visitor: Client, text: str = WORDS, **more: str) -> HttpResponse:
    """Send a report from the page itself."""
    return post(visitor, PROBLEM, {"page": PAGE.sign(), "comment": text, **more})


def test_report_is_a_comment_without_a_vote(visitor: Client, db: None) -> None:
    response = report(visitor)
    assert (response.status_code, response["Location"].split("?")[0]) == (303, THANKS)
    assert not Vote.objects.exists()
    assert Comment.objects.filter(vote=None).values_list("kind", "reason", "text", "page__path").get() == (
        CommentKind.PROBLEM,
        "",
        WORDS,
        PAGE.path,
    )


def test_thanks_are_for_the_report(visitor: Client, db: None) -> None:
    html = get(visitor, report(visitor)["Location"]).content.decode()
    assert "Your report is saved." in html
    assert 'id="gov-problem-thanks"' in html


def test_form_of_a_page_is_taken(visitor: Client, db: None) -> None:
    html = get(visitor, "/accessibility/").content.decode()
    form = shown(get(visitor, PROBLEM, page=PAGE.sign()))
    assert 'action="/feedback/problem/"' in html
    assert post(visitor, form.action, {**form.fields, "comment": WORDS}).status_code == 303
    assert Comment.objects.get().text == WORDS


def test_page_of_its_own_opens_without_a_script(visitor: Client) -> None:
    response = get(visitor, PROBLEM, page=PAGE.sign())
    assert response.status_code == 200
    assert "<details" not in response.content.decode()
    assert PAGE.path in shown(response).links


def test_page_of_its_own_keeps_its_token(visitor: Client) -> None:
    token = follow_up_token()
    assert shown(get(visitor, PROBLEM, token=token)).fields["token"] == token


@pytest.mark.parametrize("text", [pytest.param("", id="empty"), pytest.param(" \u200b\n", id="nothing-visible")])
def test_report_without_words_is_400_with_the_error_at_the_field(text: str, visitor: Client, db: None) -> None:
    response = report(visitor, text)
    form = shown(response)
    assert (response.status_code, form.focused) == (400, f"{SUMMARY}Say what went wrong.")
    assert form.targets == ["#gov-problem-comment"]
    assert 'id="gov-problem-error">Say what went wrong.</div>' in response.content.decode()
    assert not Comment.objects.exists()


def test_report_that_failed_is_sent_again_by_its_token(visitor: Client, db: None) -> None:
    form = shown(report(visitor, ""))
    assert post(visitor, form.action, {**form.fields, "comment": WORDS}).status_code == 303
    assert Comment.objects.values_list("kind", "text").get() == (CommentKind.PROBLEM, WORDS)


@pytest.mark.parametrize("key", [pytest.param(KEY, id="with-script"), pytest.param("", id="without-script")])
def test_double_click_is_one_report(key: str, visitor: Client, db: None) -> None:
    assert [report(visitor, key=key).status_code, report(visitor, key=key).status_code] == [303, 303]
    assert Comment.objects.count() == 1


def at(moment: datetime) -> AbstractContextManager[object]:
    """Let it be that moment."""
    return mock.patch.object(timezone, "now", return_value=moment)


@pytest.mark.parametrize(
    ("key", "passed", "reports"),
    [
        pytest.param("", SAME_SUBMISSION, 1, id="within-the-seconds-of-a-double-click"),
        pytest.param("", 2 * SAME_SUBMISSION, 2, id="of-another-behind-the-same-address"),
        pytest.param(KEY, timedelta(hours=12), 1, id="key-of-the-script"),
    ],
)
def test_same_words_from_one_network(key: str, passed: timedelta, reports: int, visitor: Client, db: None) -> None:
    now = timezone.now()
    for moment in (now, now + passed):
        with at(moment):
            assert report(visitor, key=key).status_code == 303
    assert Comment.objects.count() == reports


def test_other_words_under_the_key_of_yesterday_are_refused(visitor: Client, db: None) -> None:
    now = timezone.now()
    with at(now - timedelta(days=1)):
        report(visitor, key=KEY)
    assert report(visitor, "Other words.", key=KEY).status_code == 409


def test_two_problems_are_two_reports(visitor: Client, db: None) -> None:
    report(visitor)
    report(visitor, "Another thing is wrong.")
    assert Comment.objects.count() == 2


def test_personal_information_is_shown_before_anything_is_kept(visitor: Client, db: None) -> None:
    form = shown(report(visitor, "Write to me at ana@mail.example"))
    assert form.fields["comment"] == "Write to me at [email address removed]"
    assert not Comment.objects.exists()
    post(visitor, form.action, form.fields)
    assert Comment.objects.values_list("text", "removed").get() == (form.fields["comment"], "email")


def test_report_after_1_hour_is_offered_once_more(visitor: Client, db: None) -> None:
    response = post(visitor, PROBLEM, {"token": follow_up_token(age=LIFETIME + 60), "comment": WORDS})
    form = shown(response)
    assert (response.status_code, form.fields["comment"]) == (400, WORDS)
    assert post(visitor, form.action, form.fields).status_code == 303


def test_database_that_cannot_save_is_503_and_the_text_is_kept(visitor: Client, failing_database: Path) -> None:
    response = report(visitor)
    assert (response.status_code, response["Retry-After"], shown(response).fields["comment"]) == (503, "60", WORDS)


def test_report_sent_again_after_503_is_saved_once(visitor: Client, database_file: Path) -> None:
    with FAILURES["locked"](database_file):
        form = shown(report(visitor))
    post(visitor, form.action, form.fields)
    post(visitor, form.action, form.fields)
    assert rows(database_file, "comment") == 1


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "forged",
    [
        pytest.param({}, id="without-token"),
        pytest.param({"page": "forged:page"}, id="forged-page"),
        pytest.param({"token": "forged:token"}, id="forged-token"),
        pytest.param({"page": PAGE.sign(), "token": "forged:token"}, id="forged-token-of-a-page"),
    ],
)
def test_token_that_is_not_ours_is_400(method: str, forged: dict[str, str], visitor: Client, db: None) -> None:
    assert getattr(visitor, method)(PROBLEM, {"comment": WORDS, **forged}).status_code == 400
    assert not Comment.objects.exists()


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "PATCH", "DELETE"])
def test_other_method_is_405(method: str, visitor: Client) -> None:
    assert visitor.generic(method, f"{PROBLEM}?page={PAGE.sign()}").status_code == 405


def test_form_of_another_site_is_403(visitor: Client, db: None) -> None:
    headers = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    response = post(visitor, PROBLEM, {"page": PAGE.sign(), "comment": WORDS}, headers=headers)
    assert response.status_code == 403
    assert WORDS not in response.content.decode()


def test_language_is_that_of_the_page(visitor: Client) -> None:
    assert shown(get(visitor, PROBLEM, page=PageReference("/a/", language="es").sign())).language == "es"
