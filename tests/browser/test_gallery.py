"""The gallery in a browser: previews that fit what they show, buttons that copy, and all of it without a script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View
from tests.browser.conftest import POLL, Visit
from tests.browser.keyboard import press, tab_to
from tests.browser.pages import Page
from tests.browser.server import Site

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

INDEX = Page("/components/")
BANNER = Page("/components/banner/")
PHONE = View(width=320)
WITHOUT = View(scripting=False)
FRAME = ".gov-gallery__frame"
COPY = '[data-gov-copies="code-default-django"]'
LINE = '{% gov_banner top_level_domain="gov" %}'

HEIGHTS = """
const frame = document.querySelector(".gov-gallery__frame"), root = frame.contentDocument.documentElement;
return [frame.clientHeight, Math.max(44, Math.ceil(root.getBoundingClientRect().height)), root.scrollHeight];
"""
LOADED = """
const page = document.querySelector(".gov-gallery__frame").contentDocument;
return page !== null && page.URL !== "about:blank" && page.readyState === "complete";
"""
SHOW_FRAME = "document.querySelector('.gov-gallery__frame').scrollIntoView({ block: 'center', behavior: 'instant' })"
FRAMED = """
const [address, done] = arguments, frame = document.createElement("iframe");
frame.addEventListener("load", () => done(frame.contentDocument !== null && frame.contentDocument.title !== ""));
frame.src = address;
document.querySelector("main").append(frame);
"""


def wait(browser: Chrome, script: str) -> None:
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(script), f"It never holds: {script}")


def wait_until_fitting(browser: Chrome) -> int:
    """Wait until the first preview is as high as its page, and return that height."""

    def fits(driver: Chrome) -> bool:
        shown, height, _whole = driver.execute_script(HEIGHTS)
        return bool(abs(shown - height) <= 1)

    WebDriverWait(browser, 10, POLL).until(fits, "The preview is not as high as its page.")
    return int(browser.execute_script(HEIGHTS)[0])


@pytest.fixture
def preview(visit: Visit, browser: Chrome) -> None:
    """The banner's page with its first preview loaded."""
    visit(BANNER)
    browser.execute_script(SHOW_FRAME)
    wait(browser, LOADED)


# Previews


def test_a_preview_shows_the_component_alone(preview: None, browser: Chrome) -> None:
    browser.switch_to.frame(browser.find_element("css selector", FRAME))
    assert browser.find_element("css selector", "main > .usa-banner").is_displayed()
    assert browser.find_elements("css selector", ".usa-footer") == []
    browser.switch_to.default_content()


def test_a_preview_is_as_high_as_what_it_shows(preview: None, browser: Chrome) -> None:
    closed = wait_until_fitting(browser)
    browser.execute_script(f"document.querySelector('{FRAME}').contentDocument.querySelector('button').click()")
    wait(browser, f"return document.querySelector('{FRAME}').clientHeight > {closed + 50}")
    assert wait_until_fitting(browser) > closed + 50


def test_a_menu_that_lies_over_the_page_is_not_cut_off(visit: Visit, browser: Chrome) -> None:
    visit(Page("/components/header/"))
    browser.execute_script("document.querySelectorAll('.gov-gallery__frame')[1].scrollIntoView({behavior: 'instant'})")
    frame = "document.querySelectorAll('.gov-gallery__frame')[1]"
    wait(browser, f"return {frame}.contentDocument.querySelector('.usa-nav__link[aria-expanded=false]') !== null")
    browser.execute_script(f"{frame}.contentDocument.querySelector('.usa-nav__link').click()")
    wait(
        browser, f"const root = {frame}.contentDocument.documentElement; return root.scrollHeight <= root.clientHeight"
    )


def test_a_link_of_a_preview_does_not_lead_out_of_it(visit: Visit, browser: Chrome) -> None:
    visit(Page("/components/tag-list/"))
    browser.execute_script(SHOW_FRAME)
    wait(browser, LOADED)
    wait_until_fitting(browser)
    followed = browser.execute_script(
        "const page = document.querySelector('.gov-gallery__frame').contentDocument;"
        "const event = new Event('click', { bubbles: true, cancelable: true });"
        "return page.querySelector('main a').dispatchEvent(event);"
    )
    assert followed is False


def test_a_preview_does_not_take_the_focus(visit: Visit, browser: Chrome) -> None:
    visit(Page("/components/error-summary/"))
    browser.execute_script(SHOW_FRAME)
    wait(browser, LOADED)
    wait_until_fitting(browser)
    assert browser.execute_script("return document.activeElement === document.body")


def test_the_bare_page_takes_the_focus_as_the_component_does(visit: Visit, browser: Chrome) -> None:
    visit(Page("/components/error-summary/default/"))
    wait(browser, "return document.activeElement.matches('.gov-error-summary')")


@pytest.mark.parametrize(
    ("address", "shown"),
    [pytest.param("/components/banner/default/", True, id="bare-page"), pytest.param("/about/", False, id="any-other")],
)
def test_only_a_bare_page_can_be_framed(visit: Visit, browser: Chrome, address: str, shown: bool) -> None:
    visit(BANNER)
    assert browser.execute_async_script(FRAMED, address) is shown


