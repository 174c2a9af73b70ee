from __future__ import annotations

from dataclasses import dataclass

from govpage.component import HOSTILE, Component, Example


@dataclass(frozen=True, slots=True)
class SkipLink(Component):
    """The first link of a page, which leads past everything that repeats to the main content.

    Source: WCAG 2.2 SC 2.4.1; USWDS skipnav
    """

    target: str = "main-content"
    """Id of the element that holds the main content."""

    label: str = ""
    """Text of the link; "Skip to main content" when empty."""

    criteria = (
        "It is the first thing that the Tab key reaches.",
        "It is on the screen while it has the focus.",
        "It moves the focus to the main content.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls()),
            "spanish": Example(cls(), language="es"),
            "right-to-left": Example(cls(), "ar", "rtl"),
            "hostile": Example(cls(label=HOSTILE)),
        }
