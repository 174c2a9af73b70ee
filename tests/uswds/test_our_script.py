"""Our script drives USWDS's own markup, as its templates make it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

import govpage
from tests.browser.keyboard import has_focus, press
from tests.uswds import twig
from tests.uswds.conftest import Open
from tests.uswds.test_its_script import CLOSED, OPEN, click, state

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

SOURCE = (Path(govpage.__file__).parent / "static" / "govpage" / "govpage.js").read_text("utf-8")
OURS = f"<script>{SOURCE}</script>"
ACCORDION = "usa-accordion/src/usa-accordion.twig"
EXPANDED = "return [...document.querySelectorAll('.usa-accordion__button')].map(button => button.ariaExpanded)"
SHOWN = "return [...document.querySelectorAll('.usa-accordion__content')].map(panel => panel.checkVisibility())"


def accordion(multiple: bool = False, expanded: tuple[int, ...] = ()) -> str:
    """USWDS's accordion with three panels."""
    items = [
        {"title": f"{n}", "id": f"a{n}", "content": "Text", "expanded": "true" if n in expanded else "false"}
        for n in range(3)
    ]
    return twig.render([(ACCORDION, {"items": items, "multiselectable": multiple})])[0]


def click_panel(browser: Chrome, number: int) -> None:
    browser.find_elements("css selector", ".usa-accordion__button")[number].click()


def test_banner_opens_and_closes(show: Open, browser: Chrome) -> None:
    data = twig.content("usa-banner/src/content/usa-banner.json")
    show(twig.render([("usa-banner/src/usa-banner.twig", data)])[0], OURS)
    states = [state(browser, ".usa-banner__button")]
    for _click in range(2):
        click(browser, ".usa-banner__button")
        states.append(state(browser, ".usa-banner__button"))
    assert states == [CLOSED, OPEN, CLOSED]


def test_accordion_starts_as_its_markup_says(show: Open, browser: Chrome) -> None:
    show(accordion(expanded=(1,)), OURS)
    assert browser.execute_script(EXPANDED) == ["false", "true", "false"]
    assert browser.execute_script(SHOWN) == [False, True, False]


def test_missing_state_is_set(show: Open, browser: Chrome) -> None:
    html = accordion()
    assert 'aria-expanded="false"' in html
    show(html.replace('aria-expanded="false"', ""), OURS)
    assert browser.execute_script(EXPANDED) == ["false"] * 3
    assert browser.execute_script(SHOWN) == [False] * 3


@pytest.mark.parametrize(
    ("multiple", "expected"),
    [
        pytest.param(False, ["false", "false", "true"], id="one"),
        pytest.param(True, ["true", "false", "true"], id="several"),
    ],
)
def test_panels_open_as_the_accordion_allows(show: Open, browser: Chrome, multiple: bool, expected: list[str]) -> None:
    show(accordion(multiple), OURS)
    click_panel(browser, 0)
    click_panel(browser, 2)
    assert browser.execute_script(EXPANDED) == expected
    assert browser.execute_script(SHOWN) == [value == "true" for value in expected]


def test_second_click_closes(show: Open, browser: Chrome) -> None:
    show(accordion(), OURS)
    click_panel(browser, 1)
    click_panel(browser, 1)
    assert browser.execute_script(SHOWN) == [False] * 3


def test_accordions_are_apart(show: Open, browser: Chrome) -> None:
    show(
        accordion(expanded=(0,))
        + accordion(expanded=(0,)).replace('a0"', 'b0"').replace('a1"', 'b1"').replace('a2"', 'b2"'),
        OURS,
    )
    click_panel(browser, 1)
    assert browser.execute_script(EXPANDED) == ["false", "true", "false", "true", "false", "false"]


def test_button_that_controls_nothing_harms_no_other(show: Open, browser: Chrome) -> None:
    show(accordion().replace('id="a0"', 'id="gone"'), OURS)
    click_panel(browser, 1)
    assert browser.execute_script(SHOWN) == [True, True, False]


def test_without_the_script_every_panel_is_open(show: Open, browser: Chrome) -> None:
    show(accordion(), OURS)
    browser.execute_script("govpage.destroy()")
    assert browser.execute_script(SHOWN) == [True] * 3
    click_panel(browser, 0)
    assert browser.execute_script(EXPANDED) == ["false"] * 3


def test_skip_link_moves_the_focus(show: Open, browser: Chrome) -> None:
    link = twig.render([("usa-skipnav/src/usa-skipnav.twig", {"href": "#main-content"})])[0]
    show(f'{link}<a href="/">Other</a><main id="main-content">Text</main>', OURS)
    press(browser, Keys.TAB, Keys.ENTER)
    assert has_focus(browser, "main")


def test_without_our_script_the_skip_link_moves_no_focus(show: Open, browser: Chrome) -> None:
    link = twig.render([("usa-skipnav/src/usa-skipnav.twig", {"href": "#main-content"})])[0]
    show(f'{link}<main id="main-content">Text</main>', "")
    press(browser, Keys.TAB, Keys.ENTER)
    assert not has_focus(browser, "main")
