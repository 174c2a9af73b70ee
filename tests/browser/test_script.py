"""The script on any root: once however often it is started, inside a shadow root, and gone without a trace."""

from typing import TYPE_CHECKING, Any

import pytest
from selenium.webdriver.support.wait import WebDriverWait

from govpage.components import Accordion, Feedback, Header, LanguageSelector, PrintButton
from govpage.feedback.models import Vote
from tests.browser.conftest import POLL, Visit
from tests.browser.pages import EACH_PAGE, PAGES, Page, example

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

BANNER = Page("/components/banner/default/")
SUBMENUS = example(Header, "submenus")
# The gallery has a script of its own beside it.
EACH_SCRIPTED = [
    *(page for page in EACH_PAGE if not str(page.id).startswith("gallery")),
    pytest.param(BANNER, id="banner"),
    pytest.param(example(Accordion, "open"), id="accordion"),
    pytest.param(SUBMENUS, id="submenus"),
    pytest.param(example(LanguageSelector, "more"), id="language-selector"),
    pytest.param(example(Feedback, "default"), id="feedback"),
    pytest.param(example(PrintButton, "default"), id="print-button"),
]

INTO_SHADOW = """
govpage.destroy();
const main = document.querySelector("main"), host = document.createElement("div");
window.shadow = host.attachShadow({mode: "open"});
shadow.append(...main.childNodes);
main.append(host);
govpage.init(shadow);
"""
EXPANDED = "return shadow.querySelector(arguments[0]).ariaExpanded"
CLICK = "(window.shadow || document).querySelector(arguments[0]).click()"


def listeners(browser: "Chrome") -> list[str]:
    """Every listener on the window, the document and all that is below it, as the browser itself knows them."""
    found: list[dict[str, Any]] = []
    for root in ("window", "document"):
        remote = browser.execute_cdp_cmd("Runtime.evaluate", {"expression": root})["result"]
        asked = {"objectId": remote["objectId"], "depth": -1, "pierce": True}
        found += browser.execute_cdp_cmd("DOMDebugger.getEventListeners", asked)["listeners"]
    return sorted(listener["type"] for listener in found)


# Away without a trace


