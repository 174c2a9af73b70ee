"""Everything by keys alone: where the focus goes, that it can be seen, and that nothing hidden takes it.

Source: WCAG 2.2 SC 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11
"""

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View
from govpage.feedback.models import Vote
from govpage.feedback_words import MAX_COMMENT
from tests.browser.conftest import POLL, Visit
from tests.browser.keyboard import (
    expanded,
    expected_stops,
    focused_text,
    has_focus,
    is_visible,
    press,
    tab_to,
    wait_for_focus,
    walk,
)
from tests.browser.pages import ARCHIVED, FEEDBACK, PAGES

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

NARROW = View(width=320)
# A preview of the gallery is a document of its own, with stops of its own.
WALKED = ["home", "news", ARCHIVED, "contact", "exit-page", "gallery", "gallery-search", *FEEDBACK]
BANNER_BUTTON = ".usa-banner__button"
MENU_BUTTON = ".usa-menu-btn"
IN_MENU = "#gov-header-menu a"


# Every stop on a page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", WALKED)
def test_every_stop_is_seen(visit: Visit, browser: "Chrome", name: str, width: int, scheme: str) -> None:
    visit(PAGES[name], View(width=width, scheme=scheme))
    stops = walk(browser)
    assert [stop["element"] for stop in stops] == expected_stops(browser)
    assert [stop for stop in stops if stop["faults"]] == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("outline: none", "no outline"),
        ("position: fixed; top: -1px", "off the screen"),
        ("opacity: 0", "hidden"),
        ("position: relative; z-index: -1", "covered"),
    ],
    ids=lambda value: value.replace(" ", "-") if ":" not in value else "",
)
def test_faulty_stop_is_found(visit: Visit, browser: "Chrome", style: str, fault: str) -> None:
    visit(PAGES["about"])
    browser.execute_script("document.querySelector('.usa-banner__button').style.cssText = arguments[0]", style)
    assert [stop["faults"] for stop in walk(browser) if stop["faults"]] == [[fault]]


# Skip link


