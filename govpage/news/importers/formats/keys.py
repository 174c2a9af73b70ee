"""Our own keys, those that a dry run prints, as CSV and JSON give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from govpage.news.importers.draft import KINDS, CaptureError, Contact, ReleaseDraft
from govpage.news.importers.formats.parts import address_of, day_of, draft_of, moment_of, names, plain, summary_of
from govpage.news.importers.formats.records import words

TEXTS = ("subtitle", "release_number", "dateline", "byline", "archive_notice")
DAYS = ("release_date", "last_updated", "last_reviewed")
MOMENTS = ("embargo", "published")
TRUTHS = ("archived", "public")
LISTS = ("breadcrumb", "topics", "unsure")
OTHERS = ("title", "body_html", "kind", "language", "contacts", "original_address", "description")
KEYS = tuple(sorted(TEXTS + DAYS + MOMENTS + TRUTHS + LISTS + OTHERS))
"""The legal keys of a JSON object and the legal columns of a CSV file; title and body_html are needed."""

_CONTACT = ("name", "phone", "email")


def draft_from(values: Mapping[str, Any]) -> ReleaseDraft:
    """Return the draft of an object with our keys; null, "" and a missing key say the same.

    Raises: CaptureError if a key is unknown or a value does not fit
    """
    refuse_unknown(values)
    given = {key: value for key, value in values.items() if value not in (None, "")}
    unsure = list(_list(given, "unsure"))
    description = summary_of(_text(given, "description"), unsure)
    original = address_of(_text(given, "original_address"), unsure)
    draft = draft_of(_text(given, "title"), _text(given, "body_html"), unsure=unsure)
    simple: dict[str, Any] = {
        **{key: plain(_text(given, key)) for key in TEXTS},
        **{key: _day(given, key) for key in DAYS},
        **{key: _moment(given, key) for key in MOMENTS},
    }
    return replace(
        draft,
        **simple,
        kind=_kind(given, draft.kind),
        language=_text(given, "language")[:16] or draft.language,
        archived=_truth(given, "archived", usual=False),
        public=_truth(given, "public", usual=True),
        breadcrumb=_list(given, "breadcrumb"),
        topics=_list(given, "topics"),
        contacts=_contacts(given),
        description=description,
        original_address=original,
    )


def refuse_unknown(keys: Mapping[str, Any]) -> None:
    """Refuse a key that is none of ours, naming the legal ones."""
    unknown = sorted(str(key) for key in keys if key not in KEYS)
    if unknown:
        raise CaptureError(f"unknown: {', '.join(unknown)[:200]}; legal are {', '.join(KEYS)}")


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise CaptureError(f"{key} is no text")
    return words(value)


def _day(given: Mapping[str, Any], key: str) -> date | None:
    text = _text(given, key)
    day = day_of(text)
    if text and day is None:
        raise CaptureError(f"{key} is {text[:40]!r}; legal is a day such as 2026-05-02")
    return day


def _moment(given: Mapping[str, Any], key: str) -> datetime | None:
    text = _text(given, key)
    moment = moment_of(text)
    if text and moment is None:
        raise CaptureError(f"{key} is {text[:40]!r}; legal is a moment such as 2026-05-02T10:00:00-04:00")
    return moment


def _kind(given: Mapping[str, Any], usual: str) -> str:
    kind = _text(given, "kind") or usual
    if kind not in KINDS:
        raise CaptureError(f"kind is {kind[:40]!r}; legal are {', '.join(KINDS)}")
    return kind


def _truth(given: Mapping[str, Any], key: str, *, usual: bool) -> bool:
    value = given.get(key, usual)
    if not isinstance(value, bool):
        raise CaptureError(f"{key} is {value!r:.40}; legal are true and false")
    return value


def _list(given: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = given.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise CaptureError(f"{key} is no list of texts")
    return names(value)


def _contacts(given: Mapping[str, Any]) -> tuple[Contact, ...]:
    value = given.get("contacts", [])
    if not isinstance(value, list) or not all(isinstance(each, dict) and set(each) <= set(_CONTACT) for each in value):
        raise CaptureError(f"contacts is no list of objects; legal keys in them are {', '.join(_CONTACT)}")
    return tuple(Contact(**{key: plain(_text(each, key)) for key in each}) for each in value)
