"""System checks of page feedback."""

from __future__ import annotations

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning
from django.core.exceptions import ImproperlyConfigured

from govpage.checks import settings_check
from govpage.feedback_settings import FeedbackSettings
from govpage.feedback_words import feedback_url

check_settings = register(settings_check("govpage_feedback", "GOVPAGE_FEEDBACK", FeedbackSettings))


@register
def check_urls(**_kwargs: object) -> list[CheckMessage]:
    """Report a site that installs the app but does not route it."""
    try:
        feedback_url("vote")
    except ImproperlyConfigured as error:
        return [CheckWarning(str(error), hint="Its forms would raise an error.", id="govpage_feedback.W001")]
    return []
