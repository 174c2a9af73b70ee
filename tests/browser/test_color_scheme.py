"""The reader's system chooses colours and contrast, the site may fix the colours, and paper is light."""

from typing import TYPE_CHECKING

import pytest

from govpage.audit import Media, Scheme, View
from tests.browser.conftest import Visit
from tests.browser.measures import prefer_more_contrast
from tests.browser.pages import ARCHIVED, PAGES

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(23, 26, 31)"
FIX = "document.documentElement.dataset.colorScheme = arguments[0]"
SHOWN = """
const style = getComputedStyle(document.body);
return [style.backgroundColor, style.colorScheme];
"""


@pytest.mark.parametrize("media", [Media.SCREEN, Media.PRINT])
@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("fixed", ["", "light", "dark"], ids=["auto", "light", "dark"])
def test_colours_are_those_that_count(
    visit: Visit, browser: "Chrome", fixed: str, scheme: Scheme, media: Media
) -> None:
    visit(PAGES[ARCHIVED], View(scheme=scheme, media=media))
    if fixed:
        browser.execute_script(FIX, fixed)
    dark = media == Media.SCREEN and (fixed or scheme) == "dark"
    assert browser.execute_script(SHOWN) == ([DARK, "dark"] if dark else [LIGHT, "light"])


RULE_AND_MUTED = """
const style = getComputedStyle(document.querySelector(".gov-release__header"));
return [style.borderBottomColor, getComputedStyle(document.querySelector(".gov-release__kind")).color];
"""


def test_more_contrast_makes_lines_and_muted_text_stronger(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES[ARCHIVED])
    assert browser.execute_script(RULE_AND_MUTED) == ["rgb(198, 202, 206)", "rgb(61, 69, 81)"]
    prefer_more_contrast(browser, "light")
    assert browser.execute_script(RULE_AND_MUTED) == ["rgb(86, 92, 101)", "rgb(27, 27, 27)"]
