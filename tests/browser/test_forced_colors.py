"""In forced colours, where backgrounds are gone, every control has an edge that can be seen.

Source: WCAG 2.2 SC 1.4.11
"""

from typing import TYPE_CHECKING

import pytest

from govpage.audit import View
from tests.browser.conftest import Visit
from tests.browser.measures import COLORS
from tests.browser.pages import EACH_EXAMPLE, EACH_PAGE, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

FORCED = View(forced_colors=True)

# What looks like a link, as the button of the banner does, has its underline instead of an edge; what opens a menu is
# one of its entries, and they have none.
WITHOUT_EDGE = (
    COLORS
    + """
const hasEdge = style => ["Top", "Right", "Bottom", "Left"].every(side =>
  parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== "none"
  && contrast(parse(style[`border${side}Color`]), parse(style.backgroundColor)) >= 3);
const isNative = element => element.matches("[type=radio], [type=checkbox], summary");
const looksLikeLink = style => style.textDecorationLine.includes("underline");
// A field that is one with its button has the button's edge for its own.
const edges = element => element.matches(".usa-search .usa-input") ? element.nextElementSibling : element;
return [...document.querySelectorAll(".usa-button, button, input:not([type=hidden]), select, textarea")]
  .filter(element => seen(element) && !isNative(element) && !looksLikeLink(getComputedStyle(element)))
  .filter(element => !element.matches(".usa-accordion__button") && !hasEdge(getComputedStyle(edges(element))))
  .map(name);
"""
)

# Text that has the colour of what it stands on is gone.
VANISHED = (
    COLORS
    + """
return [...document.body.querySelectorAll("*")]
  .filter(element => seen(element) && !element.closest("svg, .usa-sr-only"))
  .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(element => contrast(parse(getComputedStyle(element).color), backdrop(element)) < 4.5)
  .map(name);
"""
)


@pytest.mark.parametrize("page", [*EACH_EXAMPLE, *EACH_PAGE])
def test_controls_and_text_are_seen(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page, FORCED)
    assert browser.execute_script(WITHOUT_EDGE) == []
    assert browser.execute_script(VANISHED) == []


def test_button_without_an_edge_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["about"], FORCED)
    browser.execute_script("document.querySelector('.gov-feedback .usa-button').style.border = 0")
    assert [found[:7] for found in browser.execute_script(WITHOUT_EDGE)] == ["<button"]


def test_text_that_vanishes_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["about"], FORCED)
    browser.execute_script("document.querySelector('h1').style.cssText = 'forced-color-adjust: none; color: white'")
    assert [found[:3] for found in browser.execute_script(VANISHED)] == ["<h1"]
