from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from govpage.feedback.models.pages import ContentVersion, Page


class Tally(models.Model):
    """How many answers a version of a page got on a day. It holds no person's data and is kept.

    A page that many answer at once is spread over slots, so that they do not wait for one row; the sum counts.
    """

    page = models.ForeignKey(Page, models.CASCADE, verbose_name=_("page"), related_name="tallies")
    version = models.ForeignKey(ContentVersion, models.CASCADE, verbose_name=_("version of the content"))
    day = models.DateField(_("day"))
    slot = models.PositiveSmallIntegerField(default=0, editable=False)
    yes = models.PositiveIntegerField(_("yes"), default=0)
    no = models.PositiveIntegerField(_("no"), default=0)
    partly = models.PositiveIntegerField(_("partly"), default=0)
    held = models.PositiveIntegerField(_("held"), default=0)
    held_yes = models.PositiveIntegerField(_("yes among those held"), default=0)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints = [
            models.UniqueConstraint(fields=("page", "version", "day", "slot"), name="govpage_feedback_tally_once")
        ]
        indexes = [models.Index(fields=("day", "page"), name="govpage_feedback_day")]

    def __str__(self) -> str:
        return f"{self.page}, {self.day}"


class ReasonTally(models.Model):
    """How many gave a reason for "No" on a day."""

    page = models.ForeignKey(Page, models.CASCADE, verbose_name=_("page"), related_name="reason_tallies")
    version = models.ForeignKey(ContentVersion, models.CASCADE, verbose_name=_("version of the content"))
    day = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=32)
    slot = models.PositiveSmallIntegerField(default=0, editable=False)
    count = models.PositiveIntegerField(_("count"), default=0)

    class Meta:
        verbose_name = _("tally of reasons")
        verbose_name_plural = _("tallies of reasons")
        constraints = [
            models.UniqueConstraint(
                fields=("page", "version", "day", "reason", "slot"), name="govpage_feedback_reasons"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page}, {self.day}: {self.reason}"


class ScreeningTally(models.Model):
    """How often a check let an answer be held or refused on a day."""

    day = models.DateField(_("day"))
    check_name = models.CharField(_("check"), max_length=64)
    verdict = models.CharField(_("verdict"), max_length=16)
    count = models.PositiveIntegerField(_("count"), default=0)

    class Meta:
        verbose_name = _("tally of a check")
        verbose_name_plural = _("tallies of checks")
        constraints = [
            models.UniqueConstraint(fields=("day", "check_name", "verdict"), name="govpage_feedback_screening")
        ]

    def __str__(self) -> str:
        return f"{self.check_name}, {self.day}"
