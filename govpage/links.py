"""A link as every component takes it: a label and where it leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from django.shortcuts import resolve_url


@dataclass(frozen=True, slots=True)
class Link:
    """A label and an address.

    Shape: url is a path, an https: address or the name of a URL pattern; empty for a label that leads nowhere
    """

    label: str
    url: str = ""

    @property
    def href(self) -> str:
        """The address to print, a URL name resolved."""
        return resolve_url(self.url) if self.url else ""


LinkLike: TypeAlias = Link | tuple[str, str] | tuple[str]


def as_links(items: Iterable[LinkLike] | str | None) -> tuple[Link, ...]:
    """Return the links as a tuple that can be a cache key; nothing for an empty value.

    Raises: ValueError if an item is not a Link or a (label, url) pair
    """
    if not items or isinstance(items, str):
        return ()
    return tuple(_as_link(item) for item in items)


def _as_link(item: LinkLike) -> Link:
    if isinstance(item, Link):
        return item
    if isinstance(item, tuple | list) and 1 <= len(item) <= 2:
        return Link(*item)
    raise ValueError(f"{item!r} is not a link; give a Link or a pair (label, url).")
