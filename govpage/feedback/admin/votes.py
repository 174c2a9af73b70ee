from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from govpage.feedback import holding
from govpage.feedback.admin.exporting import ExportAdmin
from govpage.feedback.admin.filtering import LanguageFilter, PageFilter, ReasonFilter, SectionFilter
from govpage.feedback.admin.screening import check_words
from govpage.feedback.admin.words import shown
from govpage.feedback.models import ScreeningTally, Vote
from govpage.feedback.staff_words import reason_words


@admin.action(description=_("Let count"), permissions=["release"])
def release(model_admin: Any, request: HttpRequest, votes: QuerySet[Vote]) -> None:
    """Let answers count that were held or set aside."""
    number = holding.release(votes.select_related(None).only("pk"), request.user.get_username())
    text = ngettext("%(number)d answer counts now.", "%(number)d answers count now.", number)
    messages.success(request, text % {"number": number})


@admin.action(description=_("Set aside"), permissions=["release"])
def set_aside(model_admin: Any, request: HttpRequest, votes: QuerySet[Vote]) -> None:
    """Keep answers and let them no longer count or wait."""
    number = holding.set_aside(votes.select_related(None).only("pk"), request.user.get_username())
    text = ngettext("%(number)d answer was set aside.", "%(number)d answers were set aside.", number)
    messages.success(request, text % {"number": number})


class HeldFilter(admin.SimpleListFilter):
    """Answers by the check that held them."""

    title = _("held because")
    parameter_name = "held_because"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        found = ScreeningTally.objects.filter(verdict="hold").order_by("check_name")
        return [(name, check_words(name)) for name in found.values_list("check_name", flat=True).distinct()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(held_because=asked) if (asked := self.value()) else queryset


@admin.register(Vote)
class VoteAdmin(ExportAdmin):
    """Answers, with the comment that was joined to each; what is held can be let count or set aside."""

    actions = (release, set_aside)
    list_display = ("sent", "page", "answer", "shown_reason", "comment_text", "status", "why_held")
    list_filter = (
        "status",
        HeldFilter,
        "answer",
        ReasonFilter,
        SectionFilter,
        LanguageFilter,
        PageFilter,
        "sent",
    )
    search_fields = ("page__path", "page__title", "comment__text")
    list_select_related = ("page", "comment")
    fields = ("sent", "page", "version", "answer", "shown_reason", "comment_text", "status", "why_held")
    readonly_fields = fields

    def get_list_display(self, request: HttpRequest) -> Any:
        return self._without_words(request, self.list_display)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self._without_words(request, self.fields)

    def get_search_fields(self, request: HttpRequest) -> Any:
        return self._without_words(request, self.search_fields)

    def _without_words(self, request: HttpRequest, names: tuple[str, ...]) -> tuple[str, ...]:
        """Leave out what visitors wrote, for those who may not read comments."""
        if request.user.has_perm("govpage_feedback.view_comment"):
            return names
        return tuple(name for name in names if not name.startswith("comment_"))

    def has_release_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("govpage_feedback.release_vote")

    @admin.display(description=_("reason"), ordering="reason")
    def shown_reason(self, vote: Vote) -> str:
        return reason_words(vote.reason)

    @admin.display(description=_("comment"))
    def comment_text(self, vote: Vote) -> str:
        return shown(vote.comment.text) if hasattr(vote, "comment") else ""

    @admin.display(description=_("held because"), ordering="held_because")
    def why_held(self, vote: Vote) -> str:
        return check_words(vote.held_because)
