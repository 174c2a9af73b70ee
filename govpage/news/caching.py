"""Headers of a public page: the same for everybody, and kept no longer than its content lasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Any

from django.core.handlers.exception import response_for_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag

View = Callable[..., HttpResponse]


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
    """Let any cache keep a response for so many seconds, and not beyond the next moment that its content changes.

    Source: RFC 9111, 5.2.2.2: without "must-revalidate" a cache may hand out an old copy, as when the site is down
    """
    if expires:
        max_age = max(0, min(max_age, int((expires - timezone.now()).total_seconds())))
    patch_cache_control(response, public=True, must_revalidate=True, max_age=max_age)


def missing_not_kept(view: View) -> View:
    """Let no cache keep that a page is not there, since it may be there the next second.

    Source: RFC 9110, 15.1: a cache may keep a 404 by its own judgement
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404 as missing:
            response = response_for_exception(request, missing)
            patch_cache_control(response, no_cache=True)
            return response

    return answer
