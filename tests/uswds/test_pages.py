"""Whole pages of a site that has USWDS: its stylesheet and script, none of ours, and everything works."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View
from govpage.feedback.models import Comment, Vote
from govpage.feedback.models import Page as FeedbackPage
from tests.browser.conftest import POLL
from tests.browser.pages import ARCHIVED, PAGES, Page
from tests.uswds.conftest import Visit

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

    from tests.browser.server import Site

pytestmark = pytest.mark.browser

EACH_VIEW = [pytest.param(View(width=width), id=str(width)) for width in (320, 1280)]
EACH_WHOLE_PAGE = [pytest.param(PAGES[name], id=name) for name in ("home", "news", ARCHIVED, "about")]

LOADED = """
return performance.getEntriesByType("resource").filter(entry => ["link", "script"].includes(entry.initiatorType))
  .map(entry => new URL(entry.name).pathname).filter(path => /[.](css|js)$/.test(path)).sort();
"""
WIDER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The closed guidance and menu, what our script alone would show, the close button and overlay of a phone, and the field that
# only a program fills in.
HIDDEN_ON_PURPOSE = ".usa-banner__content, .usa-nav, .usa-overlay, .usa-menu-btn, .usa-banner__header-action, [role=alert], [name=website]"
LOST = """
return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), h1, h2, h3, p, li, dd")]
  .filter(element => !element.closest(arguments[0]) && !element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(element => element.outerHTML.slice(0, 100));
"""


@pytest.mark.parametrize("page", EACH_WHOLE_PAGE)
def test_page_loads_uswds_and_nothing_of_ours(visit_uswds: Visit, browser: Chrome, page: Page) -> None:
    visit_uswds(page)
    assert browser.execute_script(LOADED) == [
        "/uswds/css/uswds.min.css",
        "/uswds/js/uswds-init.min.js",
        "/uswds/js/uswds.min.js",
    ]
    assert browser.execute_script("return window.govpage === undefined && window.uswdsPresent")


@pytest.mark.parametrize("view", EACH_VIEW)
@pytest.mark.parametrize("page", EACH_WHOLE_PAGE)
def test_page_is_no_wider_than_the_screen(visit_uswds: Visit, browser: Chrome, page: Page, view: View) -> None:
    visit_uswds(page, view)
    assert browser.execute_script(WIDER) == 0


@pytest.mark.parametrize("view", EACH_VIEW)
@pytest.mark.parametrize("page", EACH_WHOLE_PAGE)
def test_nothing_that_is_needed_is_hidden(visit_uswds: Visit, browser: Chrome, page: Page, view: View) -> None:
    visit_uswds(page, view)
    assert browser.execute_script(LOST, HIDDEN_ON_PURPOSE) == []


@pytest.mark.parametrize("page", EACH_WHOLE_PAGE)
def test_message_of_our_script_is_not_shown(visit_uswds: Visit, browser: Chrome, page: Page) -> None:
    visit_uswds(page)
    shown = "return [...document.querySelectorAll('[role=alert], [hidden]')].filter(e => e.checkVisibility()).length"
    assert browser.execute_script(shown) == 0


@pytest.fixture
def answers(uswds_site: Site) -> type[Vote]:
    """The answers in the site's database, which starts without one."""
    Comment.objects.all().delete()
    Vote.objects.all().delete()
    FeedbackPage.objects.all().delete()
    return Vote


def test_answer_is_posted_plainly_and_counted(visit_uswds: Visit, browser: Chrome, answers: type[Vote]) -> None:
    visit_uswds(PAGES[ARCHIVED])
    browser.execute_script("document.querySelector('[name=answer][value=no]').click()")
    WebDriverWait(browser, 10, POLL).until(lambda driver: urlsplit(driver.current_url).path == "/feedback/follow-up/")
    assert answers.objects.count() == 1
    assert browser.find_element("css selector", "textarea").is_displayed()


# The measures find faults


def test_what_is_hidden_is_found(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(PAGES["home"])
    browser.execute_script("document.querySelector('main h1').style.display = 'none'")
    assert [html[:3] for html in browser.execute_script(LOST, HIDDEN_ON_PURPOSE)] == ["<h1"]


def test_what_is_wider_than_the_screen_is_found(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(PAGES["home"], View(width=320))
    browser.execute_script("document.querySelector('.usa-footer--slim ul').classList.add('grid-gap')")
    assert browser.execute_script(WIDER) > 0


def test_page_of_ours_is_told_apart(visit_uswds: Visit, browser: Chrome) -> None:
    visit_uswds(PAGES["home"])
    browser.execute_script(
        "const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '/static/x.css';"
        "document.head.append(link)"
    )
    WebDriverWait(browser, 10, POLL).until(lambda driver: "/static/x.css" in driver.execute_script(LOADED))
