"""What the readers of structured files share: a draft from its parts, texts, days and moments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html import unescape

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags

from govpage.news.fields import validate_address
from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.markup import body_of, fit
from govpage.news.importers.kinds import kind_of_title
from govpage.news.importers.language import language_of
from govpage.news.importers.text import MAX_TITLE

MAX_SUMMARY = 300
"""The longest summary taken, in characters."""

MAX_ADDRESS = 500
"""The longest address taken, in characters."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")


def draft_of(title: str, html: str, *, paragraphs: bool = False, unsure: Iterable[str] = ()) -> ReleaseDraft:
    """Return a draft that says no more than its title and text.

    Raises: CaptureError if either is missing or does not fit
    """
    name = plain(title)
    if not name:
        raise CaptureError("there is no title")
    if len(name) > MAX_TITLE:
        raise CaptureError(f"the title has {len(name):,} characters, and at most {MAX_TITLE} are read")
    body = body_of(html, paragraphs=paragraphs)
    words = plain(body.html)
    if not words:
        raise CaptureError("there is no text under the title")
    return ReleaseDraft(
        title=name,
        subtitle="",
        kind=kind_of_title(name) or "press_release",
        release_date=None,
        last_updated=None,
        last_reviewed=None,
        breadcrumb=(),
        archived=False,
        archive_notice="",
        language=language_of(f"{name} {words}"),
        release_number="",
        dateline="",
        byline="",
        embargo=None,
        contacts=(),
        body_html=body.html,
        unsure=(*unsure, *body.unsure),
        cut_off="",
    )


def plain(html: str) -> str:
    """Return the words without their markup, on one line."""
    return " ".join(unescape(strip_tags(fit(html))).split())


def names(values: Iterable[str]) -> tuple[str, ...]:
    """Return names in order, each once, without empty ones."""
    return tuple(filter(None, dict.fromkeys(map(plain, values))))


def summary_of(html: str, unsure: list[str]) -> str:
    """Return a summary that fits its field, and say if one was left out."""
    words = plain(html)
    if len(words) <= MAX_SUMMARY:
        return words
    unsure.append(f"The summary has {len(words):,} characters, more than {MAX_SUMMARY}, and was left out.")
    return ""


def address_of(text: str, unsure: list[str]) -> str:
    """Return an address a link can lead to, and say if one was left out."""
    address = fit(text).strip()
    try:
        if len(address) <= MAX_ADDRESS:
            validate_address(address or "/")
            return address
    except ValidationError:
        pass
    unsure.append("The address of the original is none a link can lead to, and was left out.")
    return ""


def moment_of(text: str) -> datetime | None:
    """Read a moment as ISO 8601 or as mail writes it; None without a time zone, or if it is neither."""
    words = text.strip()[:80]
    try:
        moment = datetime.fromisoformat(words) if _ISO.fullmatch(words) else parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else None


def day_of(text: str) -> date | None:
    """Read the day that an ISO date, or a moment, is written with; no other day is taken for it."""
    words = text.strip()[:80]
    try:
        if _ISO.fullmatch(words):
            return datetime.fromisoformat(words).date()
    except ValueError:
        return None
    moment = moment_of(words)
    return moment.date() if moment else None
