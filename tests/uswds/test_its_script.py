"""USWDS's script drives our markup, with its stylesheet and none of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View
from govpage.components import Accordion, Footer, Header, InPageNavigation, LanguageSelector
from tests.browser.conftest import POLL
from tests.browser.keyboard import has_focus, press
from tests.browser.pages import ARCHIVED, PAGES, Page, example
from tests.uswds.conftest import Open, Visit

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

    from tests.browser.server import Site

pytestmark = pytest.mark.browser

PHONE = View(width=320)
WIDE = View(width=1280)
SUBMENUS = example(Header, "submenus")
EXTENDED = example(Header, "extended-submenus")
LANGUAGES = example(LanguageSelector, "more")

STATE = """
const button = document.querySelector(arguments[0]), panel = document.getElementById(button.getAttribute("aria-controls"));
return [button.ariaExpanded, panel.checkVisibility()];
"""
FITS = "return document.documentElement.scrollWidth <= innerWidth"
VISIBLE = (
    "return document.querySelector(arguments[0]).checkVisibility({visibilityProperty: true, opacityProperty: true})"
)


def state(browser: Chrome, button: str) -> tuple[str, bool]:
    """What the button says, and whether what it controls is seen."""
    expanded, shown = browser.execute_script(STATE, button)
    return expanded, shown


def click(browser: Chrome, selector: str) -> None:
    browser.find_element("css selector", selector).click()


def is_visible(browser: Chrome, selector: str) -> bool:
    return bool(browser.execute_script(VISIBLE, selector))


def wait_until_visible(browser: Chrome, selector: str, shown: bool = True) -> None:
    WebDriverWait(browser, 10, POLL).until(lambda _driver: is_visible(browser, selector) is shown)


CLOSED, OPEN = ("false", False), ("true", True)


# Banner


@pytest.mark.parametrize("view", [PHONE, WIDE], ids=["320", "1280"])
def test_banner_opens_and_closes(visit_uswds: Visit, browser: Chrome, view: View) -> None:
    visit_uswds(PAGES[ARCHIVED], view)
    states = [state(browser, ".usa-banner__button")]
    for _click in range(2):
        click(browser, ".usa-banner__button")
        states.append(state(browser, ".usa-banner__button"))
    assert states == [CLOSED, OPEN, CLOSED]


def test_header_of_the_open_banner_says_so(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(PAGES[ARCHIVED], WIDE)
    click(browser, ".usa-banner__button")
    assert is_visible(browser, ".usa-banner__header--expanded")


# Accordion

PANELS = """
return [...document.querySelectorAll(".usa-accordion__button")].map(button =>
  [button.ariaExpanded, document.getElementById(button.getAttribute("aria-controls")).checkVisibility()]);
