from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from govpage import admin_page as core


def admin_page(admin: Any, request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    """Return one of the press office's own pages, within the admin's frame."""
    return core.admin_page(admin, request, f"govpage/news/admin/{name}.html", title, context)
