"""What the lines around a body say of the release, gathered while they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from govpage.news.importers.dates import Found
from govpage.news.importers.draft import Contact
from govpage.news.importers.labels import Field
from govpage.news.importers.lines import Line

MAX_DOUBTS = 50
"""The most doubts reported; more say no more than that the capture is no release."""


@dataclass(slots=True)
class Facts:
    """Gather what the lines say; the first of two that disagree is kept and the other reported."""

    dates: dict[Field, date] = field(default_factory=dict)
    bare: date | None = None
    number: str = ""
    embargo: datetime | None = None
    byline: str = ""
    kind: str = ""
    contacts: list[Contact] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    archived: bool = False
    unsure: list[str] = field(default_factory=list)

    def doubt(self, line: Line, sentence: str) -> None:
        """Note what is unsure at the line."""
        if len(self.unsure) < MAX_DOUBTS:
            self.unsure.append(f"Line {line.number}: {sentence}.")

    def add_date(self, key: Field, found: Found, line: Line) -> None:
        """Keep a date under its field, or both of its fields."""
        keys = (Field.UPDATED, Field.REVIEWED) if key is Field.UPDATED_AND_REVIEWED else (key,)
        if found.problem:
            self.doubt(line, f"{found.problem}, so check the {key.value}")
        for each in keys if found.day else ():
            if found.day and self.dates.setdefault(each, found.day) != found.day:
                self.doubt(line, f"there is a second {each.value}, {found.day}, and {self.dates[each]} is kept")

    def add_number(self, number: str, line: Line) -> None:
        """Keep the release number."""
        self.number = self.number or number
        if self.number != number:
            self.doubt(line, f"there is a second release number, {number}, and {self.number} is kept")

    def add_contacts(self, contacts: Sequence[Contact]) -> None:
        """Keep contacts once each; a lone number or address belongs to a name above it that has none."""
        for contact in contacts:
            last = self.contacts[-1] if self.contacts else Contact()
            if (
                not contact.name
                and last.name
                and not (last.phone and contact.phone)
                and not (last.email and contact.email)
            ):
                self.contacts[-1] = Contact(last.name, last.phone or contact.phone, last.email or contact.email)
            elif contact not in self.contacts:
                self.contacts.append(contact)

    def add_bare(self, found: Found, line: Line) -> None:
        """Keep a date that stands without a label."""
        if found.problem:
            self.doubt(line, f"{found.problem}, so check the release date")
        if found.day and self.bare and self.bare != found.day:
            self.doubt(line, f"there is a second date, {found.day}, and {self.bare} is kept")
        self.bare = self.bare or found.day
