from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from unicodedata import decimal
from urllib.parse import quote

from govpage.component import HOSTILE, Component, Example

DIALLED = re.compile(
    r"\s*(?P<number>\+?[\d\s().\-/\u2010-\u2013]{3,}?)\s*(?:[,;]?\s*(?:ext\w*\.?|x|#)\s*(?P<extension>\d+)\s*)?",
    re.IGNORECASE,
)
"""A number that can be dialled as it is written, with an extension or without."""


@dataclass(frozen=True, slots=True)
class ContactBlock(Component):
    """How to reach a person or an office: phone, mail, address and hours.

    Source: HTML standard, address; RFC 3966 and RFC 6068 for the links; Federal website standards, contact
    """

    name: str = ""
    """Name of the person or the office."""

    phone: str = ""
    """Phone number as people write it, with an extension or without."""

    email: str = ""
    """Mail address."""

    address: tuple[str, ...] = ()
    """Lines of the postal address; a text with line breaks will do."""

    hours: str = ""
    """When somebody is there."""

    criteria = (
        "The phone number is dialled and the mail written at a touch.",
        "A number that cannot be dialled as it stands is shown and is no link.",
        "What is not known is not shown; when nothing is, nothing renders.",
        "Numbers keep their order in text that runs from right to left.",
    )

    def __post_init__(self) -> None:
        lines = self.address.splitlines() if isinstance(self.address, str) else self.address or ()
        object.__setattr__(self, "address", tuple(line for line in lines if line))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        reach = ("(202) 555-0143, ext. 12", "press@harbor.example.gov")
        address = ("Harbor Office", "100 Pier Street", "Washington, DC 20001")
        return {
            "default": Example(cls("Press Office", *reach, address, "Monday to Friday, 9 a.m. to 5 p.m. ET")),
            "phone": Example(cls(phone="1-800-555-0199")),
            "letters": Example(cls("Boating Safety Line", "1-800-555-BOAT")),
            "name": Example(cls("Office of the Harbormaster")),
            "empty": Example(cls()),
            "spanish": Example(
                cls("Oficina de Prensa", *reach, address, "De lunes a viernes, de 9 a. m. a 5 p. m."), "es"
            ),
            "right-to-left": Example(
                cls("المكتب الصحفي", "+1 (202) 555-0143", reach[1], ("١٠٠ شارع الميناء", "واشنطن")), "ar", "rtl"
            ),
            "hostile": Example(cls(HOSTILE, HOSTILE, f"a&b?cc=c@example.gov{HOSTILE}", (HOSTILE,), HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not any(self.parameters().values())

    def context(self) -> dict[str, Any]:
        return self.parameters() | {
            "phone_href": phone_href(self.phone),
            "email_href": email_href(self.email),
        }


def phone_href(phone: str) -> str:
    """Return the tel: address of a number; nothing for one that cannot be dialled as it is written."""
    dialled = DIALLED.fullmatch(phone or "")
    if not dialled:
        return ""
    number, extension = dialled["number"], dialled["extension"]
    plus = "+" if number.startswith("+") else ""
    # The zero of "+44 (0)20" is dialled only inside the country.
    digits = _digits(number.replace("(0)", "") if plus else number)
    return f"tel:{plus}{digits}" + (f";ext={_digits(extension)}" if extension else "") if digits else ""


def email_href(email: str) -> str:
    """Return the mailto: address."""
    return f"mailto:{quote(email or '', safe='@+')}"


def _digits(text: str) -> str:
    """The digits of a text, those of other scripts as 0 to 9."""
    return "".join(str(decimal(sign)) for sign in text if sign.isdecimal())
