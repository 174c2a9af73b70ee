"""Which links of a text leave the government's sites, how they are marked, and where they lead first."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote_plus

import pytest
from django.core import signing
from django.utils.safestring import SafeString
from django.utils.translation import override

from govpage.external_links import is_external, read_way, way_to, with_marked_links
from govpage.richtext import RELEASE_BODY

TARGET = "https://tides.example.org/?a=1&b=<2>"


@pytest.fixture(autouse=True)
def no_exit_page(settings: Any) -> None:
    with_settings(settings, exit_page="")


def with_settings(settings: Any, **values: object) -> None:
    settings.GOVPAGE = {**settings.GOVPAGE, **values}


@pytest.mark.parametrize(
    "url",
    [
        "/news/",
        "#tables",
        "?page=2",
        "tables.html",
        "mailto:press@harbor.example.gov",
        "tel:+12025550100",
        "https://harbor.example.gov/tables/",
        "https://gov",
        "https://WWW.EXAMPLE.MIL:8443/",
        "",
    ],
)
def test_stays(url: str) -> None:
    assert not is_external(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://tides.example.org/",
        "http://example.com/harbor.example.gov/",
        "https://harbor.example.gov.example.com/",
        "https://harbor.example.gov@example.com/",
        "https://notgov/",
        "//example.com/",
        "/\\example.com/",
        "/\t/example.com/",
        "https://[example/",
    ],
)
def test_leaves(url: str) -> None:
    assert is_external(url)


def test_own_domain_stays_whatever_it_is(settings: Any) -> None:
    with_settings(settings, domain="Harbor.example", internal_domains=())
    assert not is_external("https://www.harbor.example/")
    assert is_external("https://www.example.gov/")


def test_other_domains_stay_by_setting(settings: Any) -> None:
    with_settings(settings, domain="", internal_domains=["examples.us", ".example.edu"])
    assert not is_external("https://parks.examples.us/")
    assert not is_external("https://www.example.edu/")
    assert is_external("https://example.org/")


def test_external_link_is_marked_for_eye_and_ear() -> None:
    text = SafeString('<p>See <a href="https://tides.example.org/" hreflang="es"><em>tides</em></a>.</p>')
    assert with_marked_links(text) == (
        '<p>See <a class="usa-link usa-link--external" href="https://tides.example.org/" hreflang="es">'
        '<em>tides</em><span class="usa-sr-only"> (external link)</span></a>.</p>'
    )


def test_words_are_those_of_the_language() -> None:
    with override("es"):
        assert "(enlace externo)" in with_marked_links(SafeString('<a href="https://tides.example.org/">x</a>'))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>No link at all.</p>",
        '<p><a href="/a/">one</a> and <a href="#b">two</a></p>',
        '<a>no address</a> <a name="x">x</a>',
        '<abbr title="a link">x</abbr>',
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert with_marked_links(SafeString(text)) == text


def test_only_what_leaves_is_marked() -> None:
    text = with_marked_links(
        SafeString('<a href="/a/">one</a> <a href="https://b.example/">two</a> <a href="/c/">x</a>')
    )
    assert text.count("external link") == 1
    assert 'two<span class="usa-sr-only"> (external link)</span></a> <a href="/c/">x</a>' in text


def test_tricks_in_attributes_do_not_end_the_tag() -> None:
    clean = RELEASE_BODY.render('<a href="https://b.example/?x=%22><script>" lang="a\'>b">two</a>')
    text = with_marked_links(clean)
    assert text.count("<a ") == text.count("</a>") == text.count('<span class="usa-sr-only">') == 1
    assert "<script" not in text


def test_link_leads_straight_to_its_target_without_an_exit_page() -> None:
    assert way_to(TARGET) == TARGET


def test_link_leads_past_the_exit_page_of_the_settings(settings: Any) -> None:
    with_settings(settings, exit_page="/leaving/")
    text = with_marked_links(SafeString('<a href="https://b.example/?a=1&amp;b=2">two</a>'))
    assert ' href="/leaving/?to=https%3A%2F%2Fb.example%2F%3Fa%3D1%26b%3D2%3A' in text


def test_way_leads_to_the_same_address_again(settings: Any) -> None:
    with_settings(settings, exit_page="/leaving/")
    assert way_to(TARGET) == way_to(TARGET)
    signed = way_to(TARGET).partition("?to=")[2]
    assert read_way(unquote_plus(signed)) == TARGET.replace("<2>", "%3C2%3E")


@pytest.mark.parametrize("signed", ["", TARGET, f"{TARGET}:forged"])
def test_way_that_is_not_ours_is_refused(signed: str) -> None:
    with pytest.raises(signing.BadSignature):
        read_way(signed)
