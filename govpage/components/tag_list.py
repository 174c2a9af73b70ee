from __future__ import annotations

from dataclasses import dataclass

from govpage.component import HOSTILE, Component, Example
from govpage.links import LinkLike, as_links


@dataclass(frozen=True, slots=True)
class TagList(Component):
    """The topics of a page, each a link to more about it.

    Source: USWDS tag; WCAG 2.2 SC 2.5.5
    """

    tags: tuple[LinkLike, ...]
    """Topics: list of (label, url); a label without an address is no link."""

    label: str = ""
    """Accessible name of the list; "Topics" when empty."""

    big: bool = False
    """Whether the tags are as large as the text of the other components."""

    criteria = (
        "It is a list with a name, so that a screen reader says what it lists and how much.",
        "A tag keeps the case in which it is written.",
        "Every link is at least 44 pixels high.",
        "Without tags it renders nothing.",
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "tags", as_links(self.tags))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls((("Boating safety", "/t/1/"), ("Inspections", "/t/2/"), ("Permits", "/t/3/")))),
            "many": Example(cls(tuple((f"Topic number {n}", f"/t/{n}/") for n in range(1, 21)))),
            "no-links": Example(cls((("Boating safety",), ("Inspections",)))),
            "big": Example(cls((("Boating safety",), ("Inspections",)), big=True)),
            "empty": Example(cls(())),
            "spanish": Example(cls((("Seguridad náutica", "/t/1/"), ("Inspecciones", "/t/2/"))), "es"),
            "right-to-left": Example(cls((("سلامة القوارب", "/t/1/"), ("التفتيش", "/t/2/"))), "ar", "rtl"),
            "hostile": Example(cls(((HOSTILE, "/?a=1&b=<2>"), (HOSTILE,)), HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not self.tags
