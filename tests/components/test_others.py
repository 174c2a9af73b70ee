"""What single components say beyond their contract."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from govpage.components import ArchiveNotice, Assets, Breadcrumb, DocumentLanguage, Footer, Identifier, LastUpdated
from govpage.links import Link


def test_a_trail_of_six_has_six_crumbs_and_says_them_to_software() -> None:
    html = Breadcrumb.examples()["six"].component.render_html()
    assert html.count('typeof="ListItem"') == 6
    assert html.count('aria-current="page"') == 1
    assert '<meta property="position" content="6">' in html


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        pytest.param({"accessibility_contact": ("Help", "/help/")}, "/help/", id="contact"),
        pytest.param({"links": {"accessibility": "/accessibility/"}}, "/accessibility/", id="statement"),
    ],
)
def test_the_notice_says_where_to_ask_for_a_copy(settings: Any, setting: dict[str, object], address: str) -> None:
    settings.GOVPAGE = setting
    assert f'<a class="usa-link" href="{address}">Ask for an accessible copy</a>' in ArchiveNotice().render_html()


def test_the_notice_has_no_link_that_leads_nowhere(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office"}
    html = ArchiveNotice().render_html()
    assert "<a" not in html
    assert "In an effort to keep Harbor Office current" in html


def test_unknown_dates_are_not_shown() -> None:
    assert LastUpdated().render_html() == ""


def test_the_footer_has_the_main_menu_unless_it_has_its_own(settings: Any) -> None:
    settings.GOVPAGE = {"menu": [("Main", "/main/")]}
    assert "/main/" in Footer().render_html()
    settings.GOVPAGE = {"menu": [("Main", "/main/")], "footer_menu": [("Own", "/own/")]}
    assert "/main/" not in Footer().render_html()


def test_the_footer_takes_links_and_pairs() -> None:
    assert Footer("A", [Link("B", "/b/")], ("C", "/c/")) == Footer("A", [("B", "/b/")], Link("C", "/c/"))  # type: ignore[arg-type]


def test_the_identifier_without_links_has_no_empty_landmark(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office"}
    assert "<nav" not in Identifier().render_html()


@pytest.mark.parametrize("setting", [{"agency": "Harbor Office"}, {"agency": "Harbor Office", "agency_short": "USHO"}])
def test_about_names_the_agency(settings: Any, setting: dict[str, str]) -> None:
    settings.GOVPAGE = setting | {"links": {"about": "/about/"}}
    assert f">About {setting.get('agency_short', 'Harbor Office')}</a>" in Identifier().render_html()


def test_the_taxpayer_disclaimer_is_a_setting(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office", "taxpayer_disclaimer": True}
    assert "Produced and published at taxpayer expense." in Identifier().render_html()


@pytest.mark.parametrize(("choice", "count", "scripts"), [("govpage", 1, 1), ("uswds", 0, 0), ("none", 0, 1)])
def test_our_stylesheet_is_a_choice(settings: Any, choice: str, count: int, scripts: int) -> None:
    settings.COMPRESS_ENABLED = True
    settings.GOVPAGE = {"stylesheet": choice}
    html = Assets().render_html()
    assert html.count('rel="stylesheet"') == count
    assert html.count("<script") == scripts


def test_a_request_is_not_part_of_what_is_kept() -> None:
    first = Breadcrumb.from_context({"request": RequestFactory().get("/a/")}, [("Home", "/"), ("A", "")])
    assert first == Breadcrumb((("Home", "/"), ("A", "")))


@pytest.mark.parametrize(("choice", "attribute"), [("auto", ""), ("light", "light"), ("dark", "dark")])
def test_colours_may_be_fixed(settings: Any, choice: str, attribute: str) -> None:
    settings.GOVPAGE = {"color_scheme": choice}
    expected = f' data-color-scheme="{attribute}"' if attribute else ""
    assert DocumentLanguage().render_html() == f'lang="en" dir="ltr"{expected}'


def test_a_page_may_leave_its_colours_to_the_reader(settings: Any) -> None:
    settings.GOVPAGE = {"color_scheme": "dark"}
    assert DocumentLanguage("auto").render_html() == 'lang="en" dir="ltr"'


@pytest.mark.parametrize(
    ("setting", "content"),
    [
        pytest.param({}, "light dark", id="auto"),
        pytest.param({"color_scheme": "light"}, "light", id="light"),
        pytest.param({"color_scheme": "dark"}, "dark", id="dark"),
        pytest.param({"stylesheet": "none", "color_scheme": "dark"}, "dark", id="own-dark"),
    ],
)
def test_the_browser_knows_the_colour_schemes_at_once(settings: Any, setting: dict[str, str], content: str) -> None:
    settings.GOVPAGE = setting
    assert f'<meta name="color-scheme" content="{content}">' in Assets().render_html()


def test_a_stylesheet_that_is_not_ours_is_not_said_to_be_dark(settings: Any) -> None:
    settings.GOVPAGE = {"stylesheet": "uswds"}
    assert "color-scheme" not in Assets().render_html()
