"""A WordPress export and a feed of all captures, each release held to the answer that lies beside its capture."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from django.utils.html import escape

from govpage.news.importers.decode import decode_capture
from govpage.news.importers.draft import ReleaseDraft
from govpage.news.importers.text import read_capture
from tests.news.importers.formats.reading import items
from tests.news.importers.formats.test_feed import rss
from tests.news.importers.formats.test_wordpress import export, post
from tests.news.importers.judge import CAPTURES, expected, wrong_fields

NAMES = sorted(path.stem for path in CAPTURES.glob("*.txt"))
NOT_CARRIED: dict[str, Any] = {
    **dict.fromkeys(("subtitle", "last_updated", "last_reviewed", "release_number", "dateline", "embargo")),
    "breadcrumb": [],
    "contacts": [],
    "archived": False,
}
"""What neither form has a place for."""


def captured(name: str) -> ReleaseDraft:
    return read_capture(decode_capture((CAPTURES / f"{name}.txt").read_bytes()))


def as_post(draft: ReleaseDraft) -> str:
    day = f"{draft.release_date} 12:00:00" if draft.release_date else ""
    return post(escape(draft.title), draft.body_html, day=day, gmt=day)


def as_entry(draft: ReleaseDraft) -> str:
    day = f"<pubDate>{draft.release_date:%a, %d %b %Y} 12:00:00 +0000</pubDate>" if draft.release_date else ""
    text = f"<content:encoded><![CDATA[{draft.body_html}]]></content:encoded>"
    return f"<item><title>{escape(escape(draft.title))}</title>{day}{text}</item>"


@cache
def read(form: str) -> dict[str, Any]:
    """Read one file of all captures."""
    made = [captured(name) for name in NAMES]
    content = export(*map(as_post, made)) if form == "wordpress" else rss(*map(as_entry, made))
    return dict(zip(NAMES, items(form, content), strict=True))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["wordpress", "feed"])
def test_release_is_read_as_its_answer_says(form: str, name: str) -> None:
    assert wrong_fields(expected(name) | NOT_CARRIED, read(form)[name].as_json()) == {}
