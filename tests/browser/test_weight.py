"""The archived release, which has all that a page of the kit can have, is light, and nothing of it is blocked."""

from collections.abc import Iterator
from gzip import compress
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import brotli
import pytest

from govpage.audit import View
from tests.browser.conftest import Visit
from tests.browser.pages import ARCHIVED, EACH_EXAMPLE, EACH_PAGE, EACH_VIEW, PAGES, Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

MOST_REQUESTS = 4
MOST_STYLE = 6 * 1024
MOST_STYLE_OF_ALL = 12 * 1024
MOST_SCRIPT = 2 * 1024
MOST_BYTES = 14 * 1024
"""What a server may send before it has to wait for the first answer, so that the page comes in one go.

Source: RFC 6928, initial window of 10 segments
"""

LOADED = """
const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
return entries.map(entry => [entry.name, entry.responseStatus]);
"""
NOTE_VIOLATIONS = """
window.blocked = [];
addEventListener("securitypolicyviolation", event => blocked.push(`${event.violatedDirective} ${event.blockedURI}`));
"""

EACH_LOOK = [*EACH_VIEW, pytest.param(View(forced_colors=True), id="1280-forced-colors")]


@pytest.fixture
def noted_violations(browser: "Chrome") -> Iterator[None]:
    """Each page that is loaded keeps in `blocked` what its policy has blocked."""
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": NOTE_VIOLATIONS})
    yield
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def body_of(url: str) -> bytes:
    """A body as it is before it is compressed."""
    with urlopen(Request(url, headers={"Accept-Encoding": "identity"}), timeout=10) as response:
        return bytes(response.read())


def compressed_size(url: str) -> int:
    """Bytes of a body as a good server sends it: a page made for this request under gzip, a file that was compressed
    beforehand under brotli."""
    body = body_of(url)
    return len(brotli.compress(body) if "/static/" in url else compress(body, 9))


def loaded_size(browser: "Chrome", ending: str) -> int:
    """Bytes under brotli of the one file of that kind that the page has loaded."""
    [url] = [url for url, _status in browser.execute_script(LOADED) if url.endswith(ending)]
    size = len(brotli.compress(body_of(url)))
    print(f"{size:6} {url}")
    return size


def weights(browser: "Chrome") -> dict[str, int]:
    """The compressed size of the page that the browser shows and of each thing that it has loaded."""
    sizes = {url: compressed_size(url) for url, _status in browser.execute_script(LOADED)}
    print(*(f"{size:6} {url}" for url, size in sizes.items()), f"{sum(sizes.values()):6} in all", sep="\n")
    return sizes


@pytest.mark.parametrize("view", EACH_LOOK)
def test_archived_release_is_light(visit: Visit, browser: "Chrome", view: View) -> None:
    visit(PAGES[ARCHIVED], view)
    sizes = weights(browser)
    assert len(sizes) <= MOST_REQUESTS
    assert sum(sizes.values()) <= MOST_BYTES


def test_stylesheet_of_a_release_is_small(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES[ARCHIVED])
    assert loaded_size(browser, ".css") <= MOST_STYLE


def test_stylesheet_of_all_components_is_small(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES["home"])
    assert loaded_size(browser, ".css") <= MOST_STYLE_OF_ALL


def test_script_is_small(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES[ARCHIVED])
    assert loaded_size(browser, ".js") <= MOST_SCRIPT


@pytest.mark.parametrize("view", EACH_LOOK)
def test_archived_release_loads_stylesheet_script_and_logo(visit: Visit, browser: "Chrome", view: View) -> None:
    visit(PAGES[ARCHIVED], view)
    page, *loaded = browser.execute_script(LOADED)
    assert page == [browser.current_url, 200]
    assert {(url.rpartition(".")[2], status) for url, status in loaded} == {("css", 200), ("js", 200), ("svg", 200)}
    assert browser.execute_script("return document.fonts.size") == 0


def test_everything_comes_from_the_site_itself(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES[ARCHIVED])
    origin = browser.execute_script("return location.origin")
    assert [url for url, _status in browser.execute_script(LOADED) if not url.startswith(f"{origin}/")] == []


@pytest.mark.usefixtures("noted_violations")
@pytest.mark.parametrize("page", [*EACH_PAGE, *EACH_EXAMPLE])
def test_policy_blocks_nothing(visit: Visit, browser: "Chrome", page: Page) -> None:
    visit(page)
    assert browser.execute_script("return blocked") == []
    assert browser.execute_script("return document.styleSheets.length") >= 1
    assert browser.execute_script("return typeof window.govpage") == "object"


@pytest.mark.usefixtures("noted_violations")
def test_blocked_style_is_found(visit: Visit, browser: "Chrome") -> None:
    visit(PAGES[ARCHIVED])
    browser.execute_script("document.body.setAttribute('style', 'color: red')")
    assert browser.execute_script("return blocked") == ["style-src-attr inline"]
