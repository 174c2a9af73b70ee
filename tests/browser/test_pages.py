"""Axe with all its rules, best practice included, on every page of the example site, and every state of its feedback."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govpage.audit import View, audit_page
from tests.browser.conftest import Visit
from tests.browser.pages import EACH_PAGE, EACH_VIEW, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", EACH_VIEW)
@pytest.mark.parametrize("page", EACH_PAGE)
def test_page_is_accessible(visit: Visit, browser: "Chrome", axe_folder: Path, page: Page, view: View) -> None:
    visit(page, view)
    audit_page(browser, axe_folder=axe_folder).assert_accessible()
