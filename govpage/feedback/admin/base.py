from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from govpage.feedback.access import restrict


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Shows what is there, newest first; nobody adds to it, edits or removes it by hand."""

    list_per_page = 50

    class Media:
        css = {"all": ("govpage/admin.css", "govpage/feedback/admin.css")}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class OwnersAdmin(ReadOnlyAdmin):
    """Shows to each what is about the pages of their sections; the rest is not there for them: 404."""

    page_lookup = "page"
    """What leads from a row to its page, empty for pages themselves."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return restrict(super().get_queryset(request), request.user, self.page_lookup)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        found = super().get_object(request, object_id, from_field)
        if found is None:
            raise Http404
        return found
