"""Everything by keys alone: where the focus goes, that it can be seen, and that nothing hidden takes it.

Source: WCAG 2.2 SC 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11
"""

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View
from govpage.components import Breadcrumb, Header, LanguageSelector
from govpage.components.feedback_follow_up import MAX_COMMENT
from govpage.feedback.models import Vote
from tests.browser.conftest import POLL, Visit
from tests.browser.keyboard import FOCUSED, expected_stops, focused_text, has_focus, press, tab_to, walk
from tests.browser.pages import ARCHIVED, FEEDBACK, PAGES, Page, example

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

NARROW = View(width=320)
# A preview of the gallery is a document of its own, with stops of its own.
WALKED = ["home", "news", ARCHIVED, "contact", "exit-page", "gallery", "gallery-search", *FEEDBACK]
BANNER_BUTTON = ".usa-banner__button"
MENU_BUTTON = ".usa-menu-btn"
IN_MENU = "#gov-header-menu a"


def is_visible(browser: "Chrome", selector: str) -> bool:
    return bool(browser.execute_script("return document.querySelector(arguments[0]).checkVisibility()", selector))


def expanded(browser: "Chrome", selector: str) -> str:
    return str(browser.execute_script("return document.querySelector(arguments[0]).ariaExpanded", selector))


def wait_for_focus(browser: "Chrome", selector: str) -> None:
    WebDriverWait(browser, 10, POLL).until(lambda driver: has_focus(driver, selector), f"No focus on {selector}.")


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
    assert (vote.helpful, vote.comment.reason, vote.comment.text) == (False, "confusing", "Say which year it is.")


def test_yes_by_space(visit: Visit, browser: "Chrome", view: View, answers: type[Vote]) -> None:
    visit(PAGES[ARCHIVED], view)
    tab_to(browser, "button[value=yes]")
    press(browser, Keys.SPACE)
    wait_for_focus(browser, "[id$=thanks]")
    assert answers.objects.get().helpful


def test_refused_comment_moves_the_focus_to_the_error(
    visit: Visit, browser: "Chrome", view: View, answers: type[Vote]
) -> None:
    visit(PAGES[ARCHIVED], view)
    say_no(browser)
    browser.execute_script("document.querySelector('textarea').value = 'x'.repeat(arguments[0])", MAX_COMMENT + 5)
    tab_to(browser, "button[type=submit]")
    press(browser, Keys.ENTER)
    wait_for_focus(browser, ".usa-error-message")
    assert focused_text(browser) == "Your comment is 5 characters too long. It may have 2000."
    assert len(browser.execute_script("return document.querySelector('textarea').value")) == MAX_COMMENT + 5
    assert not hasattr(answers.objects.get(), "comment")