@pytest.mark.parametrize("page", EACH_SCRIPTED)
def test_destroy_leaves_no_listener(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    assert "submit" in listeners(browser)
    browser.execute_script("govpage.destroy()")
    assert listeners(browser) == []


@pytest.mark.parametrize("page", EACH_SCRIPTED)
def test_page_is_the_same_after_destroy_and_another_start(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    before = listeners(browser), browser.page_source
    browser.execute_script("govpage.destroy(); govpage.init()")
    assert (listeners(browser), browser.page_source) == before


def test_destroy_of_what_was_not_started_does_nothing(visit: Visit, browser: "Chrome") -> None:
    visit(BANNER)
    before = listeners(browser)
    browser.execute_script("govpage.destroy(document.querySelector('main'))")
    assert listeners(browser) == before


def test_destroy_gives_up_the_answer_that_is_on_its_way(visit: Visit, browser: "Chrome", answers: type[Vote]) -> None:
    visit(PAGES["contact"])
    # The request waits until the script is taken off, so that none is on its way afterwards.
    browser.execute_script(
        "const send = XMLHttpRequest.prototype.send; XMLHttpRequest.prototype.send = function (data) {"
        "  this.addEventListener('abort', () => { window.gaveUp = true; });"
        "  send.call(this, data);"
        "  govpage.destroy();"
        "};"
        "document.querySelector('[name=answer]').click();"
    )
    assert browser.execute_script("return window.gaveUp") is True
    assert browser.current_url.endswith("/contact/")


# Once however often it is started


@pytest.mark.parametrize("second", ["document", "document.querySelector('.usa-banner')", "document.body"])
def test_second_start_does_nothing(visit: Visit, browser: "Chrome", second: str) -> None:
    visit(BANNER)
    browser.execute_script(f"govpage.init({second})")
    browser.execute_script(CLICK, ".usa-banner__button")
    assert browser.execute_script("return document.querySelector('.usa-banner__button').ariaExpanded") == "true"


@pytest.mark.parametrize("page", [PAGES["contact"], BANNER], ids=["contact", "banner"])
def test_second_start_adds_no_listener(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    before = listeners(browser)
    browser.execute_script("govpage.init()")
    assert listeners(browser) == before


LATER = """
const later = document.querySelector(".usa-banner").cloneNode(true), panel = later.querySelector(".usa-banner__content");
panel.id = "later";
later.querySelector("button").setAttribute("aria-controls", "later");
"""
STATES = "return [...document.querySelectorAll('.usa-banner__button')].map(button => button.ariaExpanded)"


@pytest.mark.parametrize("root", ["later", "document"])
def test_what_came_later_is_started_by_another_call(visit: Visit, browser: "Chrome", root: str) -> None:
    visit(BANNER)
    browser.execute_script(
        f"{LATER} document.body.append(later); govpage.init({root}); later.querySelector('button').click()"
    )
    assert browser.execute_script(STATES) == ["false", "true"]


def test_button_whose_panel_came_later_is_started_by_another_call(visit: Visit, browser: "Chrome") -> None:
    visit(BANNER)
    browser.execute_script(
        f"{LATER} panel.remove(); document.body.append(later); govpage.init();"
        "later.append(panel); govpage.init(); later.querySelector('button').click()"
    )
    assert browser.execute_script(STATES) == ["false", "true"]


# Inside a shadow root


@pytest.mark.parametrize(
    ("page", "button"),
    [
        pytest.param(BANNER, ".usa-banner__button", id="banner"),
        pytest.param(example(Accordion, "default"), ".usa-accordion__button", id="accordion"),
        pytest.param(SUBMENUS, "button.usa-nav__link", id="submenus"),
        pytest.param(example(LanguageSelector, "more"), "button.usa-language__link", id="language-selector"),
    ],
)
def test_button_works_in_a_shadow_root(visit: Visit, browser: "Chrome", page: Page, button: str) -> None:
    visit(page)
    browser.execute_script(INTO_SHADOW)
    assert browser.execute_script(EXPANDED, button) == "false"
    browser.execute_script(CLICK, button)
    assert browser.execute_script(EXPANDED, button) == "true"


def test_submenu_in_a_shadow_root_closes_at_a_click_elsewhere(visit: Visit, browser: "Chrome") -> None:
    visit(SUBMENUS)
    browser.execute_script(INTO_SHADOW)
    browser.execute_script(CLICK, "button.usa-nav__link")
    browser.execute_script("document.body.click()")
    assert browser.execute_script(EXPANDED, "button.usa-nav__link") == "false"


def test_print_button_works_in_a_shadow_root(visit: Visit, browser: "Chrome") -> None:
    visit(example(PrintButton, "default"))
    browser.execute_script("window.printed = 0; window.print = () => { printed += 1; };")
    browser.execute_script(INTO_SHADOW)
    browser.execute_script(CLICK, ".gov-print-button")
    assert browser.execute_script("return printed") == 1


def test_answer_is_sent_in_place_from_a_shadow_root(visit: Visit, browser: "Chrome", answers: type[Vote]) -> None:
    visit(PAGES["contact"])
    browser.execute_script(INTO_SHADOW.replace('document.querySelector("main")', "document.querySelector('.gov-page')"))
    browser.execute_script(CLICK, "[name=answer][value=yes]")
    heading = (
        "return shadow.querySelector('.gov-feedback [autofocus]') === shadow.activeElement && !!shadow.activeElement"
    )
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(heading))
    assert answers.objects.count() == 1
    assert browser.current_url.endswith("/contact/")


def test_destroy_leaves_no_listener_in_a_shadow_root(visit: Visit, browser: "Chrome") -> None:
    visit(SUBMENUS)
    browser.execute_script(INTO_SHADOW)
    assert "submit" in listeners(browser)
    browser.execute_script("govpage.destroy(shadow)")
    assert listeners(browser) == []
