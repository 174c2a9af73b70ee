"""Axe with all its rules, best practice, experimental and WCAG AAA included, on every example of every component.

Source: WCAG 2.2, every level
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.audits import RIGHT_TO_LEFT, VIEWS, problems
from tests.browser.conftest import Visit
from tests.browser.pages import EACH_EXAMPLE, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", EACH_EXAMPLE)
def test_example_is_accessible_light_and_dark(visit: Visit, browser: "Chrome", axe_folder: Path, page: Page) -> None:
    visit(page)
    assert problems(browser, axe_folder, VIEWS) == []


@pytest.mark.parametrize("page", EACH_EXAMPLE)
def test_example_is_accessible_from_right_to_left(
    visit: Visit, browser: "Chrome", axe_folder: Path, page: Page
) -> None:
    visit(replace(page, path=f"{page.path}?dir=rtl&lang=ar"))
    assert problems(browser, axe_folder, RIGHT_TO_LEFT) == []


FAULTS = [
    pytest.param("main.append(document.createElement('img'))", "image-alt", id="level-a"),
    pytest.param(
        "main.append(Object.assign(document.createElement('h4'), { textContent: 'Deep' }))",
        "heading-order",
        id="best-practice",
    ),
    pytest.param("main.querySelector('p').style.color = '#767676'", "color-contrast-enhanced", id="level-aaa"),
    pytest.param(
        "main.append(Object.assign(document.createElement('button'), { textContent: 'Send', ariaLabel: 'Other' }))",
        "label-content-name-mismatch",
        id="experimental",
    ),
]


@pytest.mark.parametrize(("fault", "rule"), FAULTS)
def test_fault_is_found(visit: Visit, browser: "Chrome", axe_folder: Path, fault: str, rule: str) -> None:
    visit(Page("/components/last-updated/default/"))
    browser.execute_script(f"const main = document.querySelector('main'); {fault}")
    assert [line for line in problems(browser, axe_folder, VIEWS[:1]) if rule in line] != []
