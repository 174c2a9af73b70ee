"""A page on which the same markup stands under USWDS's stylesheet and under ours, and its pictures."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from govpage.audit import View
from tests.browser.serving import serving

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
FOLDERS = {
    "/uswds/": ROOT / "tests" / "browser" / "node_modules" / "@uswds" / "uswds" / "dist",
    "/static/govpage/": ROOT / "govpage" / "static" / "govpage",
    "/static/": ROOT / "static",
    "/test/": HERE,
}
THEMING = ROOT / "docs" / "theming.md"
ASSETS = ROOT / "govpage" / "templates" / "govpage" / "components" / "assets.html"

SHOW = """
const [markup, sheets, prepare, column, select, beside, done] = arguments;
for (const link of document.querySelectorAll("link")) link.sheet.disabled = ![...sheets, "stage"].includes(link.dataset.sheet);
const stage = document.querySelector("div.stage");
stage.className = column ? "stage column" : "stage";
document.activeElement.blur();
stage.innerHTML = markup;
new Function("stage", "ours", prepare)(stage, sheets.includes("ours"));
scrollTo(0, 0);
const images = Array.from(stage.querySelectorAll("img"), image => image.decode());
Promise.all([...images, document.fonts.ready]).then(() => requestAnimationFrame(() => requestAnimationFrame(() => {
  const others = [...stage.querySelectorAll(beside || "nothing")].filter(part => part.checkVisibility());
  const boxes = [stage.querySelector(select), ...others].map(part => part.getBoundingClientRect());
  const far = (side, choose) => choose(...boxes.map(box => box[side]));
  done([far("left", Math.min), far("top", Math.min), far("right", Math.max), far("bottom", Math.max), stage.scrollHeight]);
})));
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the stage."""

    ours: str
    """HTML that stands under our stylesheet."""

    with_uswds: str
    """HTML that stands under USWDS's: of a site with the setting ``stylesheet`` for it."""

    prepare: str = ""
    """Script that brings it into a state, with `stage` and `ours`, whether it is ours that stands there."""

    column: bool = True
    """Whether it stands in a column of text, as on a page, rather than across the page."""

    select: str = "*"
    """Which element of the markup is the component."""

    beside: str = ""
    """Which of its elements lie outside of its box and belong to it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the whole page and the box of the component on it."""

    page: Image.Image
    box: tuple[int, int, int, int]


USWDS = ("uswds",)
OURS = ("ours", "fonts")
USWDS_DEPARTED = (*USWDS, "departures")
OURS_WITH_LOOK = (*OURS, "look")
"""The stylesheets of the two sides, without and with what is declared."""


class Stage:
    """The page in a browser."""

    def __init__(self, driver: Chrome, url: str) -> None:
        self.driver, self.url = driver, url

    def picture(self, shown: Shown, sheets: tuple[str, ...], width: int) -> Picture:
        """Return the picture of what is shown under these stylesheets at this width."""
        View(width=width).apply(self.driver)
        if self.driver.current_url != self.url:
            self.driver.get(self.url)
        markup = shown.with_uswds if "uswds" in sheets else shown.ours
        script = (markup, list(sheets), shown.prepare, shown.column, shown.select, shown.beside)
        left, top, right, bottom, height = self.driver.execute_async_script(SHOW, *script)
        box = (int(left), int(top), -int(-right // 1), -int(-bottom // 1))
        return Picture(self._screenshot(width, max(box[3], int(height))), box)

    def _screenshot(self, width: int, height: int) -> Image.Image:
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        options = {"clip": clip, "captureBeyondViewport": True, "optimizeForSpeed": True}
        answer = self.driver.execute_cdp_cmd("Page.captureScreenshot", options)
        return Image.open(BytesIO(base64.b64decode(answer["data"]))).convert("RGB")


def crops(first: Picture, second: Picture) -> tuple[Image.Image, Image.Image]:
    """Cut each picture to its component's box, and lay paper around the smaller until they are of one size."""
    boxes = (first.box, second.box)
    size = (max(right - left for left, _, right, _ in boxes), max(bottom - top for _, top, _, bottom in boxes))
    return _cut(first, size), _cut(second, size)


def _cut(picture: Picture, size: tuple[int, int]) -> Image.Image:
    paper = Image.new("RGB", size, "white")
    paper.paste(picture.page.crop(picture.box))
    return paper


@cache
def look() -> str:
    """The custom properties of the USWDS look, as the theming page gives them."""
    text = THEMING.read_text("utf-8").partition("## The USWDS look")[2]
    return text.partition("```css\n")[2].partition("\n```")[0]


@cache
def page() -> str:
    """The HTML of the stage: all stylesheets, of which a picture takes its own."""
    sheets = [
        ("uswds", "/uswds/css/uswds.min.css"),
        ("departures", "/test/departures.css"),
        ("fonts", "/test/visual_fonts.css"),
    ]
    # The last `compress` block is the bundle of everything.
    everything = ASSETS.read_text("utf-8").split("{% compress css %}")[-1]
    sheets += [("ours", f"/static/{path}") for path in re.findall(r'static "(govpage/css/[^"]+)"', everything)]
    links = "".join(
        f'<link rel="stylesheet" data-sheet="{name}" href="{path}">' for name, path in [*sheets, ("look", "/look.css")]
    )
    # A title would make a sheet one of several to choose from, and the browser would leave all but one out.
    return (
        f'<!doctype html><html lang="en" data-color-scheme="light"><meta charset="utf-8"><title>Stage</title>{links}'
        '<link rel="stylesheet" data-sheet="stage" href="/test/visual_stage.css"><body><div class="stage"></div>'
    )


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        made = {"/": (page, "text/html"), "/look.css": (look, "text/css")}.get(self.path)
        if made is None:
            super().do_GET()
            return
        body = made[0]().encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{made[1]}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def translate_path(self, path: str) -> str:
        prefix = next((prefix for prefix in FOLDERS if path.startswith(prefix)), None)
        return str(FOLDERS[prefix] / path.removeprefix(prefix).partition("?")[0]) if prefix else str(HERE / "missing")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (its name in the base)
        """Keep quiet."""


@contextmanager
def serve_stage() -> Iterator[str]:
    """Serve the stage on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    with serving(server):
        yield f"http://127.0.0.1:{server.server_port}/"
