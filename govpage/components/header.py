from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Context, Example, kept, one_of
from govpage.components.search_box import SearchBox
from govpage.conf import MENU_LEVELS, site
from govpage.links import Link, LinkLike, NavItem, NavItemLike, as_links, as_nav_items


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

    variant: str = ""
    """"basic", or "extended" with the menu in a row of its own across the page; when empty "extended" where there are
    secondary links, else "basic"."""

    secondary_links: tuple[LinkLike, ...] | None = None
    """Links of second rank, such as "Contact us", above the search of the extended header: list of (label, url); what
    the settings say when not given, none when empty.
    Raises: ValueError if there are some and the variant is "basic\""""

    criteria = (
        "The agency's name leads to the home page.",
        "The menu item that the page belongs to is marked, not by colour alone.",
        "On a narrow screen a button opens and closes the menu and says which it is.",
        "A menu below an item has a button that says whether it is open; Escape closes it, and so does leaving it.",
        "Without a script the menus are open and cover nothing.",
        "The search box has a name and a magnifying glass, and stands at the end of the header on a wide screen.",
        "Secondary links stand above the search, and are within the menu on a narrow screen.",
    )

    def __post_init__(self) -> None:
        one_of(self, "variant", ("", "basic", "extended"))
        if self.menu is not None:
            object.__setattr__(self, "menu", as_nav_items(self.menu, MENU_LEVELS))
        if self.secondary_links is not None:
            object.__setattr__(self, "secondary_links", as_links(self.secondary_links))
        if self.secondary_links and self.variant == "basic":
            raise ValueError("header: secondary_links are in the variant 'extended' alone, not in 'basic'.")

    @classmethod
    def examples(cls) -> dict[str, Example]:
        menu = (("News", "/news/"), ("Ports", "/ports/"), ("About us", "/about/"))
        storms = NavItem("Storms", "/storms/", children=(("Readiness", "/storms/readiness/"), ("Damage", "/damage/")))
        piers = NavItem("Piers and channels", children=tuple((f"Number {n}", f"/{n}/") for n in range(1, 8)))
        search, links = "/search/", (("Contact us", "/contact/"), ("Tides", "/tides/"))
        return {
            "default": Example(cls("Harbor Office", menu, "/news/", "", search)),
            "submenus": Example(cls("Harbor Office", (*menu, storms, piers), "/damage/", "", search)),
            "extended": Example(cls("Harbor Office", menu, "/news/", "", search, "extended", links)),
            "extended-submenus": Example(
                cls("Harbor Office", (storms, *menu, piers), "/1/", "", search, "extended", links)
            ),
            "extended-without-links": Example(cls("Harbor Office", menu, "/news/", "", search, "extended", ())),
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
            "extended-right-to-left": Example(
                cls("مكتب الموانئ", (("الأخبار", "/1/"),), "/2/", "", "/s/", "extended", (("اتصل بنا", "/2/"),)),
                "ar",
                "rtl",
            ),
            "hostile": Example(
                cls(HOSTILE, ((HOSTILE, "/?a=1&b=<2>"), (HOSTILE, "/", ((HOSTILE, "/"),))), "", "", "/")
            ),
            "hostile-extended": Example(
                cls(
                    HOSTILE,
                    ((HOSTILE, "/", ((HOSTILE, "/"),)),),
                    "",
                    "",
                    "/",
                    "extended",
                    ((HOSTILE, "/?a=1&b=<2>"),) * 3,
                )
            ),
        }

    @classmethod
    def from_context(cls, context: Context, /, *args: Any, **kwargs: Any) -> Header:
        header = cls(*args, **kwargs)
        request = context.get("request")
        if header.current or request is None:
            return header
        if header.menu is None and header.secondary_links is None:
            addresses = _site_addresses(get_language(), header.variant)
        else:
            addresses = header._all_addresses()
        current = next((address for address in addresses if request.path.startswith(address)), "")
        return replace(header, current=current)

    def _menu(self) -> tuple[NavItem, ...]:
        return site().menu if self.menu is None else as_nav_items(self.menu)

    def _secondary_links(self) -> tuple[Link, ...]:
        links = site().secondary_links if self.secondary_links is None else as_links(self.secondary_links)
        return () if self.variant == "basic" else links

    def _all_addresses(self) -> list[str]:
        """Addresses of its menu and its links, so ordered that the first one that a path lies below is the nearest."""
        menu = [address for item in self._menu() for address in _addresses(item)]
        found = [*menu, *(link.href for link in self._secondary_links())]
        return sorted(filter(None, found), key=len, reverse=True)

    def context(self) -> dict[str, Any]:
        menu, links = self._menu(), self._secondary_links()
        return {
            "agency": self.agency or site().agency,
            "home": Link("", site().agency_url).href,
            "items": [(item, _below(item), bool(self.current) and self.current in _addresses(item)) for item in menu],
            # A box for a search alone is no navigation.
            "menu": "nav" if menu or links else "div",
            "links": links,
            "current": self.current,
            "logo": site().logo if self.logo is None else self.logo,
            "search": SearchBox(self.search_url, "small").render_html(),
            "variant": self.variant or ("extended" if links else "basic"),
        }


def _below(item: NavItem) -> tuple[NavItem, ...]:
    """Return the menu below an item; the item's own address leads it, since its button only opens it."""
    return (NavItem(item.label, item.url), *item.items) if item.items and item.url else item.items


def _addresses(item: NavItem) -> list[str]:
    return [item.href, *(child.href for child in item.items)]


@kept
def _site_addresses(language: str | None, variant: str) -> list[str]:
    """Addresses of the settings' menu and links, which may differ by language."""
    return Header(variant=variant)._all_addresses()
