from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import Group
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from govpage.feedback.resolving import current_path
from govpage.page import PageReference

IS_PREFIX = RegexValidator(r"^/(?!/)\S*\Z", _("Begin with one slash and leave out spaces, as in /news/."))


class SectionManager(models.Manager["Section"]):
    def of(self, path: str) -> Section | None:
        """Return the section of the longest prefix that an address begins with."""
        return longest(path, self.all())


def longest(path: str, sections: Iterable[Section]) -> Section | None:
    """Return the section of the longest prefix among these; letters count as they are written."""
    found = [section for section in sections if path.startswith(section.prefix)]
    return max(found, key=lambda section: len(section.prefix), default=None)


class Section(models.Model):
    """A part of the site with one owner: every page whose address begins with its prefix."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    prefix = models.CharField(_("addresses begin with"), max_length=200, unique=True, validators=[IS_PREFIX])
    owner = models.ForeignKey(
        Group,
        models.SET_NULL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The group whose members see this section; staff with the permission see all sections."),
    )

    objects = SectionManager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class PageManager(models.Manager["Page"]):
    def named(self, reference: PageReference) -> Page:
        """Return the page of that reference where it stands now, made at its first answer, in its section."""
        path = current_path(reference.path)
        new: dict[str, Any] = {
            "path": path,
            "title": reference.title,
            "language": reference.language,
            "section": partial(Section.objects.of, path),
        }
        page, made = self.get_or_create(digest=Page.digest_of(path), defaults=new)
        is_here = path == reference.path
        if is_here and not made and (page.title, page.language) != (reference.title, reference.language):
            self._follow(page, reference)
        return page

    def _follow(self, page: Page, reference: PageReference) -> None:
        """Take over title and language with a new version of the content; older copies of a page change nothing."""
        if reference.version and page.versions.filter(name=reference.version).exists():
            return
        page.title, page.language = reference.title, reference.language
        page.save(update_fields=["title", "language"])


class Page(models.Model):
    """A page that was answered about; it comes from a signed reference, never from posted text."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    path = models.TextField(_("address"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=16)
    section = models.ForeignKey(
        Section, models.SET_NULL, verbose_name=_("section"), null=True, blank=True, related_name="pages"
    )

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


class ContentVersion(models.Model):
    """A version of a page's content, so that answers before and after a change can be told apart."""

    page = models.ForeignKey(Page, models.CASCADE, verbose_name=_("page"), related_name="versions")
    name = models.CharField(_("version"), max_length=64, blank=True)
    first_answer = models.DateTimeField(_("first answer"), default=timezone.now)

    class Meta:
        verbose_name = _("version of the content")
        verbose_name_plural = _("versions of the content")
        ordering = ("first_answer", "pk")
        constraints = [models.UniqueConstraint(fields=("page", "name"), name="govpage_feedback_version")]

    def __str__(self) -> str:
        return self.name
