"""Waiting for what a page is about to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selenium.webdriver.support.expected_conditions import visibility_of_element_located
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.conftest import POLL

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement


def wait_for(browser: Chrome, selector: str) -> WebElement:
    """Return the element once it is shown."""
    return WebDriverWait(browser, 10, POLL).until(visibility_of_element_located(("css selector", selector)), selector)
