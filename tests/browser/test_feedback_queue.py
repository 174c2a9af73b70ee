"""The content team's queue and what is beside it: axe with all its rules, the policy, a phone's width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govpage.audit import View
from govpage.feedback.models import Vote
from tests.browser.audits import VIEWS
from tests.browser.office import NOTE_VIOLATIONS, log_in, log_out, officer
from tests.browser.server import Site
from tests.browser.test_newsroom_admin import violations
from tests.feedback.team.pages import TEAM_PAGES, forget, queued

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser
EACH_PAGE = [pytest.param(address, id=name) for name, address in TEAM_PAGES]
Address = Callable[[Vote], str]


@pytest.fixture
def answer(browser: Chrome, site: Site) -> Iterator[Vote]:
    """An answer with a comment, to somebody who may do everything with it; gone after the test."""
    user = officer()
    try:
        log_in(browser, site, user)
        yield queued(user)
    finally:
        forget()
        user.delete()
        log_out(browser, site)


@pytest.mark.parametrize("address", EACH_PAGE)
def test_page_is_accessible(browser: Chrome, site: Site, answer: Vote, axe_folder: Path, address: Address) -> None:
    browser.get(site.url + address(answer))
    assert [line for view in VIEWS for line in violations(browser, axe_folder, view)] == []


@pytest.mark.parametrize("address", EACH_PAGE)
def test_policy_blocks_nothing(browser: Chrome, site: Site, answer: Vote, address: Address) -> None:
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": NOTE_VIOLATIONS})
    View().apply(browser)
    browser.get(site.url + address(answer))
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)
    assert browser.execute_script("return blocked") == []


@pytest.mark.parametrize("address", EACH_PAGE)
def test_page_does_not_scroll_sideways(browser: Chrome, site: Site, answer: Vote, address: Address) -> None:
    View(width=320).apply(browser)
    browser.get(site.url + address(answer))
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 320
