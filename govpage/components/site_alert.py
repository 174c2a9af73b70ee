from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example, one_of
from govpage.components.alert import KINDS, drawing
from govpage.links import LinkLike, as_links


@dataclass(frozen=True, slots=True)
class SiteAlert(Component):
    """Says on every page what everybody has to know now: a closure, a change of service, an emergency.

    Source: USWDS site alert; WCAG 2.2 SC 1.4.1
    """

    text: str = ""
    """The message, a sentence or two; nothing is shown without text, heading and links."""

    heading: str = ""
    """Heading of the message; none when empty."""

    kind: str = "info"
    """"info" or "emergency"."""

    links: tuple[LinkLike, ...] = ()
    """Messages or places to read on: list of (label, url); no list when empty."""

    slim: bool = False
    """Whether it is low, for a message of one line."""

    icon: bool = True
    """Whether the icon of its kind is shown; the word for the kind is shown where it is not."""

    key: str = ""
    """Tells two alerts on one page apart in their accessible names."""

    criteria = (
        "It is a landmark, so that a screen reader finds it and can pass it.",
        "Its kind is said in words, and seen without colour.",
        "It is part of the page and interrupts nobody.",
        "It lines up with the page below it.",
        "Without text, heading and links it renders nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "kind", ("info", "emergency"))
        object.__setattr__(self, "links", as_links(self.links))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        text = "The permit desk on Pier 1 is closed on Monday. Renewals are open online."
        storm = "A hurricane warning is in force for the harbor and the lower river."
        links = (
            ("Shelters that are open", "/shelters/"),
            ("Roads that are closed", "/roads/"),
            ("In danger, call 911", "tel:911"),
        )
        return {
            "default": Example(cls(text, "Permit desk closed on Monday")),
            "emergency": Example(cls(storm, "Leave the waterfront by noon", "emergency")),
            "emergency-list": Example(cls("", "Leave the waterfront by noon", "emergency", links)),
            "emergency-no-heading": Example(cls(storm, "", "emergency")),
            "emergency-no-icon": Example(cls(storm, "", "emergency", icon=False)),
            "emergency-slim": Example(cls(storm, "", "emergency", slim=True)),
            "list": Example(cls(text, "Permit desk closed on Monday", links=links[:2])),
            "no-heading": Example(cls(text)),
            "no-icon": Example(cls(text, "Permit desk closed on Monday", icon=False)),
            "slim": Example(cls(text, slim=True)),
            "empty": Example(cls()),
            "spanish": Example(cls("Las renovaciones siguen abiertas en línea.", "Ventanilla cerrada el lunes"), "es"),
            "right-to-left": Example(
                cls("غادروا الواجهة البحرية قبل الظهر.", "تحذير من إعصار", "emergency"), "ar", "rtl"
            ),
            "hostile": Example(cls(HOSTILE, HOSTILE, "emergency", ((HOSTILE, "/?a=1&b=<2>"),), key=HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not (self.text or self.heading or self.links)

    def context(self) -> dict[str, Any]:
        return self.parameters() | {"word": KINDS[self.kind], "drawing": drawing(self.kind) if self.icon else ""}
