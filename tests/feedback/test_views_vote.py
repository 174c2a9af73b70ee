"""The first form: Yes or No."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.handlers.asgi import ASGIRequest
from django.core.signing import Signer
from django.db import connections
from django.test import Client
from pytest_django import Settings

from govpage.feedback import views
from govpage.feedback.follow_up import read_follow_up
from govpage.feedback.models import Comment, Page, Status, Vote
from govpage.page import PageReference
from tests.feedback.databases import FAILURES, at_once, rows
from tests.feedback.visits import (
    FOLLOW_UP,
    FORM_TYPE,
    HOST,
    KEY,
    PAGE,
    SUMMARY,
    THANKS,
    VOTE,
    WORDS,
    get,
    post,
    shown,
    vote,
)

MEGABYTE = 1024 * 1024
MULTIPART = "multipart/form-data; boundary=b"


class Unread(BytesIO):
    """A body that must not be read, or that breaks off."""

    def read(self, *_size: Any) -> bytes:
        raise OSError("The visitor is gone.")


def test_yes_is_stored_and_leads_to_thanks(visitor: Client, db: None) -> None:
    response = vote(visitor, "yes")
    assert (response.status_code, urlsplit(response["Location"]).path) == (303, THANKS)
    assert Vote.objects.values_list("answer", "status", "page__path").get() == ("yes", Status.COUNTED, PAGE.path)


def test_no_is_stored_and_leads_to_the_follow_up(visitor: Client, db: None) -> None:
    response = vote(visitor, "no", key=KEY)
    place = urlsplit(response["Location"])
    assert (response.status_code, place.path) == (303, FOLLOW_UP)
    assert read_follow_up(parse_qs(place.query)["token"][0]).key == Vote.objects.get(answer="no").key != KEY


def test_partly_is_stored_and_leads_to_the_follow_up(visitor: Client, db: None) -> None:
    response = vote(visitor, "partly")
    assert (response.status_code, urlsplit(response["Location"]).path) == (303, FOLLOW_UP)
    assert Vote.objects.get().answer == "partly"


def test_error_names_partly_where_it_is_asked_for(visitor: Client, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"partly": True}
    assert shown(vote(visitor, "maybe")).focused == f"{SUMMARY}Choose Yes, Partly or No."


def test_honeypot_holds_and_thanks(visitor: Client, db: None) -> None:
    response = vote(visitor, "yes", website="https://spam.example/")
    assert (response.status_code, urlsplit(response["Location"]).path) == (303, THANKS)
    assert Vote.objects.values_list("status", "held_because").get() == (Status.HELD, "honeypot")


def test_form_of_a_page_is_taken(visitor: Client, db: None) -> None:
    form = shown(get(visitor, "/"))
    response = post(visitor, form.action, {**form.fields, "answer": form.buttons[0][1]})
    assert response.status_code == 303
    assert Vote.objects.values_list("page__path", "answer").get() == ("/", "yes")


def test_old_version_of_a_page_counts_for_that_version(visitor: Client, db: None) -> None:
    vote(visitor, page=PageReference(PAGE.path, PAGE.title, "2019-05-01"))
    assert Vote.objects.values_list("version__name", "status").get() == ("2019-05-01", Status.COUNTED)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"])
def test_other_method_is_405(method: str, visitor: Client, db: None) -> None:
    body = f"page={PAGE.sign()}&answer=yes"
    response = visitor.generic(method, f"{VOTE}?{body}", body, FORM_TYPE)
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert not Vote.objects.exists()


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="without-token"),
        pytest.param("forged:token", id="forged"),
        pytest.param(PAGE.sign() + "x", id="altered"),
        pytest.param(Signer(salt="govpage.page:other.example.gov").sign_object({"path": "/"}), id="of-another-site"),
        pytest.param(Signer(key="other", salt="govpage.page:harbor.example.gov").sign_object({"path": "/"}), id="key"),
        pytest.param("//evil.example", id="two-slashes"),
        pytest.param("\\\\evil", id="backslashes"),
        pytest.param("\0\u202e", id="nul-and-u-202e"),
    ],
)
def test_token_that_is_not_ours_is_400(token: str, visitor: Client, db: None) -> None:
    response = post(visitor, VOTE, {"page": token, "answer": "yes"})
    assert response.status_code == 400
    assert shown(response).focused == "Nothing was taken"
    assert not Vote.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"answer": "maybe"}, id="maybe"),
        pytest.param({"answer": "1"}, id="1"),
        pytest.param({"answer": "true"}, id="true"),
        pytest.param({"answer": "YES"}, id="capitals"),
        pytest.param({"answer": "Yes\0"}, id="nul"),
        pytest.param({"answer": ""}, id="empty"),
        pytest.param({}, id="absent"),
    ],
)
def test_unknown_answer_is_400_with_the_error_at_the_question(data: dict[str, str], visitor: Client, db: None) -> None:
    response = post(visitor, VOTE, {"page": PAGE.sign(), **data})
    form = shown(response)
    assert (response.status_code, form.focused) == (400, f"{SUMMARY}Choose Yes or No.")
    assert form.targets == ["#gov-feedback-question"]
    assert (form.action, form.fields["page"]) == (VOTE, PAGE.sign())
    assert form.buttons == [("answer", "yes"), ("answer", "no")]
    assert not Vote.objects.exists()
    assert "<title>Error: " in response.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"sec-fetch-site": "cross-site", "origin": "https://evil.example"}, id="cross-site-form"),
        pytest.param({"sec-fetch-site": "cross-site", "origin": "null"}, id="cross-site-sandbox"),
        pytest.param({"sec-fetch-site": "", "origin": f"{HOST}.evil.example"}, id="own-host-as-prefix"),
        pytest.param({"sec-fetch-site": "same-site", "origin": "http://news.testserver"}, id="sibling-not-trusted"),
    ],
)
def test_form_of_another_site_is_403(headers: dict[str, str], visitor: Client, db: None) -> None:
    response = post(visitor, VOTE, {"page": PAGE.sign(), "answer": "yes"}, headers=headers)
    assert response.status_code == 403
    assert "came from another site" in response.content.decode()
    assert not Vote.objects.exists()


def test_trusted_sibling_is_counted(visitor: Client, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_origins": ["http://news.testserver"]}
    headers = {"sec-fetch-site": "same-site", "origin": "http://news.testserver"}
    assert post(visitor, VOTE, {"page": PAGE.sign(), "answer": "yes"}, headers=headers).status_code == 303
    assert Vote.objects.values_list("status", "held_because").get() == (Status.COUNTED, "")


def test_origin_null_from_the_same_origin_is_counted(visitor: Client, db: None) -> None:
    headers = {"sec-fetch-site": "same-origin", "origin": "null"}
    assert post(visitor, VOTE, {"page": PAGE.sign(), "answer": "yes"}, headers=headers).status_code == 303
    assert Vote.objects.values_list("status", "held_because").get() == (Status.COUNTED, "")


def test_curl_is_held(db: None) -> None:
    assert vote(Client(enforce_csrf_checks=True), "yes").status_code == 303
    assert Vote.objects.values_list("status", "held_because").get() == (Status.HELD, "no-origin")


@pytest.mark.parametrize("url", [VOTE, FOLLOW_UP, THANKS])
def test_bad_host_is_400(url: str, visitor: Client, db: None) -> None:
    assert visitor.post(url, headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("url", [VOTE, FOLLOW_UP])
def test_body_of_1_mb_is_413_and_not_read(url: str, visitor: Client, db: None) -> None:
    body: dict[str, Any] = {"CONTENT_LENGTH": str(MEGABYTE), "wsgi.input": Unread()}
    response = visitor.generic("POST", url, b"", FORM_TYPE, **body)
    assert response.status_code == 413
    assert "What was sent is too long." in response.content.decode()


def test_body_of_1_mb_in_chunks_is_413(db: None) -> None:
    scope = {"type": "http", "method": "POST", "path": VOTE, "headers": [(b"content-type", FORM_TYPE.encode())]}
    assert views.vote(ASGIRequest(scope, BytesIO(b"a=" + b"x" * MEGABYTE))).status_code == 413


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        pytest.param("application/json", b'{"answer": "yes"}', id="json"),
        pytest.param("text/plain", b"answer=yes", id="text"),
        pytest.param(FORM_TYPE, b"%ED%A0%80=%FF&page=%ED%A0%80", id="lone-surrogate"),
        pytest.param(f"{FORM_TYPE}; charset=latin-1", b"answer=yes", id="other-charset"),
        pytest.param(FORM_TYPE, b"&".join(b"f%d=1" % n for n in range(1100)), id="1100-fields"),
        pytest.param("multipart/form-data", b"x", id="multipart-without-boundary"),
        pytest.param(MULTIPART, b"--b\r\nx", id="multipart-cut"),
    ],
)
def test_body_that_is_no_form_of_ours_is_400(content_type: str, body: bytes, visitor: Client, db: None) -> None:
    response = visitor.generic("POST", VOTE, body, content_type)
    assert response.status_code == 400
    assert "The form is not complete." in response.content.decode()


@pytest.mark.parametrize(
    "length",
    [
        pytest.param("many", id="word"),
        pytest.param("-1", id="negative"),
        pytest.param("9" * 5000, id="5000-digits"),
        pytest.param("", id="empty"),
    ],
)
def test_length_that_is_none_is_400(length: str, visitor: Client, db: None) -> None:
    response = visitor.generic("POST", VOTE, f"page={PAGE.sign()}&answer=yes", FORM_TYPE, CONTENT_LENGTH=length)
    assert response.status_code == 400
    assert not Vote.objects.exists()


def test_body_that_breaks_off_is_400(visitor: Client, db: None) -> None:
    body: dict[str, Any] = {"CONTENT_LENGTH": "100", "wsgi.input": Unread()}
    assert visitor.generic("POST", VOTE, b"", FORM_TYPE, **body).status_code == 400


def test_multipart_form_is_taken(visitor: Client, db: None) -> None:
    assert visitor.post(VOTE, {"page": PAGE.sign(), "answer": "yes"}).status_code == 303


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"colour": "blue"}, id="unknown-field"),
        pytest.param({"reason": "confusing", "comment": WORDS}, id="reason-with-helpful"),
        pytest.param({"next": "//evil.example"}, id="two-slashes"),
        pytest.param({"path": "\\\\evil.example"}, id="backslashes"),
        pytest.param({"return": "%0d%0aLocation: //evil.example"}, id="line-break"),
        pytest.param({"url": "/../evil.example"}, id="dots"),
    ],
)
def test_other_fields_are_ignored(more: dict[str, str], visitor: Client, db: None) -> None:
    response = vote(visitor, "yes", PAGE, **more)
    assert (response.status_code, urlsplit(response["Location"]).path) == (303, THANKS)
    assert "evil" not in response["Location"]
    assert (Vote.objects.count(), Page.objects.get().path, Comment.objects.count()) == (1, PAGE.path, 0)


def test_language_is_that_of_the_page(visitor: Client, db: None) -> None:
    response = vote(visitor, "quizás", PageReference("/noticias/", "Noticias", "", "es"))
    assert shown(response).language == "es"


@pytest.mark.parametrize("key", [pytest.param(KEY, id="with-script"), pytest.param("", id="without-script")])
def test_double_click_is_one_vote(key: str, visitor: Client, db: None) -> None:
    assert [vote(visitor, key=key).status_code, vote(visitor, key=key).status_code] == [303, 303]
    assert Vote.objects.count() == 1


def test_back_and_resubmit_is_one_vote(visitor: Client, db: None) -> None:
    get(visitor, vote(visitor, "yes", key=KEY)["Location"])
    vote(visitor, "yes", key=KEY)
    assert Vote.objects.count() == 1


def test_two_visitors_are_two_votes(visitor: Client, db: None) -> None:
    data = {"page": PAGE.sign(), "answer": "yes"}
    post(visitor, VOTE, data, REMOTE_ADDR="192.0.2.7")
    post(visitor, VOTE, data, REMOTE_ADDR="192.0.2.8")
    assert Vote.objects.count() == 2


@pytest.mark.parametrize("key", [pytest.param(KEY, id="with-script"), pytest.param("", id="without-script")])
def test_ten_requests_of_one_key_at_once_are_one_vote(key: str, visitor: Client, database_file: Path) -> None:
    at_once(database_file, lambda: _expect_303(visitor, key))
    assert rows(database_file, "vote") == 1


def _expect_303(visitor: Client, key: str) -> None:
    assert vote(visitor, key=key).status_code == 303


def test_cache_down_still_stores_the_vote(visitor: Client, db: None, settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.caches.DownCache"}}
    assert vote(visitor).status_code == 303
    assert Vote.objects.count() == 1


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_database_that_cannot_save_is_503_and_no_thanks(answer: str, visitor: Client, failing_database: Path) -> None:
    response = vote(visitor, answer, key=KEY)
    form = shown(response)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert form.focused.startswith(f"{SUMMARY}Your answer could not be saved just now.")
    assert form.fields == {"page": PAGE.sign(), "key": KEY}
    assert "Thank you" not in response.content.decode()


def test_commit_that_fails_leaves_nothing(visitor: Client, database_file: Path) -> None:
    with FAILURES["commit-fails"](database_file):
        assert vote(visitor).status_code == 503
    assert (rows(database_file, "vote"), rows(database_file, "page")) == (0, 0)


def test_answer_sent_again_after_503_is_one_vote(visitor: Client, database_file: Path) -> None:
    with FAILURES["locked"](database_file):
        form = shown(vote(visitor, "yes"))
    post(visitor, form.action, {**form.fields, "answer": "yes"})
    post(visitor, form.action, {**form.fields, "answer": "yes"})
    assert rows(database_file, "vote") == 1


def test_site_with_a_transaction_around_each_request(
    visitor: Client, database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connections.settings["default"], "ATOMIC_REQUESTS", True)
    assert vote(visitor).status_code == 303
    assert rows(database_file, "vote") == 1