"""


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param("default", [CLOSED, CLOSED, CLOSED], [CLOSED, CLOSED, OPEN], id="closed"),
        pytest.param("open", [OPEN, CLOSED, CLOSED], [CLOSED, CLOSED, OPEN], id="open"),
        pytest.param("multiselectable", [OPEN, CLOSED, OPEN], [OPEN, CLOSED, CLOSED], id="several"),
    ],
)
def test_panels_open_as_the_accordion_allows(
    visit_uswds: Visit, browser: Chrome, name: str, before: list[object], after: list[object]
) -> None:
    visit_uswds(example(Accordion, name), WIDE)
    states = [[tuple(state) for state in browser.execute_script(PANELS)]]
    browser.find_elements("css selector", ".usa-accordion__button")[2].click()
    states.append([tuple(state) for state in browser.execute_script(PANELS)])
    assert states == [before, after]


# Skip link


@pytest.mark.parametrize(
    "selector", [".usa-skipnav", ".usa-footer__return-to-top a"], ids=["skip-link", "return-to-top"]
)
def test_link_moves_the_focus_to_the_content(visit_uswds: Visit, browser: Chrome, selector: str) -> None:
    visit_uswds(PAGES[ARCHIVED], WIDE)
    browser.execute_script("document.querySelector(arguments[0]).focus()", selector)
    press(browser, Keys.ENTER)
    assert has_focus(browser, "main")


# Header


@pytest.mark.parametrize("page", [SUBMENUS, EXTENDED], ids=["basic", "extended"])
def test_menu_is_closed_on_a_phone_until_its_button_opens_it(visit_uswds: Visit, browser: Chrome, page: Page) -> None:
    visit_uswds(page, PHONE)
    assert not is_visible(browser, ".usa-nav")
    click(browser, ".usa-menu-btn")
    wait_until_visible(browser, ".usa-nav")
    wait_until_visible(browser, ".usa-overlay")
    assert has_focus(browser, ".usa-nav__close")


@pytest.mark.parametrize("way", ["button", "escape", "overlay"])
def test_menu_closes_and_gives_the_focus_back(visit_uswds: Visit, browser: Chrome, way: str) -> None:
    visit_uswds(SUBMENUS, PHONE)
    click(browser, ".usa-menu-btn")
    wait_until_visible(browser, ".usa-nav")
    if way == "escape":
        press(browser, Keys.ESCAPE)
    else:
        browser.execute_script(
            f"document.querySelector('{'.usa-nav__close' if way == 'button' else '.usa-overlay'}').click()"
        )
    wait_until_visible(browser, ".usa-nav", False)
    assert has_focus(browser, ".usa-menu-btn")


def test_focus_stays_in_the_open_menu(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(SUBMENUS, PHONE)
    click(browser, ".usa-menu-btn")
    wait_until_visible(browser, ".usa-nav")
    browser.execute_script("document.querySelector('.usa-nav [type=submit]').focus()")
    press(browser, Keys.TAB)
    assert has_focus(browser, ".usa-nav__close")


def test_rest_of_the_page_is_hidden_from_assistive_technology_while_the_menu_is_open(
    visit_uswds: Visit, browser: Chrome
) -> None:
    visit_uswds(PAGES["home"], PHONE)
    click(browser, ".usa-menu-btn")
    wait_until_visible(browser, ".usa-nav")
    hidden = "return document.querySelector(arguments[0]).closest('[aria-hidden=true]') !== null"
    assert [browser.execute_script(hidden, part) for part in ("main", "footer", ".usa-nav")] == [True, True, False]


@pytest.mark.parametrize("page", [SUBMENUS, EXTENDED], ids=["basic", "extended"])
def test_submenus_are_closed_until_their_button_opens_them(visit_uswds: Visit, browser: Chrome, page: Page) -> None:
    visit_uswds(page, WIDE)
    shown = "return [...document.querySelectorAll('.usa-nav__submenu')].map(menu => menu.checkVisibility())"
    assert browser.execute_script(shown) == [False, False]
    click(browser, "button.usa-nav__link")
    assert state(browser, "button.usa-nav__link") == OPEN
    assert browser.execute_script(shown) == [True, False]


@pytest.mark.parametrize("way", ["escape", "elsewhere", "other"])
def test_submenu_closes(visit_uswds: Visit, browser: Chrome, way: str) -> None:
    visit_uswds(SUBMENUS, WIDE)
    first, other = "button[aria-controls=gov-header-menu-4]", "button[aria-controls=gov-header-menu-5]"
    click(browser, first)
    if way == "escape":
        press(browser, Keys.ESCAPE)
    else:
        click(browser, "body" if way == "elsewhere" else other)
    assert state(browser, first) == CLOSED
    assert state(browser, other) == (OPEN if way == "other" else CLOSED)


def test_submenu_opens_in_the_menu_of_a_phone(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(SUBMENUS, PHONE)
    click(browser, ".usa-menu-btn")
    wait_until_visible(browser, ".usa-nav")
    # The menu still slides in, so that nobody could hit the button.
    browser.execute_script("document.querySelector('button.usa-nav__link').click()")
    assert state(browser, "button.usa-nav__link") == OPEN


# Footer


@pytest.mark.parametrize("name", ["big", "sign-up"])
def test_big_footer_is_an_accordion_on_a_phone(visit_uswds: Visit, browser: Chrome, name: str) -> None:
    visit_uswds(example(Footer, name), PHONE)
    states = "return [...document.querySelectorAll('button.usa-footer__primary-link')].map(b => [b.ariaExpanded, b.nextElementSibling.checkVisibility()])"
    assert browser.execute_script(states) == [["false", False]] * 4
    buttons = browser.find_elements("css selector", "button.usa-footer__primary-link")
    buttons[0].click()
    assert browser.execute_script(states)[:2] == [["true", True], ["false", False]]
    buttons[1].click()
    assert browser.execute_script(states)[:2] == [["false", False], ["true", True]]


def test_big_footer_has_headings_on_a_wide_screen(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(example(Footer, "big"), WIDE)
    assert browser.execute_script("return document.querySelectorAll('h2.usa-footer__primary-link').length") == 4
    assert is_visible(browser, ".usa-footer__secondary-link")


@pytest.mark.parametrize("name", ["default", "medium", "big", "slim-contact", "medium-contact", "sign-up"])
def test_footer_is_as_wide_as_a_phone_with_its_stylesheet(visit_uswds: Visit, browser: Chrome, name: str) -> None:
    visit_uswds(example(Footer, name), PHONE)
    assert browser.execute_script(FITS)


@pytest.mark.parametrize("case", ["footer-slim", "footer-medium", "footer-big", "footer-sign-up"])
def test_footer_of_uswds_is_wider_than_a_phone(
    show: Open, browser: Chrome, rendered: dict[str, str], case: str
) -> None:
    show(rendered[case], view=PHONE)
    assert not browser.execute_script(FITS)


# Language selector


@pytest.mark.parametrize("way", ["button", "escape", "elsewhere"])
def test_language_selector_opens_and_closes(visit_uswds: Visit, browser: Chrome, way: str) -> None:
    visit_uswds(LANGUAGES, WIDE)
    button = "button.usa-language__link"
    states = [state(browser, button)]
    click(browser, button)
    states.append(state(browser, button))
    if way == "escape":
        press(browser, Keys.ESCAPE)
    else:
        click(browser, button if way == "button" else "body")
    assert [*states, state(browser, button)] == [CLOSED, OPEN, CLOSED]


# In-page navigation

COMPONENT = InPageNavigation.examples()["default"].component
HEADINGS = "".join(
    f'<h{heading.level} id="{heading.id}">{heading.text}</h{heading.level}><p>Text</p>'
    for heading in COMPONENT.parameters()["headings"]
)


def test_in_page_navigation_is_there_once_and_marks_the_section(uswds_site: Site, show: Open, browser: Chrome) -> None:
    show(f"{COMPONENT.render_html()}<main>{HEADINGS}</main>")
    marked = WebDriverWait(browser, 10, POLL).until(
        lambda driver: driver.find_elements("css selector", ".usa-in-page-nav__link.usa-current")
    )
    links = browser.find_elements("css selector", ".usa-in-page-nav__link")
    assert [link.text for link in links] == [heading.text for heading in COMPONENT.parameters()["headings"]]
    assert len(marked) == len(browser.find_elements("css selector", ".usa-in-page-nav nav")) == 1


def test_our_in_page_navigation_is_there_for_those_without_a_script(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(example(InPageNavigation, "default"), View(width=1280, scripting=False))
    assert len(browser.find_elements("css selector", ".usa-in-page-nav__link")) == 4


def test_default_markup_gets_no_second_list(show: Open, browser: Chrome) -> None:
    show(f"{COMPONENT.render_html()}<main>{HEADINGS}</main>")
    assert len(browser.find_elements("css selector", ".usa-in-page-nav nav")) == 1


# The measure finds faults


def test_without_its_script_nothing_opens(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(SUBMENUS, View(width=1280, scripting=False))
    click(browser, "button.usa-nav__link")
    assert state(browser, "button.usa-nav__link") != OPEN
