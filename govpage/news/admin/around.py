"""Topics, offices, sections and rules of archiving in the press office's admin."""

from __future__ import annotations

from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from govpage.news.admin.base import PressOfficeAdmin
from govpage.news.archiving import PlanChangedError, apply, plan
from govpage.news.models import ArchiveRule, Office, Section, Topic
from govpage.news.permissions import Act, may


@admin.register(Topic)
class TopicAdmin(PressOfficeAdmin):
    """What releases are about."""

    list_display = ("name", "slug")
    search_fields = ("name",)


@admin.register(Office)
class OfficeAdmin(PressOfficeAdmin):
    """Who publishes, and what ends its releases."""

    list_display = ("name", "slug")
    search_fields = ("name",)


@admin.register(Section)
class SectionAdmin(PressOfficeAdmin):
    """The tree of the site; a loop in it is refused."""

    list_display = ("label", "address", "parent", "order")
    list_select_related = ("parent",)
    search_fields = ("label",)


@admin.register(ArchiveRule)
class ArchiveRuleAdmin(PressOfficeAdmin):
    """When releases of a kind are archived; a rule applies to what is published only after its effect was seen."""

    list_display = ("kind", "months")
    change_list_template = "govpage/news/admin/rules.html"

    # Whoever archives says when that happens by itself.
    def has_view_permission(self, request: HttpRequest, obj: ArchiveRule | None = None) -> bool:
        return may(request.user, Act.ARCHIVE)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Act.ARCHIVE)

    def has_change_permission(self, request: HttpRequest, obj: ArchiveRule | None = None) -> bool:
        return may(request.user, Act.ARCHIVE)

    def has_delete_permission(self, request: HttpRequest, obj: ArchiveRule | None = None) -> bool:
        return may(request.user, Act.ARCHIVE)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(partial(preview_rules, self))
        return [path("preview/", view, name="govpage_news_archiverule_preview"), *super().get_urls()]


def preview_rules(model_admin: ArchiveRuleAdmin, request: HttpRequest) -> HttpResponse:
    """Show what the rules would do; apply them when the numbers that were seen come back."""
    if not may(request.user, Act.ARCHIVE):
        raise PermissionDenied
    if request.method == "POST":
        _apply(request)
        return HttpResponseRedirect(reverse("admin:govpage_news_archiverule_preview"))
    base = {**model_admin.admin_site.each_context(request), "opts": model_admin.opts}
    context = {**base, "title": _("What the rules would do"), "plan": plan(timezone.now())}
    return TemplateResponse(request, "govpage/news/admin/archiving.html", context)


def _apply(request: HttpRequest) -> None:
    try:
        changed = apply(request.POST.get("numbers", ""), timezone.now()).changed
    except PlanChangedError:
        messages.error(request, _("Nothing was applied: the numbers are not the ones that you saw. Look again."))
        return
    text = ngettext("The rules now hold for %(count)d release.", "The rules now hold for %(count)d releases.", changed)
    messages.success(request, text % {"count": changed})
