from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from govpage.news.ages import moment_after
from govpage.news.fields import (
    AddressField,
    ChosenField,
    MadeCharField,
    MadeDateField,
    MadeDateTimeField,
    MadeTextField,
    RowsField,
    validate_address,
    validate_labels,
)
from govpage.news.files import image_path, validate_image
from govpage.news.kinds import Kind
from govpage.news.lifecycle import ReleaseQuerySet
from govpage.news.models.around import ArchiveRule, Office, Topic
from govpage.news.models.section import Section
from govpage.news.text import beginning_of, folded, plain_text, slug_of, version_of
from govpage.richtext import RELEASE_BODY, RichTextField

UNDATED = date(1, 1, 1)
"""What stands for no day where days are sorted."""


def address_of(release: NewsRelease) -> str:
    """Return the address that a release of that date and slug gets: "2018/08/20/slug" or "undated/slug"."""
    day = f"{release.release_date:%Y/%m/%d}" if release.release_date else "undated"
    return f"{day}/{release.slug or slug_of(release.title)}"


def _kept_address(release: NewsRelease) -> str:
    """Made once, from date and slug, and kept when they change."""
    return release.address or address_of(release)


def _search_text(release: NewsRelease) -> str:
    body = release._meta.get_field("body").get_prep_value(release.body)
    return folded(" ".join((release.title, release.subtitle, plain_text(body or ""))))


def _sort_day(release: NewsRelease) -> date:
    """The day that a list is sorted by; what has none is the oldest."""
    return release.release_date or UNDATED


def _archives_at(release: NewsRelease) -> datetime | None:
    """The moment of archiving that somebody set, else the one that the rule of the kind gives."""
    if release.archive_at or release.kept_current or not release.publish_at:
        return release.archive_at
    rule = ArchiveRule.objects.filter(kind=release.kind, months__isnull=False).first()
    day = release.release_date or localdate(release.publish_at)
    return moment_after(day, rule.months) if rule and rule.months else None


def _archive_sort_day(release: NewsRelease) -> date | None:
    return _sort_day(release) if release.archives_at else None


