from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from govpage.component import Component, Example, a_date
from govpage.dates import long_date


@dataclass(frozen=True, slots=True)
class LastUpdated(Component):
    """When the content of this page last changed, and when it was last reviewed.

    Source: USWDS has none; wording and order follow archived agency pages; Federal website standards for the date
    """

    on: date | None = None
    """Day of the last change, in the site's time zone; nothing is shown when it is not known."""

    reviewed: date | None = None
    """Day of the last review."""

    criteria = (
        "The date is marked up so that software can read it.",
        "The month is written in full.",
        "What is not known is not shown.",
    )

    def __post_init__(self) -> None:
        a_date("last_updated", "on", self.on)
        a_date("last_updated", "reviewed", self.reviewed)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls(date(2021, 1, 20))),
            "reviewed": Example(cls(date(2021, 1, 20), date(2024, 6, 27))),
            "spanish": Example(cls(date(2021, 1, 20), date(2024, 6, 27)), language="es"),
            "empty": Example(cls()),
            "right-to-left": Example(cls(date(2021, 1, 20)), "ar", "rtl"),
        }

    def is_empty(self) -> bool:
        return not (self.on or self.reviewed)

    def context(self) -> dict[str, Any]:
        return {
            "on": self.on,
            "on_text": long_date(self.on) if self.on else "",
            "reviewed": self.reviewed,
            "reviewed_text": long_date(self.reviewed) if self.reviewed else "",
        }
