"""Filters of the lists of answers and comments: none offers or finds what the user may not see."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from govpage.feedback.access import page_or_404, visible_pages, visible_sections
from govpage.feedback.staff_words import reason_words
from govpage.feedback_words import REASONS, known_reasons


class SectionFilter(SimpleListFilter):
    """Comments about the pages of a section."""

    title = gettext_lazy("section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return [(str(section.pk), section.name) for section in visible_sections(request.user)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not (asked := self.value()):
            return queryset
        if asked not in dict(self.lookup_choices):
            raise Http404
        return queryset.filter(page__section=int(asked))

    def has_output(self) -> bool:
        return True


class PageFilter(SimpleListFilter):
    """Comments about one page, to which reports lead; there may be too many pages to choose from."""

    title = gettext_lazy("page")
    parameter_name = "page__id__exact"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        asked = request.GET.get(self.parameter_name, "")
        return [(asked, str(page_or_404(request.user, number(asked))))] if asked else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(page=number(asked)) if (asked := self.value()) else queryset


class LanguageFilter(SimpleListFilter):
    """Comments about pages in a language."""

    title = gettext_lazy("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        found = visible_pages(request.user).order_by("language").values_list("language", flat=True).distinct()
        return [(language, language) for language in found]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(page__language=asked) if (asked := self.value()) else queryset


class ReasonFilter(SimpleListFilter):
    """Comments and answers with a reason, those that are no longer offered included."""

    title = gettext_lazy("reason")
    parameter_name = "reason"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return [(code, reason_words(code)) for code in {**REASONS, **known_reasons()}]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(reason=asked) if (asked := self.value()) else queryset


class AssigneeFilter(SimpleListFilter):
    """Comments by who works on them."""

    title = gettext_lazy("assigned to")
    parameter_name = "assigned"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return [("me", _("Me")), ("nobody", _("Nobody")), ("somebody", _("Somebody"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        found: dict[str | None, Callable[[], QuerySet[Any]]] = {
            "me": partial(queryset.filter, assignee=request.user),
            "nobody": partial(queryset.filter, assignee=None),
            "somebody": partial(queryset.exclude, assignee=None),
        }
        return found.get(self.value(), lambda: queryset)()


class Filtered(ChangeList):
    """Rows as a list's filters and its search leave them, for an export: no page of them is read, none is counted."""

    def get_results(self, request: HttpRequest) -> None:
        """Leave them where they are."""


def filtered(model_admin: Any, request: HttpRequest) -> QuerySet[Any]:
    """Return the rows that the list with the same address would show, on all of its pages.

    Raises: IncorrectLookupParameters if a filter is asked for what it cannot be
    """
    found: QuerySet[Any] = Filtered(
        request,
        model_admin.model,
        model_admin.list_display,
        (),
        model_admin.get_list_filter(request),
        model_admin.date_hierarchy,
        model_admin.get_search_fields(request),
        False,
        model_admin.list_per_page,
        model_admin.list_max_show_all,
        (),
        model_admin,
        (),
        None,
    ).queryset
    return found


def number(text: str) -> int:
    """Return a key as it stands in an address; 0, which nothing has, for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def kept_query(request: HttpRequest) -> str:
    """Return what is asked of a list, without the page of it and what the list itself adds."""
    asked = request.GET.copy()
    for name in ("p", "e", "all", "_facets"):
        asked.pop(name, None)
    return asked.urlencode()
