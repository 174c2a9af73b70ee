from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from govpage.component import HOSTILE, Component, Example, element_id
from govpage.components.feedback import feedback_url
from govpage.conf import site
from govpage.links import Link

REASONS = {
    "too-little": _("has too little information"),
    "too-much": _("has too much information"),
    "confusing": _("is confusing"),
    "out-of-date": _("is out of date"),
    "other": _("other"),
}
"""Codes, which are stored and never change, and their words."""

MAX_COMMENT = 2000
"""Characters of a comment, line breaks counted as one."""


@dataclass(frozen=True, slots=True)
class FeedbackFollowUp(Component):
    """Asks after a "No" why the page was not helpful and how it can be improved; both may be left out.

    Source: reasons, question and privacy sentence of archived DHS.gov pages; WCAG 2.2 SC 3.3.1 to 3.3.3
    """

    token: str
    """Single-use token that joins this to the vote."""

    reason: str = ""
    """Code of the reason already chosen."""

    comment: str = ""
    """Text already written."""

    error: str = ""
    """What was wrong with what was sent."""

    action: str = ""
    """Address that takes it; that of ``govpage.feedback`` when empty."""

    key: str = ""
    """Makes the ids of a second form on a page its own."""

    keep = False

    criteria = (
        "The focus is on the heading of what is new, or on the error.",
        "The reasons are one group, named by their question.",
        "The privacy sentence is read with the text box and leads to the privacy policy.",
        "What the visitor wrote is still there after an error.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        token = "example-token"  # noqa: S105
        return {
            "default": Example(cls(token)),
            "error": Example(cls(token, "confusing", "The second table has no year.", "Your comment is too long.")),
            "spanish": Example(cls(token), language="es"),
            "right-to-left": Example(cls(token, comment="الجدول بلا سنة"), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, HOSTILE, f"</textarea>{HOSTILE}", HOSTILE, key=HOSTILE)),
        }

    def context(self) -> dict[str, Any]:
        return {
            "token": self.token,
            "reasons": [(code, label, code == self.reason) for code, label in REASONS.items()],
            "comment": self.comment,
            "error": self.error,
            "action": self.action or feedback_url("follow_up"),
            "privacy": Link("", site().links.get("privacy", "")),
            "id": element_id("gov-feedback", self.key),
        }
