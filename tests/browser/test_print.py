"""On paper a page is its content, its address and its date; what only a screen can use is not printed."""

from typing import TYPE_CHECKING

import pytest

from govpage import components
from govpage.audit import View
from govpage.component import Component
from tests.browser.conftest import Visit
from tests.browser.pages import ARCHIVED, PAGES, example

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

PAPER = View(media="print")
FOR_THE_SCREEN: list[type[Component]] = [
    components.SkipLink,
    components.Banner,
    components.LanguageSelector,
    components.SearchBox,
    components.Breadcrumb,
    components.SideNavigation,
    components.InPageNavigation,
    components.Pagination,
    components.PrintButton,
    components.ShareLinks,
    components.Feedback,
    components.FeedbackFollowUp,
    components.Footer,
    components.Identifier,
]


def printed(browser: "Chrome") -> str:
    """Return the text that is on the paper, without the name that the gallery gives an example."""
    title = "h1.usa-sr-only"
    return str(
        browser.execute_script(f"document.querySelector('{title}')?.remove(); return document.body.innerText.trim()")
    )


@pytest.mark.parametrize("component", [pytest.param(c, id=c.slug()) for c in FOR_THE_SCREEN])
def test_menus_and_forms_are_not_printed(visit: Visit, browser: "Chrome", component: type[Component]) -> None:
    visit(example(component, "default"), PAPER)
    assert printed(browser) == ""


def test_the_menu_of_the_header_is_not_printed_and_its_name_is(visit: Visit, browser: "Chrome") -> None:
    visit(example(components.Header, "submenus"), PAPER)
    assert printed(browser) == "Harbor Office"


def test_a_release_is_printed_with_its_address_and_date(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES[ARCHIVED], PAPER)
    text = printed(browser)
    found = [words in text for words in ("How the Harbor Office Saves Lives", "August 14, 2018", "/news/2018/08/14/")]
    assert found == [True, True, True]
    assert "Was this page helpful?" not in text


def test_what_is_printed_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(example(components.Alert, "default"), PAPER)
    assert printed(browser) != ""
