"""Menus, trails and side navigation from one tree of sections; a loop in it ends where it comes round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from govpage.links import Link, NavItem
from govpage.news.models.section import MAX_DEPTH, Section

WITH_SECTIONS_ABOVE = "__".join(["section", *["parent"] * (MAX_DEPTH - 1)])
"""What select_related() takes so that the trail of a release asks the database nothing more."""


def section_path(section: Section) -> tuple[Link, ...]:
    """Return the trail of a section, the top of its tree first, itself last."""
    path: dict[int, Section] = {}
    at: Section | None = section
    while at and at.pk not in path and len(path) < MAX_DEPTH:
        path[at.pk] = at
        at = at.parent
    return tuple(Link(found.label, found.address) for found in reversed(path.values()))


def section_menu(
    sections: Iterable[Section], current: int | None = None, *, levels: int = MAX_DEPTH
) -> tuple[NavItem, ...]:
    """Return the tree of the sections as entries of a menu.

    Shape: current is the key of the section that the page is in; what is deeper than levels is left out
    """
    within: dict[int | None, list[Section]] = defaultdict(list)
    for section in sections:
        within[section.parent_id].append(section)
    return tuple(_entry(section, within, current, levels) for section in within[None])


def side_navigation(sections: Iterable[Section], current: int) -> tuple[NavItem, ...]:
    """Return the branch of the tree that the section is in, for the component ``SideNavigation``."""
    menu = section_menu(sections, current)
    return next((entry.items for entry in menu if entry.holds_current and entry.items), ())


def _entry(section: Section, within: dict[int | None, list[Section]], current: int | None, levels: int) -> NavItem:
    below = within[section.pk] if levels > 1 else []
    children = tuple(_entry(child, within, current, levels - 1) for child in below)
    return NavItem(section.label, section.address, section.pk == current, children)
