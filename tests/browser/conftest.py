"""One Chromium and one example site for all browser tests; without a Chromium they fail, and say what to install.

What needs Django is imported when a test asks for the site, since the audit does without.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from govpage.audit import AuditResult, BrowserMissing, View, audit_page, open_browser
from tests.browser.connection import Connection

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker
    from selenium.webdriver import Chrome

    from govpage.feedback.models import Vote
    from tests.browser.pages import Page
    from tests.browser.server import Site

Audit = Callable[..., AuditResult]
Visit = Callable[..., None]

POLL = 0.02
"""How often a condition is looked at while it is waited for.

Units: seconds
"""

STATUS = "return performance.getEntriesByType('navigation')[0].responseStatus"


@pytest.fixture(scope="session")
def axe_folder() -> Path:
    """Where `setup.sh` puts the npm package axe-core."""
    return Path(__file__).parent / "node_modules" / "axe-core"


@pytest.fixture(scope="session")
def chromium() -> Iterator["Chrome"]:
    """The Chromium of the session, in whatever view the test before left it."""
    with ExitStack() as stack:
        try:
            driver = stack.enter_context(open_browser())
        except BrowserMissing as missing:
            pytest.fail(str(missing), pytrace=False)
        yield driver


@pytest.fixture
def browser(chromium: "Chrome") -> "Chrome":
    """The Chromium of the session, in the default view whatever the test before did."""
    View().apply(chromium)
    return chromium


@pytest.fixture
def connection(browser: "Chrome") -> Iterator[Connection]:
    """The browser's connection, which is there again at the end."""
    connection = Connection(browser)
    yield connection
    connection.restore()


@pytest.fixture
def audit(browser: "Chrome", axe_folder: Path) -> Audit:
    """`audit(url, view=View(), **options)` loads a page in that view and audits it; options as for `audit_page`."""

    def load_and_audit(url: str, view: View = View(), **options: Any) -> AuditResult:  # noqa: B008
        view.apply(browser)
        browser.get(url)
        return audit_page(browser, **{"axe_folder": axe_folder, **options})

    return load_and_audit


@pytest.fixture(scope="session")
def running_site(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: "DjangoDbBlocker") -> Iterator["Site"]:
    """The example site of the session; its database is a file apart from that of the other tests."""
    from tests.browser.server import serve_site

    database = tmp_path_factory.mktemp("site") / "db.sqlite3"
    with django_db_blocker.unblock(), serve_site(database) as site, django_db_blocker.block():
        yield site


@pytest.fixture
def site(running_site: "Site", django_db_blocker: "DjangoDbBlocker") -> Iterator["Site"]:
    """The example site; the models read its database. What a test reads there, no test has changed."""
    from tests.browser.server import database_of

    with django_db_blocker.unblock(), database_of(running_site):
        yield running_site


@pytest.fixture
def answers(site: "Site") -> Iterator[type["Vote"]]:
    """The answers that the test sends; afterwards the database is as it was."""
    from govpage.feedback.models import Alert, Comment, Page, Vote

    yield Vote
    Comment.objects.all().delete()
    Vote.objects.all().delete()
    Page.objects.all().delete()
    Alert.objects.all().delete()


@pytest.fixture
def visit(browser: "Chrome", site: "Site") -> Visit:
    """`visit(page, view=View())` loads a page of the site in that view, and holds it to its status."""
    from selenium.webdriver.support.wait import WebDriverWait

    def load(page: "Page", view: View = View()) -> None:  # noqa: B008
        view.apply(browser)
        browser.get(site.url + page.path)
        if page.script:
            browser.execute_script(page.script)
            WebDriverWait(browser, 10, POLL).until(lambda driver: driver.execute_script(STATUS) != 200)
        assert browser.execute_script(STATUS) == page.status

    return load
