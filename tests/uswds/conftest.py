"""The Chromium of the browser tests, USWDS's markup of every case, and a site that loads USWDS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from selenium.webdriver.support.wait import WebDriverWait

from govpage.audit import View
from tests.browser.conftest import POLL, STATUS, browser, chromium
from tests.browser.server import Site, database_of
from tests.uswds import twig
from tests.uswds.cases import CASES, Case
from tests.uswds.comparison import Comparison
from tests.uswds.server import SCRIPT, STYLESHEET, serve_with_uswds

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker
    from selenium.webdriver import Chrome

    from tests.browser.pages import Page

HAS_CHILDREN = "return document.querySelector(arguments[0]).children.length > 0"
OUTER_HTML = "return document.querySelector(arguments[0]).outerHTML"

# What is in view is marked some time later, or not: that is no structure.
STILL = "<script>window.IntersectionObserver = class { observe() {} }</script>"

Compare = Callable[[Case], Comparison]
Open = Callable[..., None]
Visit = Callable[..., None]


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    """HTML of the tests' own pages, by path."""
    return {}


@pytest.fixture(scope="session")
def uswds_server(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker, pages: dict[str, str]
) -> Iterator[Site]:
    """The example site of the session that loads USWDS."""
    database = tmp_path_factory.mktemp("uswds") / "db.sqlite3"
    with django_db_blocker.unblock(), serve_with_uswds(database, pages) as site, django_db_blocker.block():
        yield site


@pytest.fixture
def uswds_site(uswds_server: Site, django_db_blocker: DjangoDbBlocker, settings: Any) -> Iterator[Site]:
    """The same with the setting of a site that has USWDS."""
    settings.GOVPAGE = {**settings.GOVPAGE, "stylesheet": "uswds"}
    with django_db_blocker.unblock(), database_of(uswds_server):
        yield uswds_server


@pytest.fixture
def show(browser: Chrome, uswds_server: Site, pages: dict[str, str]) -> Open:
    """`show(body, head, view=View())` shows a page of the test's own."""

    def load(body: str, head: str = STYLESHEET + SCRIPT, view: View = View()) -> None:  # noqa: B008
        path = f"/test/{len(pages)}/"
        pages[path] = f'<!DOCTYPE html><html lang="en"><head><title>Test</title>{head}</head><body>{body}</body></html>'
        view.apply(browser)
        browser.get(uswds_server.url + path)

    return load


@pytest.fixture
def visit_uswds(browser: Chrome, uswds_site: Site) -> Visit:
    """`visit_uswds(page, view=View())` loads a page of the site that loads USWDS, and waits for its script."""

    def load(page: Page, view: View = View()) -> None:  # noqa: B008
        view.apply(browser)
        browser.get(uswds_site.url + page.path)
        assert browser.execute_script(STATUS) == page.status

    return load


@pytest.fixture(scope="session")
def rendered() -> dict[str, str]:
    """What USWDS's templates make of every case, by its id."""
    html = twig.render([(case.template, case.data) for case in CASES])
    return {case.id: text for case, text in zip(CASES, html, strict=True)}


@pytest.fixture
def compare(rendered: dict[str, str], request: pytest.FixtureRequest) -> Compare:
    """`compare(case)` puts ours beside USWDS's; what its script makes of a page is taken from a browser."""

    def compared(case: Case) -> Comparison:
        if not case.script:
            return Comparison(case, rendered[case.id])
        driver = request.getfixturevalue("browser")
        request.getfixturevalue("show")(rendered[case.id], STILL + SCRIPT)
        WebDriverWait(driver, 10, POLL).until(lambda d: d.execute_script(HAS_CHILDREN, case.script))
        return Comparison(case, str(driver.execute_script(OUTER_HTML, case.script)))

    return compared


__all__ = ["browser", "chromium"]
