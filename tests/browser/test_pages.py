"""Axe with all its rules, best practice, experimental and WCAG AAA included, on every page of the example site, and every state of its feedback.

What axe leaves to a person is listed in `audits.py`; a new finding of that kind has to be looked at.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govpage.audit import View, audit_page
from tests.browser.audits import VIEWS, problems
from tests.browser.conftest import Visit
from tests.browser.pages import EACH_PAGE, EACH_VIEW, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", EACH_PAGE)
def test_page_is_accessible(visit: Visit, browser: "Chrome", axe_folder: Path, page: Page) -> None:
    visit(page)
    assert problems(browser, axe_folder, VIEWS) == []


SHOW_MESSAGE = "document.querySelector('[role=alert]').hidden = false"


@pytest.mark.parametrize("view", EACH_VIEW)
def test_message_of_a_lost_connection_is_accessible(
    visit: Visit, browser: "Chrome", axe_folder: Path, view: View
) -> None:
    visit(PAGES["feedback-follow-up"], view)
    browser.execute_script(SHOW_MESSAGE)
    assert browser.find_element("css selector", "[role=alert]").is_displayed()
    result = audit_page(browser, axe_folder=axe_folder)
    result.assert_accessible()
    assert result.incomplete == ()
