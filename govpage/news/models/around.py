"""What stands around releases: topics, offices, files, old addresses, revisions and the rules of archiving."""

from __future__ import annotations

import mimetypes
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from govpage.news.fields import ChosenField
from govpage.news.files import attachment_path, validate_attachment
from govpage.news.kinds import Kind
from govpage.news.text import slug_of
from govpage.richtext import RELEASE_BODY, RichTextField

OLDEST = 100 * 12
"""Months after which a rule may archive at the latest."""


class Named(models.Model):
    """Something with a name, found by its slug."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=150, unique=True, blank=True, allow_unicode=True)

    class Meta:
        abstract = True
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or slug_of(self.name)
        super().save(*args, **kwargs)


class Topic(Named):
    """What releases are about."""

    class Meta(Named.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def get_absolute_url(self) -> str:
        return f"{reverse('govpage_news:release_list')}?topic={self.slug}"


class Office(Named):
    """Who publishes releases, with the paragraph about itself that ends them."""

    boilerplate = RichTextField(
        RELEASE_BODY, verbose_name=_("about the office"), blank=True, help_text=_("Ends its releases.")
    )

    class Meta(Named.Meta):
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def get_absolute_url(self) -> str:
        return f"{reverse('govpage_news:release_list')}?office={self.slug}"


class Attachment(models.Model):
    """A file of a release, shown with its type and size."""

    release = models.ForeignKey("NewsRelease", models.CASCADE, related_name="attachments", verbose_name=_("release"))
    file = models.FileField(_("file"), upload_to=attachment_path, max_length=200, validators=[validate_attachment])
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(
        _("language"), max_length=16, blank=True, help_text=_("That of the release when empty.")
    )
    size = models.PositiveBigIntegerField(_("size"), default=0, editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ("order", "pk")

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.size = self.file.size
        super().save(*args, **kwargs)

    @property
    def media_type(self) -> str:
        """Its type, such as "application/pdf"; unknown ones are plain bytes."""
        return mimetypes.guess_type(str(self.file.name))[0] or "application/octet-stream"

    @property
    def type_and_size(self) -> str:
        """As a link to a file says them: "PDF, 1.2 MB"."""
        return f"{str(self.file.name).rpartition('.')[2].upper()}, {filesizeformat(self.size)}"


class FormerAddress(models.Model):
    """Where a release was found before; it leads to where it is now."""

    address = models.CharField(_("address"), max_length=180, unique=True)
    release = models.ForeignKey("NewsRelease", models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.address


class Revision(models.Model):
    """A release as somebody saved it, with what the content checks said of it then."""

    release = models.ForeignKey("NewsRelease", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    saved = models.DateTimeField(_("saved"), auto_now_add=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("saved by")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    content = models.JSONField(_("content"), default=dict)
    findings = models.JSONField(_("findings"), default=list)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=("release", "number"), name="govpage_news_revision_once")]

    def __str__(self) -> str:
        return f"{self.release_id}.{self.number}"


class Upload(models.Model):
    """A file that somebody wants to import, kept until its releases are chosen."""

    name = models.CharField(_("name"), max_length=200)
    content = models.BinaryField(_("content"))
    uploaded = models.DateTimeField(_("uploaded"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("uploaded by")
    )

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")

    def __str__(self) -> str:
        return self.name


class ArchiveRule(models.Model):
    """How old a release of a kind gets before it is archived; without an age, never."""

    kind = ChosenField(_("kind"), max_length=20, choices=Kind, unique=True)
    months = models.PositiveSmallIntegerField(
        _("age in months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(OLDEST)],
        help_text=_("Counted from the day of release; never when empty."),
    )

    class Meta:
        verbose_name = _("rule of archiving")
        verbose_name_plural = _("rules of archiving")
        ordering = ("kind",)

    def __str__(self) -> str:
        return str(Kind(self.kind).label)
