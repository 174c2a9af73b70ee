"""What has the focus is on the screen, whole and uncovered, and so is its ring.

Source: WCAG 2.2 SC 2.4.11, 2.4.12
"""

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from govpage.audit import View
from tests.browser.conftest import Visit
from tests.browser.keyboard import press
from tests.browser.measures import measured
from tests.browser.measures.focus import IN_SIGHT
from tests.browser.pages import EACH_EXAMPLE, EACH_PAGE, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

# 1280 by 1024 at 400 % is 320 by 256.
VIEWS = [View(width=1280), View(width=320), View(width=320, height=256)]


@pytest.mark.parametrize("page", [*EACH_EXAMPLE, *EACH_PAGE])
def test_focus_is_in_sight(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    press(browser, Keys.TAB)
    assert [fault for view in VIEWS for fault in measured(browser, IN_SIGHT, view)] == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        pytest.param("main a { position: absolute; left: 2px }", "ring off the screen: <a", id="ring-off-the-screen"),
        pytest.param("main a { position: fixed; top: 2px; left: 50px }", "off the screen: <a", id="off-the-screen"),
        pytest.param("main { overflow: clip; padding: 0 } main a { margin-inline-start: -2px }", "ring cut off by <", id="ring-cut-off"),
        pytest.param("footer { position: fixed; inset: 0; background: #fff }", "covered by <", id="covered"),
        pytest.param("footer { position: fixed; inset: auto 0 0; block-size: 40vh; background: #fff }", "covered by <", id="half-covered"),
    ],
)  # fmt: skip
def test_fault_is_found(visit: Visit, browser: "Chrome", style: str, fault: str) -> None:
    visit(PAGES["about"])
    press(browser, Keys.TAB)
    browser.execute_script(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet];",
        style,
    )
    assert [line for line in measured(browser, IN_SIGHT, View(width=320)) if fault in line]
