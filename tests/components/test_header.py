from __future__ import annotations

import re
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from govpage.components import Assets, Header
from govpage.links import NavItem

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
    assert '<em class="usa-logo__text"><a href="/home/">' in html


@pytest.mark.parametrize("mark", ["<nav", "<button", "<form", "<img"])
def test_what_is_not_given_leaves_nothing_behind(mark: str) -> None:
    assert mark not in Header("Harbor Office", (), "", "", "").render_html()


SUBMENUS = (
    ("News", "/news/"),
    ("Storms", "/storms/", (("Damage", "/damage/"),)),
    NavItem("Piers", children=(("Loads", "/loads/"),)),
)


@pytest.mark.parametrize(
    ("path", "button", "link"),
    [
        pytest.param("/damage/1/", "Storms", "/damage/", id="below"),
        pytest.param("/storms/", "Storms", "/storms/", id="own-address"),
        pytest.param("/loads/", "Piers", "/loads/", id="no-own-address"),
    ],
)
def test_the_section_is_marked_in_a_submenu(path: str, button: str, link: str) -> None:
    context = Context({"request": RequestFactory().get(path), "menu": SUBMENUS})
    html = Template("{% load govpage %}{% gov_header menu=menu %}").render(context)
    assert re.findall(r'usa-nav__link usa-current"[^>]*><span>(\w+)', html) == [button]
    assert re.findall(r'href="([^"]*)" class="usa-current" aria-current="true"', html) == [link]


def test_the_address_of_an_item_leads_its_submenu() -> None:
    html = Header("A", SUBMENUS, "", "", "").render_html()
    assert re.findall(r'__submenu-item"><a href="([^"]*)"', html) == ["/storms/", "/damage/", "/loads/"]


def test_more_than_one_level_below_is_refused() -> None:
    deep = NavItem("1", children=(NavItem("2", children=(("3", "/"),)),))
    with pytest.raises(ValueError, match="'1' has 3 levels; at most 2 are legal"):
        Header(menu=(deep,))


def test_submenus_of_the_settings(settings: Any) -> None:
    settings.GOVPAGE = {"menu": [("Ports", "/ports/", [("Piers", "/piers/")])]}
    assert 'aria-controls="gov-header-menu-1"' in Header().render_html()


def test_the_extended_header() -> None:
    html = Header("A", (("B", "/b/"),), variant="extended").render_html()
    assert '<header class="usa-header usa-header--extended">' in html
    assert 'class="usa-nav__inner"' in html
    assert "usa-nav-container" not in html


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(ValueError, match="header: variant is 'mega'; legal are '', 'basic', 'extended'"):
        Header(variant="mega")


LINKS = (("Contact us", "/contact/"), ("Tides", "/tides/"))


def test_secondary_links_make_the_header_the_extended_one() -> None:
    html = Header("A", (), "", "", "", secondary_links=LINKS).render_html()
    assert "usa-header--extended" in html
    assert re.findall(r'__secondary-item"><a href="([^"]*)">([^<]*)<', html) == [
        ("/contact/", "Contact us"),
        ("/tides/", "Tides"),
    ]
    assert '<nav class="usa-nav" id="gov-header-menu" aria-label="Primary navigation">' in html


def test_secondary_links_stand_with_the_search() -> None:
    html = Header("A", (), "", "", "/search/", secondary_links=LINKS).render_html()
    start = html.index('<div class="usa-nav__secondary">')
    assert html.index("usa-nav__secondary-links") < html.index("usa-search", start) < html.index("</div>", start)


@pytest.mark.parametrize(("links", "search"), [((), "/search/"), (LINKS, ""), ((), "")])
def test_no_secondary_part_is_empty(links: Any, search: str) -> None:
    html = Header("A", (("B", "/b/"),), "", "", search, "extended", links).render_html()
    assert ("usa-nav__secondary-links" in html) is bool(links)
    assert ('class="usa-nav__secondary"' in html) is bool(links or search)


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        pytest.param("/contact/", ["/contact/"], id="secondary"),
        pytest.param("/ports/1/", ["/ports/"], id="menu"),
        pytest.param("/", [], id="neither"),
    ],
)
def test_links_and_menu_of_the_settings(settings: Any, path: str, marked: list[str]) -> None:
    settings.GOVPAGE = {"menu": [("Ports", "/ports/")], "secondary_links": LINKS}
    html = render(path, "{% load govpage %}{% gov_header %}")
    assert "usa-header--extended" in html
    assert re.findall(r'<a class="[^"]*usa-current"(?: aria-current="true")? href="([^"]*)"', html) == marked
    assert html.count('aria-current="true"') == len(marked)


def test_a_basic_header_leaves_the_links_of_the_settings_out(settings: Any) -> None:
    settings.GOVPAGE = {"menu": [("Ports", "/ports/")], "secondary_links": (("Piers", "/ports/piers/"),)}
    html = render("/ports/piers/", "{% load govpage %}{% gov_header variant='basic' %}")
    assert "usa-nav__secondary" not in html
    assert 'class="usa-nav-link usa-current" href="/ports/"' in html


@pytest.mark.parametrize(
    ("given", "bundled"),
    [
        pytest.param({"menu": [("Ports", "/ports/")]}, False, id="plain-menu"),
        pytest.param({"menu": [("Ports", "/ports/", [("Piers", "/piers/")])]}, True, id="submenu"),
        pytest.param({"secondary_links": LINKS}, True, id="secondary-links"),
    ],
)
def test_the_bundle_for_releases_has_the_menus_of_the_settings(settings: Any, given: Any, bundled: bool) -> None:
    settings.GOVPAGE = given
    settings.COMPRESS_ENABLED = False
    html = Assets("release").render_html()
    assert "header.css" in html
    assert ("header-menus.css" in html) is bundled
