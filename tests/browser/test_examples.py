"""Axe with all its rules, best practice included, on every example of every component.

What axe leaves to a person is nothing so far; a new finding of that kind has to be looked at.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govpage.audit import View, audit_page
from tests.browser.conftest import Visit
from tests.browser.pages import EACH_EXAMPLE, EACH_VIEW, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", EACH_VIEW)
@pytest.mark.parametrize("page", EACH_EXAMPLE)
def test_example_is_accessible(visit: Visit, browser: "Chrome", axe_folder: Path, page: Page, view: View) -> None:
    visit(page, view)
    result = audit_page(browser, axe_folder=axe_folder)
    result.assert_accessible()
    assert result.incomplete == ()
