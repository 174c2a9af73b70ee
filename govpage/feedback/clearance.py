"""How near the clearance of the questions is to its end: staff hear of it 90, 30 and 7 days before, and afterwards."""

from __future__ import annotations

from datetime import date

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning
from django.utils.timezone import localdate

from govpage.conf import problems
from govpage.feedback_settings import Clearance, FeedbackSettings, feedback_settings

STEPS = (90, 30, 7)
"""Days before the end at which staff hear of it."""

ENDED = -1
"""The step after the last day."""


def step(clearance: Clearance | None, today: date) -> int | None:
    """Return the step that is reached: 90, 30 or 7 days before the end, ``ENDED`` after it, None before all."""
    if clearance is None or clearance.expires is None:
        return None
    left = (clearance.expires - today).days
    if left < 0:
        return ENDED
    return min((days for days in STEPS if left <= days), default=None)


@register
def check_clearance(**_kwargs: object) -> list[CheckMessage]:
    """Report a clearance that ends within 90 days or has ended."""
    if problems("GOVPAGE_FEEDBACK", FeedbackSettings):
        return []
    clearance, today = feedback_settings().clearance, localdate()
    if clearance is None or clearance.expires is None or step(clearance, today) is None:
        return []
    left = (clearance.expires - today).days
    ends = f"ends in {left} days" if left >= 0 else f"ended {-left} days ago"
    message = f"The clearance {clearance.number} of the feedback's questions {ends}, on {clearance.expires}."
    hint = "Renew it and change 'expires' in GOVPAGE_FEEDBACK; after its last day the reasons are not asked for."
    return [CheckWarning(message, hint=hint, id="govpage_feedback.W031")]
