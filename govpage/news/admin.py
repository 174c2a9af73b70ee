from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from govpage.news.lifecycle import ReleaseQuerySet, State
from govpage.news.models import NewsRelease


class StateFilter(admin.SimpleListFilter):
    """Filter by the state that the dates give."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[NewsRelease]) -> list[tuple[str, str]]:
        return [(state.value, str(state.label)) for state in State]

    def queryset(self, request: HttpRequest, queryset: QuerySet[NewsRelease]) -> QuerySet[NewsRelease]:
        if self.value() not in State.values:
            return queryset
        return queryset.filter(state=self.value())  # type: ignore[misc]


@admin.register(NewsRelease)
class NewsReleaseAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Writing, publishing and archiving of releases."""

    list_display = ("title", "kind", "release_date", "shown_state", "language")
    list_filter = (StateFilter, "kind", "language")
    search_fields = ("title", "subtitle", "body", "release_number")
    date_hierarchy = "release_date"
    fieldsets = (
        (None, {"fields": ("title", "subtitle", "kind", "language", "description", "body")}),
        (_("Release"), {"fields": ("release_date", "release_number", "dateline", "byline", "contacts")}),
        (_("Place on the site"), {"fields": ("slug", "section", "breadcrumb", "original_address")}),
        (_("Publishing"), {"fields": ("publish_at", "last_updated", "last_reviewed", "withdraw_at")}),
        (
            _("Archiving"),
            {"fields": ("archive_at", "archive_date_known", "archive_reason", "successor", "successor_title")},
        ),
    )

    @admin.display(description=_("state"))
    def shown_state(self, release: NewsRelease) -> str:
        return str(State(release.state).label)

    def get_queryset(self, request: HttpRequest) -> ReleaseQuerySet:
        return NewsRelease.objects.with_state()

    def view_on_site(self, obj: NewsRelease) -> str:
        return obj.get_absolute_url()
