"""Headers of a public page: the same for everybody, and kept no longer than its content lasts."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag


def cacheable(
    request: HttpRequest, html: str, *, max_age: int, changed: datetime | None, expires: datetime | None
) -> HttpResponse:
    """Return the page for any cache, or 304 if the visitor's copy is still right.

    Units: max_age in seconds; it is cut at ``expires``, the next moment the content changes
    """
    if expires:
        max_age = max(0, min(max_age, int((expires - timezone.now()).total_seconds())))
    response = HttpResponse(html)
    patch_cache_control(response, public=True, max_age=max_age)
    response.headers["ETag"] = quote_etag(sha256(response.content).hexdigest()[:32])
    if changed:
        response.headers["Last-Modified"] = http_date(changed.timestamp())
    # A page changes with its templates too, so only the ETag decides whether a copy is still right.
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response
