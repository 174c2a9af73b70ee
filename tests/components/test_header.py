from __future__ import annotations

from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from govpage.components import Header

MENU = [("News", "/news/"), ("Archive", "/news/archive/"), ("About", "/about/"), ("Nowhere", "")]


def render(path: str, source: str = "{% load govpage %}{% gov_header menu=menu %}") -> str:
    return Template(source).render(Context({"request": RequestFactory().get(path), "menu": MENU}))


@pytest.mark.parametrize(
    ("path", "current"),
    [
        pytest.param("/news/", "/news/", id="the-page-itself"),
        pytest.param("/news/2026/", "/news/", id="below"),
        pytest.param("/news/archive/2/", "/news/archive/", id="the-longest-wins"),
        pytest.param("/other/", None, id="nowhere"),
    ],
)
def test_the_section_of_the_page_is_marked(path: str, current: str | None) -> None:
    html = render(path)
    marked = f'<a class="usa-nav-link usa-current" href="{current}" aria-current="true">'
    assert (marked in html) is (current is not None)
    assert html.count("usa-current") == (1 if current else 0)


def test_a_section_can_be_said() -> None:
    html = render("/news/", "{% load govpage %}{% gov_header menu=menu current='/about/' %}")
    assert 'href="/about/" aria-current="true"' in html


def test_without_a_request_nothing_is_marked() -> None:
    assert "usa-current" not in Template("{% load govpage %}{% gov_header %}").render(Context())


def test_the_menu_of_the_settings(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office", "menu": [("Ports", "/ports/")], "agency_url": "/home/"}
    html = Header().render_html()
    assert 'href="/ports/"' in html
    assert 'class="usa-logo__text" href="/home/"' in html


@pytest.mark.parametrize("mark", ["<nav", "<button", "<form", "<img"])
def test_what_is_not_given_leaves_nothing_behind(mark: str) -> None:
    assert mark not in Header("Harbor Office", (), "", "", "").render_html()
