"""Nothing is wider than the screen: not at 320 CSS pixels, and not where the wide layout begins.

Source: WCAG 2.2 SC 1.4.10
"""

from typing import TYPE_CHECKING

import pytest

from govpage.audit import View
from tests.browser.conftest import Visit
from tests.browser.measures import WIDTH
from tests.browser.pages import EACH_EXAMPLE, EACH_PAGE, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

# Half a pixel is rounding. What is only for screen readers is one pixel wide and clipped. A table of data is exempt, and
# so is a preview of a given width: each scrolls in a region of its own, which has to stay on the screen.
BEYOND = """
const screen = document.documentElement.clientWidth;
return [...document.querySelectorAll("body *")].filter(element => {
  const box = element.getBoundingClientRect();
  const scrolls = element.parentElement.closest(".usa-table-container--scrollable, .gov-gallery__stage[tabindex]");
  return !scrolls && element.checkVisibility() && box.width > 1 && (box.left < -0.5 || box.right > screen + 0.5);
}).map(element => element.outerHTML.slice(0, 100));
"""


@pytest.mark.parametrize("width", [320, 1024])
@pytest.mark.parametrize("page", [*EACH_EXAMPLE, *EACH_PAGE])
def test_page_does_not_scroll_sideways(visit: Visit, browser: "Chrome", page: Page, width: int) -> None:
    visit(page, View(width=width))
    assert browser.execute_script(WIDTH) <= width
    assert browser.execute_script(BEYOND) == []


def test_too_wide_element_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(Page("/about/"), View(width=320))
    browser.execute_script("document.querySelector('h1').textContent = 'w'.repeat(200)")
    browser.execute_script("document.querySelector('h1').style.whiteSpace = 'nowrap'")
    assert browser.execute_script(WIDTH) > 320


def test_element_beyond_the_left_edge_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(Page("/about/"), View(width=320))
    browser.execute_script("document.querySelector('h1').style.marginLeft = '-5rem'")
    assert [html[:3] for html in browser.execute_script(BEYOND)] == ["<h1"]
