"""Menus below an item, the list of languages and a trail that does not wrap, by keys alone."""

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from govpage.audit import View
from govpage.components import Breadcrumb, Header, LanguageSelector
from tests.browser.conftest import Visit
from tests.browser.keyboard import (
    FOCUSED,
    expanded,
    expected_stops,
    focused_text,
    has_focus,
    is_visible,
    press,
    tab_to,
    walk,
)
from tests.browser.pages import Page, example

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

NARROW = View(width=320)
MENU_BUTTON = ".usa-menu-btn"


# Menus below an item

SUBMENUS = example(Header, "submenus")
SUBMENU_BUTTON = "[aria-controls=gov-header-menu-4]"
SUBMENU = "#gov-header-menu-4"


def open_submenu(browser: "Chrome", key: str = Keys.ENTER) -> None:
    tab_to(browser, SUBMENU_BUTTON)
    press(browser, key)


@pytest.fixture(params=["basic", "extended"])
def submenus(request: pytest.FixtureRequest) -> tuple[Page, str, str]:
    """An example, a button of it and what the button opens."""
    number = {"basic": 4, "extended": 1}[request.param]
    name = {"basic": "submenus", "extended": "extended-submenus"}[request.param]
    return example(Header, name), f"[aria-controls=gov-header-menu-{number}]", f"#gov-header-menu-{number}"


def test_submenu_is_closed_at_first_and_out_of_reach(visit: Visit, browser: "Chrome") -> None:
    visit(SUBMENUS)
    assert expanded(browser, SUBMENU_BUTTON) == "false"
    assert not is_visible(browser, SUBMENU)
    assert [stop["element"] for stop in walk(browser)] == expected_stops(browser)


@pytest.mark.parametrize("key", [pytest.param(Keys.ENTER, id="enter"), pytest.param(Keys.SPACE, id="space")])
def test_key_opens_a_submenu_and_its_links_follow(
    visit: Visit, browser: "Chrome", submenus: tuple[Page, str, str], key: str
) -> None:
    page, button, menu = submenus
    visit(page)
    tab_to(browser, button)
    press(browser, key, Keys.TAB)
    assert expanded(browser, button) == "true"
    assert has_focus(browser, f"{menu} a")
    stop = browser.execute_script(FOCUSED)
    assert stop["faults"] == []


@pytest.mark.parametrize("steps", [pytest.param(0, id="on-the-button"), pytest.param(2, id="on-a-link")])
def test_escape_closes_a_submenu_and_the_focus_returns(visit: Visit, browser: "Chrome", steps: int) -> None:
    visit(SUBMENUS)
    open_submenu(browser)
    press(browser, *[Keys.TAB] * steps, Keys.ESCAPE)
    assert expanded(browser, SUBMENU_BUTTON) == "false"
    assert not is_visible(browser, SUBMENU)
    assert has_focus(browser, SUBMENU_BUTTON)


def test_leaving_a_submenu_closes_it(visit: Visit, browser: "Chrome") -> None:
    visit(SUBMENUS)
    open_submenu(browser)
    press(browser, *[Keys.TAB] * 4)
    assert has_focus(browser, "[aria-controls=gov-header-menu-5]")
    assert expanded(browser, SUBMENU_BUTTON) == "false"


def test_click_elsewhere_closes_a_submenu(visit: Visit, browser: "Chrome") -> None:
    visit(SUBMENUS)
    open_submenu(browser)
    # At the very edge there is nothing but the header.
    ActionChains(browser).move_to_element_with_offset(
        browser.find_element("css selector", "body"), 0, 0
    ).move_by_offset(-630, 0).click().perform()
    assert expanded(browser, SUBMENU_BUTTON) == "false"


def test_first_escape_closes_the_submenu_and_the_second_one_the_menu(visit: Visit, browser: "Chrome") -> None:
    visit(SUBMENUS, NARROW)
    tab_to(browser, MENU_BUTTON)
    press(browser, Keys.ENTER)
    open_submenu(browser)
    press(browser, Keys.TAB, Keys.ESCAPE)
    assert has_focus(browser, SUBMENU_BUTTON)
    assert expanded(browser, MENU_BUTTON) == "true"
    press(browser, Keys.ESCAPE)
    assert has_focus(browser, MENU_BUTTON)
    assert expanded(browser, MENU_BUTTON) == "false"


PANEL = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.left, box.right]"
AT_THE_END = "document.querySelector(arguments[0]).style.cssText = 'position: fixed; inset-inline-end: 0'"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("name", ["extended-submenus", "submenus"])
def test_open_submenu_is_within_the_screen(visit: Visit, browser: "Chrome", name: str, direction: str) -> None:
    visit(example(Header, name), View(width=1024))
    item = ".usa-nav__primary-item:has(> button)"
    browser.execute_script("document.documentElement.dir = arguments[0]", direction)
    browser.execute_script(AT_THE_END, item)
    browser.execute_script("document.querySelector(arguments[0]).click()", f"{item} > button")
    left, right = browser.execute_script(PANEL, ".gov-open > .usa-nav__submenu")
    assert right - left == 240
    assert left >= 0
    assert right <= 1024


