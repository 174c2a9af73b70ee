"""Takes the pictures of the README and the guides from the example site, in a real Chromium."""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

    from govpage.audit import View

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
RELEASE = "/news/2018/08/14/how-the-harbor-office-saves-lives-on-the-water/"
PICTURES = {
    "release": (RELEASE, {"width": 1024, "height": 1180}),
    "release-phone-dark": (RELEASE, {"width": 360, "height": 1180, "scheme": "dark"}),
    "news": ("/news/", {"width": 1024, "height": 1000}),
    "newsroom-search": ("/news/?q=harbor&kind=press_release", {"width": 1024, "height": 900}),
}
OFFICE = {
    "newsroom-change": {"width": 1024, "height": 900},
    "newsroom-compare": {"width": 1024, "height": 560},
    "newsroom-preview": {"width": 1024, "height": 900},
    "newsroom-rules": {"width": 1024, "height": 560},
    "feedback-overview": {"width": 1180, "height": 1250},
    "feedback-report": {"width": 1180, "height": 1320},
    "feedback-queue": {"width": 1440, "height": 900},
}
"""Pictures of the press office's and the content team's own pages, which ``office.py`` names."""


@contextmanager
def example_site() -> Iterator[tuple[str, dict[str, Any]]]:
    """Serve the example site with a database of its own for as long as the pictures take.

    Shape: its address, and what ``office.py`` prints
    """
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/pictures.sqlite3", "SECRET_KEY": "pictures"}
        command = [sys.executable, str(ROOT / "manage.py"), "demo", "--port", str(port)]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        try:
            base = _awaited(f"http://127.0.0.1:{port}")
            office = [sys.executable, str(ROOT / "docs" / "office.py")]
            yield base, json.loads(subprocess.check_output(office, env=environment))  # noqa: S603
        finally:
            server.terminate()
            server.wait(10)


def _awaited(base: str) -> str:
    for _attempt in range(150):
        try:
            urllib.request.urlopen(base, timeout=5).close()  # noqa: S310  (an address of this machine)
        except OSError:
            time.sleep(0.2)
        else:
            return base
    raise TimeoutError(f"{base} did not answer.")


def main() -> None:
    """Take every picture."""
    sys.path.insert(0, str(ROOT))
    from govpage.audit import View, open_browser

    IMAGES.mkdir(exist_ok=True)
    with example_site() as (base, office), open_browser(View()) as driver:
        driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
        for name, (path, view) in PICTURES.items():
            _take(driver, name, base + path, View(**view))  # type: ignore[arg-type]
        driver.add_cookie({"name": "sessionid", "value": office["session"]})
        for name, view in OFFICE.items():
            _take(driver, name, base + office["pages"][name], View(**view))  # type: ignore[arg-type]


def _take(driver: Chrome, name: str, address: str, view: View) -> None:
    view.apply(driver)
    driver.get(address)
    # Editors start after the page has loaded.
    time.sleep(0.5)
    taken = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    (IMAGES / f"{name}.png").write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    main()
