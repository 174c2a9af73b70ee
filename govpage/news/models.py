from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from html import unescape
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from govpage.component import KEPT_RENDERINGS
from govpage.news.lifecycle import ReleaseQuerySet
from govpage.richtext import RELEASE_BODY, RichTextField

TAG = re.compile(r'<(?>[^>"]+|"[^"]*")*+>')
"""A tag of sanitised HTML, whose attribute values stand in double quotes; reads every character once."""

DESCRIPTION_LENGTH = 160
"""Characters of a meta description. Source: Federal website standards."""


class Kind(models.TextChoices):
    """What a release is."""

    PRESS_RELEASE = "press_release", _("Press release")
    STATEMENT = "statement", _("Statement")
    MEDIA_ADVISORY = "media_advisory", _("Media advisory")
    FACT_SHEET = "fact_sheet", _("Fact sheet")
    REMARKS = "remarks", _("Remarks")
    TESTIMONY = "testimony", _("Testimony")
    BLOG = "blog", _("Blog")


READ_FOR_BEGINNING = 4000
"""Characters of a body that are looked at for its first words."""


def validate_address(value: str) -> None:
    """Refuse an address that is neither a path of this site nor an https: or http: one."""
    if not re.match(r"https?://[^/\s]|/(?![/\\])", value, re.IGNORECASE):
        raise ValidationError(_("Give a path that begins with one / or an address that begins with https://."))


def validate_labels(value: Any) -> None:
    """Refuse a trail that is not a list of texts."""
    if not isinstance(value, list) or not all(isinstance(label, str) and label.strip() for label in value):
        raise ValidationError(_('Give a list of labels, home first, such as ["Home", "News"].'))


class AddressField(models.CharField):  # type: ignore[type-arg]
    """Where a release is found, made once from its date and slug and kept when they change."""

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _plain, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        release = cast("NewsRelease", model_instance)
        release.address = release.address or address_of(release)
        return str(release.address)


def address_of(release: NewsRelease) -> str:
    """Return the address that a release of that date and slug gets: "2018/08/20/slug" or "undated/slug"."""
    day = f"{release.release_date:%Y/%m/%d}" if release.release_date else "undated"
    return f"{day}/{release.slug or slug_of(release.title)}"


def slug_of(title: str) -> str:
    """Return a slug in ASCII where the title has any letter of it, else in its own script."""
    return (slugify(title) or slugify(title, allow_unicode=True) or "release")[:150].strip("-_")


@lru_cache(maxsize=KEPT_RENDERINGS)
def beginning_of(body: str) -> str:
    """Return the first words of sanitised HTML as text, at most a meta description's length."""
    # Far more than the words need, and up to the beginning of a tag, so that none is cut.
    head = body if len(body) <= READ_FOR_BEGINNING else body[: body.rfind("<", 0, READ_FOR_BEGINNING)]
    text = " ".join(unescape(TAG.sub(" ", head)).split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


@lru_cache(maxsize=KEPT_RENDERINGS)
def version_of(*texts: str) -> str:
    """Return what changes whenever one of the texts does."""
    return sha256("\0".join(texts).encode()).hexdigest()[:12]


class NewsRelease(models.Model):
    """A news release. Whether it is a draft, scheduled, live, archived or withdrawn follows from its moments."""

    title = models.CharField(_("title"), max_length=300)
    subtitle = models.CharField(_("subtitle"), max_length=500, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PRESS_RELEASE)
    slug = models.SlugField(_("slug"), max_length=150, allow_unicode=True, blank=True)
    address = AddressField(max_length=180, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=16, default="en")
    description = models.CharField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("For search engines, 50 to 160 characters; the beginning of the text when empty."),
    )
    release_number = models.CharField(_("release number"), max_length=60, blank=True)
    dateline = models.CharField(_("dateline"), max_length=120, blank=True, help_text=_("Such as WASHINGTON."))
    byline = models.CharField(_("byline"), max_length=200, blank=True)
    body = RichTextField(RELEASE_BODY, verbose_name=_("text"))
    contacts = models.JSONField(_("contacts"), default=list, blank=True)
    section = models.CharField(_("section"), max_length=120, blank=True)
    breadcrumb = models.JSONField(
        _("breadcrumb"),
        default=list,
        blank=True,
        validators=[validate_labels],
        help_text=_("Labels above the page, home first; the usual trail of the newsroom when empty."),
    )

    release_date = models.DateField(_("release date"), null=True, blank=True)
    last_updated = models.DateField(_("last updated"), null=True, blank=True)
    last_reviewed = models.DateField(_("last reviewed"), null=True, blank=True)
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True, db_index=True)
    archive_at = models.DateTimeField(_("archive at"), null=True, blank=True, db_index=True)
    withdraw_at = models.DateTimeField(_("withdraw at"), null=True, blank=True)

    archive_date_known = models.BooleanField(
        _("day of archiving is known"),
        default=True,
        help_text=_("Off for a page that was archived before it was brought in: its notice then names no day."),
    )
    archive_reason = models.TextField(_("reason for archiving"), blank=True)
    successor = models.CharField(
        _("replaced by"), max_length=500, blank=True, validators=[validate_address], help_text=_("Address.")
    )
    successor_title = models.CharField(_("title of the replacement"), max_length=300, blank=True)

    original_address = models.CharField(
        _("original address"), max_length=500, blank=True, validators=[validate_address]
    )
    source_digest = models.CharField(max_length=64, blank=True, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    modified = models.DateTimeField(_("modified"), auto_now=True)

    objects = ReleaseQuerySet.as_manager()
    state: str

    class Meta:
        verbose_name = _("news release")
        verbose_name_plural = _("news releases")
        ordering = (models.F("release_date").desc(nulls_last=True), "-publish_at", "-pk")

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = slug_of(self.title)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("govpage_news:release_detail", args=[self.address])

    def clean(self) -> None:
        """Refuse moments in the wrong order and an address that is taken."""
        moments: Iterable[tuple[str, Any]] = (("archive_at", self.archive_at), ("withdraw_at", self.withdraw_at))
        for name, moment in moments:
            if moment and self.publish_at and moment < self.publish_at:
                raise ValidationError({name: _("This is before the release is published.")})
        address = self.address or address_of(self)
        if type(self).objects.filter(address=address).exclude(pk=self.pk).exists():
            raise ValidationError({"slug": _("Another release of that day has this slug.")})

    @property
    def summary(self) -> str:
        """What stands for the release in a list and for search engines."""
        return self.description or beginning_of(self.body)

    @property
    def version(self) -> str:
        """Changes whenever title or text change."""
        return version_of(self.title, self.subtitle, self.body)

    @property
    def language_code(self) -> str:
        """The language to show the page in, the site's own if the release's is not known."""
        return self.language or settings.LANGUAGE_CODE
