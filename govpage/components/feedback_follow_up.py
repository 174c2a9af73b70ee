from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from govpage.component import HOSTILE, Component, Example, element_id
from govpage.components.comment_form import Written
from govpage.dates import long_date
from govpage.feedback_settings import Clearance, feedback_settings
from govpage.feedback_words import MAX_COMMENT, feedback_url, offered_reasons, wording


@dataclass(frozen=True, slots=True)
class FeedbackFollowUp(Component):
    """Asks after a "No" why the page was not helpful and how it can be improved; both may be left out.

    Source: reasons, question and privacy sentence of archived DHS.gov pages; WCAG 2.2 SC 3.3.1 to 3.3.4; USWDS
    character count; 5 CFR 1320.8(b) for what stands beside the reasons
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
    """Number or word that tells a second form on a page from the first, in its ids and in its name."""

    field: str = ""
    """What the error is about, and stands at: "reason" or "comment"; nothing of the visitor's when empty."""

    removed: tuple[str, ...] = ()
    """What was removed from the comment, in words: with it the visitor is asked to look at what is left."""

    clearance: Clearance | None = None
    """Clearance of the reasons under the Paperwork Reduction Act; that of the settings when None."""

    today: date | None = None
    """The day on which the clearance has to be current; the day of rendering when None."""

    most: int = MAX_COMMENT
    """Characters that may be written; more after a review, by our own words in the place of what was removed."""

    keep = False

    criteria = (
        "The focus is on the heading of what is new, or on the summary of what is wrong.",
        "An error is at its field and in the summary, which leads to the field.",
        "The reasons are one group, named by their question.",
        "Number, last day and burden of the clearance of the reasons are beside them.",
        "After the last day of their clearance the reasons are not asked for.",
        "The privacy sentence is read with the text box and leads to the privacy policy.",
        "How much room is left is shown all the time, and announced only near the end of it and when typing pauses.",
        "What the visitor wrote is still there after an error.",
        "What was taken for personal information is removed before anything is kept, and the visitor sees it first.",
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "removed", tuple(self.removed or ()))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        token, words = "example-token", "The second table has no year. Call me at [phone number removed]."
        too_long = "Your comment is 12 characters too long. It may have 2000."
        cleared = Clearance("0000-0000", date(2099, 12, 31), "2 minutes")
        lapsed = Clearance("0000-0000", date(2019, 12, 31), "2 minutes")
        return {
            "default": Example(cls(token)),
            "error": Example(cls(token, "confusing", "The second table has no year.", too_long, field="comment")),
            "error-reason": Example(cls(token, error="Choose one of the reasons.", field="reason")),
            "failed": Example(cls(token, "other", words, "Your comment could not be saved just now.")),
            "review": Example(cls(token, "confusing", words, removed=("phone number",))),
            "clearance": Example(cls(token, clearance=cleared, today=date(2099, 12, 31))),
            "clearance-expired": Example(cls(token, clearance=lapsed, today=date(2020, 1, 1))),
            "spanish": Example(cls(token), language="es"),
            "right-to-left": Example(cls(token, comment="الجدول بلا سنة"), "ar", "rtl"),
            "hostile": Example(
                cls(HOSTILE, HOSTILE, f"</textarea>{HOSTILE}", HOSTILE, key=HOSTILE, removed=(HOSTILE,))
            ),
        }

    def context(self) -> dict[str, Any]:
        clearance = self.clearance or feedback_settings().clearance or Clearance()
        asked = clearance.is_current(self.today or timezone.localdate())
        id_ = element_id("gov-feedback", self.key)
        return {
            **Written(self, id_, self.error, self.field, self.removed, self.most).context(),
            "token": self.token,
            "key": self.key,
            "heading": wording("follow_up_heading"),
            "legend": wording("reasons_legend"),
            "label": wording("comment_label"),
            "reasons": [(code, words, code == self.reason) for code, words in offered_reasons().items() if asked],
            "clearance": clearance if asked and clearance.number else None,
            "expires": long_date(clearance.expires) if clearance.expires else "",
            "comment": self.comment,
            "action": self.action or feedback_url("follow_up"),
        }
