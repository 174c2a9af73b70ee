"""The signed reference to a page."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.signing import BadSignature, Signer
from pytest_django import Settings

from govpage.page import MAX_TOKEN, PageReference, read_page
from tests.feedback.visits import PAGE


def signed(data: Any) -> str:
    """Return a token of our own key for any data."""
    return Signer(salt="govpage.page:harbor.example.gov").sign_object(data)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(PAGE, id="plain"),
        pytest.param(PageReference("/"), id="home-page-without-title-and-version"),
        pytest.param(PageReference("/noticias/año/", "Año nuevo", "2", "es"), id="spanish"),
        pytest.param(PageReference("/ar/", 'تقرير "الميناء"', "", "ar"), id="arabic"),
    ],
)
def test_token_names_its_page(page: PageReference) -> None:
    assert read_page(page.sign()) == page


def test_token_is_the_same_for_every_visitor() -> None:
    assert PageReference(PAGE.path, PAGE.title, PAGE.version, PAGE.language).sign() == PAGE.sign()


def test_token_is_of_one_version_of_the_content() -> None:
    assert PageReference(PAGE.path, PAGE.title, "v2", PAGE.language).sign() != PAGE.sign()


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="empty"),
        pytest.param("example-page", id="not-signed"),
        pytest.param(PAGE.sign()[:-1], id="cut"),
        pytest.param("x" + PAGE.sign(), id="altered"),
        pytest.param(PAGE.sign().replace(":", "\0", 1), id="nul"),
        pytest.param("é" + PAGE.sign(), id="not-ascii"),
        pytest.param(PageReference("/").sign().split(":")[0] + ":" + PAGE.sign().split(":")[1], id="other-signature"),
        pytest.param(Signer(salt="other").sign_object({"path": "/"}), id="other-salt"),
        pytest.param("x" * (MAX_TOKEN + 1), id="too-long"),
        pytest.param(PageReference("/" + "x" * MAX_TOKEN).sign(), id="too-long-though-signed"),
        pytest.param(signed("/"), id="text"),
        pytest.param(signed({"title": "No path"}), id="without-path"),
        pytest.param(signed({"path": "/", "visitor": "7"}), id="unknown-field"),
        pytest.param(signed({"path": "news/"}), id="relative-path"),
        pytest.param(signed({"path": "https://evil.example/"}), id="other-host"),
        pytest.param(signed({"path": "//evil.example/"}), id="two-slashes"),
    ],
)
def test_what_is_no_token_of_ours_is_refused(token: str) -> None:
    with pytest.raises(BadSignature):
        read_page(token)


def test_token_of_another_site_is_refused(settings: Settings) -> None:
    token = PAGE.sign()
    settings.GOVPAGE = {**settings.GOVPAGE, "domain": "other.example.gov"}
    with pytest.raises(BadSignature):
        read_page(token)


def test_token_of_another_secret_key_is_refused(settings: Settings) -> None:
    token = PAGE.sign()
    settings.SECRET_KEY = "other"
    with pytest.raises(BadSignature):
        read_page(token)


def test_token_outlives_the_rotation_of_the_secret_key(settings: Settings) -> None:
    token = PAGE.sign()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "new"
    assert read_page(token) == PAGE


@pytest.mark.parametrize(
    ("path", "href"),
    [
        pytest.param("/news/", "/news/", id="plain"),
        pytest.param("/año/", "/a%C3%B1o/", id="not-ascii"),
        pytest.param("/what?/", "/what%3F/", id="question-mark"),
        pytest.param("/100%/", "/100%25/", id="percent"),
        pytest.param("/\\evil.example/", "/%5Cevil.example/", id="backslash"),
        pytest.param("/\t/evil.example/", "/%09/evil.example/", id="tab"),
        pytest.param("/\r\nSet-Cookie: a/", "/%0D%0ASet-Cookie:%20a/", id="line-break"),
    ],
)
def test_address_that_is_printed(path: str, href: str) -> None:
    assert PageReference(path).href == href
