"""The whole way through the form, whatever the browser can do: after each step where the focus is and what is said."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from example_site import middleware
from govpage.audit import View
from govpage.feedback.models import Comment, Status, Vote
from tests.browser.accessible_tree import described, focused, region
from tests.browser.conftest import POLL, Visit
from tests.browser.connection import Connection
from tests.browser.keyboard import press, tab_to, wait_for_focus
from tests.browser.pages import ARCHIVED, PAGES
from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

pytestmark = pytest.mark.browser

PAGE = PAGES[ARCHIVED]
NUMBER = "202-555-0143"
QUESTION = [
    ("group", "Was this page helpful?"),
    ("heading", "Was this page helpful?"),
    ("button", "Yes"),
    ("button", "No"),
]
LABEL = "How can the content be improved?"
REASONS = [
    ("group", "This page was not helpful because the content"),
    ("radio", "has too little information"),
    ("radio", "has too much information"),
    ("radio", "is confusing"),
    ("radio", "is out of date"),
    ("radio", "other"),
]
BOX = [("link", "Privacy Policy"), ("textbox", LABEL), ("status", "")]
FOLLOW_UP = [("heading", "Your answer is saved. Can you tell us more?"), *REASONS, *BOX, ("button", "Submit")]
REMOVED = "We removed personal information"
REVIEW = [
    ("heading", REMOVED),
    ("link", "Go to your words"),
    *FOLLOW_UP[:-1],
    ("button", "Send without it"),
]
THANKS = "Thank you for your feedback"

WITHOUT = dict.fromkeys(("default-src", "script-src", "connect-src", "img-src", "font-src"), "'none'")
"""A policy that lets no script run and nothing be fetched; styles are the site's own."""


@pytest.fixture
def strict_policy(browser: "Chrome", monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pages come with a policy under which no script runs; none that came without it is in the browser's cache."""
    for directive, value in WITHOUT.items():
        monkeypatch.setitem(middleware.DIRECTIVES, directive, value)
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})
    yield
    browser.execute_cdp_cmd("Network.clearBrowserCache", {})


def by_mouse(browser: "Chrome", selector: str) -> None:
    wait_for(browser, selector).click()


def by_keys(browser: "Chrome", selector: str) -> None:
    wait_for(browser, selector)
    tab_to(browser, selector)
    press(browser, Keys.SPACE)


Act = Callable[["Chrome", str], None]
WAYS = [
    pytest.param(View(), by_mouse, (), True, id="script"),
    pytest.param(View(), by_keys, (), True, id="script-by-keys"),
    pytest.param(View(scripting=False), by_mouse, (), False, id="no-script"),
    pytest.param(View(scripting=False), by_keys, (), False, id="no-script-by-keys"),
    pytest.param(View(), by_mouse, ("strict_policy",), False, id="scripts-blocked-by-policy"),
    pytest.param(View(width=320), by_keys, ("strict_policy",), False, id="scripts-blocked-by-policy-by-keys"),
]


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize(("view", "act", "fixtures", "in_place"), WAYS)
def test_whole_way(
    request: pytest.FixtureRequest,
    visit: Visit,
    browser: "Chrome",
    view: View,
    act: Act,
    fixtures: tuple[str, ...],
    in_place: bool,
) -> None:
    [request.getfixturevalue(name) for name in fixtures]
    visit(PAGE, view)
    assert region(browser) == QUESTION

    act(browser, "button[value=no]")
    wait_for_focus(browser, "h2.gov-feedback__heading")
    assert Vote.objects.values_list("answer", "status").get() == ("no", Status.COUNTED)
    assert focused(browser) == FOLLOW_UP[0]
    assert region(browser) == FOLLOW_UP
    assert (urlsplit(browser.current_url).path == PAGE.path) is in_place
    room = "Characters left: 2000" if in_place else "You may write up to 2000 characters."
    assert described(browser, LABEL).endswith(room)

    act(browser, "[name=reason]")
    wait_for(browser, "textarea").send_keys(f"Say which year. Call {NUMBER}.")
    act(browser, ".gov-feedback__send button")
    wait_for_focus(browser, ".usa-alert__heading")
    assert not Comment.objects.exists()
    assert focused(browser) == ("heading", REMOVED)
    assert region(browser) == REVIEW
    assert described(browser, LABEL).startswith(REMOVED)
    assert wait_for(browser, "textarea").get_property("value") == "Say which year. Call [phone number removed]."

    act(browser, ".gov-feedback__send button")
    wait_for_focus(browser, "[id$=thanks]")
    assert focused(browser) == ("heading", THANKS)
    assert region(browser) == [("heading", THANKS)]
    assert Comment.objects.values_list("vote__answer", "reason", "text", "removed").get() == (
        "no",
        "too-little",
        "Say which year. Call [phone number removed].",
        "phone",
    )


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize("view", [View(), View(scripting=False)], ids=["script", "no-script"])
def test_error_is_said_first_and_leads_to_its_field(visit: Visit, browser: "Chrome", view: View) -> None:
    visit(PAGE, view)
    by_mouse(browser, "button[value=no]")
    wait_for_focus(browser, "h2.gov-feedback__heading")
    browser.execute_script("document.querySelector('textarea').value = 'x'.repeat(2003)")
    by_mouse(browser, ".gov-feedback__send button")
    wait_for_focus(browser, ".gov-error-summary")
    error = "Your comment is 3 characters too long. It may have 2000."
    assert focused(browser) == ("group", "There is a problem")
    assert region(browser)[:3] == [
        ("group", "There is a problem"),
        ("heading", "There is a problem"),
        ("link", error),
    ]
    assert described(browser, LABEL).startswith(error)
    by_keys_enter(browser, ".gov-error-summary a")
    wait_for_focus(browser, "textarea")


