"""One Chromium for all browser tests; without one they fail, and say what to install."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from govpage.audit import AuditResult, BrowserMissing, View, audit_page, open_browser

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

Audit = Callable[..., AuditResult]


@pytest.fixture(scope="session")
def axe_folder() -> Path:
    """Where `setup.sh` puts the npm package axe-core."""
    return Path(__file__).parent / "node_modules" / "axe-core"


@pytest.fixture(scope="session")
def browser() -> Iterator["Chrome"]:
    """The Chromium of the session, in whatever view the test before left it."""
    with ExitStack() as stack:
        try:
            driver = stack.enter_context(open_browser())
        except BrowserMissing as missing:
            pytest.fail(str(missing), pytrace=False)
        yield driver


@pytest.fixture
def audit(browser: "Chrome", axe_folder: Path) -> Audit:
    """`audit(url, view=View(), **options)` loads a page in that view and audits it; options as for `audit_page`."""

    def load_and_audit(url: str, view: View = View(), **options: Any) -> AuditResult:  # noqa: B008
        view.apply(browser)
        browser.get(url)
        return audit_page(browser, **{"axe_folder": axe_folder, **options})

    return load_and_audit
