"""The accordion: folded away with the script, all open without it and on paper."""

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from govpage.audit import View
from govpage.components import Accordion
from tests.browser.conftest import Visit
from tests.browser.keyboard import press
from tests.browser.pages import Page, example

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

CLOSED, OPEN, SEVERAL = (example(Accordion, name) for name in ("default", "open", "multiselectable"))
BUTTON = ".usa-accordion__button"
SHOWN = "return [...document.querySelectorAll('.usa-accordion__content')].map(panel => panel.checkVisibility())"
EXPANDED = "return [...document.querySelectorAll('.usa-accordion__button')].map(button => button.ariaExpanded)"
WORDS = "return [...document.querySelectorAll('.usa-accordion__heading')].map(heading => heading.innerText)"


def states(browser: "Chrome") -> list[bool]:
    """Which panels are open, as is seen and as the buttons say."""
    shown: list[bool] = browser.execute_script(SHOWN)
    assert browser.execute_script(EXPANDED) == [str(is_shown).lower() for is_shown in shown]
    return shown


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        pytest.param(CLOSED, [False, False, False], [False, True, False], id="closed"),
        pytest.param(OPEN, [True, False, False], [False, True, False], id="open"),
        pytest.param(SEVERAL, [True, False, True], [True, True, True], id="several"),
    ],
)
@pytest.mark.parametrize("key", [Keys.ENTER, Keys.SPACE], ids=["enter", "space"])
def test_panel_opens_by_a_key(
    visit: Visit, browser: "Chrome", page: Page, before: list[bool], after: list[bool], key: str
) -> None:
    visit(page)
    assert states(browser) == before
    browser.execute_script("document.querySelectorAll(arguments[0])[1].focus()", BUTTON)
    press(browser, key)
    assert states(browser) == after
    press(browser, key)
    assert states(browser)[1] is False


@pytest.mark.parametrize("page", [CLOSED, OPEN, SEVERAL], ids=["closed", "open", "several"])
def test_without_a_script_every_panel_is_open_and_a_heading_is_a_heading_alone(
    visit: Visit, browser: "Chrome", page: Page
) -> None:
    visit(page, View(scripting=False))
    assert browser.execute_script(SHOWN) == [True] * 3
    assert browser.execute_script(WORDS) == ["Who needs a permit", "What it costs", "What to do if it is lost"]
    assert not any(button.is_displayed() for button in browser.find_elements("css selector", BUTTON))
    browser.execute_script("document.querySelector(arguments[0]).focus()", BUTTON)
    assert browser.execute_script("return document.activeElement === document.body")


def test_with_the_script_a_button_takes_the_focus(visit: Visit, browser: "Chrome") -> None:
    visit(CLOSED)
    browser.execute_script("document.querySelector(arguments[0]).focus()", BUTTON)
    assert browser.execute_script("return document.activeElement.matches(arguments[0])", BUTTON)


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        pytest.param(View(), [False] * 3, id="screen"),
        pytest.param(View(media="print"), [True] * 3, id="paper"),
    ],
)
def test_every_panel_is_open_on_paper(visit: Visit, browser: "Chrome", view: View, shown: list[bool]) -> None:
    visit(CLOSED, view)
    assert browser.execute_script(SHOWN) == shown


SIGN = """
const style = getComputedStyle(document.querySelector(".usa-accordion__button"), "::before");
return style.content === "none" ? null : [style.backgroundImage.includes("gradient"), style.color];
"""


@pytest.mark.parametrize(
    ("view", "sign"),
    [
        pytest.param(View(), [True, "rgb(27, 27, 27)"], id="light"),
        pytest.param(View(forced_colors=True), [True, "rgb(0, 0, 0)"], id="forced-colors"),
        pytest.param(View(scripting=False), None, id="no-script"),
        pytest.param(View(media="print"), None, id="paper"),
    ],
)
def test_sign_is_seen_where_it_says_something(visit: Visit, browser: "Chrome", view: View, sign: object) -> None:
    visit(OPEN, view)
    assert browser.execute_script(SIGN) == sign
