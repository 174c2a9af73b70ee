"""Without a script everything is there, and no page brings one inside its HTML."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from govpage.audit import View, audit_page
from govpage.feedback.models import Vote
from tests.browser.conftest import Visit
from tests.browser.pages import ARCHIVED, EACH_EXAMPLE, EACH_PAGE, PAGES, Page
from tests.browser.plain_client import PlainClient
from tests.browser.server import Site

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

WITHOUT = View(scripting=False)
NARROW = View(width=320, scripting=False)

# JSON-LD is a data block: no browser runs it.
INLINE = """
return [...document.querySelectorAll("*")].filter(element =>
  element.matches("style, script:not([src]):not([type='application/ld+json'])")
  || element.getAttributeNames().some(name => name === "style" || name.startsWith("on"))
  || /^javascript:/i.test(element.getAttribute("href") || "")
).map(element => element.outerHTML.slice(0, 100));
"""


def visible_texts(browser: "Chrome", selector: str) -> list[str]:
    return [element.text for element in browser.find_elements("css selector", selector) if element.is_displayed()]


@pytest.mark.parametrize("view", [WITHOUT, NARROW], ids=["1280", "320"])
def test_guidance_of_the_banner_is_readable(visit: Visit, browser: "Chrome", view: View) -> None:
    visit(PAGES[ARCHIVED], view)
    domain, https = visible_texts(browser, ".usa-banner__guidance")
    assert domain.startswith("Official websites use .gov")
    assert https.startswith("Secure .gov websites use HTTPS")


@pytest.mark.parametrize("selector", [".usa-banner__button", ".usa-menu-btn"], ids=["banner", "menu"])
def test_button_that_would_do_nothing_is_not_shown(visit: Visit, browser: "Chrome", selector: str) -> None:
    visit(PAGES[ARCHIVED], NARROW)
    assert not browser.find_element("css selector", selector).is_displayed()


def test_menu_is_open_on_a_narrow_screen(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"], NARROW)
    assert visible_texts(browser, "#gov-header-menu a") == ["News", "News Archive", "About us"]


def test_link_of_the_menu_leads_there(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"], NARROW)
    browser.find_element("link text", "News Archive").click()
    assert urlsplit(browser.current_url).path == "/news/archive/"


def test_message_of_a_lost_connection_is_not_shown(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES[ARCHIVED], WITHOUT)
    assert visible_texts(browser, "[role=alert]") == []


@pytest.mark.parametrize("view", [WITHOUT, NARROW], ids=["1280", "320"])
def test_page_is_accessible_without_script(visit: Visit, browser: "Chrome", axe_folder: "Path", view: View) -> None:
    visit(PAGES[ARCHIVED], view)
    audit_page(browser, axe_folder=axe_folder).assert_accessible()


def test_answer_leads_by_small_pages_back_to_the_page(site: Site, answers: type[Vote]) -> None:
    client = PlainClient(site.url, origin=site.url)
    client.get(PAGES[ARCHIVED].path)
    client.submit(answer="no")
    client.submit(reason="confusing")
    assert client.statuses == [200, 303, 200, 303, 200]
    assert f'href="{PAGES[ARCHIVED].path}"' in client.html
    assert answers.objects.get().comment.reason == "confusing"


@pytest.mark.parametrize("page", [*EACH_PAGE, *EACH_EXAMPLE])
def test_page_has_nothing_inline(visit: Visit, browser: "Chrome", page: Page) -> None:
    # Without scripting, so that what is found is what was sent.
    visit(page, WITHOUT)
    assert browser.execute_script(INLINE) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("style", "color: red", id="style"),
        # The browser itself would refuse one that it knows.
        pytest.param("on-any-event", "go()", id="handler"),
        pytest.param("href", "JavaScript:go()", id="address"),
    ],
)
def test_inline_attribute_is_found(visit: Visit, browser: "Chrome", name: str, value: str) -> None:
    visit(PAGES["about"], WITHOUT)
    browser.execute_script("document.querySelector('main a').setAttribute(arguments[0], arguments[1])", name, value)
    assert [html[:2] for html in browser.execute_script(INLINE)] == ["<a"]