@pytest.mark.parametrize("side", ["flex-start", "flex-end"])
def test_open_list_of_languages_is_within_the_screen(visit: Visit, browser: "Chrome", side: str) -> None:
    visit(example(LanguageSelector, "more"), NARROW)
    browser.execute_script(
        "document.querySelector('.usa-language-container').style.justifyContent = arguments[0]", side
    )
    browser.execute_script("document.querySelector('button.usa-language__link').click()")
    left, right = browser.execute_script(PANEL, ".usa-language__submenu")
    assert left >= 0
    assert right <= 320


@pytest.mark.parametrize("width", [320, 1280])
def test_submenus_are_open_without_script_and_cover_nothing(visit: Visit, browser: "Chrome", width: int) -> None:
    visit(SUBMENUS, View(width=width, scripting=False))
    assert is_visible(browser, SUBMENU)
    assert not is_visible(browser, SUBMENU_BUTTON)
    header, menu = (browser.find_element("css selector", name).rect for name in (".usa-header", SUBMENU))
    assert menu["y"] + menu["height"] <= header["y"] + header["height"]


def test_page_is_as_without_script_after_destroy(visit: Visit, browser: "Chrome") -> None:
    visit(SUBMENUS)
    browser.execute_script("window.govpage.destroy()")
    assert is_visible(browser, SUBMENU)
    assert browser.find_elements("css selector", ".gov-open") == []


# Trail that does not wrap

CRUMBS = ".usa-breadcrumb__list-item"
WIDE_CRUMBS = "return [...document.querySelectorAll(arguments[0])].filter(crumb => crumb.offsetWidth > 1).length"


@pytest.mark.parametrize(("width", "shown"), [(320, 1), (1280, 6)])
def test_truncated_trail_is_whole_once_the_focus_is_in_it(
    visit: Visit, browser: "Chrome", width: int, shown: int
) -> None:
    visit(example(Breadcrumb, "truncated"), View(width=width))
    assert browser.execute_script(WIDE_CRUMBS, CRUMBS) == shown
    press(browser, Keys.TAB)
    assert has_focus(browser, f"{CRUMBS}:first-child a")
    assert browser.execute_script(WIDE_CRUMBS, CRUMBS) == 6


@pytest.mark.parametrize("width", [320, 1280])
def test_truncated_trail_is_one_line(visit: Visit, browser: "Chrome", width: int) -> None:
    visit(example(Breadcrumb, "truncated-twelve"), View(width=width))
    assert browser.find_element("css selector", ".usa-breadcrumb__list").size["height"] < 40


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_a_truncated_trail_is_seen(visit: Visit, browser: "Chrome", width: int) -> None:
    visit(example(Breadcrumb, "truncated-twelve"), View(width=width))
    stops = walk(browser)
    assert [stop["element"] for stop in stops] == expected_stops(browser)
    assert [stop for stop in stops if stop["faults"]] == []


# Language selector

LANGUAGES = example(LanguageSelector, "more")
LANGUAGES_BUTTON = "button.usa-language__link"
LANGUAGES_LIST = ".usa-language__submenu"


def test_languages_are_closed_at_first_and_out_of_reach(visit: Visit, browser: "Chrome") -> None:
    visit(LANGUAGES)
    assert expanded(browser, LANGUAGES_BUTTON) == "false"
    assert not is_visible(browser, LANGUAGES_LIST)
    assert [stop["element"] for stop in walk(browser)] == expected_stops(browser)


@pytest.mark.parametrize("key", [pytest.param(Keys.ENTER, id="enter"), pytest.param(Keys.SPACE, id="space")])
def test_key_opens_the_languages_and_they_follow(visit: Visit, browser: "Chrome", key: str) -> None:
    visit(LANGUAGES)
    tab_to(browser, LANGUAGES_BUTTON)
    press(browser, key, Keys.TAB)
    assert expanded(browser, LANGUAGES_BUTTON) == "true"
    assert focused_text(browser) == "English"


@pytest.mark.parametrize("steps", [pytest.param(0, id="on-the-button"), pytest.param(2, id="on-a-link")])
def test_escape_closes_the_languages_and_the_focus_returns(visit: Visit, browser: "Chrome", steps: int) -> None:
    visit(LANGUAGES)
    tab_to(browser, LANGUAGES_BUTTON)
    press(browser, Keys.ENTER, *[Keys.TAB] * steps, Keys.ESCAPE)
    assert expanded(browser, LANGUAGES_BUTTON) == "false"
    assert not is_visible(browser, LANGUAGES_LIST)
    assert has_focus(browser, LANGUAGES_BUTTON)


def test_leaving_the_languages_closes_them(visit: Visit, browser: "Chrome") -> None:
    visit(LANGUAGES)
    browser.execute_script("document.querySelector('main').append(document.createElement('button'))")
    tab_to(browser, LANGUAGES_BUTTON)
    press(browser, Keys.ENTER, *[Keys.TAB] * 6)
    assert has_focus(browser, "main > button")
    assert expanded(browser, LANGUAGES_BUTTON) == "false"


def test_languages_are_readable_without_script(visit: Visit, browser: "Chrome") -> None:
    visit(LANGUAGES, View(scripting=False))
    assert is_visible(browser, LANGUAGES_LIST)
    assert not is_visible(browser, LANGUAGES_BUTTON)
