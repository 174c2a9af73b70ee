from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


def admin_page(admin: Any, request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    """Return one of the press office's own pages, within the admin's frame."""
    base = {**admin.admin_site.each_context(request), "title": title, "opts": admin.opts, "media": admin.media}
    return TemplateResponse(request, f"govpage/news/admin/{name}.html", {**base, **context})
