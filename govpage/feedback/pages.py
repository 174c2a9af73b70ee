"""The small pages of the endpoint. They need no database, so that they can say when it is down."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from govpage.component import Component
from govpage.page import PageReference
from govpage.rendering import render_page

RETRY_AFTER = 60
"""Seconds after which an answer that could not be saved is worth sending again."""


def feedback_page(
    request: HttpRequest, page: PageReference, state: Component, *, status: int = 200, retry_after: int = 0
) -> HttpResponse:
    """Return the page that shows the state of the form; only the signed reference says where it leads back.

    Units: retry_after in seconds, 0 for none
    """
    context = {"page": page, "state": state.render_html(), "error": getattr(state, "error", "")}
    response = _respond(request, context, status)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


def refusal(request: HttpRequest, status: int, message: str) -> HttpResponse:
    """Return a readable page that says why nothing was taken."""
    return _respond(request, {"message": message}, status)


def _respond(request: HttpRequest, context: dict[str, object], status: int) -> HttpResponse:
    html = render_page("govpage/feedback/page.html", context, request)
    response = HttpResponse(html, status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