def test_a_wide_preview_scrolls_by_keys_in_its_own_region(visit: Visit, browser: Chrome) -> None:
    visit(Page("/components/footer/?width=768"), PHONE)
    tab_to(browser, ".gov-gallery__stage")
    press(browser, Keys.ARROW_RIGHT)
    wait(browser, "return document.activeElement.scrollLeft > 0")
    assert browser.execute_script("return scrollX") == 0
    assert browser.execute_script("return document.querySelector('.gov-gallery__frame').clientWidth") == 768


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mode_of_previews_is_what_was_asked_for(visit: Visit, browser: Chrome, scheme: str) -> None:
    other = {"light": "dark", "dark": "light"}[scheme]
    visit(Page(f"/components/alert/default/?scheme={scheme}"), View(scheme=other))
    assert browser.execute_script("return getComputedStyle(document.documentElement).colorScheme") == scheme


# Copying


@pytest.fixture
def clipboard(browser: Chrome, site: Site) -> Iterator[None]:
    """Let pages of the site read the clipboard, which the test has to."""
    permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
    browser.execute_cdp_cmd("Browser.grantPermissions", {"origin": site.url, "permissions": permissions})
    yield
    browser.execute_cdp_cmd("Browser.resetPermissions", {})


@pytest.mark.usefixtures("clipboard")
def test_a_button_copies_its_line_by_keyboard_and_says_so(visit: Visit, browser: Chrome) -> None:
    visit(BANNER)
    tab_to(browser, COPY)
    press(browser, Keys.ENTER)
    wait(browser, "return document.querySelector('[role=status][data-gov-copied]').textContent !== ''")
    read = "const done = arguments[0]; navigator.clipboard.readText().then(done, error => done(String(error)))"
    assert browser.execute_async_script(read) == LINE
    assert browser.find_element("css selector", COPY).text.startswith("Copied")
    status = browser.find_element("css selector", "[data-gov-copied]")
    assert status.get_attribute("textContent") == "Copied: Template tag: Default"


def test_where_a_page_may_not_copy_the_line_is_selected(visit: Visit, browser: Chrome) -> None:
    visit(BANNER)
    browser.execute_script("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    browser.execute_script(f"document.querySelector('{COPY}').click()")
    assert browser.execute_script("return getSelection().toString()") == LINE
    assert browser.execute_script("return document.querySelector('[data-gov-copied]').textContent").startswith("Sel")


# Keyboard and telephone


def test_search_by_keyboard_leads_to_the_component(visit: Visit, browser: Chrome) -> None:
    visit(INDEX, PHONE)
    tab_to(browser, "#gov-search-field-gallery")
    press(browser, *"structured_data", Keys.ENTER)
    wait(browser, "return document.title.startsWith('1 component has the words')")
    tab_to(browser, ".gov-gallery__name > a")
    press(browser, Keys.ENTER)
    wait(browser, "return location.pathname === '/components/breadcrumb/'")


SMALL = """
return [...document.querySelectorAll("main a, main button, main select, main summary, main input")]
  .filter(element => element.checkVisibility() && !element.closest("p") && !element.closest(".usa-sr-only"))
  .filter(element => element.getBoundingClientRect().height < 44)
  .map(element => element.outerHTML.slice(0, 100));
"""


@pytest.mark.parametrize("page", [INDEX, BANNER, Page("/components/?q=alert")], ids=["index", "component", "search"])
def test_everything_is_large_enough_for_a_thumb(visit: Visit, browser: Chrome, page: Page) -> None:
    visit(page, PHONE)
    assert browser.execute_script(SMALL) == []


def test_a_small_link_is_found(visit: Visit, browser: Chrome) -> None:
    visit(INDEX, PHONE)
    browser.execute_script(
        "const link = document.createElement('a'); link.href = '/'; link.textContent = 'x';"
        "document.querySelector('main').append(link)"
    )
    assert len(browser.execute_script(SMALL)) == 1


# Without a script


def test_without_a_script_there_is_no_copy_button(visit: Visit, browser: Chrome) -> None:
    visit(BANNER, WITHOUT)
    assert [b for b in browser.find_elements("css selector", "[data-gov-copies]") if b.is_displayed()] == []
    assert browser.find_element("id", "code-default-django").text == LINE


def test_without_a_script_the_form_switches_every_preview(visit: Visit, browser: Chrome) -> None:
    visit(BANNER, WITHOUT)
    Select(browser.find_element("id", "gov-gallery-scheme")).select_by_value("dark")
    Select(browser.find_element("id", "gov-gallery-lang")).select_by_value("es")
    browser.find_element("css selector", ".gov-gallery__switches button").click()
    WebDriverWait(browser, 10, POLL).until(lambda driver: "scheme=dark" in driver.current_url)
    assert browser.current_url.endswith("#examples")
    frames = browser.find_elements("css selector", FRAME)
    assert {str(frame.get_attribute("src")).partition("?")[2] for frame in frames} == {"lang=es&scheme=dark&framed=1"}


def test_without_a_script_a_preview_has_a_height(visit: Visit, browser: Chrome) -> None:
    visit(BANNER, WITHOUT)
    assert browser.find_element("css selector", FRAME).size["height"] == 352


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_is_wider_than_a_telephone_in_any_direction(visit: Visit, browser: Chrome, direction: str) -> None:
    visit(BANNER, PHONE)
    browser.execute_script("document.documentElement.dir = arguments[0]", direction)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 320


def test_on_paper_there_are_no_controls(visit: Visit, browser: Chrome) -> None:
    visit(BANNER, View(media="print"))
    controls = browser.find_elements(
        "css selector", ".gov-gallery__switches, .gov-gallery__copy, .gov-gallery__bar > a"
    )
    assert [control for control in controls if control.is_displayed()] == []
