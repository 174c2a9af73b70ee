"""That any cache may keep the pages: no answer of the flow, good or bad, sets a cookie or varies by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from tests.feedback.visits import (
    FOLLOW_UP,
    FORM_TYPE,
    KEY,
    PAGE,
    THANKS,
    VOTE,
    comment,
    follow_up_token,
    get,
    vote,
)

TOKEN = follow_up_token()
CROSS_SITE = {"sec-fetch-site": "cross-site"}


def assert_without_cookie(response: HttpResponse) -> None:
    """Assert that the response is the same for everybody and opens nothing to other sites."""
    assert not response.cookies
    assert "set-cookie" not in response.headers
    assert "cookie" not in response.headers.get("Vary", "").lower()
    assert not [name for name in response.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize(
    ("method", "url", "body", "headers", "status"),
    [
        pytest.param("POST", VOTE, f"page={PAGE.sign()}&answer=yes", {}, 303, id="303-yes"),
        pytest.param("POST", VOTE, f"page={PAGE.sign()}&answer=no", {}, 303, id="303-no"),
        pytest.param("GET", f"{FOLLOW_UP}?token={TOKEN}", "", {}, 200, id="200-follow-up"),
        pytest.param("POST", FOLLOW_UP, f"token={TOKEN}&reason=other", {}, 303, id="303-comment"),
        pytest.param("GET", f"{THANKS}?page={PAGE.sign()}", "", {}, 200, id="200-thanks"),
        pytest.param("POST", VOTE, "page=forged&answer=yes", {}, 400, id="400-forged"),
        pytest.param("POST", VOTE, f"page={PAGE.sign()}&answer=maybe", {}, 400, id="400-unknown-answer"),
        pytest.param("POST", FOLLOW_UP, f"token={TOKEN}&reason=invented", {}, 400, id="400-unknown-reason"),
        pytest.param("POST", VOTE, f"page={PAGE.sign()}&answer=yes", CROSS_SITE, 403, id="403-vote"),
        pytest.param("POST", FOLLOW_UP, f"token={TOKEN}&reason=other", CROSS_SITE, 403, id="403-comment"),
        pytest.param("GET", VOTE, "", {}, 405, id="405-get"),
        pytest.param("OPTIONS", VOTE, "", {"origin": "https://evil.example"}, 405, id="405-options"),
        pytest.param("PUT", FOLLOW_UP, "", {}, 405, id="405-put"),
        pytest.param("POST", VOTE, "x" * 1024 * 1024, {}, 413, id="413-vote"),
        pytest.param("POST", FOLLOW_UP, "x" * 1024 * 1024, {}, 413, id="413-comment"),
    ],
)
def test_answer_is_without_cookie(
    method: str, url: str, body: str, headers: dict[str, str], status: int, visitor: Client, db: None
) -> None:
    response = visitor.generic(method, url, body, FORM_TYPE, headers=headers)
    assert response.status_code == status
    assert isinstance(response, HttpResponse)
    assert_without_cookie(response)


def test_409_is_without_cookie(visitor: Client, db: None) -> None:
    comment(visitor, TOKEN, "First words.")
    response = comment(visitor, TOKEN, "Other words.")
    assert response.status_code == 409
    assert_without_cookie(response)


def test_503_of_a_vote_is_without_cookie(visitor: Client, failing_database: Path) -> None:
    response = vote(visitor)
    assert response.status_code == 503
    assert_without_cookie(response)


def test_503_of_a_comment_is_without_cookie(visitor: Client, failing_database: Path) -> None:
    response = comment(visitor, TOKEN)
    assert response.status_code == 503
    assert_without_cookie(response)


@pytest.mark.parametrize("url", ["/", "/about/", "/acerca-de/"])
def test_page_with_the_form_is_without_cookie(url: str, visitor: Client, db: None) -> None:
    response = get(visitor, url)
    assert b"data-gov-feedback" in response.content
    assert_without_cookie(response)


@pytest.mark.parametrize("url", ["/", "/about/"])
def test_page_with_the_form_is_the_same_for_staff(url: str, visitor: Client, admin_user: User) -> None:
    before = get(visitor, url).content
    visitor.force_login(admin_user)
    response = get(visitor, url)
    assert response.content == before
    assert_without_cookie(response)


def test_answer_of_staff_is_without_cookie(visitor: Client, admin_user: User) -> None:
    visitor.force_login(admin_user)
    response = vote(visitor, key=KEY)
    assert response.status_code == 303
    assert_without_cookie(response)


@pytest.mark.parametrize("url", [f"{FOLLOW_UP}?token={TOKEN}", f"{THANKS}?page={PAGE.sign()}"])
def test_page_of_one_visitor_is_kept_nowhere(url: str, visitor: Client, db: None) -> None:
    response = visitor.get(url)
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("no-store", "noindex")
    assert response["Referrer-Policy"] == "same-origin"
