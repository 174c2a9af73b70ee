"""What a reader of captures hands back: a draft for a person to check, or a reason for refusing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

KINDS = ("press_release", "statement", "media_advisory", "fact_sheet", "remarks", "testimony", "blog")


class CaptureError(ValueError):
    """Say in one line, without the file's name, why a capture cannot be read."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Name whom the press may ask; what the page does not say stays empty."""

    name: str = ""
    phone: str = ""
    email: str = ""

    def as_json(self) -> dict[str, str]:
        """Give the parts the page names, without the empty ones."""
        parts = {"name": self.name, "phone": self.phone, "email": self.email}
        return {key: value for key, value in parts.items() if value}


@dataclass(frozen=True, slots=True)
class ReleaseDraft:
    """Hold everything read from one capture; nothing in it is guessed.

    Shape:   breadcrumb is the labels, home first; unsure is plain sentences naming the line; digest tells the release
             from others, and is made of title, day and words when a reader gives none; public is false for what its
             source keeps as a draft or to itself
    Units:   embargo and published carry their time zone
    """

    title: str
    subtitle: str
    kind: str
    release_date: date | None
    last_updated: date | None
    last_reviewed: date | None
    breadcrumb: tuple[str, ...]
    archived: bool
    archive_notice: str
    language: str
    release_number: str
    dateline: str
    byline: str
    embargo: datetime | None
    contacts: tuple[Contact, ...]
    body_html: str
    unsure: tuple[str, ...]
    cut_off: str
    topics: tuple[str, ...] = ()
    published: datetime | None = None
    original_address: str = ""
    description: str = ""
    digest: str = ""
    public: bool = True

    def as_json(self) -> dict[str, Any]:
        """Give the object that a dry run prints; what page text never says is there only if it is known."""
        return self._always() | {key: value for key, value in self._beside().items() if value or value is False}

    def _beside(self) -> dict[str, Any]:
        return {
            "kind": "" if self.kind == KINDS[0] else self.kind,
            "byline": self.byline,
            "topics": list(self.topics),
            "published": _iso(self.published),
            "original_address": self.original_address,
            "description": self.description,
        } | ({} if self.public else {"public": False})

    def _always(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "subtitle": self.subtitle or None,
            "release_date": _iso(self.release_date),
            "last_updated": _iso(self.last_updated),
            "last_reviewed": _iso(self.last_reviewed),
            "breadcrumb": list(self.breadcrumb),
            "archived": self.archived,
            "language": self.language,
            "release_number": self.release_number or None,
            "dateline": self.dateline or None,
            "embargo": _iso(self.embargo),
            "contacts": _contacts(self.contacts),
            "body_html": self.body_html,
            "unsure": list(self.unsure),
        }


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _contacts(contacts: Sequence[Contact]) -> list[dict[str, str]]:
    return [contact.as_json() for contact in contacts]


def digest_of(text: str) -> str:
    """Return the same for two texts that differ only in blanks and in how accents are coded."""
    return sha256("".join(unicodedata.normalize("NFC", text).split()).encode("utf-8", "surrogatepass")).hexdigest()