def by_keys_enter(browser: "Chrome", selector: str) -> None:
    tab_to(browser, selector)
    press(browser, Keys.ENTER)


# Offline in the middle


ALERT = [("alert", "")]
NOT_SENT = "Your answer could not be sent. What you wrote is still here; please try again."


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize("act", [pytest.param(by_mouse, id="by-mouse"), pytest.param(by_keys, id="by-keys")])
def test_offline_in_the_middle(visit: Visit, browser: "Chrome", connection: Connection, act: Act) -> None:
    visit(PAGE)
    connection.cut()
    act(browser, "button[value=no]")
    assert wait_for(browser, "[role=alert]").text == NOT_SENT
    assert focused(browser) == ("button", "No")
    assert region(browser) == [*QUESTION, *ALERT]
    assert not Vote.objects.exists()

    connection.restore()
    press_again(browser, act)
    wait_for_focus(browser, "h2.gov-feedback__heading")
    assert focused(browser) == FOLLOW_UP[0]
    assert region(browser) == FOLLOW_UP

    act(browser, "[name=reason]")
    wait_for(browser, "textarea").send_keys(f"Say which year. Call {NUMBER}.")
    connection.cut()
    act(browser, ".gov-feedback__send button")
    assert wait_for(browser, "[role=alert]").text == NOT_SENT
    assert focused(browser) == ("button", "Submit")
    assert region(browser) == [*FOLLOW_UP, *ALERT]
    assert wait_for(browser, "textarea").get_property("value") == f"Say which year. Call {NUMBER}."

    connection.restore()
    press_again(browser, act)
    wait_for_focus(browser, ".usa-alert__heading")
    assert region(browser) == REVIEW

    connection.cut()
    act(browser, ".gov-feedback__send button")
    assert wait_for(browser, "[role=alert]").text == NOT_SENT
    assert focused(browser) == ("button", "Send without it")
    assert region(browser) == [*REVIEW, *ALERT]

    connection.restore()
    press_again(browser, act)
    wait_for_focus(browser, "[id$=thanks]")
    assert region(browser) == [("heading", THANKS)]
    assert Comment.objects.values_list("vote__answer", "reason", "text").get() == (
        "no",
        "too-little",
        "Say which year. Call [phone number removed].",
    )


def press_again(browser: "Chrome", act: Act) -> None:
    """Use the button that has the focus once more."""
    if act is by_keys:
        press(browser, Keys.SPACE)
    else:
        browser.switch_to.active_element.click()


# Report of a problem


