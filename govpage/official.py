"""Official wording, quoted exactly and never translated by us.

Source: USWDS 3, the content of its banner and identifier; "No FEAR Act Data" is spelled as digital.gov's list of
required links wants it; USWDS names the icon of the lock and the logos in English only, their Spanish is ours
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BannerText:
    """The words of the official banner in one language for one domain.

    Shape: ``domain_text`` holds ``domain``; ``https_text`` holds ``lock`` and, after it, "https://"; all three are bold
    """

    language: str
    domain: str
    label: str
    sentence: str
    action: str
    domain_heading: str
    domain_text: str
    https_heading: str
    https_text: str
    lock: str
    lock_icon: str

    @property
    def domain_parts(self) -> tuple[str, str, str]:
        """The domain's text as (before, domain, after)."""
        return self.domain_text.partition(self.domain)

    @property
    def https_parts(self) -> tuple[str, str, str, str, str]:
        """The text on HTTPS as (before, lock, between, "https://", after)."""
        before, lock, rest = self.https_text.partition(self.lock)
        return before, lock, *rest.partition("https://")


def english_banner(domain: str, owner: str, belongs_to: str) -> BannerText:
    """Return the banner's words for an owner such as "the United States government"."""
    article = "A" if domain.startswith(".") else "The"
    return BannerText(
        language="en",
        domain=domain,
        label=f"Official website of {owner}",
        sentence=f"An official website of {owner}",
        action="Here’s how you know",
        domain_heading=f"Official websites use {domain}",
        domain_text=f"{article} {domain} website belongs to an official {belongs_to}.",
        https_heading=f"Secure {domain} websites use HTTPS",
        https_text=f"A lock or https:// means you’ve safely connected to the {domain} website."
        " Share sensitive information only on official, secure websites.",
        lock="lock",
        lock_icon="Locked padlock icon",
    )


def spanish_banner(domain: str, owner: str, belongs_to: str) -> BannerText:
    """Return the banner's words for an owner with its preposition, such as "del Gobierno de Estados Unidos"."""
    article = "Un" if domain.startswith(".") else "El"
    return BannerText(
        language="es",
        domain=domain,
        label=f"Un sitio oficial {owner}",
        sentence=f"Un sitio oficial {owner}",
        action="Así es como usted puede verificarlo",
        domain_heading=f"Los sitios web oficiales usan {domain}",
        domain_text=f"{article} sitio web {domain} pertenece a una organización oficial {belongs_to}.",
        https_heading=f"Los sitios web seguros {domain} usan HTTPS",
        https_text="Un candado o https:// significa que usted se conectó de forma segura a un sitio web"
        f" {domain}.  Comparta información sensible sólo en sitios web oficiales y seguros.",
        lock="candado",
        lock_icon="Ícono de candado cerrado",
    )


_UNITED_STATES = "the United States government"
_ESTADOS_UNIDOS = "del Gobierno de Estados Unidos"

BANNER: dict[str, dict[str, BannerText]] = {
    "gov": {
        "en": english_banner(".gov", _UNITED_STATES, "government organization in the United States"),
        "es": spanish_banner(".gov", _ESTADOS_UNIDOS, _ESTADOS_UNIDOS),
    },
    "mil": {
        "en": english_banner(".mil", _UNITED_STATES, "U.S. Department of Defense organization"),
        "es": spanish_banner(".mil", _ESTADOS_UNIDOS, "del Departamento de Defensa de EE. UU"),
    },
}


@dataclass(frozen=True, slots=True)
class IdentifierText:
    """The words of the identifier in one language.

    Shape: ``logo`` has "{}" where the agency's name goes; three agencies are (first, separator, second,
        last_separator, third), two are joined by the conjunction; without ``usagov_description`` there is no such line
    """

    language: str
    label: str
    description: str
    official_website: str
    conjunction: str
    links_label: str
    logo: str
    prefix: str = ""
    separator: str = ", "
    last_separator: str = ""
    taxpayer_disclaimer: str = ""
    usagov_label: str = ""
    usagov_description: str = ""
    usagov_link: str = ""
    usagov_url: str = ""


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
        separator=", the ",
        last_separator=", and the ",
        taxpayer_disclaimer="Produced and published at taxpayer expense.",
        links_label="Important links",
        logo="{} logo",
        usagov_label="U.S. government information and services",
        usagov_description="Looking for U.S. government information and services?",
        usagov_link="Visit USA.gov",
        usagov_url="https://www.usa.gov/",
    ),
    "es": IdentifierText(
        language="es",
        label="Identificador de la agencia",
        description="Descripción de la agencia",
        official_website="Un sitio web oficial de",
        conjunction="y",
        taxpayer_disclaimer="Producido y publicado con dinero de los contribuyentes de impuestos.",
        links_label="Enlaces importantes",
        logo="Logotipo de {}",
        usagov_label="Información y servicios del Gobierno de EE. UU.",
        usagov_description="¿Necesita información y servicios del Gobierno?",
        usagov_link="Visite USAGov en Español",
        usagov_url="https://www.usa.gov/es/",
    ),
}

LINK_LABELS: dict[str, dict[str, str]] = {
    "en": {
        "about": "About",
        "accessibility": "Accessibility statement",
        "foia": "FOIA requests",
        "no_fear": "No FEAR Act Data",
        "inspector_general": "Office of the Inspector General",
        "performance": "Performance reports",
        "privacy": "Privacy policy",
        "vulnerability_disclosure": "Vulnerability disclosure policy",
    },
    "es": {
        "about": "Acerca de",
        "accessibility": "Declaración de accesibilidad",
        "foia": "Solicitud a través de FOIA",
        "no_fear": "Datos de la ley No FEAR",
        "inspector_general": "Oficina del Inspector General",
        "performance": "Informes de desempeño",
        "privacy": "Política de privacidad",
        "vulnerability_disclosure": "Política de divulgación de vulnerabilidades",
    },
}
"""Words of the required links; those of "about" are followed by the agency's short name."""
