from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Context, Example
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
        return cls(header.agency, header.menu, _section(header._menu(), request.path), header.logo, header.search_url)

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


def _section(menu: tuple[Link, ...], path: str) -> str:
    """Return the address of the menu item that the path lies below; the longest one wins."""
    return max((link.href for link in menu if link.href and path.startswith(link.href)), key=len, default="")
