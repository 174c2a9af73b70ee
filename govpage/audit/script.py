"""Which axe-core runs, and how it gets into a page."""

import os
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import AuditError

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

OLDEST = (4, 12)
"""The oldest axe-core whose verdict counts."""

SCRIPT = "axe.min.js"

_VERSION = re.compile(r"""\.version\s*=\s*["'](\d+(?:\.\d+)+)""")


class AxeMissing(AuditError):
    """There is no axe-core in the folder that was named."""


class AxeTooOld(AuditError):
    """The axe-core that would run is older than the oldest whose verdict counts."""


def newest_script(folder: Path | None = None) -> Path:
    """The newer of the npm package's axe-core and the one that axe-selenium-python brings.

    The npm package is looked for in `folder`, else in the folder that the variable GOVPAGE_AXE_PATH names, else in
    the nearest `node_modules/axe-core` at or above the current directory. A named folder must hold it.

    Raises:  AxeMissing if a folder is named and holds no axe-core
    """
    npm = npm_script(folder)
    scripts = [bundled_script()] if npm is None else [bundled_script(), npm]
    return max(scripts, key=script_version)


def npm_script(folder: Path | None = None) -> Path | None:
    """The npm package's script, as `newest_script` looks for it; None if no folder is named and none is near."""
    named = folder or os.environ.get("GOVPAGE_AXE_PATH")
    if not named:
        return _nearest_script(Path.cwd())
    script = Path(named).resolve() / SCRIPT
    if not script.is_file():
        raise AxeMissing(f"There is no {SCRIPT} in {script.parent}. Install it with `npm install axe-core`.")
    return script


def bundled_script() -> Path:
    """The script that axe-selenium-python brings."""
    return Path(import_module("axe_selenium_python").Axe(None).script_url)


def script_version(script: Path) -> tuple[int, ...]:
    """The version that a script gives itself; an empty one, older than any, if it names none."""
    match = _VERSION.search(script.read_text(encoding="utf-8"))
    return _parts(match[1]) if match else ()


def inject(driver: "WebDriver", script: Path) -> str:
    """Load a script into the page by axe-selenium-python, and return the version that the page then has.

    Raises:  AxeTooOld
    """
    import_module("axe_selenium_python").Axe(driver, script_url=str(script)).inject()
    version = str(driver.execute_script("return axe.version"))
    if _parts(version) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise AxeTooOld(f"axe-core {version} would run; {oldest} is needed. Install it with `npm install axe-core`.")
    return version


def _nearest_script(start: Path) -> Path | None:
    scripts = (above / "node_modules" / "axe-core" / SCRIPT for above in (start, *start.parents))
    return next(filter(Path.is_file, scripts), None)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))
