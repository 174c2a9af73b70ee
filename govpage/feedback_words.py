"""What the forms of page feedback say and where, as the settings have it; the core's own, as its components show it."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.shortcuts import resolve_url
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
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

ERROR_PAGES = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
"""Names of the templates that Django renders about an error, by itself; some of them get no word of the error."""


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
    return (archived and not feedback_settings().archived) or path.startswith(_off(get_language() or ""))


@kept
def _off(language: str) -> tuple[str, ...]:
    """Return how the addresses of pages without a form begin; those of the site may differ in each language."""
    return (*feedback_settings().off, *_places("govpage_feedback:vote"), *_places(str(settings.LOGIN_URL)))


def _places(name: str) -> tuple[str, ...]:
    try:
        place = resolve_url(name)
    except NoReverseMatch:
        return ()
    return () if place == "/" else (place,)


def is_error_page(context: Context) -> bool:
    """Whether a page is about an error: by its template's name, or as an error is handled and the page is told so.

    Django tells the page of a fault nothing at all, not even the request.
    """
    if _template_name(context) in ERROR_PAGES:
        return True
    is_told = context.get("exception") is not None or context.get("request") is None
    return is_told and sys.exc_info()[0] is not None


def _template_name(context: Context) -> str:
    """Return the name of the outermost template; a context of Jinja2 has it as its own."""
    return str(getattr(getattr(context, "template", context), "name", ""))
