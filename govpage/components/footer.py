from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example
from govpage.conf import site
from govpage.links import LinkLike, as_links


@dataclass(frozen=True, slots=True)
class Footer(Component):
    """The site's slim footer: a menu, the agency and how to contact it.

    Source: USWDS footer, slim; Federal website standards, contact link
    """

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    menu: tuple[LinkLike, ...] | None = None
    """Menu: list of (label, url); what the settings say when not given, no menu when empty."""

    contact: LinkLike | None = None
    """Contact link: (label, url); what the settings say when not given."""

    criteria = (
        "It fits a screen of 320 CSS pixels.",
        "The contact link is in the same place on every page.",
        "An empty menu leaves no landmark behind.",
    )

    def __post_init__(self) -> None:
        if self.menu is not None:
            object.__setattr__(self, "menu", as_links(self.menu))
        if self.contact:
            object.__setattr__(self, "contact", as_links([self.contact])[0])

    @classmethod
    def examples(cls) -> dict[str, Example]:
        menu = (("News", "/news/"), ("Ports", "/ports/"), ("About us", "/about/"))
        return {
            "default": Example(cls("Harbor Office", menu, ("Contact us", "/contact/"))),
            "empty": Example(cls("Harbor Office", ())),
            "right-to-left": Example(cls("مكتب الموانئ", (("الأخبار", "/news/"),), ("اتصل بنا", "/c/")), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, ((HOSTILE, "/?a=1&b=<2>"),), (HOSTILE, "/contact/"))),
        }

    def context(self) -> dict[str, Any]:
        settings = site()
        return {
            "agency": self.agency or settings.agency,
            "menu": (settings.footer_menu or settings.menu) if self.menu is None else self.menu,
            "contact": self.contact or settings.contact,
        }
