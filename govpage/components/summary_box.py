from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example, element_id, one_of
from govpage.links import Link, LinkLike, as_links


@dataclass(frozen=True, slots=True)
class SummaryBox(Component):
    """The few things that a reader has to take from the page, at its top.

    Source: USWDS summary box
    """

    items: tuple[LinkLike | str, ...]
    """What the page comes to: list of sentences, of links (label, url), or of both."""

    heading: str = ""
    """Heading of the box; "Key information" when empty."""

    heading_level: int = 2
    """2, 3 or 4: the level below the heading that it belongs to."""

    key: str = ""
    """Makes the ids of a second box on a page its own."""

    criteria = (
        "It is a region, named by its heading.",
        "Its heading is in the heading outline at the level that the page asks for.",
        "Without items it renders nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "heading_level", (2, 3, 4))
        object.__setattr__(self, "items", _as_items(self.items))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(
                cls(
                    (
                        "Every boat longer than 16 feet needs a permit from May 1.",
                        ("Apply by April 15", "/permits/apply/"),
                        "A permit costs $25 and is good for two years.",
                    )
                )
            ),
            "links": Example(
                cls((("Who needs a permit", "#who"), ("What it costs", "#cost"), ("How to apply", "#how")), "In short")
            ),
            "empty": Example(cls(())),
            "spanish": Example(cls(("Toda embarcación de más de 16 pies necesita un permiso.",)), "es"),
            "right-to-left": Example(cls(("يحتاج كل قارب إلى تصريح.", ("قدّم طلبك", "/a/")), "باختصار"), "ar", "rtl"),
            "hostile": Example(cls((HOSTILE, (HOSTILE, "/?a=1&b=<2>")), HOSTILE, key=HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not self.items

    def context(self) -> dict[str, Any]:
        return self.parameters() | {"id": element_id("gov-summary-box", self.key)}


def _as_items(items: Iterable[LinkLike | str] | str | None) -> tuple[Link, ...]:
    """Return sentences as links that lead nowhere, so that an item is always a link."""
    if not items or isinstance(items, str):
        return ()
    return as_links(Link(item) if isinstance(item, str) else item for item in items)
