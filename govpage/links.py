"""A link as every component takes it: a label and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, cast
from urllib.parse import quote

from django.shortcuts import resolve_url

T = TypeVar("T")

ILLEGAL = re.compile(r'[\s"<>\\^`{|}]')
"""What no address may hold as it stands. Source: URL standard, URL code points"""


SCRIPT = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data):", re.IGNORECASE)
"""How an address begins that a browser would run or show in the name of the page."""


def legal_address(address: str) -> str:
    """Return the address with what it may not hold percent-encoded, as a browser would read it.

    Raises: ValueError if a browser would run it
    """
    legal = ILLEGAL.sub(lambda sign: quote(sign[0]), address)
    if SCRIPT.match(legal):
        raise ValueError(f"{address!r} is no address to lead to; legal are paths, https:, http:, mailto: and tel:.")
    return legal


@dataclass(frozen=True, slots=True)
class Link:
    """A label and an address.

    Shape: url is a path, an address, a place on the page ("#contact") or the name of a URL pattern; empty for a label
        that leads nowhere
    """

    label: str
    url: str = ""

    @property
    def href(self) -> str:
        """The address to print, a URL name resolved."""
        if not self.url:
            return ""
        return legal_address(self.url if self.url.startswith(("#", "tel:")) else resolve_url(self.url))


LinkLike: TypeAlias = Link | tuple[str, str] | tuple[str]


def as_links(items: Iterable[LinkLike] | str | None) -> tuple[Link, ...]:
    """Return the links as a tuple that can be a cache key; nothing for an empty value.

    Raises: ValueError if an item is not a Link or a (label, url) pair, or leads somewhere and has no label
    """
    return tuple(_as_link(item) for item in _listed(items))


def _listed(items: Iterable[T] | str | None) -> Iterable[T]:
    """Return what is in the list, nothing for an empty value such as a variable that a template does not have."""
    if isinstance(items, str) and items:
        raise ValueError(f"{items!r} is no list of links; give a list of pairs (label, url).")
    return () if not items or isinstance(items, str) else items


def _as_link(item: LinkLike) -> Link:
    if isinstance(item, tuple | list) and 1 <= len(item) <= 2:
        item = Link(*item)
    if not isinstance(item, Link):
        raise ValueError(f"{item!r} is not a link; give a Link or a pair (label, url).")
    if item.url and not str(item.label).strip():
        raise ValueError(f"The link to {item.url!r} has no label; say where it leads.")
    return item


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of a menu, with the entries below it.

    Shape: url as for Link; current marks the page itself; children is a list of NavItem, Link, (label, url) or
        (label, url, children)
    """

    label: str
    url: str = ""
    current: bool = False
    children: tuple[NavItemLike, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "children", as_nav_items(self.children))

    @property
    def href(self) -> str:
        """The address to print, a URL name resolved."""
        return Link("", self.url).href

    @property
    def items(self) -> tuple[NavItem, ...]:
        """The entries below it."""
        return as_nav_items(self.children)

    @property
    def levels(self) -> int:
        """How many levels there are, its own included."""
        return 1 + max((item.levels for item in self.items), default=0)

    @property
    def holds_current(self) -> bool:
        """Whether it or anything below it is the page itself."""
        return self.current or any(item.holds_current for item in self.items)


NavItemLike: TypeAlias = NavItem | LinkLike | tuple[str, str, Iterable["NavItemLike"]]


def as_nav_items(items: Iterable[NavItemLike] | str | None, levels: int | None = None) -> tuple[NavItem, ...]:
    """Return the entries as a tuple that can be a cache key; nothing for an empty value.

    Raises: ValueError if an item is no NavItem, Link or (label, url) pair, or has more levels than are legal
    """
    found = tuple(item if isinstance(item, NavItem) else _as_nav_item(item) for item in _listed(items))
    for item in found:
        if levels is not None and item.levels > levels:
            raise ValueError(f"{item.label!r} has {item.levels} levels; at most {levels} are legal.")
    return found


def _as_nav_item(item: NavItemLike) -> NavItem:
    if isinstance(item, tuple | list) and len(item) == 3:
        label, url, children = item
        return NavItem(label, url, children=tuple(children))
    link = _as_link(cast(LinkLike, item))
    return NavItem(link.label, link.url)
