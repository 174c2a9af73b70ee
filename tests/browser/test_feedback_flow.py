"""A visitor's "No", a reason and a comment reach the database once, whatever the visitor's browser can do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import ActionChains

from govpage.audit import View
from govpage.feedback.models import Comment, Status, Vote
from tests.browser.conftest import Visit
from tests.browser.connection import Connection
from tests.browser.pages import ARCHIVED, PAGES
from tests.browser.plain_client import PlainClient
from tests.browser.server import Site
from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

PAGE = PAGES[ARCHIVED]
COMMENT = "Say <b>which</b> year it is.\nThe second table has none."
NO = "button[value=no]"
YES = "button[value=yes]"
REASON = "[value=out-of-date]"
SUBMIT = ".gov-feedback__send button"
THANKS = "[id$=thanks]"
NOT_SENT = "Your answer could not be sent. What you wrote is still here; please try again."


def say_no(browser: "Chrome") -> None:
    wait_for(browser, NO).click()
    wait_for(browser, "textarea")


def fill_in(browser: "Chrome") -> None:
    wait_for(browser, REASON).click()
    comment = wait_for(browser, "textarea")
    comment.clear()
    comment.send_keys(COMMENT)


def path(browser: "Chrome") -> str:
    return urlsplit(browser.current_url).path


def stored() -> list[tuple[object, ...]]:
    """Every answer there is, with all that is kept of it."""
    return list(Vote.objects.values_list("page__path", "answer", "status", "comment__reason", "comment__text"))


WHOLE_ANSWER = [(PAGE.path, "no", Status.COUNTED, "out-of-date", COMMENT)]


# The whole way


@pytest.fixture
def scripts_blocked(browser: "Chrome") -> Iterator[None]:
    """Our script cannot be loaded, as behind a filter; scripting itself is on."""
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*.js"]})
    yield
    browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})


@pytest.mark.usefixtures("answers")
def test_with_script_the_answer_is_stored_in_place(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE)
    say_no(browser)
    fill_in(browser)
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    assert path(browser) == PAGE.path
    assert stored() == WHOLE_ANSWER
    assert Comment.objects.count() == 1


@pytest.mark.usefixtures("answers")
def test_without_scripting_the_answer_is_stored_by_small_pages(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE, View(scripting=False))
    say_no(browser)
    assert path(browser) == "/feedback/follow-up/"
    fill_in(browser)
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    assert path(browser) == "/feedback/thanks/"
    assert stored() == WHOLE_ANSWER


@pytest.mark.usefixtures("answers", "scripts_blocked")
def test_with_script_blocked_the_answer_is_stored_by_small_pages(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE)
    assert browser.execute_script("return typeof window.govpage") == "undefined"
    say_no(browser)
    assert path(browser) == "/feedback/follow-up/"
    fill_in(browser)
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    assert path(browser) == "/feedback/thanks/"
    assert stored() == WHOLE_ANSWER


@pytest.mark.usefixtures("answers")
def test_plain_form_posts_store_the_answer(site: Site) -> None:
    client = PlainClient(site.url, origin=site.url)
    client.get(PAGE.path)
    client.submit(answer="no")
    assert urlsplit(client.url).path == "/feedback/follow-up/"
    client.submit(reason="out-of-date", comment=COMMENT)
    assert urlsplit(client.url).path == "/feedback/thanks/"
    assert stored() == WHOLE_ANSWER


@pytest.mark.usefixtures("answers")
def test_client_that_says_nothing_of_itself_is_held(site: Site) -> None:
    client = PlainClient(site.url)
    client.get(PAGE.path)
    client.submit(answer="no")
    client.submit(reason="out-of-date", comment=COMMENT)
    assert stored() == [(PAGE.path, "no", Status.HELD, "out-of-date", COMMENT)]


def test_form_on_another_site_stores_nothing(site: Site, answers: type[Vote]) -> None:
    client = PlainClient(site.url, origin="https://elsewhere.example")
    client.get(PAGE.path)
    client.submit(answer="no")
    assert client.status == 403
    assert not answers.objects.exists()


# No cookie


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize("view", [View(), View(scripting=False)], ids=["script", "no-script"])
def test_browser_keeps_no_cookie(visit: Visit, browser: "Chrome", view: View) -> None:
    visit(PAGE, view)
    say_no(browser)
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    assert browser.get_cookies() == []
    assert browser.execute_script("return [localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.usefixtures("answers")
def test_no_response_sets_a_cookie(site: Site) -> None:
    client = PlainClient(site.url, origin=site.url)
    client.get(PAGE.path)
    client.submit(answer="no")
    client.submit(reason="out-of-date", comment=COMMENT)
    assert client.statuses == [200, 303, 200, 303, 200]
    assert [headers.get_all("Set-Cookie") for headers in client.headers] == [None] * 5


# Once


@pytest.mark.parametrize("view", [View(), View(scripting=False)], ids=["script", "no-script"])
@pytest.mark.parametrize(
    ("button", "after", "answer"), [(YES, THANKS, "yes"), (NO, "textarea", "no")], ids=["yes", "no"]
)
def test_double_click_stores_one_answer(
    visit: Visit, browser: "Chrome", answers: type[Vote], view: View, button: str, after: str, answer: str
) -> None:
    visit(PAGE, view)
    ActionChains(browser, duration=0).double_click(wait_for(browser, button)).perform()
    wait_for(browser, after)
    assert answers.objects.get().answer == answer


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize("view", [View(), View(scripting=False)], ids=["script", "no-script"])
def test_double_click_stores_one_comment(visit: Visit, browser: "Chrome", view: View) -> None:
    visit(PAGE, view)
    say_no(browser)
    fill_in(browser)
    ActionChains(browser, duration=0).double_click(wait_for(browser, SUBMIT)).perform()
    wait_for(browser, THANKS)
    assert stored() == WHOLE_ANSWER
    assert Comment.objects.count() == 1


@pytest.mark.usefixtures("answers")
def test_comment_sent_again_from_the_page_before_changes_nothing(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE, View(scripting=False))
    say_no(browser)
    fill_in(browser)
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    browser.back()
    fill_in(browser)
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    assert stored() == WHOLE_ANSWER


@pytest.mark.usefixtures("answers")
def test_other_words_for_the_same_vote_are_refused_and_the_first_kept(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE, View(scripting=False))
    say_no(browser)
    fill_in(browser)
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    browser.back()
    wait_for(browser, "textarea").send_keys("Something else.")
    wait_for(browser, SUBMIT).click()
    assert wait_for(browser, ".gov-error-summary li").text == "You have sent a comment already; it was kept as it was."
    assert stored() == WHOLE_ANSWER


# No connection


def test_vote_without_connection_says_so_and_can_be_sent_again(
    visit: Visit, browser: "Chrome", connection: Connection, answers: type[Vote]
) -> None:
    visit(PAGE)
    connection.cut()
    wait_for(browser, NO).click()
    assert wait_for(browser, "[role=alert]").text == NOT_SENT
    assert not answers.objects.exists()
    connection.restore()
    say_no(browser)
    assert answers.objects.count() == 1


@pytest.mark.usefixtures("answers")
def test_comment_without_connection_is_kept_and_can_be_sent_again(
    visit: Visit, browser: "Chrome", connection: Connection
) -> None:
    visit(PAGE)
    say_no(browser)
    fill_in(browser)
    connection.cut()
    wait_for(browser, SUBMIT).click()
    assert wait_for(browser, "[role=alert]").text == NOT_SENT
    assert wait_for(browser, "textarea").get_property("value") == COMMENT
    assert wait_for(browser, REASON).is_selected()
    connection.restore()
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    assert stored() == WHOLE_ANSWER


@pytest.mark.usefixtures("answers")
def test_reviewed_words_without_connection_are_kept_and_can_be_sent_again(
    visit: Visit, browser: "Chrome", connection: Connection
) -> None:
    visit(PAGE)
    say_no(browser)
    wait_for(browser, "textarea").send_keys("Call 202-555-0143.")
    wait_for(browser, SUBMIT).click()
    wait_for(browser, ".usa-alert--warning")
    connection.cut()
    wait_for(browser, SUBMIT).click()
    assert wait_for(browser, "[role=alert]").text == NOT_SENT
    connection.restore()
    wait_for(browser, SUBMIT).click()
    wait_for(browser, THANKS)
    assert Comment.objects.get().text == "Call [phone number removed]."


# The script started and stopped


@pytest.mark.usefixtures("answers")
def test_destroyed_script_leaves_the_form_as_without_script(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE)
    browser.execute_script("window.govpage.destroy(document)")
    say_no(browser)
    assert path(browser) == "/feedback/follow-up/"


def test_destroyed_script_leaves_the_banner_open(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE)
    browser.execute_script("window.govpage.destroy(document)")
    assert wait_for(browser, ".usa-banner__guidance")
    wait_for(browser, ".usa-banner__button").click()
    assert wait_for(browser, ".usa-banner__guidance")


def test_second_start_sends_nothing_twice(visit: Visit, browser: "Chrome", answers: type[Vote]) -> None:
    visit(PAGE)
    browser.execute_script("window.govpage.init(document)")
    browser.execute_script("performance.clearResourceTimings()")
    say_no(browser)
    assert answers.objects.count() == 1
    sent = "return performance.getEntriesByType('resource').filter(e => e.initiatorType === 'xmlhttprequest').length"
    assert browser.execute_script(sent) == 1


def test_second_start_opens_the_banner_once(visit: Visit, browser: "Chrome") -> None:
    visit(PAGE)
    browser.execute_script("window.govpage.init(document)")
    wait_for(browser, ".usa-banner__button").click()
    assert wait_for(browser, ".usa-banner__guidance")


def test_script_starts_again_after_it_was_destroyed(visit: Visit, browser: "Chrome", answers: type[Vote]) -> None:
    visit(PAGE)
    browser.execute_script("window.govpage.destroy(document); window.govpage.init(document)")
    say_no(browser)
    assert path(browser) == PAGE.path
    assert answers.objects.count() == 1
