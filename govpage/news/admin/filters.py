"""Filters of the list of releases."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from govpage.news.lifecycle import State
from govpage.news.models import NewsRelease


class StateFilter(admin.SimpleListFilter):
    """Filter by the state that the dates give; what is deleted is shown only when asked for."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[NewsRelease]) -> list[tuple[str, str]]:
        return [(state.value, str(state.label)) for state in State]

    def queryset(self, request: HttpRequest, queryset: QuerySet[NewsRelease]) -> QuerySet[NewsRelease]:
        if self.value() not in State.values:
            return queryset.exclude(state=State.DELETED)  # type: ignore[misc]
        return queryset.filter(state=self.value())  # type: ignore[misc]
