from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from govpage.component import HOSTILE, Component, Example, element_id, one_of
from govpage.conf import site
from govpage.faults import refuse_skips
from govpage.headings import Heading

FEWEST = 2
"""Headings that are worth a list. Source: USWDS in-page navigation."""


@dataclass(frozen=True, slots=True)
class InPageNavigation(Component):
    """The headings of a long page, as links to them.

    Source: USWDS in-page navigation, made on the server
    """

    headings: tuple[Heading, ...]
    """Shape: what ``govpage.headings.headings_of`` gives.
    Raises: ValueError under DEBUG if a heading skips a level"""

    deepest: int = 3
    """Level of the lowest headings that are shown: 2 or 3."""

    heading_level: int = 2
    """Level of its own heading, 2 to 6."""

    key: str = ""
    """Makes the id of a second list on a page its own."""

    criteria = (
        "Each heading of the page is there once, in its order, and its link leads to it.",
        "It has a heading, which is its name.",
        "It is made on the server and stays where it is.",
        "Fewer than two headings render nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "deepest", (2, 3))
        one_of(self, "heading_level", (2, 3, 4, 5, 6))
        object.__setattr__(self, "headings", tuple(self.headings or ()))
        for heading in self.headings:
            if not isinstance(heading, Heading):
                raise ValueError(f"in_page_navigation: headings has {heading!r}; give what headings_of(body) returns.")
        # A slip of an editor is shown to the developer and not to the public.
        if settings.DEBUG:
            refuse_skips("in_page_navigation", self.headings)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        headings = (
            Heading(2, "Where help is needed", "where"),
            Heading(3, "On the coast", "coast"),
            Heading(3, "On rivers and lakes", "rivers"),
            Heading(2, "Who answers", "who"),
        )
        return {
            "default": Example(cls(headings)),
            "one-level": Example(cls(headings, 2)),
            "empty": Example(cls(headings[:1])),
            "spanish": Example(cls((Heading(2, "Dónde", "dónde"), Heading(2, "Quién", "quién"))), language="es"),
            "right-to-left": Example(cls((Heading(2, "أين", "أين"), Heading(3, "من", "من"))), "ar", "rtl"),
            "hostile": Example(cls((Heading(2, HOSTILE, 'a"b<c'), Heading(3, HOSTILE, "%41?#")), key=HOSTILE)),
        }

    def _shown(self) -> tuple[Heading, ...]:
        return tuple(heading for heading in self.headings if heading.level <= self.deepest)

    def is_empty(self) -> bool:
        return len(self._shown()) < FEWEST

    def context(self) -> dict[str, Any]:
        return {
            "headings": self._shown(),
            "tag": f"h{self.heading_level}",
            "elements": "h2 h3" if self.deepest == 3 else "h2",
            "uswds": site().stylesheet == "uswds",
            "id": element_id("gov-in-page", self.key),
        }
