"""On paper: the content in black on white, whole, without what only a screen can use; a release says where it is from and when."""

import base64
import re
from typing import TYPE_CHECKING

import pytest

from govpage.audit import Media, Scheme, View
from tests.browser.conftest import Visit
from tests.browser.measures.paper import FURNITURE, PAPER, REMEMBER
from tests.browser.pages import CAPTURES, EACH_EXAMPLE, EACH_PAGE, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

# Letter and A4 with margins of 1 cm are 740 and 718 pixels wide.
SCREEN = View(width=718)
SHEET = View(width=718, media=Media.PRINT, scheme=Scheme.DARK)
INCHES = {"a4": (8.27, 11.69), "letter": (8.5, 11)}


def printed(visit: Visit, browser: "Chrome", page: Page, style: str = "") -> list[str]:
    """What is wrong on paper, where a reader prefers a dark screen."""
    visit(page, SCREEN)
    browser.execute_script(REMEMBER, FURNITURE)
    browser.execute_script(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet];",
        style,
    )
    SHEET.apply(browser)
    found: list[str] = browser.execute_script(PAPER, FURNITURE)
    return found


@pytest.mark.parametrize("page", [*EACH_EXAMPLE, *EACH_PAGE])
def test_paper_has_the_content_alone(visit: Visit, browser: "Chrome", page: Page) -> None:
    assert printed(visit, browser, page) == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        pytest.param(".usa-banner { display: block !important }", "printed: <section", id="furniture"),
        pytest.param("h1 { display: none }", "not printed: ", id="lost"),
        pytest.param("h1 { color: #767676 }", "4.54 <h1", id="faint"),
        pytest.param("h1 { color: #fff; background: #000 }", "1.00 <h1", id="white-on-a-ground"),
        pytest.param("h1 { inline-size: 900px }", "page is ", id="too-wide"),
        pytest.param("h1 { block-size: 5px; overflow: hidden }", "cut off: <h1", id="cut-off"),
    ],
)
def test_fault_is_found(visit: Visit, browser: "Chrome", style: str, fault: str) -> None:
    assert [line for line in printed(visit, browser, PAGES["about"], style) if line.startswith(fault)]


@pytest.mark.parametrize("capture", [capture.stem for capture in CAPTURES])
def test_release_says_where_it_is_from_and_when(visit: Visit, browser: "Chrome", capture: str) -> None:
    page = PAGES[capture]
    visit(page, SHEET)
    address = browser.find_element("css selector", ".gov-release__address")
    when = browser.find_element("css selector", ".gov-release__facts time")
    assert address.is_displayed()
    assert address.text.endswith(page.path)
    assert when.is_displayed()


@pytest.mark.parametrize("paper", INCHES)
@pytest.mark.parametrize("name", ["harbor-lifesaving-missions", "news"])
def test_browser_prints_few_sheets(visit: Visit, browser: "Chrome", name: str, paper: str) -> None:
    visit(PAGES[name], SHEET)
    width, height = INCHES[paper]
    sheets = browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": width, "paperHeight": height})
    assert 1 <= len(re.findall(rb"/Type */Page\b", base64.b64decode(sheets["data"]))) <= 3
