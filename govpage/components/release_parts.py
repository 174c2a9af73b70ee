"""What a news release has beside its text: quotes, quick facts, files, a picture, notes of changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from govpage.component import a_date
from govpage.components.contact_block import email_href, phone_href
from govpage.dates import long_date
from govpage.links import legal_address

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PressContact:
    """Whom the press asks; what is empty is not shown."""

    name: str = ""
    phone: str = ""
    email: str = ""

    @property
    def phone_href(self) -> str:
        """Where a touch on the phone number leads; nowhere if it cannot be dialled."""
        return phone_href(self.phone)

    @property
    def email_href(self) -> str:
        """Where a touch on the mail address leads."""
        return email_href(self.email)


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, and who that is."""

    text: str
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class QuickFact:
    """One fact in a few words, such as a number, with what it counts."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A file to fetch.

    Shape: kind says type and size, such as "PDF, 1.2 MB"; language is that of the file where it is not the page's
    """

    title: str
    url: str
    kind: str
    language: str = ""

    @property
    def href(self) -> str:
        """The address to print."""
        return legal_address(self.url)


@dataclass(frozen=True, slots=True)
class ReleaseImage:
    """A picture; alt is empty for one that says nothing more than the text."""

    url: str
    alt: str = ""
    caption: str = ""

    @property
    def href(self) -> str:
        """The address to print."""
        return legal_address(self.url)


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """What was changed in a release after it was published, and when."""

    on: date
    note: str = ""

    def __post_init__(self) -> None:
        a_date("release_article", "changes", self.on)

    @property
    def day(self) -> str:
        """The day in words."""
        return long_date(self.on)


@dataclass(frozen=True, slots=True)
class Translation:
    """The release in another language.

    Shape: code as in a lang attribute; name is the language's own name for itself
    """

    code: str
    name: str
    url: str

    @property
    def href(self) -> str:
        """The address to print."""
        return legal_address(self.url)


def parts(kind: type[T], items: Iterable[Any] | None) -> tuple[T, ...]:
    """Return the items as that kind of part, one that is a dict made from it.

    Raises: TypeError if a dict has a key that the part has not
    """
    return tuple(kind(**item) if isinstance(item, Mapping) else item for item in items or ())
