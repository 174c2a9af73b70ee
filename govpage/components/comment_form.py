"""The form in which a visitor writes, after an answer or about a problem: what both have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from govpage.component import Component, one_of
from govpage.components.error_summary import ErrorSummary
from govpage.feedback_settings import feedback_settings
from govpage.feedback_words import privacy_link

FIELDS = ("", "reason", "comment")
"""What an error can be about; nothing of the visitor's where it is empty."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a form of words shows beside its own question, for its template.

    Shape: id is the stem of its ids; most is how many characters may be written
    """

    form: Component
    id: str
    error: str
    field: str
    removed: tuple[str, ...]
    most: int

    def context(self) -> dict[str, Any]:
        """Return the part of the context that both forms have."""
        one_of(self.form, "field", FIELDS)
        return {
            "id": self.id,
            "summary": ErrorSummary(((self.error, self._target()),), self.id).render_html() if self.error else "",
            "error": self.error,
            "field": self.field,
            "removed": ", ".join(map(str, self.removed)),
            "most": self.most,
            "privacy": privacy_link(),
            "contact": feedback_settings().contact,
            "described": self._described(),
            "button": _("Send without it") if self.removed else _("Submit"),
        }

    def _target(self) -> str:
        return f"#{self.id}-{self.field}" if self.field else ""

    def _described(self) -> str:
        """Return the ids of what is read with the text box."""
        parts = ["privacy"]
        if self.removed:
            parts.insert(0, "removed")
        if self.field == "comment":
            parts.insert(0, "error")
        return " ".join(f"{self.id}-{part}" for part in (*parts, "count"))
