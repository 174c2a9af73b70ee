"""The button that prints: there with the script, away without it and on paper."""

from typing import TYPE_CHECKING

import pytest

from govpage.audit import View
from tests.browser.conftest import Visit
from tests.browser.pages import Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

PAGE = Page("/components/print-button/default/")
BUTTON = ".gov-print-button"


def is_visible(browser: "Chrome") -> bool:
    return bool(browser.execute_script("return document.querySelector(arguments[0]).checkVisibility()", BUTTON))


@pytest.mark.parametrize(
    ("view", "visible"),
    [
        pytest.param(View(), True, id="script"),
        pytest.param(View(scripting=False), False, id="no-script"),
        pytest.param(View(media="print"), False, id="paper"),
    ],
)
def test_it_is_where_it_can_do_something(visit: Visit, browser: "Chrome", view: View, visible: bool) -> None:
    visit(PAGE, view)
    assert is_visible(browser) is visible


def test_it_prints_once_a_click(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE)
    browser.execute_script("window.printed = 0; window.print = () => { printed += 1; }; govpage.init()")
    browser.execute_script(
        "document.querySelector('.gov-print-button svg').dispatchEvent(new Event('click', {bubbles: true}))"
    )
    assert browser.execute_script("return printed") == 1
    browser.execute_script("document.querySelector('h1').click()")
    assert browser.execute_script("return printed") == 1


def test_it_is_gone_once_the_script_is_taken_off(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE)
    browser.execute_script("window.printed = 0; window.print = () => { printed += 1; }; govpage.destroy()")
    assert not is_visible(browser)
    browser.execute_script("document.querySelector('.gov-print-button').click()")
    assert browser.execute_script("return printed") == 0
    browser.execute_script("govpage.init()")
    assert is_visible(browser)
