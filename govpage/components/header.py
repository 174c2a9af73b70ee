from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Context, Example, kept, one_of
from govpage.components.search_box import SearchBox
from govpage.conf import MENU_LEVELS, site
from govpage.links import Link, NavItem, NavItemLike, as_nav_items


@dataclass(frozen=True, slots=True)
class Header(Component):
    """The site's header: whose site it is, its main menu and its search box.

    Source: USWDS header, basic and extended, with navigation; Federal website standards, site search
    """

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    menu: tuple[NavItemLike, ...] | None = None
    """Main menu: list of (label, url), or NavItem for an entry with a menu of its own, whose address leads that menu;
    what the settings say when not given, no menu when empty.
    Raises: ValueError if there are more than two levels"""

    current: str = ""
    """Address of the menu item that the page belongs to; found from the page's own address when empty."""

    logo: str | None = None
    """Path of the logo below the static files; what the settings say when not given, none when empty."""

    search_url: str | None = None
    """Address of the search; what the settings say when not given, no search box when empty."""

    variant: str = "basic"
    """"basic", or "extended" with menu and search in a row of their own across the page."""

    criteria = (
        "The agency's name leads to the home page.",
        "The menu item that the page belongs to is marked, not by colour alone.",
        "On a narrow screen a button opens and closes the menu and says which it is.",
        "A menu below an item has a button that says whether it is open; Escape closes it, and so does leaving it.",
        "Without a script the menus are open and cover nothing.",
        "The search box has a name and a magnifying glass, and stands at the end of the header on a wide screen.",
    )

    def __post_init__(self) -> None:
        one_of(self, "variant", ("basic", "extended"))
        if self.menu is not None:
            object.__setattr__(self, "menu", as_nav_items(self.menu, MENU_LEVELS))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        menu = (("News", "/news/"), ("Ports", "/ports/"), ("About us", "/about/"))
        storms = NavItem("Storms", "/storms/", children=(("Readiness", "/storms/readiness/"), ("Damage", "/damage/")))
        piers = NavItem("Piers and channels", children=tuple((f"Number {n}", f"/{n}/") for n in range(1, 8)))
        search = "/search/"
        return {
            "default": Example(cls("Harbor Office", menu, "/news/", "", search)),
            "submenus": Example(cls("Harbor Office", (*menu, storms, piers), "/damage/", "", search)),
            "extended": Example(cls("Harbor Office", menu, "/news/", "", search, "extended")),
            "extended-submenus": Example(cls("Harbor Office", (storms, *menu, piers), "/1/", "", search, "extended")),
            "empty": Example(cls("Harbor Office", (), "", "", "")),
            "many": Example(
                cls("Harbor Office", tuple((f"Item number {n}", f"/{n}/") for n in range(1, 41)), "", "", "")
            ),
            "right-to-left": Example(cls("مكتب الموانئ", (("الأخبار", "/news/"),), "", "", "/s/"), "ar", "rtl"),
            "submenus-right-to-left": Example(
                cls("مكتب الموانئ", (NavItem("الأخبار", "/1/", children=(("التفتيش", "/2/"),)),), "", "", "/s/"),
                "ar",
                "rtl",
            ),
            "hostile": Example(
                cls(HOSTILE, ((HOSTILE, "/?a=1&b=<2>"), (HOSTILE, "/", ((HOSTILE, "/"),))), "", "", "/")
            ),
        }

    @classmethod
    def from_context(cls, context: Context, /, *args: Any, **kwargs: Any) -> Header:
        header = cls(*args, **kwargs)
        request = context.get("request")
        if header.current or request is None:
            return header
        addresses = _site_addresses(get_language()) if header.menu is None else _longest_first(header._menu())
        current = next((address for address in addresses if request.path.startswith(address)), "")
        return replace(header, current=current)

    def _menu(self) -> tuple[NavItem, ...]:
        return site().menu if self.menu is None else as_nav_items(self.menu)

    def context(self) -> dict[str, Any]:
        menu = self._menu()
        return {
            "agency": self.agency or site().agency,
            "home": Link("", site().agency_url).href,
            "items": [(item, _below(item), bool(self.current) and self.current in _addresses(item)) for item in menu],
            # A box for a search alone is no navigation.
            "menu": "nav" if menu else "div",
            "current": self.current,
            "logo": site().logo if self.logo is None else self.logo,
            "search": SearchBox(self.search_url, "small").render_html(),
            "variant": self.variant,
        }


def _below(item: NavItem) -> tuple[NavItem, ...]:
    """Return the menu below an item; the item's own address leads it, since its button only opens it."""
    return (NavItem(item.label, item.url), *item.items) if item.items and item.url else item.items


def _addresses(item: NavItem) -> list[str]:
    return [item.href, *(child.href for child in item.items)]


@kept
def _site_addresses(language: str | None) -> list[str]:
    """Addresses of the settings' menu, which may differ by language."""
    return _longest_first(site().menu)


def _longest_first(menu: tuple[NavItem, ...]) -> list[str]:
    """Return the addresses of a menu, so that the first one that a path lies below is the nearest."""
    return sorted((address for item in menu for address in _addresses(item) if address), key=len, reverse=True)
