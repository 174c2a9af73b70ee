"""Nothing is wider than the screen, cut off, covered or laid over something else, however a reader has the text.

Source: WCAG 2.2 SC 1.4.4, 1.4.10, 1.4.12
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from govpage.audit import View
from tests.browser.conftest import Visit
from tests.browser.measures import measured
from tests.browser.measures.layout import LAYOUT
from tests.browser.pages import EACH_EXAMPLE, EACH_PAGE, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

KINDS = ["plain", "spacing", "enlarged"]
# 1280 by 1024 at 400 % is 320 by 256; the wide layout begins at 1024.
VIEWS = {
    View(width=1280): KINDS,
    View(width=1024): ["plain"],
    View(width=320): KINDS,
    View(width=320, height=256): ["plain"],
}


def faults(browser: "Chrome", *directions: str) -> list[str]:
    return [
        fault for view, kinds in VIEWS.items() for fault in measured(browser, LAYOUT, view, kinds, list(directions))
    ]


@pytest.mark.parametrize("page", EACH_EXAMPLE)
def test_example_is_whole(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    assert faults(browser, "ltr") == []


@pytest.mark.parametrize("page", EACH_EXAMPLE)
def test_example_is_whole_from_right_to_left(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(replace(page, path=f"{page.path}?dir=rtl&lang=ar"))
    assert faults(browser, "rtl") == []


@pytest.mark.parametrize("page", EACH_PAGE)
def test_page_is_whole(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    assert faults(browser, "ltr", "rtl") == []


@pytest.mark.parametrize(
    ("selector", "style", "fault"),
    [
        pytest.param("h1", "white-space: nowrap; inline-size: 30rem", "page is ", id="too-wide"),
        pytest.param("h1", "margin-left: -5rem", "beyond the edge: <h1", id="beyond-the-left-edge"),
        pytest.param(".usa-skipnav", "position: absolute; left: -9999px", "beyond the edge: <a", id="thousands-of-pixels-off"),
        pytest.param("main p", "block-size: 1.5em; overflow: hidden", "cut off: <p", id="cut-off"),
        pytest.param("main p", "max-inline-size: 0.5em; overflow-wrap: anywhere", "letter by letter: ", id="letter-by-letter"),
        pytest.param(".gov-feedback .usa-button", "block-size: 0.25rem; min-block-size: 0; padding: 0", "outside of <button", id="outside-of-its-box"),
        pytest.param("h1 + p", "margin-block-start: -3rem", "overlap: ", id="overlap"),
        pytest.param(".gov-feedback .usa-button + .usa-button", "margin-inline-start: -3rem", "controls overlap: <button", id="controls"),
        pytest.param("footer", "position: fixed; inset: 0; background: #fff", "covered by <", id="covered"),
        pytest.param(".usa-banner", "position: sticky; top: 0; block-size: 20rem", "stays on the screen: <section", id="sticky"),
    ],
)  # fmt: skip
def test_fault_is_found(visit: Visit, browser: "Chrome", selector: str, style: str, fault: str) -> None:
    view = View(width=320)
    visit(PAGES["about"], view)
    browser.execute_script("document.querySelector(arguments[0]).style.cssText = arguments[1]", selector, style)
    found = measured(browser, LAYOUT, view, ["plain"], ["ltr"])
    assert [line for line in found if f"plain, {fault}" in line]


@pytest.mark.parametrize("kind", ["spacing", "enlarged"])
def test_text_that_a_reader_has_changed_is_measured(visit: Visit, browser: "Chrome", kind: str) -> None:
    view = View(width=320)
    visit(PAGES["about"], view)
    browser.execute_script("""
        const line = document.querySelector("h1 + p");
        line.textContent = "Inspections";
        line.style.cssText = "font-size: 1rem; inline-size: 100px; overflow: hidden; white-space: nowrap";
    """)
    assert measured(browser, LAYOUT, view, ["plain"], ["ltr"]) == []
    assert [line for line in measured(browser, LAYOUT, view, [kind], ["ltr"]) if "cut off: <p" in line]
