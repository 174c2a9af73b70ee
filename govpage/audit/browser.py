"""A headless Chromium, and the conditions under which it shows a page."""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from .errors import AuditError

if TYPE_CHECKING:
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.remote.webdriver import WebDriver

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DRIVERS = ("chromedriver",)

FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

TIMEOUT = 60
"""How long a page may take to load, and axe to run.

Units: seconds
"""

LARGEST_SIDE = 10_000
"""The widest or highest viewport.

Units: CSS pixels
"""


class Scheme(StrEnum):
    """The colour scheme that the visitor prefers."""

    LIGHT = "light"
    DARK = "dark"


class Media(StrEnum):
    """What the page is shown on."""

    SCREEN = "screen"
    PRINT = "print"


class BrowserMissing(AuditError):
    """No Chromium, or no driver for it, is installed."""


def _require_pixels(name: str, value: object) -> None:
    if not isinstance(value, int) or not 1 <= value <= LARGEST_SIDE:
        raise ValueError(f"View has no {name} {value!r}. Legal: whole numbers from 1 to {LARGEST_SIDE}.")


def _require_one_of(name: str, value: object, legal: Collection[object]) -> None:
    if value not in legal:
        raise ValueError(f"View has no {name} {value!r}. Legal: {', '.join(map(repr, legal))}.")


@dataclass(frozen=True, slots=True)
class View:
    """The conditions under which a page is seen.

    Units:   CSS pixels
    Raises:  ValueError if a value is not legal
    """

    width: int = 1280
    height: int = 900
    scheme: str = Scheme.LIGHT
    scripting: bool = True
    forced_colors: bool = False
    media: str = Media.SCREEN
    reduced_motion: bool = False

    def __post_init__(self) -> None:
        for side in ("width", "height"):
            _require_pixels(side, getattr(self, side))
        for switch in ("scripting", "forced_colors", "reduced_motion"):
            _require_one_of(switch, getattr(self, switch), (True, False))
        _require_one_of("scheme", self.scheme, [scheme.value for scheme in Scheme])
        _require_one_of("media", self.media, [media.value for media in Media])

    def apply(self, driver: "WebDriver") -> None:
        """Put the browser into these conditions; scripting follows from the next page that is loaded."""
        for command, parameters in self.commands():
            driver.execute_cdp_cmd(command, parameters)

    def commands(self) -> list[tuple[str, dict[str, Any]]]:
        """The Chrome DevTools commands that make the conditions."""
        size = {"width": self.width, "height": self.height, "deviceScaleFactor": 1, "mobile": False}
        features = {
            "prefers-color-scheme": str(self.scheme),
            "forced-colors": "active" if self.forced_colors else "none",
            "prefers-reduced-motion": "reduce" if self.reduced_motion else "no-preference",
        }
        media = {
            "media": str(self.media),
            "features": [{"name": name, "value": value} for name, value in features.items()],
        }
        return [
            ("Emulation.setDeviceMetricsOverride", size),
            ("Emulation.setEmulatedMedia", media),
            _scripting_command(allowed=self.scripting),
        ]


DESKTOP = View()


@contextmanager
def open_browser(view: View = DESKTOP) -> Iterator["Chrome"]:
    """A fresh headless Chromium that is closed, and its profile deleted, at the end.

    Raises:  BrowserMissing
    """
    from selenium.webdriver import Chrome, ChromeService

    browser, driver_path = find_browser(), find_driver()
    with TemporaryDirectory(prefix="govpage-audit-", ignore_cleanup_errors=True) as profile:
        driver = Chrome(options=_options(browser, profile), service=ChromeService(executable_path=driver_path))
        try:
            driver.set_script_timeout(TIMEOUT)
            driver.set_page_load_timeout(TIMEOUT)
            view.apply(driver)
            yield driver
        finally:
            driver.quit()


def find_browser() -> str:
    """The path of Chromium: the variable CHROMIUM if set, else the first of BROWSERS on the PATH."""
    return _find("CHROMIUM", BROWSERS)


def find_driver() -> str:
    """The path of Chromium's driver: the variable CHROMEDRIVER if set, else chromedriver on the PATH."""
    return _find("CHROMEDRIVER", DRIVERS)


@contextmanager
def scripting_on(driver: "WebDriver") -> Iterator[None]:
    """Let scripts run for a moment in a page that was loaded without, and show what its noscript holds.

    axe waits for timers, which a page without scripting does not have, and takes a noscript element for hidden.
    The page's own scripts do not start: they were passed over when it was loaded.
    """
    if not driver.execute_script("return matchMedia('(scripting: none)').matches"):
        yield
        return
    driver.execute_script("for (const n of document.querySelectorAll('noscript')) n.replaceWith(...n.childNodes)")
    driver.execute_cdp_cmd(*_scripting_command(allowed=True))
    try:
        yield
    finally:
        driver.execute_cdp_cmd(*_scripting_command(allowed=False))


def _scripting_command(*, allowed: bool) -> tuple[str, dict[str, Any]]:
    return "Emulation.setScriptExecutionDisabled", {"value": not allowed}


def _options(browser: str, profile: str) -> "ChromeOptions":
    from selenium.webdriver import ChromeOptions

    options = ChromeOptions()
    options.binary_location = browser
    # Chromium refuses to run its sandbox as root.
    root = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
    for flag in (*FLAGS, *root, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    return options


def _find(variable: str, names: Collection[str]) -> str:
    named = os.environ.get(variable)
    candidates = [named] if named else names
    found = next(filter(None, map(shutil.which, candidates)), None)
    if found is None:
        raise BrowserMissing(
            f"The audit needs Chromium and its driver, and found no {' or '.join(candidates)}. Install them with "
            "`apt-get install chromium chromium-driver` (macOS: `brew install --cask chromium chromedriver`), "
            "or name the programs in CHROMIUM and CHROMEDRIVER."
        )
    return found
