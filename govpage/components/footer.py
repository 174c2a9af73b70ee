from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example, one_of
from govpage.conf import site
from govpage.links import Link, LinkLike, NavItem, as_links


@dataclass(frozen=True, slots=True)
class Footer(Component):
    """The site's footer: a menu or whole sections of links, the agency and how to contact it.

    Source: USWDS footer: slim, medium, big; Federal website standards, contact link
    """

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    menu: tuple[LinkLike, ...] | None = None
    """Menu: list of (label, url); what the settings say when not given, no menu when empty."""

    contact: LinkLike | None = None
    """Contact link: (label, url); what the settings say when not given."""

    variant: str = "slim"
    """"slim", "medium" with more air, or "big" with sections instead of the menu."""

    sections: tuple[tuple[str, tuple[LinkLike, ...]], ...] = ()
    """Sections of the big footer: list of (heading, list of (label, url)).
    Raises: ValueError if there are any in another variant, or one is no such pair"""

    criteria = (
        "It fits a screen of 320 CSS pixels.",
        "The contact link is in the same place on every page.",
        "An empty menu leaves no landmark behind.",
        "Each section of links has a heading.",
    )

    def __post_init__(self) -> None:
        one_of(self, "variant", ("slim", "medium", "big"))
        object.__setattr__(self, "sections", tuple(_section(section) for section in self.sections or ()))
        if self.sections and self.variant != "big":
            raise ValueError(f"footer: sections are for the variant 'big', not for {self.variant!r}.")
        if self.menu is not None:
            object.__setattr__(self, "menu", as_links(self.menu))
        if self.contact:
            object.__setattr__(self, "contact", as_links([self.contact])[0])

    @classmethod
    def examples(cls) -> dict[str, Example]:
        menu = (("News", "/news/"), ("Ports", "/ports/"), ("About us", "/about/"))
        sections = (
            ("Ports", (("Inspections", "/inspections/"), ("Piers and channels", "/piers/"), ("Ferries", "/ferries/"))),
            ("Safety", (("Storm readiness", "/storms/"), ("Call for help", "/help/"))),
            ("About us", (("Leadership", "/leadership/"), ("Careers", "/careers/"), ("History", "/history/"))),
            ("News", (("Releases", "/news/"), ("Archive", "/news/archive/"))),
        )
        return {
            "default": Example(cls("Harbor Office", menu, ("Contact us", "/contact/"))),
            "medium": Example(cls("Harbor Office", menu, ("Contact us", "/contact/"), "medium")),
            "big": Example(cls("Harbor Office", (), ("Contact us", "/contact/"), "big", sections)),
            "many": Example(cls("Harbor Office", tuple((f"Item number {n}", f"/{n}/") for n in range(1, 41)))),
            "empty": Example(cls("Harbor Office", ())),
            "spanish": Example(cls("Oficina de Puertos", (("Noticias", "/n/"),), ("Contacto", "/c/")), language="es"),
            "right-to-left": Example(cls("مكتب الموانئ", (("الأخبار", "/news/"),), ("اتصل بنا", "/c/")), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, ((HOSTILE, "/?a=1&b=<2>"),), (HOSTILE, "/contact/"))),
            "hostile-big": Example(cls(HOSTILE, (), None, "big", ((HOSTILE, ((HOSTILE, "/?a=1&b=<2>"),)),))),
        }

    def context(self) -> dict[str, Any]:
        settings = site()
        return {
            "agency": self.agency or settings.agency,
            "menu": () if self.sections else [link for link in self._menu() if link.url],
            "contact": self.contact or settings.contact,
            "variant": self.variant,
            "sections": self.sections,
        }

    def _menu(self) -> tuple[Link | NavItem, ...]:
        return as_links(self.menu) if self.menu is not None else site().footer_menu or site().menu


def _section(section: tuple[str, Iterable[LinkLike]]) -> tuple[str, tuple[Link, ...]]:
    if not isinstance(section, tuple | list) or len(section) != 2:
        raise ValueError(f"footer: {section!r} is not a section; give (heading, list of (label, url)).")
    return str(section[0]), as_links(section[1])
