"""What is found in a text: kinds of personal information, in words, and the places where they stand."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    """A kind of personal information; its value is stored and never changes."""

    EMAIL = "email"
    PHONE = "phone"
    SSN = "ssn"
    ITIN = "itin"
    CARD = "card"
    A_NUMBER = "a_number"
    RECEIPT = "receipt_number"
    PASSPORT = "passport"
    LICENCE = "licence"
    BIRTH_DATE = "birth_date"
    NINE_DIGITS = "nine_digits"
    UNSETTLED = "text"

    @property
    def words(self) -> str:
        """What it is called, in the language of the page."""
        return str(NAMES[self])

    @property
    def replacement(self) -> str:
        """What stands in its place, in the language of the page."""
        return gettext("[%(kind)s removed]") % {"kind": self.words}


NAMES: dict[Kind, Promise] = {
    Kind.EMAIL: _("email address"),
    Kind.PHONE: _("phone number"),
    Kind.SSN: _("Social Security number"),
    Kind.ITIN: _("taxpayer number"),
    Kind.CARD: _("card number"),
    Kind.A_NUMBER: _("A-number"),
    Kind.RECEIPT: _("receipt number"),
    Kind.PASSPORT: _("passport number"),
    Kind.LICENCE: _("license number"),
    Kind.BIRTH_DATE: _("date of birth"),
    Kind.NINE_DIGITS: _("nine-digit number"),
    Kind.UNSETTLED: _("text"),
}


class Found(NamedTuple):
    """A place in a text, and what stands there; what is not sure gives way to addresses, dockets and the like."""

    start: int
    end: int
    kind: Kind
    sure: bool = True
