"""What a release page costs beside a flat template of the same bytes, measured in turn in one run.

Run by ``make bench``. The flat template is the page itself with a variable where the release's own words stand.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RELEASE = "govpage/news/release_detail.html"
PAIRS = 40
REPEATS = 50


def function_calls(render: Callable[[], str]) -> int:
    """Return the calls of Python and C functions that one rendering makes."""
    counted = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    render()
    sys.setprofile(None)
    return counted


def seconds(render: Callable[[], str]) -> float:
    """Return the seconds of one rendering, as the mean of some."""
    start = time.perf_counter()
    for _repeat in range(REPEATS):
        render()
    return (time.perf_counter() - start) / REPEATS


def flat_source(html: str, words: dict[str, str]) -> str:
    """Return the page as a template with a variable in the place of each of the release's own words.

    Shape: crumbs are looked for in the trail alone, since a menu may say the same
    """
    source = html
    for name, text in words.items():
        before = '<span property="name">' if name.startswith("crumb") else ""
        assert before + text in source, name
        source = source.replace(before + text, f"{before}{{{{ {name} }}}}")
    return source


def release_page() -> tuple[Callable[[], str], Callable[[], str]]:
    """Return what renders the archived release, and what renders the same bytes flat."""
    from django.template import engines
    from django.test import RequestFactory
    from django.utils.safestring import SafeString

    from govpage.news.importers.plan import as_release, read
    from govpage.news.lifecycle import State
    from govpage.news.views import release_context
    from govpage.rendering import render_page

    step = read(ROOT / "example_site" / "captures" / "harbor-lifesaving-missions.txt")
    assert step.draft
    release = as_release(step.draft)
    release.address, release.state = step.address, State.ARCHIVED
    request = RequestFactory(SERVER_NAME="localhost").get(release.get_absolute_url())
    context = release_context(release) | {"address": request.build_absolute_uri(), "printed": True}
    html = render_page(RELEASE, context, request)

    token = html.partition('name="page" value="')[2].partition('"')[0]
    crumbs = [crumb for crumb in context["trail"] if crumb.url]
    words = {"body": release.body, "description": release.summary, "address": context["address"], "token": token}
    words |= {"title": release.title, "day": "August 14, 2018", "updated": "January 12, 2021"}
    words |= {f"crumb_{n}": crumb.label for n, crumb in enumerate(crumbs)}
    flat = engines["django"].from_string(flat_source(html, words))
    values: dict[str, Any] = words | {"body": SafeString(release.body)}
    assert flat.render(values, request) == html
    return lambda: render_page(RELEASE, context, request), lambda: flat.render(values, request)


def main() -> None:
    """Print the calls, and the ratio of the times pair by pair."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    import django

    django.setup()
    ours, flat = release_page()
    ours(), flat()
    gc.disable()
    ratios = [seconds(ours) / seconds(flat) for _pair in range(PAIRS)]
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    print(
        f"release page: {function_calls(ours)} function calls; flat template of the same bytes: {function_calls(flat)}"
    )
    print(f"release page: {middle:.2f} times the flat template ({low:.2f} to {high:.2f}, {PAIRS} pairs)")


if __name__ == "__main__":
    main()
