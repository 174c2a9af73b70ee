from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Context, Example, kept
from govpage.conf import site
from govpage.links import Link, LinkLike, as_links


@dataclass(frozen=True, slots=True)
class Header(Component):
    """The site's header: whose site it is, its main menu and its search box.

    Source: USWDS header; Federal website standards, site search
    """

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    menu: tuple[LinkLike, ...] | None = None
    """Main menu: list of (label, url); what the settings say when not given, no menu when empty."""

    current: str = ""
    """Address of the menu item that the page belongs to; found from the page's own address when empty."""

    logo: str | None = None
    """Path of the logo below the static files; what the settings say when not given, none when empty."""

    search_url: str | None = None
    """Address of the search; what the settings say when not given, no search box when empty."""

    criteria = (
        "The agency's name leads to the home page.",
        "The menu item that the page belongs to is marked, not by colour alone.",
        "On a narrow screen a button opens and closes the menu and says which it is.",
        "Without a script the menu is open.",
        "The search box has a name and a magnifying glass, and stands at the end of the header on a wide screen.",
    )

    def __post_init__(self) -> None:
        if self.menu is not None:
            object.__setattr__(self, "menu", as_links(self.menu))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        menu = (("News", "/news/"), ("Ports", "/ports/"), ("About us", "/about/"))
        return {
            "default": Example(cls("Harbor Office", menu, "/news/", "", "/search/")),
            "empty": Example(cls("Harbor Office", (), "", "", "")),
            "many": Example(
                cls("Harbor Office", tuple((f"Item number {n}", f"/{n}/") for n in range(1, 41)), "", "", "")
            ),
            "right-to-left": Example(cls("مكتب الموانئ", (("الأخبار", "/news/"),), "", "", "/s/"), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, ((HOSTILE, "/?a=1&b=<2>"),), "", "", "/search/")),
        }

    @classmethod
    def from_context(cls, context: Context, /, *args: Any, **kwargs: Any) -> Header:
        header = cls(*args, **kwargs)
        request = context.get("request")
        if header.current or request is None:
            return header
        addresses = _addresses(get_language()) if header.menu is None else _longest_first(as_links(header.menu))
        current = next((address for address in addresses if request.path.startswith(address)), "")
        return cls(header.agency, header.menu, current, header.logo, header.search_url)

    def _menu(self) -> tuple[Link, ...]:
        return site().menu if self.menu is None else as_links(self.menu)

    def context(self) -> dict[str, Any]:
        return {
            "agency": self.agency or site().agency,
            "home": Link("", site().agency_url).href,
            "items": [(item, bool(self.current) and item.href == self.current) for item in self._menu()],
            "logo": site().logo if self.logo is None else self.logo,
            "search_url": Link("", site().search_url if self.search_url is None else self.search_url).href,
        }


@kept
def _addresses(language: str | None) -> list[str]:
    """Addresses of the settings' menu, which may differ by language."""
    return _longest_first(site().menu)


def _longest_first(menu: tuple[Link, ...]) -> list[str]:
    """Return the addresses of a menu, so that the first one that a path lies below is the nearest."""
    return sorted((link.href for link in menu if link.url), key=len, reverse=True)
