from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from govpage.feedback.models import Vote


@admin.register(Vote)
class VoteAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What the public said, newest first; read only, since nobody edits another's words."""

    list_display = ("sent", "page", "helpful", "reason", "comment_text", "status")
    list_filter = ("helpful", "status", "comment__reason", "sent")
    search_fields = ("page__path", "page__title", "comment__text")
    list_select_related = ("page", "comment")
    list_per_page = 50
    fields = ("sent", "page", "version", "helpful", "reason", "comment_text", "status", "held_because")
    readonly_fields = fields

    @admin.display(description=_("reason"))
    def reason(self, vote: Vote) -> str:
        return str(vote.comment.get_reason_display()) if hasattr(vote, "comment") else ""

    @admin.display(description=_("comment"))
    def comment_text(self, vote: Vote) -> str:
        return vote.comment.text if hasattr(vote, "comment") else ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Vote]:
        return super().get_queryset(request).select_related("page", "comment")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Vote | None = None) -> bool:
        return False
