"""The page that says thank you and leads back."""

from __future__ import annotations

import pytest
from django.test import Client

from govpage.feedback.models import Vote
from govpage.page import PageReference
from tests.feedback.visits import PAGE, THANKS, get, shown, vote


def test_thanks_lead_back_to_the_page(visitor: Client) -> None:
    response = get(visitor, THANKS, page=PAGE.sign())
    page = shown(response)
    assert (response.status_code, page.focused, page.links) == (200, "Thank you for your feedback", [PAGE.path])
    assert "Harbor report" in response.content.decode()


def test_page_without_title_is_named_by_its_address(visitor: Client) -> None:
    response = get(visitor, THANKS, page=PageReference("/a/").sign())
    assert '<a class="usa-link" href="/a/">/a/</a>' in response.content.decode()


def test_hostile_title_is_text(visitor: Client) -> None:
    response = get(visitor, THANKS, page=PageReference("/a/", "<script>{{7*7}}").sign())
    assert "&lt;script&gt;{{7*7}}</a>" in response.content.decode()


@pytest.mark.parametrize(
    ("path", "href"),
    [
        pytest.param("/\\evil.example/", "/%5Cevil.example/", id="backslash"),
        pytest.param("/\t/evil.example/", "/%09/evil.example/", id="tab"),
        pytest.param("/\r\nevil/", "/%0D%0Aevil/", id="line-break"),
        pytest.param("/año/", "/a%C3%B1o/", id="not-ascii"),
    ],
)
def test_link_back_stays_on_the_site(path: str, href: str, visitor: Client) -> None:
    assert shown(get(visitor, THANKS, page=PageReference(path).sign())).links == [href]


@pytest.mark.parametrize("more", ["next", "path", "return", "url"])
def test_link_back_is_of_the_token_alone(more: str, visitor: Client) -> None:
    assert shown(get(visitor, THANKS, page=PAGE.sign(), **{more: "//evil.example"})).links == [PAGE.path]


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="without-token"),
        pytest.param("forged:token", id="forged"),
        pytest.param("//evil.example", id="two-slashes"),
        pytest.param("\\\\evil", id="backslashes"),
        pytest.param(PageReference("//evil.example/").sign(), id="two-slashes-signed"),
    ],
)
def test_token_that_is_not_ours_is_400(token: str, visitor: Client) -> None:
    response = get(visitor, THANKS, page=token)
    assert (response.status_code, shown(response).links) == (400, [])


@pytest.mark.parametrize("method", ["POST", "OPTIONS", "PUT", "PATCH", "DELETE"])
def test_other_method_is_405(method: str, visitor: Client) -> None:
    assert visitor.generic(method, f"{THANKS}?page={PAGE.sign()}").status_code == 405


def test_reload_of_the_thanks_is_one_vote(visitor: Client, db: None) -> None:
    place = vote(visitor, "yes")["Location"]
    assert [get(visitor, place).status_code, get(visitor, place).status_code] == [200, 200]
    assert Vote.objects.count() == 1


def test_language_is_that_of_the_page(visitor: Client) -> None:
    assert shown(get(visitor, THANKS, page=PageReference("/a/", language="es").sign())).language == "es"
