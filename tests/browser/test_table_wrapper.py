"""A table wider than the screen: its region takes the focus and scrolls by keys, the page stays.

Source: WCAG 2.2 SC 1.4.10, 2.1.1
"""

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View
from tests.browser.conftest import POLL, Visit
from tests.browser.keyboard import press, tab_to
from tests.browser.pages import Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

REGION = ".usa-table-container--scrollable"
SCROLLED = f"return Math.abs(document.querySelector('{REGION}').scrollLeft)"


@pytest.mark.parametrize(
    ("direction", "key"),
    [pytest.param("ltr", Keys.ARROW_RIGHT, id="ltr"), pytest.param("rtl", Keys.ARROW_LEFT, id="rtl")],
)
def test_it_scrolls_by_keys(visit: Visit, browser: "Chrome", direction: str, key: str) -> None:
    visit(Page(f"/components/table-wrapper/wide/?dir={direction}"), View(width=320))
    tab_to(browser, REGION)
    press(browser, key)
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(SCROLLED) > 0, "It does not scroll.")
    assert browser.execute_script("return scrollX") == 0


def test_its_caption_is_on_the_screen(visit: Visit, browser: "Chrome") -> None:
    visit(Page("/components/table-wrapper/wide/"), View(width=320))
    assert browser.execute_script("return document.querySelector('caption').getBoundingClientRect().right") <= 320
