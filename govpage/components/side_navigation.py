from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from govpage.component import HOSTILE, Component, Context, Example
from govpage.links import NavItem, NavItemLike, as_nav_items

LEVELS = 3
"""Source: USWDS side navigation."""


@dataclass(frozen=True, slots=True)
class SideNavigation(Component):
    """The pages of a section beside the one that is shown, up to three levels.

    Source: USWDS side navigation
    """

    items: tuple[NavItemLike, ...]
    """Shape: list of NavItem or (label, url).
    Raises: ValueError if there are more than three levels, or more than one item is marked as current"""

    label: str = ""
    """Accessible name, such as that of the section; "Secondary navigation" when empty."""

    criteria = (
        "The page itself is marked as the current one, and so are its ancestors to the eye, not by colour alone.",
        "It has a name of its own among the navigations of a page.",
        "Each level is a list in the list of the level above.",
        "A list without items renders nothing.",
    )

    def __post_init__(self) -> None:
        items = as_nav_items(self.items, LEVELS)
        current = [item.label for item in _all(items) if item.current]
        if len(current) > 1:
            raise ValueError(f"side_navigation: current are {', '.join(map(repr, current))}; one at most is legal.")
        object.__setattr__(self, "items", items)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        storms = NavItem("Storms", "/storms/", children=(("Readiness", "/storms/readiness/"), ("Damage", "/d/")))
        here = NavItem("Inspections", "/inspections/", current=True)
        deep = NavItem("Piers", "/piers/", children=(NavItem("Loads", "/loads/", current=True), ("Fire", "/fire/")))
        below = NavItem("Inspections", "/inspections/", children=(deep, NavItem("Channels", "/channels/")))
        return {
            "default": Example(cls((("Ports", "/ports/"), here, ("Ferries", "/ferries/")))),
            "two-levels": Example(cls((("Ports", "/ports/"), replace(here, children=storms.children), storms))),
            "three-levels": Example(cls((("Ports", "/ports/"), below, storms), "Safety")),
            "many": Example(cls(tuple((f"Item number {n}", f"/{n}/") for n in range(1, 41)))),
            "empty": Example(cls(())),
            "spanish": Example(cls((NavItem("Puertos", "/puertos/", current=True), ("Faros", "/f/"))), language="es"),
            "right-to-left": Example(
                cls((NavItem("الموانئ", "/1/", children=(NavItem("التفتيش", "/2/", current=True),)),)), "ar", "rtl"
            ),
            "hostile": Example(
                cls((NavItem(HOSTILE, "/?a=1&b=<2>", children=(NavItem(HOSTILE, "/", current=True),)),), HOSTILE)
            ),
        }

    @classmethod
    def from_context(cls, context: Context, /, *args: Any, **kwargs: Any) -> SideNavigation:
        """Mark the page's own address where no item is marked."""
        navigation = cls(*args, **kwargs)
        items = as_nav_items(navigation.items)
        request = context.get("request")
        if request is None or any(item.holds_current for item in items):
            return navigation
        return cls(_marked(items, request.path), navigation.label)

    def is_empty(self) -> bool:
        return not self.items

    def context(self) -> dict[str, Any]:
        return self.parameters() | {"list": "usa-sidenav"}


def _all(items: tuple[NavItem, ...]) -> Iterator[NavItem]:
    """Give the items and all below them, in the order in which they are read."""
    for item in items:
        yield item
        yield from _all(item.items)


def _marked(items: tuple[NavItem, ...], path: str) -> tuple[NavItem, ...]:
    """Mark the first item of that address; a section and its overview may share one."""
    return _with_current(items, next((item for item in _all(items) if item.href == path), None))


def _with_current(items: tuple[NavItem, ...], page: NavItem | None) -> tuple[NavItem, ...]:
    return tuple(replace(item, current=item is page, children=_with_current(item.items, page)) for item in items)
