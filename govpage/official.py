"""Official wording, quoted exactly and never translated by us.

Source: USWDS 3, the content of its banner and identifier; "No FEAR Act Data" is spelled as digital.gov's list of
required links wants it
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

T = TypeVar("T")
TopLevelDomain: TypeAlias = Literal["gov", "mil"]


@dataclass(frozen=True, slots=True)
class BannerText:
    """The words of the official banner in one language for one domain.

    Shape: ``domain_text`` and ``https_text`` are (before, bold word, after); ``lock`` is the bold word for the lock
    """

    language: str
    label: str
    sentence: str
    action: str
    domain_heading: str
    domain_text: tuple[str, str, str]
    https_heading: str
    lock: tuple[str, str]
    lock_icon: str
    https_text: tuple[str, str, str]


def _english(tld: str, owner: str) -> BannerText:
    return BannerText(
        language="en",
        label="Official website of the United States government",
        sentence="An official website of the United States government",
        action="Here’s how you know",
        domain_heading=f"Official websites use .{tld}",
        domain_text=("A ", f".{tld}", f" website belongs to an official {owner}."),
        https_heading=f"Secure .{tld} websites use HTTPS",
        lock=("A", "lock"),
        lock_icon="Locked padlock icon",
        https_text=(
            "or ",
            "https://",
            f" means you’ve safely connected to the .{tld} website."
            " Share sensitive information only on official, secure websites.",
        ),
    )


def _spanish(tld: str, owner: str) -> BannerText:
    return BannerText(
        language="es",
        label="Un sitio oficial del Gobierno de Estados Unidos",
        sentence="Un sitio oficial del Gobierno de Estados Unidos",
        action="Así es como usted puede verificarlo",
        domain_heading=f"Los sitios web oficiales usan .{tld}",
        domain_text=("Un sitio web ", f".{tld}", f" pertenece a una organización oficial del {owner}."),
        https_heading=f"Los sitios web seguros .{tld} usan HTTPS",
        lock=("Un", "candado"),
        lock_icon="Ícono de candado cerrado",
        https_text=(
            "o ",
            "https://",
            f" significa que usted se conectó de forma segura a un sitio web .{tld}."
            "  Comparta información sensible sólo en sitios web oficiales y seguros.",
        ),
    )


BANNER: dict[TopLevelDomain, dict[str, BannerText]] = {
    "gov": {
        "en": _english("gov", "government organization in the United States"),
        "es": _spanish("gov", "Gobierno de Estados Unidos"),
    },
    "mil": {
        "en": _english("mil", "U.S. Department of Defense organization"),
        "es": _spanish("mil", "Departamento de Defensa de EE. UU"),
    },
}


@dataclass(frozen=True, slots=True)
class IdentifierText:
    """The words of the identifier in one language; ``links`` by the keys of REQUIRED_LINKS."""

    language: str
    label: str
    description: str
    prefix: str
    official_website: str
    conjunction: str
    taxpayer_disclaimer: str
    links_label: str
    links: dict[str, str]
    usagov_label: str
    usagov_description: str
    usagov_link: tuple[str, str]


REQUIRED_LINKS = (
    "about",
    "accessibility",
    "foia",
    "no_fear",
    "inspector_general",
    "performance",
    "privacy",
    "vulnerability_disclosure",
)

IDENTIFIER: dict[str, IdentifierText] = {
    "en": IdentifierText(
        language="en",
        label="Agency identifier",
        description="Agency description",
        prefix="An",
        official_website="official website of the",
        conjunction="and the",
        taxpayer_disclaimer="Produced and published at taxpayer expense.",
        links_label="Important links",
        links={
            "about": "About",
            "accessibility": "Accessibility statement",
            "foia": "FOIA requests",
            "no_fear": "No FEAR Act Data",
            "inspector_general": "Office of the Inspector General",
            "performance": "Performance reports",
            "privacy": "Privacy policy",
            "vulnerability_disclosure": "Vulnerability disclosure policy",
        },
        usagov_label="U.S. government information and services",
        usagov_description="Looking for U.S. government information and services?",
        usagov_link=("Visit USA.gov", "https://www.usa.gov/"),
    ),
    "es": IdentifierText(
        language="es",
        label="Identificador de la agencia",
        description="Descripción de la agencia",
        prefix="",
        official_website="Un sitio web oficial de",
        conjunction="y",
        taxpayer_disclaimer="Producido y publicado con dinero de los contribuyentes de impuestos.",
        links_label="Enlaces importantes",
        links={
            "about": "Acerca de",
            "accessibility": "Declaración de accesibilidad",
            "foia": "Solicitud a través de FOIA",
            "no_fear": "Datos de la ley No FEAR",
            "inspector_general": "Oficina del Inspector General",
            "performance": "Informes de desempeño",
            "privacy": "Política de privacidad",
            "vulnerability_disclosure": "Política de divulgación de vulnerabilidades",
        },
        usagov_label="Información y servicios del Gobierno de EE. UU.",
        usagov_description="¿Necesita información y servicios del Gobierno?",
        usagov_link=("Visite USAGov en Español", "https://www.usa.gov/es/"),
    ),
}


def in_language(texts: dict[str, T], language: str) -> T:
    """Return the text in that language, or in English where no official translation exists."""
    return texts.get(language.partition("-")[0], texts["en"])
