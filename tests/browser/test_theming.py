"""A site's plain rules win over ours, in light and in dark."""

from typing import TYPE_CHECKING

import pytest

from govpage.audit import View
from tests.browser.conftest import Visit
from tests.browser.pages import PAGES

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

ADD = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(arguments[0]);
document.adoptedStyleSheets = [sheet];
return getComputedStyle(document.querySelector(arguments[1]))[arguments[2]];
"""
RULES = {
    "property": (":root { --gov-color-primary: rgb(1, 2, 3) }", ".usa-banner__button", "color"),
    "class": (".usa-footer__primary-link { color: rgb(1, 2, 3) }", "a.usa-footer__primary-link", "color"),
    "element": ("body { background-color: rgb(1, 2, 3) }", "body", "backgroundColor"),
}
EACH_SCHEME = [pytest.param(View(scheme=scheme), id=scheme) for scheme in ("light", "dark")]


@pytest.mark.parametrize("view", EACH_SCHEME)
@pytest.mark.parametrize("rule", [pytest.param(rule, id=name) for name, rule in RULES.items()])
def test_a_rule_of_the_site_wins(visit: Visit, browser: "Chrome", rule: tuple[str, str, str], view: View) -> None:
    visit(PAGES["home"], view)
    assert browser.execute_script(ADD, *rule) == "rgb(1, 2, 3)"


@pytest.mark.parametrize("view", EACH_SCHEME)
def test_a_rule_in_an_earlier_layer_does_not(visit: Visit, browser: "Chrome", view: View) -> None:
    visit(PAGES["home"], view)
    layered = "@layer govpage { .usa-footer__primary-link.usa-footer__primary-link { color: rgb(1, 2, 3) } } a.usa-footer__primary-link { color: rgb(4, 5, 6) }"
    assert browser.execute_script(ADD, layered, "a.usa-footer__primary-link", "color") == "rgb(4, 5, 6)"
