"""Uploaded files, served so that none of them runs as a page of this site."""

from pathlib import PurePath

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
"""Endings of what a page shows; all else is saved, not shown."""


@require_safe
def uploaded(request: HttpRequest, path: str) -> HttpResponseBase:
    """Send an uploaded file."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["X-Content-Type-Options"] = "nosniff"
    if PurePath(path).suffix.lower() not in IMAGES:
        response.headers["Content-Disposition"] = "attachment"
    return response
