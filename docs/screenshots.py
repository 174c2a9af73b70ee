"""Takes the pictures of the README and the guides from the example site, in a real Chromium."""

from __future__ import annotations

import base64
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

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
RELEASE = "/news/2018/08/14/how-the-harbor-office-saves-lives-on-the-water/"
PICTURES = {
    "release": (RELEASE, {"width": 1024, "height": 1180}),
    "release-phone-dark": (RELEASE, {"width": 360, "height": 1180, "scheme": "dark"}),
    "news": ("/news/", {"width": 1024, "height": 1000}),
}


@contextmanager
def example_site() -> Iterator[str]:
    """Serve the example site with a database of its own for as long as the pictures take."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/pictures.sqlite3", "SECRET_KEY": "pictures"}
        command = [sys.executable, str(ROOT / "manage.py"), "demo", "--port", str(port)]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        try:
            yield _awaited(f"http://127.0.0.1:{port}")
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
    with example_site() as base, open_browser(View()) as driver:
        driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
        for name, (path, view) in PICTURES.items():
            View(**view).apply(driver)  # type: ignore[arg-type]
            driver.get(base + path)
            taken = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
            (IMAGES / f"{name}.png").write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    main()
