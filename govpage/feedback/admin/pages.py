"""The content team's dashboard: the list of pages is the overview, and a page's own page is its report."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from govpage.admin_page import admin_page
from govpage.feedback.access import page_or_404, sees_all, visible_alerts, visible_sections
from govpage.feedback.admin import showing
from govpage.feedback.admin.asking import LENGTHS, USUAL, OverviewForm, PeriodForm
from govpage.feedback.admin.base import OwnersAdmin
from govpage.feedback.alert_words import describe
from govpage.feedback.charts import answers_chart, share_chart
from govpage.feedback.models import Alert, Page, Section
from govpage.feedback.periods import Course, Period
from govpage.feedback.reports import Overview, Question, overview, page_report
from govpage.feedback.staff_words import BIAS, days_of

ALERTS = 5
"""Open alerts that a report shows at most."""

MAX_PAGE = 10_000


@admin.register(Page)
class PageAdmin(OwnersAdmin):
    """Overview and reports of pages; an answer makes a page, and nobody else does."""

    page_lookup = ""
    search_fields = ("title", "path")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the overview of all pages that the user sees."""
        return show_overview(self, request)

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the report of a page; an answer alone makes one."""
        if object_id is None:
            raise PermissionDenied
        return show_report(self, request, object_id)


def show_overview(model_admin: PageAdmin, request: HttpRequest) -> HttpResponse:
    """Show what was said about all pages that the user sees."""
    _may_view(model_admin, request)
    everything = sees_all(request.user)
    sections = {section.pk: section for section in visible_sections(request.user).select_related("owner")}
    form = OverviewForm(_with_defaults(request), sections, all_sections=everything)
    period = form.period
    if form.asks_for_another_s:
        raise Http404
    question = _question(request, form, period, None if everything else sections)
    found = overview(question, sections)
    context = {**_common(request, form, period, found.course), **_overview_context(found, question, period)}
    context["alerts"] = _alerts(request, visible_alerts(request.user).filter(closed=None))
    return admin_page(model_admin, request, f"{TEMPLATES}/overview.html", _("Overview of page feedback"), context)


def show_report(model_admin: PageAdmin, request: HttpRequest, key: str) -> HttpResponse:
    """Show what was said about one page."""
    _may_view(model_admin, request)
    page = page_or_404(request.user, int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else 0)
    form = PeriodForm(_with_defaults(request))
    report = page_report(page, form.period)
    context = {
        **_common(request, form, form.period, report.course),
        "page": page,
        "score": showing.score(report.total),
        "reasons": showing.reasons(report),
        "versions": showing.versions(report),
        "alerts": _alerts(request, Alert.objects.filter(page=page)),
        "comments": _comments(request, page),
    }
    return admin_page(model_admin, request, f"{TEMPLATES}/report.html", str(page), context)


TEMPLATES = "govpage/feedback/admin"


def _may_view(model_admin: PageAdmin, request: HttpRequest) -> None:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied


def _with_defaults(request: HttpRequest) -> dict[str, Any]:
    """Return what is asked for, with the usual days in the boxes where none are."""
    asked = request.GET.dict()
    if asked.get("first") or asked.get("last"):
        return asked
    usual = Period.ending(localdate(), USUAL)
    return {**asked, "first": str(usual.first), "last": str(usual.last)}


def _question(request: HttpRequest, form: OverviewForm, period: Period, sections: Any) -> Question:
    number = request.GET.get("page", "")
    page = int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 1
    return Question(
        period=period,
        sections=sections,
        section=form.asked("section"),
        owner=form.asked("owner"),
        language=form.asked("language"),
        words=form.asked("q"),
        order=form.asked("order", "answers"),
        page=min(max(page, 1), MAX_PAGE),
    )


def _common(request: HttpRequest, form: PeriodForm, period: Period, course: Course) -> dict[str, Any]:
    return {
        "form": form,
        "bias": BIAS,
        "days": days_of(period),
        "before": days_of(period.before),
        "lengths": showing.lengths(LENGTHS, localdate()),
        "charts": [share_chart("shares", course.shares), answers_chart("answers", course.answers)],
    }


def _overview_context(found: Overview, question: Question, period: Period) -> dict[str, Any]:
    query = "?" + urlencode({"first": str(period.first), "last": str(period.last)})
    return {
        "score": showing.score(found.total),
        "sections": showing.lines(found.sections, _named_section),
        "owners": showing.lines(found.owners, lambda owner: str(owner or _("Without owner"))),
        "languages": showing.lines(found.languages, lambda language: language or "–"),
        "known_languages": found.known_languages,
        "pages": showing.page_lines(found.pages, query),
        "previous": question.page - 1,
        "next": question.page + 1 if found.more else 0,
    }


def _named_section(section: Section | None) -> str:
    return section.name if section else _("In no section")


def _alerts(request: HttpRequest, alerts: Any) -> list[dict[str, Any]]:
    """Return the newest, each with its page, if it is about one, for those who may see alerts."""
    if not request.user.has_perm("govpage_feedback.view_alert"):
        return []
    return [
        {
            "kind": str(alert),
            "page": alert.page,
            "words": describe(alert),
            "raised": alert.raised,
            "closed": alert.closed,
        }
        for alert in alerts.select_related("page")[:ALERTS]
    ]


def _comments(request: HttpRequest, page: Page) -> str:
    """Return where the comments about the page are, for those who may read them."""
    if not request.user.has_perm("govpage_feedback.view_comment"):
        return ""
    return reverse("admin:govpage_feedback_comment_changelist") + "?" + urlencode({"page__id__exact": page.pk})