REPORT = "Report a problem with this page"
REPORT_LABEL = "What went wrong, and what were you trying to do?"


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize(("view", "act", "fixtures", "in_place"), WAYS)
def test_report_of_a_problem(
    request: pytest.FixtureRequest,
    visit: Visit,
    browser: "Chrome",
    view: View,
    act: Act,
    fixtures: tuple[str, ...],
    in_place: bool,
) -> None:
    [request.getfixturevalue(name) for name in fixtures]
    visit(PAGES["accessibility"], view)
    assert ("textbox", REPORT_LABEL) not in region(browser, REPORT)
    act(browser, ".gov-feedback summary")
    assert ("textbox", REPORT_LABEL) in region(browser, REPORT)
    act(browser, ".gov-feedback__send button")
    wait_for_focus(browser, ".gov-error-summary")
    assert described(browser, REPORT_LABEL).startswith("Say what went wrong.")
    wait_for(browser, "#gov-problem-comment").send_keys("The link to the form is dead.")
    act(browser, ".gov-feedback__send button")
    wait_for_focus(browser, "#gov-problem-thanks")
    assert focused(browser) == ("heading", THANKS)
    assert (urlsplit(browser.current_url).path == PAGES["accessibility"].path) is in_place
    assert Comment.objects.filter(vote=None).values_list("kind", "text").get() == (
        "problem",
        "The link to the form is dead.",
    )


# The counter


SAY = """
const box = document.querySelector("textarea");
box.value = "x".repeat(arguments[0]);
box.dispatchEvent(new InputEvent("input", { bubbles: true }));
"""
STATUS = "return document.querySelector('.usa-character-count [role=status]').textContent"
NOTED = """
window.said = [];
const status = document.querySelector(".usa-character-count [role=status]");
new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
"""


@pytest.fixture
def box(visit: Visit, browser: "Chrome") -> "WebElement":
    """The text box of the follow-up; what is announced beside it is in `said`."""
    visit(PAGES["feedback-follow-up"])
    browser.execute_script(NOTED)
    return browser.find_element("css selector", "textarea")


@pytest.mark.parametrize(
    ("length", "shown", "said"),
    [
        pytest.param(10, "Characters left: 1990", "", id="far"),
        pytest.param(1799, "Characters left: 201", "", id="not-yet-near"),
        pytest.param(1800, "Characters left: 200", "Characters left: 200", id="near"),
        pytest.param(2000, "Characters left: 0", "Characters left: 0", id="full"),
        pytest.param(2012, "Characters too many: 12", "Characters too many: 12", id="over"),
    ],
)
@pytest.mark.usefixtures("box")
def test_count_is_shown_and_said_only_near_the_limit(browser: "Chrome", length: int, shown: str, said: str) -> None:
    browser.execute_script(SAY, 1900)
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(STATUS) == "Characters left: 100")
    browser.execute_script(SAY, length)
    assert browser.find_element("css selector", ".usa-character-count__message").text == shown
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(STATUS) == said)


def test_count_is_said_once_when_typing_pauses(browser: "Chrome", box: "WebElement") -> None:
    browser.execute_script(SAY, 1950)
    box.send_keys("a few letters")
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script("return said").__len__() > 0)
    assert browser.execute_script("return said") == ["Characters left: 37"]


def test_emoji_is_one_character_and_a_line_break_too(browser: "Chrome", box: "WebElement") -> None:
    browser.execute_script("arguments[0].value = '\U0001f44e\U0001f44e\\nab'", box)
    box.send_keys("c")
    assert browser.find_element("css selector", ".usa-character-count__message").text == "Characters left: 1994"


@pytest.mark.usefixtures("box")
def test_destroyed_script_leaves_the_words_without_it(browser: "Chrome") -> None:
    browser.execute_script(f"{SAY} window.govpage.destroy(document)", 1990)
    shown = browser.find_element("css selector", ".usa-character-count__message").text
    assert shown == "You may write up to 2000 characters."


# Nobody meets the field for programs


@pytest.mark.parametrize("scripting", [True, False], ids=["script", "no-script"])
def test_honeypot_is_met_by_nobody(visit: Visit, browser: "Chrome", scripting: bool) -> None:
    visit(PAGES["feedback-follow-up"], View(scripting=scripting))
    field = browser.find_element("css selector", "[name=website]")
    assert not field.is_displayed()
    assert [node for node in region(browser) if node[0] == "textbox"] == [("textbox", LABEL)]
