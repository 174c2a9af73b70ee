from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import override

from govpage.component import HOSTILE, Component, Example
from govpage.conf import site
from govpage.example_governments import example_governments, hostile_government
from govpage.government import Government
from govpage.hints import did_you_mean
from govpage.languages import direction, in_language, is_foreign, page_language
from govpage.links import Link, LinkLike, as_links
from govpage.logos import Logo, LogoLike, as_logos
from govpage.official import IDENTIFIER, LINK_LABELS, IdentifierText

Addresses = Mapping[str, str] | Iterable[tuple[str, str]]

ABOUT = {labels["about"] for labels in LINK_LABELS.values()}
"""The official words that the agency's short name follows; a label of a government's own is whole."""


@dataclass(frozen=True, slots=True)
class Identifier(Component):
    """The last thing on the page: which agency and which parents it belongs to, and the links that law requires.

    Source: USWDS identifier: default, multiple parents and logos, no logos, taxpayer disclaimer; digital.gov, required
    web content and links; wording from ``govpage.official``
    """

    domain: str = ""
    """Domain, such as "harbor.example.gov"; what the settings say when empty."""

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    parent_agency: str = ""
    """Name of the parent agency; what the settings say when empty."""

    logo: str | None = None
    """Path of the logo below the static files, named after the agency; what the settings say when not given, none when
    empty."""

    logos: tuple[LogoLike, ...] | None = None
    """Several logos: list of Logo, (path, alternative text) or (path, alternative text, address); what the settings
    say when not given, none when empty.
    Raises: ValueError if one has no alternative text, or there is a logo too"""

    parent_agencies: tuple[LinkLike, ...] | None = None
    """Several parents, highest first: list of (name, url); what the settings say when not given, none when empty.
    Raises: ValueError if there is a parent agency too"""

    taxpayer_disclaimer: bool | None = None
    """Whether it says that taxpayers paid for the site; what the settings say when not given."""

    links: Addresses | None = None
    """Addresses of the required links by their keys; what the settings say when not given.
    Raises: ValueError if a required link is missing or not known"""

    government: Government | None = None
    """The government whose site it is, where it is not the federal one; what the settings say when not given."""

    criteria = (
        "Every link that law requires is there once, with its required words.",
        "A required link without an address in the settings is left out here and reported by a system check.",
        "Every logo has alternative text that says whose it is.",
        "Where no official translation exists it speaks English and is marked as English.",
        "Where there are no links, no logo or no portal to lead to, no empty landmark is left.",
    )

    def __post_init__(self) -> None:
        if self.logo and self.logos:
            raise ValueError(f"identifier: logo is {self.logo!r}, but there are logos too; give one of the two.")
        if self.parent_agency and self.parent_agencies:
            raise ValueError(
                f"identifier: parent_agency is {self.parent_agency!r}, but there are parent_agencies too; give one of"
                " the two."
            )
        if self.parent_agencies is not None:
            object.__setattr__(self, "parent_agencies", as_links(self.parent_agencies))
        if self.logos is not None:
            object.__setattr__(self, "logos", as_logos(self.logos))
        if self.links is not None:
            links = tuple(dict(self.links).items())
            _refuse_wrong_links(dict(links), self._required())
            object.__setattr__(self, "links", links)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        names = ("harbor.example.gov", "Harbor Office", "Department of Examples")
        parents = (("Department of Examples", "https://examples.example.gov/"), ("Department of Samples", ""))
        seal = "harbor/seal.svg"
        logos = (
            Logo("govpage/example.svg", "Department of Examples logo", "https://examples.example.gov/"),
            Logo(seal, "Harbor Office logo"),
        )
        several = cls(*names[:2], logos=logos, parent_agencies=parents)
        spanish = cls("harbor.example.gov", "Oficina de Puertos", "Departamento de Ejemplos")
        return {
            "default": Example(cls(*names)),
            "multiple-logos": Example(replace(several, parent_agencies=parents[:1])),
            "multiple-parents": Example(several),
            "no-logo": Example(cls(*names, logo="")),
            "taxpayer-disclaimer": Example(cls(*names, taxpayer_disclaimer=True)),
            "spanish": Example(spanish, language="es"),
            "multiple-parents-spanish": Example(
                cls(
                    "harbor.example.gov",
                    "Oficina de Puertos",
                    logos=(Logo(seal, "Logotipo de la Oficina de Puertos"),),
                    parent_agencies=(("Departamento de Ejemplos", "https://examples.example.gov/es/"), ("Marina", "")),
                    taxpayer_disclaimer=True,
                ),
                language="es",
            ),
            **cls._examples_of_governments(),
            "right-to-left": Example(cls(*names), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, HOSTILE, HOSTILE, logos=(Logo(seal, HOSTILE, "/?a=1&b=<2>"),))),
            "hostile-government": Example(
                cls(HOSTILE, HOSTILE, government=hostile_government(), links={"hostile": "/?a=1&b=<2>"})
            ),
        }

    @classmethod
    def _examples_of_governments(cls) -> dict[str, Example]:
        state, tribe, city, custom = example_governments()
        links = {key: f"/{key}/" for key in state.required_links}
        ferries = cls(
            "ferries.examples.gov", "Department of Ferries", "State of Examples", government=state, links=links
        )
        spanish = replace(ferries, agency="Departamento de Transbordadores", parent_agency="Estado de Ejemplos")
        of_tribe = {key: links[key] for key in tribe.required_links}
        return {
            "state": Example(ferries),
            "state-spanish": Example(spanish, language="es"),
            "tribe": Example(
                cls(
                    "harborband-nsn.gov",
                    "Harbor Band of Examples",
                    parent_agencies=(),
                    government=tribe,
                    links=of_tribe,
                )
            ),
            "city": Example(
                cls(
                    "port.examples.gov",
                    "Capitainerie",
                    "Ville de Port-aux-Exemples",
                    government=city,
                    links={"accessibility": "/accessibilite/", "privacy": "/confidentialite/"},
                ),
                language="fr",
            ),
            "custom-domain": Example(
                cls("lowercounty.example", "Elections Office", "Lower County", "", government=custom, links={})
            ),
        }

    def _government(self) -> Government | None:
        return self.government or site().government

    def _required(self) -> tuple[str, ...]:
        return self.government.required_links if self.government else site().required_links

    def context(self) -> dict[str, Any]:
        page, government = page_language(), self._government()
        text = in_language(government.identifier_texts() if government else IDENTIFIER, page)
        labels = government.labels(text.language) if government else LINK_LABELS[text.language]
        # Names of the settings may be translated: here they are in the language that the identifier speaks.
        with override(text.language):
            return {
                "text": text,
                "foreign": is_foreign(text.language, page),
                "direction": direction(text.language),
                "domain": self.domain or site().domain,
                "agencies": _joined([*self._parents(), self._agency()], text),
                "logos": self._logos(text),
                "taxpayer_disclaimer": self._disclaimer(text),
                "links": [Link(self._label(key, labels), address) for key, address in self._addresses()],
            }

    def _agency(self) -> Link:
        return Link(str(self.agency or site().agency), site().agency_url)

    def _parents(self) -> tuple[Link, ...]:
        if self.parent_agencies is not None:
            return as_links(self.parent_agencies)
        one = Link(self.parent_agency or site().parent_agency, site().parent_agency_url)
        parents = (one,) if self.parent_agency else site().parent_agencies or (one,)
        return tuple(Link(str(parent.label), parent.url) for parent in parents)

    def _logos(self, text: IdentifierText) -> list[tuple[Logo, str]]:
        """Return each logo and where it leads."""
        agency = self._agency()
        return [(logo, logo.href or agency.href) for logo in self._given_logos(text, agency.label)]

    def _given_logos(self, text: IdentifierText, agency: str) -> tuple[Logo, ...]:
        if self.logos is not None:
            return as_logos(self.logos)
        if self.logo is None and site().logos:
            return site().logos
        image = site().logo if self.logo is None else self.logo
        return (Logo(image, text.logo.format(agency) if agency else text.description),) if image else ()

    def _disclaimer(self, text: IdentifierText) -> str:
        shown = site().taxpayer_disclaimer if self.taxpayer_disclaimer is None else self.taxpayer_disclaimer
        return text.taxpayer_disclaimer if shown else ""

    def _addresses(self) -> list[tuple[str, str]]:
        """Return the required links that have an address, in their order."""
        given = site().links if self.links is None else dict(self.links)
        return [(key, str(given[key])) for key in self._required() if str(given.get(key, "")).strip()]

    def _label(self, key: str, labels: Mapping[str, str]) -> str:
        if key != "about" or labels[key] not in ABOUT:
            return labels[key]
        own = self.agency and self.agency != site().agency
        return f"{labels[key]} {self.agency if own else site().agency_short or site().agency}".strip()


def _refuse_wrong_links(links: Mapping[str, str], required: tuple[str, ...]) -> None:
    for key in links:
        if key not in required:
            raise ValueError(f"identifier: links has no key {key!r}. {did_you_mean(key, required)}")
    missing = [key for key in required if not str(links.get(key, "")).strip()]
    if missing:
        raise ValueError(f"identifier: links lacks {', '.join(missing)}; required are {', '.join(required)}.")


def _joined(agencies: list[Link], text: IdentifierText) -> list[tuple[str, Link]]:
    """Return each agency with the words before it."""
    named = [agency for agency in agencies if agency.label]
    last = text.last_separator or f" {text.conjunction} "
    if len(named) == 2:
        last = f" {text.conjunction} "
    words = ["", *[text.separator] * (len(named) - 2), last]
    return list(zip(words, named, strict=False))
