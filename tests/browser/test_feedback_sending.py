"""What the script sends and where, and what it says when nothing comes back, in browsers that do things their own way."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from pytest_django import Settings
from selenium.webdriver.support.wait import WebDriverWait

from example_site import middleware
from govpage.audit import View
from govpage.feedback.models import Comment, Status, Vote
from tests.browser.conftest import POLL, Visit
from tests.browser.connection import Connection
from tests.browser.pages import ARCHIVED, PAGES
from tests.browser.server import Site
from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("answers")]

PAGE = PAGES[ARCHIVED]
NO = "button[value=no]"
SUBMIT = ".gov-feedback__send button"
NOT_SENT = "Your answer could not be sent. What you wrote is still here; please try again."
BUSY = "return document.querySelector('[data-gov-feedback]').hasAttribute('aria-busy')"
ALERT = (
    "const alert = document.querySelector('.gov-feedback [role=alert]'); return alert.hidden ? '' : alert.textContent"
)


def wait_for_alert(browser: "Chrome") -> str:
    """Return what is said once an answer has failed."""
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(ALERT))
    return " ".join(browser.execute_script(ALERT).split())


def wait_until_idle(browser: "Chrome") -> None:
    WebDriverWait(browser, 10, POLL).until_not(lambda driver: driver.execute_script(BUSY), "The form stays busy.")


# To another origin


LEAD_TO = """
document.head.append(Object.assign(document.createElement("meta"), { name: "referrer", content: "strict-origin" }));
document.querySelector(".gov-feedback form").action = `${arguments[0]}/feedback/`;
"""
"""Lets the form lead to another origin, which is told the page's own as the default of browsers tells it; that of Django
does not."""


@pytest.fixture
def sibling(browser: "Chrome", site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Origin of a site that takes the answers of the pages of `site`, which may lead there."""
    port = urlsplit(site.url).port
    origin = f"http://localhost:{port}"
    settings.GOVPAGE_FEEDBACK = {"trusted_origins": [site.url]}
    monkeypatch.setitem(middleware.DIRECTIVES, "form-action", f"'self' {origin}")
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})
    yield origin
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})


def test_form_that_leads_to_another_origin_goes_on_there(visit: Visit, browser: "Chrome", sibling: str) -> None:
    visit(PAGE)
    browser.execute_script(LEAD_TO, sibling)
    wait_for(browser, NO).click()
    wait_for(browser, "textarea").send_keys("Say which year.")
    assert browser.current_url.startswith(f"{sibling}/feedback/follow-up/?")
    wait_for(browser, SUBMIT).click()
    wait_for(browser, "[id$=thanks]")
    assert Vote.objects.values_list("answer", "status", "comment__text").get() == (
        "no",
        Status.COUNTED,
        "Say which year.",
    )


# From browsers that know less


@pytest.mark.parametrize(
    "less",
    [
        pytest.param(
            "const Known = FormData; window.FormData = function (form) { return new Known(form); };", id="data"
        ),
        pytest.param("Object.defineProperty(SubmitEvent.prototype, 'submitter', { value: undefined });", id="button"),
    ],
)
def test_browser_that_does_not_tell_the_button_sends_its_answer(visit: Visit, browser: "Chrome", less: str) -> None:
    visit(PAGE)
    browser.execute_script(less)
    wait_for(browser, NO).click()
    wait_for(browser, "textarea")
    assert Vote.objects.get().answer == "no"


# Translated


TRANSLATE = """
document.documentElement.className = "translated-ltr";
document.documentElement.lang = "xx";
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
for (const text of texts) {
  const outer = document.createElement("font"), inner = document.createElement("font");
  inner.textContent = "zz " + text.data.split("").reverse().join("");
  outer.append(inner);
  text.replaceWith(outer);
}
"""
"""Puts other words in the place of all that are shown, wrapped as Chromium's own translator does it."""


@pytest.mark.parametrize("view", [View(), View(scripting=False)], ids=["script", "no-script"])
def test_translation_of_the_page_by_the_browser_sends_codes_not_labels(
    visit: Visit, browser: "Chrome", view: View
) -> None:
    visit(PAGE, view)
    browser.execute_script(TRANSLATE)
    wait_for(browser, f"{NO} font font").click()
    wait_for(browser, "textarea")
    browser.execute_script(TRANSLATE)
    wait_for(browser, "label[for$=reason-confusing] font font").click()
    wait_for(browser, f"{SUBMIT} font font").click()
    wait_for(browser, "[id$=thanks]")
    assert Comment.objects.values_list("vote__answer", "reason", "text").get() == ("no", "confusing", "")


# Given up


def leave_busy(visit: Visit, browser: "Chrome", connection: Connection) -> None:
    """Answer, and have the answer still on its way."""
    visit(PAGE)
    connection.slow_down(30_000)
    wait_for(browser, NO).click()
    assert browser.execute_script(BUSY)


def test_answer_that_the_visitor_stops_says_so_and_can_be_sent_again(
    visit: Visit, browser: "Chrome", connection: Connection
) -> None:
    leave_busy(visit, browser, connection)
    browser.execute_script("window.stop()")
    assert wait_for_alert(browser) == NOT_SENT
    assert not browser.execute_script(BUSY)
    connection.restore()
    wait_for(browser, NO).click()
    wait_for(browser, "textarea")
    assert Vote.objects.get().answer == "no"


def test_destroy_leaves_a_form_that_is_not_busy_and_says_nothing(
    visit: Visit, browser: "Chrome", connection: Connection
) -> None:
    leave_busy(visit, browser, connection)
    browser.execute_script("govpage.destroy()")
    wait_until_idle(browser)
    assert browser.execute_script(ALERT) == ""
    connection.restore()
    browser.execute_script("govpage.init()")
    wait_for(browser, NO).click()
    wait_for(browser, "textarea")
    assert urlsplit(browser.current_url).path == PAGE.path
    assert Vote.objects.get().answer == "no"


# One failure after another


def test_each_failure_is_said_in_its_own_words(visit: Visit, browser: "Chrome", connection: Connection) -> None:
    visit(PAGE)
    wait_for(browser, NO).click()
    box = wait_for(browser, "textarea")
    browser.execute_script("arguments[0].value = 'x'.repeat(70000)", box)
    wait_for(browser, SUBMIT).click()
    assert wait_for_alert(browser) == "Nothing was taken What was sent is too long."
    browser.execute_script("arguments[0].value = 'Say which year.'", box)
    connection.cut()
    wait_for(browser, SUBMIT).click()
    wait_until_idle(browser)
    assert wait_for_alert(browser) == NOT_SENT
