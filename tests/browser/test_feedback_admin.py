"""Every page of the content team's dashboard: axe with all its rules, the policy, a phone's width, what is read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils.timezone import localdate

from govpage.audit import View
from govpage.feedback.models import Alert, ContentVersion, Page, ReasonTally, Section, Tally
from tests.browser.audits import VIEWS
from tests.browser.office import NOTE_VIOLATIONS, log_in, log_out, officer
from tests.browser.server import Site
from tests.browser.test_newsroom_admin import violations
from tests.feedback.team.tallies import fell, make_page, reason, tally, version_of

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser
BASE = "/admin/govpage_feedback"
Address = Callable[[Page], str]
ADDRESSES: dict[str, Address] = {
    "overview": lambda page: f"{BASE}/page/",
    "overview-error": lambda page: f"{BASE}/page/?first=2026-02-02&last=2026-02-01",
    "overview-nothing": lambda page: f"{BASE}/page/?q=zzz",
    "report": lambda page: f"{BASE}/page/{page.pk}/change/",
    "report-of-nothing": lambda page: f"{BASE}/page/{page.pk}/change/?first=2020-01-01&last=2020-12-31",
    "alerts": lambda page: f"{BASE}/alert/",
    "alert": lambda page: f"{BASE}/alert/{Alert.objects.get(page=page).pk}/change/",
    "sections": lambda page: f"{BASE}/section/",
    "section": lambda page: f"{BASE}/section/add/",
}
EACH_PAGE = [pytest.param(address, id=name) for name, address in ADDRESSES.items()]
MODELS = (Alert, ReasonTally, Tally, ContentVersion, Page, Section)
OPEN_TABLES = "document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.fixture
def page(browser: Chrome, site: Site) -> Iterator[Page]:
    """A page with answers of two months in two versions, to somebody who may do everything; gone after the test."""
    user, today = officer(), localdate()
    try:
        Section.objects.create(name="News", prefix="/news/")
        made = make_page(title="Harbor Office opens the winter piers")
        version_of(made, "v2")
        for ago in range(56):
            tally(
                made, today - timedelta(days=ago), 40 - ago % 9, 8 + ago % 5, "v2" if ago < 20 else "v1", partly=ago % 3
            )
        tally(made, today, held=7, version="v1"), reason(made, today, "confusing", 34), reason(made, today, "other", 9)
        tally(make_page("/acerca-de/", "Acerca de la Oficina", "es"), today, 3, 1)
        fell(made), fell(None, "site")
        log_in(browser, site, user)
        yield made
    finally:
        for model in MODELS:
            model.objects.all().delete()
        user.delete()
        log_out(browser, site)


@pytest.mark.parametrize("address", EACH_PAGE)
def test_page_is_accessible(browser: Chrome, site: Site, page: Page, axe_folder: Path, address: Address) -> None:
    browser.get(site.url + address(page))
    browser.execute_script(OPEN_TABLES)
    assert [line for view in VIEWS for line in violations(browser, axe_folder, view)] == []


@pytest.mark.parametrize("address", EACH_PAGE)
def test_policy_blocks_nothing_and_nothing_scrolls_sideways(
    browser: Chrome, site: Site, page: Page, address: Address
) -> None:
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": NOTE_VIOLATIONS})
    View(width=320).apply(browser)
    browser.get(site.url + address(page))
    browser.execute_script(OPEN_TABLES)
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)
    assert browser.execute_script("return blocked") == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_have_colours_that_can_be_told_from_what_is_behind(
    browser: Chrome, site: Site, page: Page, scheme: str
) -> None:
    View(scheme=scheme).apply(browser)
    browser.get(site.url + ADDRESSES["report"](page))
    ratios = browser.execute_script(CONTRASTS)
    assert {name: ratio for name, ratio in ratios.items() if ratio < 3} == {}


CONTRASTS = """
const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
const light = color => rgb(color).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
const behind = getComputedStyle(document.body).backgroundColor;
const of = (name, what) => ratio(getComputedStyle(document.querySelector(name))[what], behind);
return {line: of(".gov-chart__line", "stroke"), dot: of(".gov-chart__dot", "fill"), yes: of(".gov-chart__bar--yes", "fill"),
  edge: of(".gov-chart__bar--no", "stroke"), label: of(".gov-chart__label", "fill"), bar: of(".gov-mark__bar", "fill")};
"""
"""Contrast of what is drawn with the page behind it. Source: WCAG 2.2 SC 1.4.11"""


def test_picture_is_read_with_its_name_and_description(browser: Chrome, site: Site, page: Page) -> None:
    View().apply(browser)
    browser.get(site.url + ADDRESSES["report"](page))
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    read = [
        (node["name"]["value"], node.get("description", {}).get("value", "")[:5])
        for node in nodes
        if node.get("role", {}).get("value") == "image" and not node["ignored"]
    ]
    assert ("Share who found it helpful", "From ") in read
    assert ("Answers", "From ") in read
