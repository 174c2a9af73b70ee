"""Read bytes as a file of a format, and say of a draft what matters."""

from __future__ import annotations

from dataclasses import asdict
from io import BytesIO
from typing import Any

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats import FORMATS

USUAL: dict[str, Any] = {
    **dict.fromkeys(("subtitle", "archive_notice", "release_number", "dateline", "byline", "cut_off", "digest"), ""),
    **dict.fromkeys(("original_address", "description"), ""),
    **dict.fromkeys(("release_date", "last_updated", "last_reviewed", "embargo", "published")),
    **dict.fromkeys(("breadcrumb", "contacts", "topics", "unsure"), ()),
    "kind": "press_release",
    "archived": False,
    "language": "en",
    "public": True,
}


def items(form: str, content: bytes | str) -> list[ReleaseDraft | CaptureError]:
    data = content.encode() if isinstance(content, str) else content
    return list(FORMATS[form].read(BytesIO(data), "file"))


def drafts(form: str, content: bytes | str) -> list[ReleaseDraft]:
    return [item for item in items(form, content) if isinstance(item, ReleaseDraft)]


def reasons(form: str, content: bytes | str) -> list[str]:
    return [str(item) for item in items(form, content) if isinstance(item, CaptureError)]


def unusual(draft: ReleaseDraft) -> dict[str, Any]:
    """Give what a draft says beyond title and text that not every draft says."""
    return without_usual(asdict(draft))


def without_usual(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in USUAL or value != USUAL[key]}
