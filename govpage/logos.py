"""A logo of the identifier: an image, whose it is, and where it leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from govpage.links import Link


@dataclass(frozen=True, slots=True)
class Logo:
    """An image below the static files and its alternative text, such as "Harbor Office logo".

    Shape: url as for Link; the address of the agency when empty
    Raises: ValueError if there is no alternative text
    """

    image: str
    alt: str
    url: str = ""

    def __post_init__(self) -> None:
        if not str(self.alt).strip():
            raise ValueError(
                f"identifier: the logo {self.image!r} has no alternative text; say whose it is, such as"
                " 'Harbor Office logo'."
            )

    @property
    def href(self) -> str:
        """The address to print, a URL name resolved."""
        return Link("", self.url).href


LogoLike: TypeAlias = Logo | tuple[str, str] | tuple[str, str, str]


def as_logos(items: Iterable[LogoLike] | str | None) -> tuple[Logo, ...]:
    """Return the logos as a tuple that can be a cache key; nothing for an empty value.

    Raises: ValueError if an item is not a Logo, (path, alternative text) or (path, alternative text, address)
    """
    if not items or isinstance(items, str):
        return ()
    return tuple(item if isinstance(item, Logo) else _as_logo(item) for item in items)


def _as_logo(item: LogoLike) -> Logo:
    if isinstance(item, tuple | list) and 2 <= len(item) <= 3:
        return Logo(*item)
    if isinstance(item, tuple | list) and len(item) == 1:
        return Logo(item[0], "")
    raise ValueError(f"identifier: {item!r} is not a logo; give a Logo or (path, alternative text, address).")
