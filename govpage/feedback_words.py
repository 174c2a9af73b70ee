"""What the forms of page feedback say and where, as the settings have it; the core's own, as its components show it."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.shortcuts import resolve_url
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from govpage.component import Context, kept
from govpage.conf import site
from govpage.feedback_settings import feedback_settings
from govpage.links import Link

MAX_COMMENT = 2000
"""Characters of a comment, line breaks counted as one."""

REASONS: dict[str, str | Promise] = {
    "too-little": _("has too little information"),
    "too-much": _("has too much information"),
    "confusing": _("is confusing"),
    "out-of-date": _("is out of date"),
    "other": _("other"),
}
"""Codes, which are stored and never change, and their words, unless the settings have others."""

WORDING: dict[str, str | Promise] = {
    "question": _("Was this page helpful?"),
    "follow_up_heading": _("Your answer is saved. Can you tell us more?"),
    "reasons_legend": _("This page was not helpful because the content"),
    "comment_label": _("How can the content be improved?"),
    "thanks": _("Thank you for your feedback"),
    "problem_heading": _("Report a problem with this page"),
    "problem_label": _("What went wrong, and what were you trying to do?"),
}
"""What is said where the settings have no ``wording`` of their own."""


def wording(name: str) -> str:
    """Return the agency's words of that name, or ours, in the active language."""
    return str(feedback_settings().wording.get(name) or WORDING[name])


def offered_reasons() -> Mapping[str, str | Promise]:
    """Return the reasons to choose from."""
    return feedback_settings().reasons or REASONS


def known_reasons() -> dict[str, str | Promise]:
    """Return the reasons that are taken: those that are offered, and those that were."""
    return {**feedback_settings().retired_reasons, **offered_reasons()}


def privacy_link() -> Link:
    """Return the link to the privacy policy, which has no address where there is none."""
    return Link("", feedback_settings().privacy or site().links.get("privacy", ""))


def feedback_url(name: str) -> str:
    """Return an address of ``govpage.feedback``.

    Raises: ImproperlyConfigured if the site does not route it
    """
    try:
        return reverse(f"govpage_feedback:{name}")
    except NoReverseMatch as error:
        raise ImproperlyConfigured(
            "The feedback form leads nowhere: add path('feedback/', include('govpage.feedback.urls')) to the URLs."
        ) from error


def is_off(path: str, *, archived: bool) -> bool:
    """Whether a page has no form: by the settings, or as it is for signing in or part of the form itself."""
    return (archived and not feedback_settings().archived) or path.startswith(_off())


@kept
def _off() -> tuple[str, ...]:
    return (*feedback_settings().off, *_places("govpage_feedback:vote"), *_places(str(settings.LOGIN_URL)))


def _places(name: str) -> tuple[str, ...]:
    try:
        place = resolve_url(name)
    except NoReverseMatch:
        return ()
    return () if place == "/" else (place,)


def is_error_page(context: Context) -> bool:
    """Whether Django renders a page about an error: it names the error, or gives the page of a fault nothing at all."""
    return bool(context.get("exception")) or (context.get("request") is None and sys.exc_info()[0] is not None)
