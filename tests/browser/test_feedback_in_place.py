"""Axe with all its rules on the states that the script puts in each other's place, on a page with three forms."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from govpage.audit import View
from govpage.feedback.follow_up import FollowUp
from govpage.page import PageReference
from tests.browser.audits import problems
from tests.browser.conftest import Visit
from tests.browser.connection import Connection
from tests.browser.pages import Page
from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("answers")]

VIEWS = [View(width=320), View(scheme="dark")]
PATHS = {"en": "/about/", "es": "/acerca-de/"}
ANSWER = ".gov-page > .gov-feedback"
REPORT = "#report .gov-feedback"
SECOND = "#second .gov-feedback"
SEND = ".gov-feedback__send button"
NO = f"{ANSWER} button[value=no]"
STATES = [
    "problem-error",
    "problem-review",
    "problem-thanks",
    "question-offline",
    "follow-up",
    "follow-up-error",
    "review",
    "review-offline",
    "thanks",
]
PERSONAL = "202-555-0143"

ADD = """
const [id, address, done] = arguments, request = new XMLHttpRequest();
request.open("GET", address);
request.responseType = "document";
request.onload = function () {
  const place = Object.assign(document.createElement("div"), { id });
  place.append(request.response.querySelector(".gov-feedback"));
  document.querySelector(".gov-page").append(place);
  govpage.init();
  done();
};
request.send();
"""
"""Puts the form of another page of the site below the page's own."""

FILL_IN = "document.querySelector(arguments[0]).value = arguments[1]"
TO_THE_TOP = "scrollTo(0, 0)"
CLICK = "document.querySelector(arguments[0]).click()"


def add(browser: "Chrome", id_: str, path: str, **query: str) -> None:
    browser.execute_async_script(ADD, id_, f"{path}?{urlencode(query)}")


def click(browser: "Chrome", button: str, shown: str) -> None:
    """Use a button, wherever the page is scrolled to, and wait for what it brings."""
    browser.execute_script(CLICK, button)
    wait_for(browser, shown)


def send(browser: "Chrome", form: str, text: str, shown: str) -> None:
    browser.execute_script(FILL_IN, f"{form} textarea", text)
    click(browser, f"{form} {SEND}", f"{form} {shown}")


def answering(browser: "Chrome", connection: Connection) -> Iterator[str]:
    """Go from the question to the thanks and name each state."""
    connection.cut()
    click(browser, NO, f"{ANSWER} [role=alert]")
    yield "question-offline"
    connection.restore()
    click(browser, NO, f"{ANSWER} textarea")
    yield "follow-up"
    send(browser, ANSWER, "x" * 2001, ".gov-error-summary")
    yield "follow-up-error"
    send(browser, ANSWER, PERSONAL, ".usa-alert--warning")
    yield "review"
    connection.cut()
    click(browser, f"{ANSWER} {SEND}", f"{ANSWER} [role=alert]")
    yield "review-offline"
    connection.restore()
    click(browser, f"{ANSWER} {SEND}", f"{ANSWER} [id$=thanks]")
    yield "thanks"


def reporting(browser: "Chrome") -> Iterator[str]:
    """Go from the form of a report to its thanks and name each state."""
    send(browser, REPORT, "", ".gov-error-summary")
    yield "problem-error"
    send(browser, REPORT, PERSONAL, ".usa-alert--warning")
    yield "problem-review"
    click(browser, f"{REPORT} {SEND}", f"{REPORT} [id$=thanks]")
    yield "problem-thanks"


@pytest.mark.parametrize("language", PATHS)
def test_states_reached_in_place_are_accessible(
    visit: Visit, browser: "Chrome", axe_folder: Path, connection: Connection, language: str
) -> None:
    page = PageReference(PATHS[language], language=language)
    second = FollowUp(PageReference(page.path, language=language, form="2").sign(), "0" * 32)
    visit(Page(page.path))
    add(browser, "report", "/feedback/problem/", page=page.sign())
    add(browser, "second", "/feedback/follow-up/", token=second.sign())
    send(browser, SECOND, "x" * 2001, ".gov-error-summary")
    names, found = [], []
    for state in chain(reporting(browser), answering(browser, connection)):
        browser.execute_script(TO_THE_TOP)
        names.append(state)
        found += [f"{state}: {line}" for line in problems(browser, axe_folder, VIEWS)]
    assert (names, found) == (STATES, [])
