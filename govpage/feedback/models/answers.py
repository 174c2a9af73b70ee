from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from govpage.feedback.models.pages import ContentVersion, Page
from govpage.feedback_words import MAX_COMMENT


class AnswerCode(models.TextChoices):
    """What is sent and stored; the words on the page may be in any language."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    PARTLY = "partly", _("Partly")


class Status(models.TextChoices):
    """Whether an answer counts."""

    COUNTED = "counted", _("Counted")
    HELD = "held", _("Held for review")
    SET_ASIDE = "set-aside", _("Set aside")


class Vote(models.Model):
    """One answer to "Was this page helpful?". Nothing in it identifies who gave it."""

    key = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001  (many have none)
    page = models.ForeignKey(Page, models.PROTECT, related_name="votes", verbose_name=_("page"))
    version = models.ForeignKey(
        ContentVersion, models.PROTECT, related_name="votes", verbose_name=_("version of the content")
    )
    answer = models.CharField(_("answer"), max_length=8, choices=AnswerCode)
    reason = models.CharField(_("reason"), max_length=32, blank=True)
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.COUNTED)
    held_because = models.CharField(_("held because"), max_length=64, blank=True)
    sent = models.DateTimeField(_("sent"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ("-sent", "-pk")
        indexes = [models.Index(fields=("status", "-sent"), name="govpage_feedback_held")]
        permissions = [("release_vote", _("Can release or set aside held answers"))]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_answer_display()}"


class Tag(models.Model):
    """A word by which comments are sorted."""

    name = models.CharField(_("name"), max_length=50, unique=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class CommentKind(models.TextChoices):
    """Where a comment was written."""

    FOLLOW_UP = "follow-up", _("After an answer")
    PROBLEM = "problem", _("Report of a problem")


class CommentState(models.TextChoices):
    """How far the content team is with a comment."""

    NEW = "new", _("New")
    IN_PROGRESS = "in-progress", _("In progress")
    ACTED_ON = "acted-on", _("Acted on")
    NO_ACTION = "no-action", _("No action")
    ESCALATED = "escalated", _("Escalated")
    HELD = "held", _("Held for review")


class Comment(models.Model):
    """What a visitor said, without the personal information in it; joined to a vote by a single-use token, or alone."""

    key = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001  (many have none)
    kind = models.CharField(_("kind"), max_length=16, choices=CommentKind, default=CommentKind.FOLLOW_UP)
    page = models.ForeignKey(Page, models.PROTECT, related_name="comments", verbose_name=_("page"))
    vote = models.OneToOneField(
        Vote, models.SET_NULL, related_name="comment", verbose_name=_("answer"), null=True, blank=True
    )
    reason = models.CharField(_("reason"), max_length=32, blank=True)
    text = models.TextField(_("comment"), max_length=MAX_COMMENT, blank=True)
    removed = models.CharField(_("removed from it"), max_length=200, blank=True)
    held_because = models.CharField(_("held because"), max_length=64, blank=True)
    sent = models.DateTimeField(_("sent"), default=timezone.now, db_index=True)
    state = models.CharField(_("state"), max_length=16, choices=CommentState, default=CommentState.NEW)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        related_name="+",
    )
    tags = models.ManyToManyField(Tag, verbose_name=_("tags"), blank=True, related_name="comments")
    note = models.TextField(_("note"), max_length=1000, blank=True)
    outcome = models.CharField(_("acted on: what"), max_length=280, blank=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ("-sent", "-pk")
        indexes = [models.Index(fields=("state", "-sent"), name="govpage_feedback_queue")]
        permissions = [
            ("export_comment", _("Can export feedback")),
            ("api_comment", _("Can read feedback through the API")),
            ("all_sections", _("Can see the feedback of all sections")),
        ]

    def __str__(self) -> str:
        """Return no word of the visitor's: Django's admin logs it and keeps that when the comment is purged."""
        return capfirst(f"{self._meta.verbose_name} {self.pk}")
