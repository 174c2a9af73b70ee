"""What a strict Content Security Policy has to allow for the previews.

Middleware of the project that sends the policy reads ``csp_directives`` of a response, where there is one, and puts
these directives in the place of its own of the same name.
"""

from __future__ import annotations

from django.http import HttpResponse

HOLDS_FRAMES = {"frame-src": "'self'"}
"""For a page that shows previews."""

IS_FRAMED = {"frame-ancestors": "'self'"}
"""For a page that is a preview."""


def needing(directives: dict[str, str], response: HttpResponse) -> HttpResponse:
    """Return the response with what it needs beyond the policy noted on it."""
    response.csp_directives = directives  # type: ignore[attr-defined]
    return response
