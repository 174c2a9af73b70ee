from __future__ import annotations

from dataclasses import dataclass

from govpage.component import HOSTILE, Component, Example
from govpage.conf import site


@dataclass(frozen=True, slots=True)
class PrintButton(Component):
    """A button that prints the page; the script shows it, since without the script it could do nothing.

    Source: agency practice; USWDS button, outline
    """

    label: str = ""
    """Text of the button; "Print this page" when empty."""

    criteria = (
        "Without a script it is not there.",
        "It opens the browser's own print dialog.",
        "It is not on the printed page.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls()),
            "spanish": Example(cls(), "es"),
            "right-to-left": Example(cls("اطبع هذه الصفحة"), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE)),
        }

    def is_empty(self) -> bool:
        # There is none of our script then, and the stylesheet of USWDS would show what is hidden.
        return site().stylesheet == "uswds"
