from __future__ import annotations

from hashlib import sha256

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from govpage.components.feedback_follow_up import MAX_COMMENT, REASONS
from govpage.page import PageReference


class PageManager(models.Manager["Page"]):
    def named(self, reference: PageReference) -> Page:
        """Return the page of that reference, made at its first answer."""
        page, _made = self.get_or_create(
            digest=Page.digest_of(reference.path),
            defaults={"path": reference.path, "title": reference.title, "language": reference.language},
        )
        return page


class Page(models.Model):
    """A page that was answered about; it comes from a signed reference, never from posted text."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    path = models.TextField(_("address"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=16)

    objects = PageManager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def __str__(self) -> str:
        return self.title or self.path

    @staticmethod
    def digest_of(path: str) -> str:
        """Return what makes a path unique, since no database indexes text of any length."""
        return sha256(path.encode()).hexdigest()


class Status(models.TextChoices):
    """Whether an answer counts."""

    COUNTED = "counted", _("Counted")
    HELD = "held", _("Held for review")


class Vote(models.Model):
    """One answer to "Was this page helpful?". Nothing in it identifies who gave it."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    page = models.ForeignKey(Page, models.PROTECT, related_name="votes", verbose_name=_("page"))
    version = models.CharField(_("version of the content"), max_length=64, blank=True)
    helpful = models.BooleanField(_("helpful"))
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.COUNTED)
    held_because = models.CharField(_("held because"), max_length=64, blank=True)
    sent = models.DateTimeField(_("sent"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ("-sent", "-pk")

    def __str__(self) -> str:
        return f"{self.page}: {_('Yes') if self.helpful else _('No')}"


class Comment(models.Model):
    """What a visitor said after a "No"; joined to the vote by a single-use token, or standing alone if that is old."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    page = models.ForeignKey(Page, models.PROTECT, related_name="comments", verbose_name=_("page"))
    vote = models.OneToOneField(
        Vote, models.CASCADE, related_name="comment", verbose_name=_("answer"), null=True, blank=True
    )
    reason = models.CharField(_("reason"), max_length=32, choices=list(REASONS.items()), blank=True)
    text = models.TextField(_("comment"), max_length=MAX_COMMENT, blank=True)
    sent = models.DateTimeField(_("sent"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ("-sent", "-pk")

    def __str__(self) -> str:
        return self.text[:80] or str(self.get_reason_display())
