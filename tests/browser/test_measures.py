"""Contrast, targets, focus, motion and width of every example and page, as measured in the page.

Source: WCAG 2.2 SC 1.4.4, 1.4.6, 1.4.11, 1.4.12, 2.3.3, 2.4.13, 2.5.5, 2.5.8
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from govpage.audit import View
from tests.browser.audits import OPEN
from tests.browser.conftest import Visit
from tests.browser.keyboard import press
from tests.browser.measures import ENLARGED, FOCUS, MOTION, SPACING, TARGETS, TEXT_CONTRAST, WIDTH
from tests.browser.pages import EACH_EXAMPLE, EACH_PAGE, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

VIEWS = [View(width=width, scheme=scheme) for width in (320, 1280) for scheme in ("light", "dark")]


def measured(browser: "Chrome", script: str, view: View) -> list[str]:
    """What a measure finds in a view, with everything opened."""
    view.apply(browser)
    browser.execute_script(OPEN)
    found: list[str] = browser.execute_script(script)
    return found


@pytest.mark.parametrize("page", [*EACH_EXAMPLE, *EACH_PAGE])
def test_page_holds_the_measures(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    press(browser, Keys.TAB)
    scripts = (TEXT_CONTRAST, FOCUS, TARGETS, MOTION)
    assert [fault for view in VIEWS for script in scripts for fault in measured(browser, script, view)] == []


@pytest.mark.parametrize("page", EACH_EXAMPLE)
def test_enlarged_or_spaced_text_stays_on_the_screen(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(replace(page, path=f"{page.path}?dir=rtl&lang=ar"), View(width=320))
    widths = [browser.execute_script(WIDTH)]
    for change in (SPACING, ENLARGED):
        browser.execute_script(change)
        widths.append(browser.execute_script(WIDTH))
    assert max(widths) <= 320


@pytest.mark.parametrize(
    ("script", "style"),
    [
        pytest.param(TEXT_CONTRAST, "color: #767676", id="contrast"),
        pytest.param(FOCUS, "outline: none", id="no-ring"),
        pytest.param(FOCUS, "outline-color: #ccc", id="faint-ring"),
        pytest.param(FOCUS, "background: #fff; outline: 3px solid #fff; outline-offset: -6px", id="ring-lost-inside"),
        pytest.param(TARGETS, "display: block; height: 20px; min-height: 0; overflow: hidden", id="target"),
        pytest.param(MOTION, "transition: color 1s", id="motion"),
    ],
)
def test_fault_is_found(visit: Visit, browser: "Chrome", script: str, style: str) -> None:
    visit(PAGES["about"])
    press(browser, Keys.TAB)
    browser.execute_script("document.querySelector('.usa-banner__button').style.cssText = arguments[0]", style)
    assert ["usa-banner__button" in fault for fault in measured(browser, script, View())] == [True]


def test_text_that_is_too_wide_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["about"], View(width=320))
    browser.execute_script("document.querySelector('h1').style.whiteSpace = 'nowrap'")
    browser.execute_script(ENLARGED)
    assert browser.execute_script(WIDTH) > 320
