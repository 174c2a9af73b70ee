from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from govpage.feedback.models.pages import Page


class SavedFilter(models.Model):
    """A filter of the comments that somebody uses again."""

    name = models.CharField(_("name"), max_length=100)
    query = models.CharField(_("filter"), max_length=500)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("made by"), related_name="+")
    shared = models.BooleanField(_("shared with everybody"), default=False)

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=("made_by", "name"), name="govpage_feedback_filter")]

    def __str__(self) -> str:
        return self.name


class AlertKind(models.TextChoices):
    """What somebody has to look at."""

    FELL = "fell", _("A page is found less helpful than before")
    SILENT_PAGE = "silent-page", _("A page gets no answers any more")
    SILENT_SITE = "silent-site", _("The site gets no answers any more")
    CLEARANCE = "clearance", _("The clearance of the questions ends soon")
    REDACTION = "redaction", _("A comment could not be checked for personal information")
    BURST = "burst", _("A page gets unusually many equal answers")


class Alert(models.Model):
    """Something that somebody has to look at; one for the same cause, however often and wherever it is found."""

    kind = models.CharField(_("kind"), max_length=16, choices=AlertKind)
    page = models.ForeignKey(Page, models.CASCADE, verbose_name=_("page"), null=True, blank=True, related_name="alerts")
    cause = models.CharField(max_length=128, unique=True, editable=False)
    details = models.JSONField(_("details"), default=dict)
    raised = models.DateTimeField(_("raised"), default=timezone.now)
    closed = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ("-raised", "-pk")

    def __str__(self) -> str:
        return str(_("The clearance of the questions has ended") if self.has_ended else self.get_kind_display())

    @property
    def has_ended(self) -> bool:
        """Whether what it gives notice of, the end of a clearance, has come."""
        return self.kind == AlertKind.CLEARANCE and date.fromisoformat(self.details["expires"]) < timezone.localdate()


class AuditEvent(models.Model):
    """Who of staff did what with feedback, and when; what is done once has a name that is unique."""

    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)
    actor = models.CharField(_("who"), max_length=150, blank=True)
    action = models.CharField(_("what"), max_length=64)
    details = models.JSONField(_("details"), default=dict)
    once = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001  (most have none)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.action}"
