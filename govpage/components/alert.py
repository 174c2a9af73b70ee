from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from govpage.component import HOSTILE, Component, Example, one_of
from govpage.conf import site
from govpage.links import LinkLike, as_links

KINDS: dict[str, str | Promise] = {
    "info": _("Information:"),
    "success": _("Success:"),
    "warning": _("Warning:"),
    "error": _("Error:"),
    "emergency": _("Emergency:"),
}
"""Every kind of alert and the word that says it."""

ANNOUNCED = ("error", "emergency")
"""Kinds that are read out at once.

Source: USWDS alert, which has the role on these two
"""

HEADING_LEVELS = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Alert(Component):
    """Says in the place where it matters what a reader has to know: what happened, what to mind, what went wrong.

    Source: USWDS alert; WCAG 2.2 SC 1.4.1, 4.1.3
    """

    text: str = ""
    """The message, a sentence or two; nothing is shown without text and heading."""

    heading: str = ""
    """Heading of the message; none when empty."""

    kind: str = "info"
    """"info", "success", "warning", "error" or "emergency"."""

    link: LinkLike | None = None
    """Where to read on or what to do, after the text: (label, url)."""

    slim: bool = False
    """Whether it is low, for a message of one line."""

    icon: bool = True
    """Whether the icon of its kind is shown; the word for the kind is shown where it is not."""

    heading_level: int = 2
    """2, 3 or 4: the level below the heading that it belongs to."""

    criteria = (
        "Its kind is said in words, and seen without colour.",
        "Its heading is in the heading outline at the level that the page asks for.",
        "An error and an emergency are read out at once; the others wait their turn.",
        "Without text and heading it renders nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "kind", tuple(KINDS))
        one_of(self, "heading_level", HEADING_LEVELS)
        if self.link:
            object.__setattr__(self, "link", as_links([self.link])[0])

    @classmethod
    def examples(cls) -> dict[str, Example]:
        text = "Dock 4 is closed to pleasure boats from March 1 to March 14 while its pilings are replaced."
        link = ("See the docks that are open", "/docks/")
        return {
            "default": Example(cls(text, "Dock 4 closes for repairs", link=link)),
            "success": Example(cls("We sent a receipt to the address you gave.", "Your permit is renewed", "success")),
            "warning": Example(cls("Small craft should stay in port until noon.", "Strong winds expected", "warning")),
            "error": Example(cls("Give the number printed on the permit.", "The permit was not found", "error")),
            "emergency": Example(cls("Leave the pier at once.", "Fuel spill at Pier 9", "emergency", link)),
            "no-heading": Example(cls(text, link=link)),
            "no-icon": Example(cls(text, "Dock 4 closes for repairs", "warning", icon=False)),
            "slim": Example(cls("The office is closed on Monday.", slim=True)),
            "slim-no-icon": Example(cls("The office is closed on Monday.", kind="warning", slim=True, icon=False)),
            "empty": Example(cls()),
            "spanish": Example(
                cls("Las embarcaciones pequeñas no deben salir.", "Vientos fuertes", "warning", icon=False), "es"
            ),
            "right-to-left": Example(
                cls("على القوارب الصغيرة البقاء في الميناء.", "رياح قوية", "warning"), "ar", "rtl"
            ),
            "hostile": Example(cls(HOSTILE, HOSTILE, "error", (HOSTILE, "/?a=1&b=<2>"))),
        }

    def is_empty(self) -> bool:
        return not (self.text or self.heading)

    def context(self) -> dict[str, Any]:
        return self.parameters() | {
            "word": KINDS[self.kind],
            "drawing": drawing(self.kind) if self.icon else "",
            "announced": self.kind in ANNOUNCED,
        }


def drawing(kind: str) -> str:
    """Return the template of a kind's icon; none where USWDS's own stylesheet draws it."""
    return "" if site().stylesheet == "uswds" else f"govpage/icons/{kind}.html"
