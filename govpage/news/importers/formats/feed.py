"""RSS and Atom feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

from django.utils.html import escape

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats import package
from govpage.news.importers.formats.parts import address_of, day_of, draft_of, moment_of, names, plain, summary_of
from govpage.news.importers.formats.xml import elements


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Read each entry of a feed.

    Raises: CaptureError if it is no feed, is not well-formed, or declares a document type or entities
    """
    parser, data = package("feedparser"), source.read()
    for _element in elements(BytesIO(data), many=""):
        pass
    feed = parser.parse(BytesIO(data), sanitize_html=False)
    if not feed.version:
        raise CaptureError("neither an RSS nor an Atom feed")
    language = _language(feed.feed.get("language", ""))
    for entry in feed.entries:
        yield _entry(entry, language, dated=feed.version.startswith("rss"))


def _language(code: str) -> str:
    return code.lower().partition("-")[0][:16] if code.isascii() else ""


def _entry(entry: Any, language: str, *, dated: bool) -> ReleaseDraft | CaptureError:
    try:
        return _draft(entry, language, dated=dated)
    except CaptureError as error:
        return CaptureError(f"{plain(entry.get('title', ''))[:80] or 'entry without a title'}: {error}")


def _draft(entry: Any, language: str, *, dated: bool) -> ReleaseDraft:
    """Return the draft of an entry; where it is dated, its only day is that of the release."""
    unsure: list[str] = []
    html, summary = _texts(entry, unsure)
    told, changed = entry.get("published", ""), entry.updated if "updated" in entry else ""
    if dated and not told and day_of(changed):
        told = changed
        unsure.append("The entry names one day, which may be that of its last change.")
    elif not day_of(told):
        unsure.append("The entry does not say when it was published.")
    description = summary_of(summary, unsure)
    original = address_of(entry.get("link", ""), unsure)
    draft = draft_of(entry.get("title", ""), html, unsure=unsure)
    return replace(
        draft,
        language=language or draft.language,
        release_date=day_of(told),
        published=moment_of(told),
        last_updated=day_of(changed) if day_of(changed) != day_of(told) else None,
        byline=plain(entry.get("author_detail", {}).get("name", ""))[:200],
        topics=names(tag.get("term") or tag.get("label") or "" for tag in entry.get("tags", [])),
        description=description,
        original_address=original,
    )


def _texts(entry: Any, unsure: list[str]) -> tuple[str, str]:
    """Return the full text and the summary; an entry of one text may have nothing but a summary."""
    summary = _html(entry.get("summary_detail", {}))
    contents = [_html(content) for content in entry.get("content", [])]
    full = next(filter(None, contents), "")
    if full:
        return full, summary if summary not in contents else ""
    if summary:
        unsure.append("The feed gives one text for this entry, which may be a summary.")
    return summary, ""


def _html(text: Any) -> str:
    value: str = text.get("value", "")
    return f"<p>{escape(value)}</p>" if text.get("type") == "text/plain" and value else value
