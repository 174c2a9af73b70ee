from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.templatetags.static import static
from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Example, a_date, one_of
from govpage.dates import long_date
from govpage.links import legal_address

VARIANTS = ("default", "headlines", "calendar")


@dataclass(frozen=True, slots=True)
class CollectionItem:
    """One entry: where it leads and what is told of it before one goes there.

    Shape: url is empty for what has no page of its own; language is that of heading and description, empty for that of
        the page; image_alt is empty for an image that says no more than the heading; excerpt shows instead of the
        description where the words of a search stand: list of (text, whether it is one of the words)
    """

    heading: str
    url: str
    description: str = ""
    date: datetime.date | None = None
    meta: tuple[str, ...] = ()
    language: str = ""
    image: str = ""
    image_alt: str = ""
    topics: tuple[str, ...] = ()
    excerpt: tuple[tuple[str, bool], ...] = ()

    def __post_init__(self) -> None:
        a_date("collection", "date", self.date)
        object.__setattr__(self, "meta", tuple(map(str, self.meta)))
        object.__setattr__(self, "topics", tuple(map(str, self.topics)))
        object.__setattr__(self, "excerpt", tuple(map(tuple, self.excerpt)))

    @property
    def href(self) -> str:
        """The address to print."""
        return legal_address(self.url)


@dataclass(frozen=True, slots=True)
class Collection(Component):
    """A list of pages, such as news: each with its headline and, where known, its date, summary and picture.

    Source: USWDS collection: default, headings only, media, calendar date
    """

    items: tuple[CollectionItem, ...]
    """Shape: list of CollectionItem, in the order in which they are shown."""

    variant: str = "default"
    """"default", "headlines" without summaries and pictures, or "calendar" with the date as a calendar's leaf."""

    heading_level: int = 2
    """Level of the headlines, 2 to 6."""

    criteria = (
        "Each entry has a headline, and the headline is the link.",
        "A date is marked up so that software can read it.",
        "What is in another language than the page is marked as such.",
        "The words of a search are marked in the lines in which they were found.",
        "A list without entries renders nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "variant", VARIANTS)
        one_of(self, "heading_level", (2, 3, 4, 5, 6))
        object.__setattr__(self, "items", tuple(self.items or ()))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        text = "Inspectors will visit 41 public ports this spring and publish what they find at each of them."
        inspections = CollectionItem(
            "Harbor inspections begin", "/1/", text, datetime.date(2026, 5, 2), ("Press release",)
        )
        ports = CollectionItem("Puertos listos para la temporada", "/2/", language="es", meta=("Fact sheet", "Storms"))
        image = static("govpage/example.svg")
        return {
            "default": Example(cls((inspections, ports))),
            "headlines": Example(cls((inspections, ports), "headlines")),
            "media": Example(
                cls(
                    (
                        CollectionItem("Harbor Day", "/3/", text, datetime.date(2026, 6, 1), (), "", image, "A buoy"),
                        inspections,
                    )
                )
            ),
            "calendar": Example(cls((inspections, ports), "calendar")),
            "excerpt": Example(
                cls(
                    (
                        CollectionItem(
                            "Harbor inspections begin",
                            "/1/",
                            excerpt=(("… at each of the ", False), ("ports", True)),
                        ),
                    )
                )
            ),
            "empty": Example(cls(())),
            "spanish": Example(cls((inspections, ports), "calendar"), language="es"),
            "right-to-left": Example(
                cls((CollectionItem("التفتيش", "/1/", "الموانئ", datetime.date(2026, 5, 2), ("بيان",), "", image),)),
                "ar",
                "rtl",
            ),
            "hostile": Example(
                cls(
                    (
                        CollectionItem(HOSTILE, "/?a=1&b=<2>", HOSTILE, None, (HOSTILE,), "es", image, HOSTILE),
                        CollectionItem(HOSTILE, "/", excerpt=((HOSTILE, True), (HOSTILE, False))),
                    )
                )
            ),
        }

    def is_empty(self) -> bool:
        return not self.items

    def context(self) -> dict[str, Any]:
        page = get_language()
        return {
            "items": [
                (item, item.language if item.language != page else "", item.date and long_date(item.date))
                for item in self.items
            ],
            "headlines": self.variant == "headlines",
            "calendar": self.variant == "calendar",
            "heading": f"h{self.heading_level}",
        }
