from __future__ import annotations

import json

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from govpage.feedback.access import sees_all
from govpage.feedback.admin.base import ReadOnlyAdmin
from govpage.feedback.models import AuditEvent, Tag


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    """Who did what; owners of sections see what they did themselves."""

    list_display = ("at", "actor", "action", "said")
    list_filter = ("action", "at")
    search_fields = ("actor",)
    fields = ("at", "actor", "action", "said")
    readonly_fields = fields
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[AuditEvent]:
        events: QuerySet[AuditEvent] = super().get_queryset(request)
        return events if sees_all(request.user) else events.filter(actor=request.user.get_username())

    @admin.display(description=_("details"))
    def said(self, event: AuditEvent) -> str:
        text = json.dumps(event.details, ensure_ascii=False, default=str)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


LONGEST = 300
"""Characters of details that are shown; an export has thousands of keys in them."""


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Words by which comments are sorted."""

    search_fields = ("name",)

    class Media:
        css = {"all": ("govpage/admin.css", "govpage/feedback/admin.css")}
