"""Every page of the press office's admin: axe with all its rules, the policy, a phone's width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils.timezone import localdate
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View, audit_page
from govpage.news.models import NewsRelease
from tests.browser.audits import VIEWS
from tests.browser.conftest import POLL
from tests.browser.office import NOTE_VIOLATIONS, log_in, log_out, officer
from tests.browser.server import Site
from tests.news.admin.pages import ADMIN_PAGES, written

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser
EACH_PAGE = [pytest.param(address, id=name) for name, address in ADMIN_PAGES]
EDITORS_RUN = "return document.querySelectorAll('textarea[data-gov-editor]:not([hidden])').length == 0"
COLOURS_SETTLE = """
const done = arguments[0], settle = () => Promise.allSettled(document.getAnimations().map(each => each.finished)).then(done);
requestAnimationFrame(() => requestAnimationFrame(settle));
"""
"""Django's admin changes colours slowly, and halfway there is no contrast."""

Address = Callable[[NewsRelease], str]


@pytest.fixture
def release(browser: Chrome, site: Site) -> Iterator[NewsRelease]:
    """A release with revisions and findings, to somebody who may do everything with it; gone after the test."""
    user = officer()
    made = written(user, title="Ports", body='<p><a href="/news/">click here</a></p>', review_by=localdate())
    try:
        log_in(browser, site, user)
        yield made
    finally:
        made.delete()
        user.delete()
        log_out(browser, site)


def violations(browser: Chrome, axe_folder: Path, view: View) -> list[str]:
    """What axe finds on the page that the browser shows, by the rules of WCAG A and AA and of best practice."""
    view.apply(browser)
    browser.execute_async_script(COLOURS_SETTLE)
    found = audit_page(browser, axe_folder=axe_folder).violations
    return [f"{view.width} {view.scheme}: {finding}" for finding in found]


@pytest.mark.parametrize("address", EACH_PAGE)
def test_page_is_accessible(
    browser: Chrome, site: Site, release: NewsRelease, axe_folder: Path, address: Address
) -> None:
    browser.get(site.url + address(release))
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(EDITORS_RUN))
    assert [line for view in VIEWS for line in violations(browser, axe_folder, view)] == []


@pytest.mark.parametrize("address", EACH_PAGE)
def test_policy_blocks_nothing(browser: Chrome, site: Site, release: NewsRelease, address: Address) -> None:
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": NOTE_VIOLATIONS})
    View().apply(browser)
    browser.get(site.url + address(release))
    WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(EDITORS_RUN))
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)
    assert browser.execute_script("return blocked") == []


@pytest.mark.parametrize("address", EACH_PAGE)
def test_page_does_not_scroll_sideways(browser: Chrome, site: Site, release: NewsRelease, address: Address) -> None:
    View(width=320).apply(browser)
    browser.get(site.url + address(release))
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 320
