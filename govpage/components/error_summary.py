from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example, element_id
from govpage.links import LinkLike, as_links


@dataclass(frozen=True, slots=True)
class ErrorSummary(Component):
    """What is wrong with a form, above it, each error leading to its field.

    Source: WCAG 2.2 SC 3.3.1, technique G139; markup of USWDS alert
    """

    errors: tuple[LinkLike, ...]
    """List of (message, address of the field, such as "#id_email"); a message without an address is no link."""

    key: str = ""
    """Makes the ids of a second one on a page its own."""

    criteria = (
        "It takes the focus when the page comes back with errors, so that a screen reader says them.",
        "Each error leads to the field that it is about.",
        "Without errors it renders nothing.",
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "errors", as_links(self.errors))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        errors = (("E-mail: Enter a valid e-mail address.", "#main-content"), ("The two passwords differ.", ""))
        return {
            "default": Example(cls(errors)),
            "empty": Example(cls(())),
            "spanish": Example(cls((("Correo: escriba una dirección válida.", "#main-content"),)), language="es"),
            "right-to-left": Example(cls((("أدخل عنوانًا صحيحًا", "#main-content"),)), "ar", "rtl"),
            "hostile": Example(cls(((HOSTILE, "#main-content"), (HOSTILE,)))),
        }

    def is_empty(self) -> bool:
        return not self.errors

    def context(self) -> dict[str, Any]:
        return {"errors": self.errors, "id": element_id("gov-error-summary", self.key)}
