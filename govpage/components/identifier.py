from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Example
from govpage.conf import site
from govpage.links import Link
from govpage.official import IDENTIFIER, REQUIRED_LINKS, in_language


@dataclass(frozen=True, slots=True)
class Identifier(Component):
    """The last thing on the page: which agency and which parent it belongs to, and the links that law requires.

    Source: USWDS identifier; digital.gov, required web content and links; wording from ``govpage.official``
    """

    domain: str = ""
    """Domain, such as "harbor.example.gov"; what the settings say when empty."""

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    parent_agency: str = ""
    """Name of the parent agency; what the settings say when empty."""

    logo: str | None = None
    """Path of the logo below the static files; what the settings say when not given, none when empty."""

    criteria = (
        "Every link that law requires is there once, with its required words.",
        "A required link without an address is left out here and reported by a system check.",
        "Where no official translation exists it speaks English and is marked as English.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        names = ("harbor.example.gov", "Harbor Office", "Department of Examples")
        return {
            "default": Example(cls(*names)),
            "no-logo": Example(cls(*names, logo="")),
            "spanish": Example(
                cls("harbor.example.gov", "Oficina de Puertos", "Departamento de Ejemplos"), language="es"
            ),
            "right-to-left": Example(cls(*names), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, HOSTILE, HOSTILE)),
        }

    def context(self) -> dict[str, Any]:
        settings = site()
        language = get_language() or "en"
        text = in_language(IDENTIFIER, language)
        return {
            "text": text,
            "foreign": text.language != language.partition("-")[0],
            "domain": self.domain or settings.domain,
            "agency": Link(self.agency or settings.agency, settings.agency_url),
            "parent": Link(self.parent_agency or settings.parent_agency, settings.parent_agency_url),
            "logo": settings.logo if self.logo is None else self.logo,
            "taxpayer_disclaimer": settings.taxpayer_disclaimer,
            "links": [
                Link(_label(key, text.links), settings.links[key]) for key in REQUIRED_LINKS if settings.links.get(key)
            ],
        }


def _label(key: str, labels: dict[str, str]) -> str:
    if key != "about":
        return labels[key]
    return f"{labels[key]} {site().agency_short or site().agency}".strip()