def test_skip_link_is_first_and_hidden_until_focused(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"])
    link = browser.find_element("css selector", ".usa-skipnav")
    assert link.size == {"width": 1, "height": 1}
    press(browser, Keys.TAB)
    assert has_focus(browser, ".usa-skipnav")
    assert link.size["width"] > 100
    assert link.size["height"] >= 24


def test_skip_link_moves_the_focus_to_the_content(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"])
    press(browser, Keys.TAB, Keys.ENTER)
    assert has_focus(browser, "main#main-content")
    press(browser, Keys.TAB)
    assert has_focus(browser, "main a")


# Banner


def test_banner_is_closed_at_first(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"])
    assert expanded(browser, BANNER_BUTTON) == "false"
    assert not is_visible(browser, ".usa-banner__guidance")


@pytest.mark.parametrize("key", [pytest.param(Keys.ENTER, id="enter"), pytest.param(Keys.SPACE, id="space")])
def test_key_opens_the_banner(visit: Visit, browser: "Chrome", key: str) -> None:
    visit(PAGES["home"])
    tab_to(browser, BANNER_BUTTON)
    press(browser, key)
    assert expanded(browser, BANNER_BUTTON) == "true"
    assert is_visible(browser, ".usa-banner__guidance")


@pytest.mark.parametrize("key", [pytest.param(Keys.ENTER, id="enter"), pytest.param(Keys.SPACE, id="space")])
def test_key_closes_the_banner_again(visit: Visit, browser: "Chrome", key: str) -> None:
    visit(PAGES["home"])
    tab_to(browser, BANNER_BUTTON)
    press(browser, key, key)
    assert expanded(browser, BANNER_BUTTON) == "false"
    assert not is_visible(browser, ".usa-banner__guidance")


UNDER_THE_POINTER = """
const box = document.querySelector(arguments[0]).getBoundingClientRect();
document.elementFromPoint(box.left + 20, box.top + box.height / 2).click();
"""


@pytest.mark.parametrize("where", [".usa-banner__header-text", ".usa-banner__header-action"])
def test_whole_line_of_the_banner_is_its_button_on_a_narrow_screen(visit: Visit, browser: "Chrome", where: str) -> None:
    visit(PAGES[ARCHIVED], NARROW)
    browser.execute_script(UNDER_THE_POINTER, where)
    assert is_visible(browser, ".usa-banner__guidance")


def test_escape_closes_the_banner_and_keeps_the_focus_on_its_button(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"])
    tab_to(browser, BANNER_BUTTON)
    press(browser, Keys.ENTER, Keys.ESCAPE)
    assert expanded(browser, BANNER_BUTTON) == "false"
    assert not is_visible(browser, ".usa-banner__guidance")
    assert has_focus(browser, BANNER_BUTTON)


# Menu of a narrow screen


def test_menu_is_closed_at_first_and_out_of_reach(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"], NARROW)
    assert expanded(browser, MENU_BUTTON) == "false"
    tab_to(browser, MENU_BUTTON)
    press(browser, Keys.TAB)
    assert has_focus(browser, "main a")


@pytest.mark.parametrize("key", [pytest.param(Keys.ENTER, id="enter"), pytest.param(Keys.SPACE, id="space")])
def test_key_opens_the_menu_and_its_links_follow(visit: Visit, browser: "Chrome", key: str) -> None:
    visit(PAGES["home"], NARROW)
    tab_to(browser, MENU_BUTTON)
    press(browser, key, Keys.TAB)
    assert expanded(browser, MENU_BUTTON) == "true"
    assert focused_text(browser) == "News"
    press(browser, Keys.TAB, Keys.TAB, Keys.TAB)
    assert has_focus(browser, "#gov-search-field")


@pytest.mark.parametrize("steps", [pytest.param(0, id="on-the-button"), pytest.param(1, id="on-a-link")])
def test_escape_closes_the_menu_and_the_focus_returns(visit: Visit, browser: "Chrome", steps: int) -> None:
    visit(PAGES["home"], NARROW)
    tab_to(browser, MENU_BUTTON)
    press(browser, Keys.ENTER, *[Keys.TAB] * steps, Keys.ESCAPE)
    assert expanded(browser, MENU_BUTTON) == "false"
    assert not is_visible(browser, IN_MENU)
    assert has_focus(browser, MENU_BUTTON)


def test_escape_in_the_search_of_a_wide_screen_leaves_the_menu_alone(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"])
    tab_to(browser, "#gov-search-field")
    press(browser, Keys.ESCAPE)
    assert has_focus(browser, "#gov-search-field")
    assert is_visible(browser, IN_MENU)


def test_search_by_keys(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"])
    tab_to(browser, "#gov-search-field")
    press(browser, "buoy", Keys.ENTER)
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.current_url.endswith("/news/?q=buoy"))
    assert is_visible(browser, ".usa-collection")


# Feedback


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def view(request: pytest.FixtureRequest) -> View:
    return View(scripting=request.param)


def say_no(browser: "Chrome") -> None:
    tab_to(browser, "button[value=no]")
    press(browser, Keys.ENTER)
    wait_for_focus(browser, "h2.gov-feedback__heading")


def test_whole_feedback_by_keys(visit: Visit, browser: "Chrome", view: View, answers: type[Vote]) -> None:
    visit(PAGES[ARCHIVED], view)
    say_no(browser)
    assert focused_text(browser) == "Your answer is saved. Can you tell us more?"
    tab_to(browser, "[name=reason]")
    press(browser, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    tab_to(browser, "textarea")
    press(browser, "Say which year it is.")
    tab_to(browser, "button[type=submit]")
    press(browser, Keys.ENTER)
    wait_for_focus(browser, "[id$=thanks]")
    assert focused_text(browser) == "Thank you for your feedback"
    vote = answers.objects.get()
    assert (vote.answer, vote.comment.reason, vote.comment.text) == ("no", "confusing", "Say which year it is.")


def test_yes_by_space(visit: Visit, browser: "Chrome", view: View, answers: type[Vote]) -> None:
    visit(PAGES[ARCHIVED], view)
    tab_to(browser, "button[value=yes]")
    press(browser, Keys.SPACE)
    wait_for_focus(browser, "[id$=thanks]")
    assert answers.objects.get().answer == "yes"


def test_refused_comment_moves_the_focus_to_the_error(
    visit: Visit, browser: "Chrome", view: View, answers: type[Vote]
) -> None:
    visit(PAGES[ARCHIVED], view)
    say_no(browser)
    browser.execute_script("document.querySelector('textarea').value = 'x'.repeat(arguments[0])", MAX_COMMENT + 5)
    tab_to(browser, "button[type=submit]")
    press(browser, Keys.ENTER)
    wait_for_focus(browser, ".gov-error-summary")
    assert focused_text(browser).split() == [
        "There",
        "is",
        "a",
        "problem",
        "Your",
        "comment",
        "is",
        "5",
        "characters",
        "too",
        "long.",
        "It",
        "may",
        "have",
        "2000.",
    ]
    tab_to(browser, "a[href='#gov-feedback-comment']")
    press(browser, Keys.ENTER)
    wait_for_focus(browser, "textarea")
    assert len(browser.execute_script("return document.querySelector('textarea').value")) == MAX_COMMENT + 5
    assert not hasattr(answers.objects.get(), "comment")
