"""A page of our own within the frame of Django's admin, for any app."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


def admin_page(admin: Any, request: HttpRequest, template: str, title: str, context: dict[str, Any]) -> HttpResponse:
    """Return the page that a template makes of the context, for the model of that admin.

    Shape: the template extends ``govpage/admin/page.html``
    """
    base = {**admin.admin_site.each_context(request), "title": title, "opts": admin.opts, "media": admin.media}
    return TemplateResponse(request, template, {**base, **context})
