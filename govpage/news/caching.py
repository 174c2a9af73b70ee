"""Headers of a public page: the same for everybody, and kept no longer than its content lasts."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag


def cacheable(
    request: HttpRequest,
    content: str,
    *,
    max_age: int,
    changed: datetime | None,
    expires: datetime | None,
    content_type: str | None = None,
) -> HttpResponse:
    """Return the page for any cache, or 304 if the visitor's copy is still right.

    Shape: content is HTML unless content_type says more
    Units: max_age in seconds; it is cut at ``expires``, the next moment the content changes
    """
    response = HttpResponse(content, content_type=content_type)
    keep_until(response, max_age, expires)
    response.headers["ETag"] = quote_etag(sha256(response.content).hexdigest()[:32])
    if changed:
        response.headers["Last-Modified"] = http_date(changed.timestamp())
    # A page changes with its templates too, so only the ETag decides whether a copy is still right.
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response


def keep_until(response: HttpResponseBase, max_age: int, expires: datetime | None) -> None:
    """Let any cache keep a response for so many seconds, and not beyond the next moment that its content changes."""
    if expires:
        max_age = max(0, min(max_age, int((expires - timezone.now()).total_seconds())))
    patch_cache_control(response, public=True, max_age=max_age)
