"""Contrast of texts and marks, targets, focus and motion of every example and page, as measured in the page.

Source: WCAG 2.2 SC 1.4.6, 1.4.11, 2.3.3, 2.4.13, 2.5.5, 2.5.8
"""

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from govpage.audit import View
from tests.browser.conftest import Visit
from tests.browser.keyboard import press
from tests.browser.measures import FOCUS, MOTION, TARGETS, TEXT_CONTRAST, measured
from tests.browser.measures.marks import MARKS
from tests.browser.pages import EACH_EXAMPLE, EACH_PAGE, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

PLANT = """
for (const element of document.querySelectorAll(arguments[0])) {
  for (const part of [element, ...element.querySelectorAll("*")]) part.style.cssText = arguments[1];
}
"""

VIEWS = [View(width=width, scheme=scheme) for width in (320, 1280) for scheme in ("light", "dark")]


@pytest.mark.parametrize("page", [*EACH_EXAMPLE, *EACH_PAGE])
def test_page_holds_the_measures(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    press(browser, Keys.TAB)
    scripts = (TEXT_CONTRAST, FOCUS, TARGETS, MOTION, MARKS)
    assert [fault for view in VIEWS for script in scripts for fault in measured(browser, script, view)] == []


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


@pytest.mark.parametrize(
    ("page", "selector", "style", "fault"),
    [
        pytest.param("feedback-follow-up", ".usa-textarea", "border-color: #ddd", "edge", id="edge-of-a-field"),
        pytest.param("about", ".gov-feedback .usa-button", "border-color: #ddd", "edge", id="edge-of-a-button"),
        pytest.param("about", ".usa-banner__icon", "fill: #ddd; stroke: #ddd", "icon", id="icon"),
        pytest.param("about", ".usa-banner__button", "color: #ddd", "::after", id="arrow"),
        pytest.param("feedback-follow-up", "[type=radio]", "accent-color: #ddd", "chosen", id="chosen"),
        pytest.param("news", "[aria-current]", "--gov-color-primary: #ddd; font-weight: 400", "current", id="current"),
    ],
)
def test_faint_mark_is_found(visit: Visit, browser: "Chrome", page: str, selector: str, style: str, fault: str) -> None:
    visit(PAGES[page])
    assert measured(browser, MARKS, View()) == []
    browser.execute_script(PLANT, selector, style)
    assert [line for line in measured(browser, MARKS, View()) if f" {fault} " in line]
