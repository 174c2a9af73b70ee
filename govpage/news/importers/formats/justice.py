"""The JSON form in which justice.gov gives its press releases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.parts import address_of, draft_of, names, plain, summary_of
from govpage.news.importers.formats.records import load, rows, table, words

CLOCK = "America/New_York"
"""Where the form's days begin: the moments in it are midnights there."""

_SECONDS = re.compile(r"\d{1,11}")


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Read each release of a page of results; other pages are other files.

    Raises: CaptureError if there is no list of results
    """
    results = table(load(source)).get("results")
    if not isinstance(results, list):
        raise CaptureError('no press release JSON of justice.gov: there is no list "results"')
    for result in results:
        yield _release(table(result))


def _release(result: Mapping[str, Any]) -> ReleaseDraft | CaptureError:
    title = words(result.get("title"))
    try:
        return _draft(result, title)
    except CaptureError as error:
        return CaptureError(f"{plain(title)[:80] or 'release without a title'}: {error}")


def _draft(result: Mapping[str, Any], title: str) -> ReleaseDraft:
    unsure = list(_beside(result))
    description = summary_of(words(result.get("teaser")), unsure)
    original = address_of(words(result.get("url")), unsure)
    released, changed = _moment(result.get("date")), _moment(result.get("changed"))
    return replace(
        draft_of(title, words(result.get("body")), unsure=unsure),
        release_date=released.date() if released else None,
        last_updated=changed.date() if changed and released and changed.date() > released.date() else None,
        release_number=plain(words(result.get("number"))),
        topics=names(_named(result.get("topic"))),
        description=description,
        original_address=original,
    )


def _moment(value: Any) -> datetime | None:
    seconds = words(value)
    return datetime.fromtimestamp(int(seconds), ZoneInfo(CLOCK)) if _SECONDS.fullmatch(seconds) else None


def _named(value: Any) -> list[str]:
    return [words(each) or words(table(each).get("name")) for each in rows(value)]


def _beside(result: Mapping[str, Any]) -> Iterator[str]:
    if not _moment(result.get("date")):
        yield "The release names no day."
    offices = names(_named(result.get("component")))
    if offices:
        yield f"It is a release of {', '.join(offices)}; choose the office."
    for key in ("attachment", "image"):
        if rows(result.get(key)):
            yield f"Files under {key!r} were left out: {len(rows(result.get(key)))}."
