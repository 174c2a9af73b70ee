from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from govpage.feedback.access import visible_alerts
from govpage.feedback.admin.base import OwnersAdmin
from govpage.feedback.alert_words import describe
from govpage.feedback.models import Alert, AuditEvent


@admin.action(description=_("Close"), permissions=["close"])
def close(model_admin: Any, request: HttpRequest, alerts: QuerySet[Alert]) -> None:
    """Say that somebody has looked at them."""
    keys = list(alerts.filter(closed=None).values_list("pk", flat=True))
    closed = Alert.objects.filter(pk__in=keys, closed=None).update(closed=timezone.now())
    AuditEvent.objects.create(actor=request.user.get_username(), action="alerts-closed", details={"alerts": keys})
    text = ngettext("%(number)d alert was closed.", "%(number)d alerts were closed.", closed)
    messages.success(request, text % {"number": closed})


@admin.register(Alert)
class AlertAdmin(OwnersAdmin):
    """What somebody has to look at: each cause once, until somebody closes it."""

    actions = (close,)
    list_display = ("shown_kind", "about", "description", "raised", "closed")
    list_filter = ("kind", ("closed", admin.EmptyFieldListFilter), "raised")
    list_select_related = ("page",)
    fields = ("shown_kind", "about", "description", "raised", "closed")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Alert]:
        return visible_alerts(request.user)

    def has_close_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("govpage_feedback.change_alert")

    @admin.display(description=_("kind"), ordering="kind")
    def shown_kind(self, alert: Alert) -> str:
        return str(alert)

    @admin.display(description=_("page"))
    def about(self, alert: Alert) -> str:
        if alert.page is None:
            return str(_("The whole site"))
        address = reverse("admin:govpage_feedback_page_change", args=[alert.page.pk])
        return format_html('<a href="{}" dir="auto">{}</a>', address, alert.page)

    @admin.display(description=_("what to do"))
    def description(self, alert: Alert) -> str:
        return describe(alert)
