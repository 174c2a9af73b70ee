"""Without a style sheet, with the script or without, everything is there, in order, and nothing is in the way."""

from typing import TYPE_CHECKING

import pytest

from govpage.audit import View
from tests.browser.audits import OPEN
from tests.browser.conftest import Visit
from tests.browser.measures.plain import PLAIN, WORDS
from tests.browser.pages import EACH_EXAMPLE, EACH_PAGE, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

# The policy of the site lets no script write HTML unless it says so.
INSERT = """
const policy = trustedTypes.createPolicy("test", { createHTML: html => html });
document.querySelector("main").insertAdjacentHTML("beforeend", policy.createHTML(arguments[0]));
"""

NARROW = View(width=320)
WITHOUT_SCRIPT = View(width=320, scripting=False)


@pytest.mark.parametrize("page", [*EACH_EXAMPLE, *EACH_PAGE])
def test_everything_is_there(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page, NARROW)
    browser.execute_script(OPEN)
    words = set(browser.execute_script(WORDS))
    assert browser.execute_script(PLAIN) == []
    visit(page, WITHOUT_SCRIPT)
    assert words - set(browser.execute_script(WORDS)) == set()
    assert browser.execute_script(PLAIN) == []
    assert words - set(browser.execute_script(WORDS)) == set()


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        pytest.param("<svg viewBox='0 0 9 9'></svg>", "large: ", id="picture-that-fills-the-screen"),
        pytest.param("<img src='data:,' alt=''>", "without a width: <img", id="picture-of-any-width"),
        pytest.param("<textarea cols=80></textarea>", "wider than the screen: <textarea", id="too-wide"),
        pytest.param("<a href='/' class='usa-button'></a>", "says nothing: <a", id="empty-link"),
        pytest.param("<span class='usa-collection__calendar-date'><span>May</span><span>14</span></span>", "run together: May|14", id="run-together"),
    ],
)  # fmt: skip
def test_fault_is_found(visit: Visit, browser: "Chrome", html: str, fault: str) -> None:
    visit(PAGES["about"], NARROW)
    browser.execute_script(INSERT, html)
    assert [line for line in browser.execute_script(PLAIN) if line.startswith(fault)]


def test_text_that_css_alone_shows_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["about"], NARROW)
    browser.execute_script("""
        const sheet = document.styleSheets[0];
        sheet.insertRule("main h2[hidden] { display: block !important }", sheet.cssRules.length);
        document.querySelector("main h2").hidden = true;
    """)
    assert [line[:5] for line in browser.execute_script(PLAIN)] == ["lost:"]