class NewsRelease(models.Model):
    """A news release. Whether it is a draft, scheduled, live, archived or withdrawn follows from its moments."""

    title = models.CharField(_("title"), max_length=300)
    subtitle = models.CharField(_("subtitle"), max_length=500, blank=True)
    kind = ChosenField(_("kind"), max_length=20, choices=Kind, default=Kind.PRESS_RELEASE)
    slug = models.SlugField(_("slug"), max_length=150, allow_unicode=True, blank=True)
    address = MadeCharField(_kept_address, max_length=180, unique=True)
    language = models.CharField(_("language"), max_length=16, default="en")
    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    description = models.CharField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("For search engines, 50 to 160 characters; the beginning of the text when empty."),
    )
    release_number = models.CharField(_("release number"), max_length=60, blank=True)
    immediate = models.BooleanField(_("for immediate release"), default=False)
    dateline = models.CharField(_("dateline"), max_length=120, blank=True, help_text=_("Such as WASHINGTON."))
    byline = models.CharField(_("byline"), max_length=200, blank=True, help_text=_("Without the word “By”."))
    body = RichTextField(RELEASE_BODY, verbose_name=_("text"))
    quotes = RowsField(("text", "speaker", "role"), verbose_name=_("quotes"))
    quick_facts = RowsField(("label", "text"), verbose_name=_("quick facts"))
    contacts = RowsField(("name", "phone", "email"), verbose_name=_("contacts"))
    boilerplate = RichTextField(
        RELEASE_BODY,
        verbose_name=_("about the office"),
        blank=True,
        help_text=_("Ends the release; that of the office when empty."),
    )
    image = models.FileField(_("image"), upload_to=image_path, max_length=200, blank=True, validators=[validate_image])
    image_alt = models.CharField(_("alternative text"), max_length=300, blank=True)
    image_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The image says nothing that the text does not say.")
    )
    image_caption = models.CharField(_("caption"), max_length=300, blank=True)

    topics = models.ManyToManyField(Topic, blank=True, related_name="releases", verbose_name=_("topics"))
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="releases", verbose_name=_("office")
    )
    related = models.ManyToManyField("self", blank=True, symmetrical=False, verbose_name=_("related releases"))
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="releases", verbose_name=_("section")
    )
    breadcrumb = models.JSONField(
        _("breadcrumb"),
        default=list,
        blank=True,
        validators=[validate_labels],
        help_text=_("Labels above the page, home first; the usual trail of the newsroom when empty."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("owner")
    )

    release_date = models.DateField(_("release date"), null=True, blank=True)
    last_updated = models.DateField(_("last updated"), null=True, blank=True)
    last_reviewed = models.DateField(_("last reviewed"), null=True, blank=True)
    review_by = models.DateField(_("review by"), null=True, blank=True, db_index=True)

    in_review = models.BooleanField(_("in review"), default=False)
    embargoed = models.BooleanField(_("under embargo until then"), default=False)
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True, db_index=True)
    updated_at = models.DateTimeField(_("updated at"), null=True, blank=True, db_index=True)
    change_notes = RowsField(("on", "note"), verbose_name=_("change notes"))
    archive_at = models.DateTimeField(_("archive at"), null=True, blank=True)
    kept_current = models.BooleanField(
        _("not archived by rule"), default=False, help_text=_("The rule for its kind leaves it out.")
    )
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True, db_index=True)
    withdraw_at = models.DateTimeField(_("withdraw at"), null=True, blank=True, db_index=True)
    withdrawal_reason = models.TextField(_("reason for withdrawal"), blank=True)
    deleted_at = models.DateTimeField(_("deleted at"), null=True, blank=True, db_index=True, editable=False)
    disposition = models.CharField(_("records disposition"), max_length=300, blank=True, editable=False)

    archive_date_known = models.BooleanField(
        _("day of archiving is known"),
        default=True,
        help_text=_("Off for a page that was archived before it was brought in: its notice then names no day."),
    )
    archive_reason = models.TextField(_("reason for archiving"), blank=True)
    successor = AddressField(
        _("replaced by"), max_length=500, blank=True, validators=[validate_address], help_text=_("Address.")
    )
    successor_title = models.CharField(_("title of the replacement"), max_length=300, blank=True)

    original_address = AddressField(_("original address"), max_length=500, blank=True, validators=[validate_address])
    source_digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    revision = models.PositiveIntegerField(_("revision"), default=0, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    modified = models.DateTimeField(_("modified"), auto_now=True)

    search_text = MadeTextField(_search_text, default="")
    sort_day = MadeDateField(_sort_day, default=UNDATED)
    archives_at = MadeDateTimeField(_archives_at, null=True, db_index=True)
    archive_sort_day = MadeDateField(_archive_sort_day, null=True)

    objects = ReleaseQuerySet.as_manager()
    state: str

    class Meta:
        verbose_name = _("news release")
        verbose_name_plural = _("news releases")
        ordering = ("-sort_day", "-pk")
        indexes = (
            models.Index(fields=("-sort_day", "-id"), name="govpage_news_by_day"),
            models.Index(fields=("kind", "-sort_day", "-id"), name="govpage_news_by_kind"),
            models.Index(fields=("language", "-sort_day", "-id"), name="govpage_news_by_language"),
            models.Index(fields=("office", "-sort_day", "-id"), name="govpage_news_by_office"),
            models.Index(fields=("-archive_sort_day", "-id"), name="govpage_news_by_archive_day"),
        )
        permissions = (
            ("publish_newsrelease", "Can publish news releases"),
            ("archive_newsrelease", "Can archive news releases"),
            ("withdraw_newsrelease", "Can withdraw news releases"),
        )

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = slug_of(self.title)
        # Forms ask clean(); objects.create() and the restoring of a text do not.
        self._clean_translation()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("govpage_news:release_detail", args=[self.address])

    def clean(self) -> None:
        """Refuse moments in the wrong order, an address that is taken and a translation that leads in a circle."""
        names = ("archive_at", "expires_at", "withdraw_at")
        moments: Iterable[tuple[str, datetime | None]] = ((name, getattr(self, name)) for name in names)
        for name, moment in moments:
            if moment and self.publish_at and moment < self.publish_at:
                raise ValidationError({name: _("This is before the release is published.")})
        self._clean_address()
        self._clean_translation()
        self._clean_languages()
        if self.immediate and self.embargoed:
            raise ValidationError({"immediate": _("A release under embargo is not for immediate release.")})
        if self.image and not self.image_alt and not self.image_decorative:
            raise ValidationError({"image_alt": _("Say what the image shows, or mark it as decorative.")})

    def _clean_address(self) -> None:
        address = self.address or address_of(self)
        if type(self).objects.filter(address=address).exclude(pk=self.pk).exists():
            raise ValidationError({"slug": _("Another release of that day has this slug.")})

    def _clean_translation(self) -> None:
        original = self.translation_of
        if original is None:
            return
        if original.pk == self.pk or original.translation_of_id is not None:
            raise ValidationError({"translation_of": _("Name the original, which is no translation itself.")})
        if self.pk and self.translations.exists():
            raise ValidationError({"translation_of": _("This has translations itself, so it is the original.")})

    def _clean_languages(self) -> None:
        """Refuse a second page of one release in one language; software could not tell which to offer."""
        if not self.translation_of_id:
            return
        pages = type(self).objects.filter(Q(pk=self.translation_of_id) | Q(translation_of=self.translation_of_id))
        if pages.filter(language=self.language, deleted_at__isnull=True).exclude(pk=self.pk).exists():
            message = _(
                "There is a page of this release in this language already: the original, or another translation."
            )
            raise ValidationError({"translation_of": message})

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
