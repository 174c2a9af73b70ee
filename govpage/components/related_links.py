from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example, element_id, one_of
from govpage.links import LinkLike, as_links


@dataclass(frozen=True, slots=True)
class RelatedLinks(Component):
    """Where a reader of this page may want to go next.

    Source: agency practice; HTML standard, nav
    """

    links: tuple[LinkLike, ...]
    """Pages: list of (label, url)."""

    heading: str = ""
    """Heading of the list; "Related links" when empty."""

    heading_level: int = 2
    """2, 3 or 4: the level below the heading that it belongs to."""

    key: str = ""
    """Makes the ids of a second list on a page its own."""

    criteria = (
        "It is a landmark, named by its heading.",
        "Its heading is in the heading outline at the level that the page asks for.",
        "Every link is at least 44 pixels high.",
        "Without links it renders nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "heading_level", (2, 3, 4))
        object.__setattr__(self, "links", as_links(self.links))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        links = (
            ("Port inspection results, 2016", "/news/results/"),
            ("How an inspection works", "/inspections/"),
            ("Report an unsafe dock", "/report/"),
        )
        return {
            "default": Example(cls(links)),
            "heading": Example(cls(links, "More about inspections")),
            "empty": Example(cls(())),
            "spanish": Example(cls((("Cómo se hace una inspección", "/es/"),)), "es"),
            "right-to-left": Example(
                cls((("نتائج التفتيش", "/n/"), ("أبلغ عن رصيف", "/r/")), "اقرأ أيضا"), "ar", "rtl"
            ),
            "hostile": Example(cls(((HOSTILE, "/?a=1&b=<2>"),), HOSTILE, key=HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not self.links

    def context(self) -> dict[str, Any]:
        return self.parameters() | {"id": element_id("gov-related-links", self.key)}
