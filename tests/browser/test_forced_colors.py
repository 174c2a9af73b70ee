"""Where a reader has other colours: forced ones, in which backgrounds are gone, or more contrast.

Source: WCAG 2.2 SC 1.4.11
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from govpage.audit import Scheme, View
from tests.browser.conftest import Visit
from tests.browser.keyboard import press
from tests.browser.measures import COLORS, FOCUS, TEXT_CONTRAST, measured, prefer_more_contrast
from tests.browser.measures.marks import MARKS
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
    press(browser, Keys.TAB)
    views = [FORCED, replace(FORCED, width=320)]
    scripts = (WITHOUT_EDGE, VANISHED, FOCUS)
    assert [fault for view in views for script in scripts for fault in measured(browser, script, view)] == []
    for scheme in Scheme:
        prefer_more_contrast(browser, scheme)
        assert [fault for script in (TEXT_CONTRAST, MARKS, FOCUS) for fault in browser.execute_script(script)] == []


def test_button_without_an_edge_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["about"], FORCED)
    browser.execute_script("document.querySelector('.gov-feedback .usa-button').style.border = 0")
    assert [found[:7] for found in browser.execute_script(WITHOUT_EDGE)] == ["<button"]


def test_text_that_vanishes_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["about"], FORCED)
    browser.execute_script("document.querySelector('h1').style.cssText = 'forced-color-adjust: none; color: white'")
    assert [found[:3] for found in browser.execute_script(VANISHED)] == ["<h1"]


def test_ring_that_is_gone_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["about"], FORCED)
    press(browser, Keys.TAB)
    browser.execute_script("document.querySelector('main a').style.outline = 'none'")
    assert ["no ring <a" in fault for fault in measured(browser, FOCUS, FORCED)] == [True]


def test_muted_text_is_found_where_more_contrast_is_preferred(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["about"])
    prefer_more_contrast(browser, Scheme.DARK)
    browser.execute_script("document.querySelector('h1').style.color = '#333'")
    assert ["<h1" in fault for fault in browser.execute_script(TEXT_CONTRAST)] == [True]
