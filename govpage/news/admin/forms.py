"""The form in which a release is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from govpage.news.admin.findings import as_list
from govpage.news.content import Finding, by_field
from govpage.news.editing import edited_since, is_public, refuse_taken
from govpage.news.models import NewsRelease, Revision, address_of


class ReleaseForm(forms.ModelForm):  # type: ignore[type-arg]
    """A release, the revision that was opened, and what is said of the change."""

    findings: ClassVar[Sequence[Finding]] = ()
    """What is shown beside the fields."""

    refused: ClassVar[Sequence[Finding]] = ()
    """Findings for which this very request was refused."""

    opened = forms.IntegerField(required=False, widget=forms.HiddenInput)
    change_note = forms.CharField(
        label=_("What changed"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For readers: it is listed on the page, with today as its day. Leave it empty for small repairs."),
    )
    revision_note = forms.CharField(
        label=_("Note for colleagues"),
        required=False,
        max_length=300,
        help_text=_("Kept with the revision; readers do not see it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was_public = bool(self.instance.pk) and is_public(self.instance)
        self.initial["opened"] = self.instance.revision
        if language := self.fields.get("language"):
            language.widget = forms.Select(choices=_languages(self.instance.language))
        for name, found in by_field(self.findings).items():
            if field := self.fields.get(name):
                field.help_text = format_html("{}{}", field.help_text, as_list(found))

    @property
    def moves(self) -> bool:
        """Whether the release gets a new address; the day alone moves none that readers know."""
        day = "release_date" in self.changed_data and not self.was_public
        return bool(self.instance.pk) and ("slug" in self.changed_data or day)

    def clean_change_note(self) -> str:
        note = str(self.cleaned_data["change_note"]).strip()
        if note and not self.was_public:
            raise ValidationError(_("Only a release that readers can see has changes to be noted."))
        return note

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.instance.pk and self.instance in cleaned.get("related", ()):
            self.add_error("related", _("A release is not related to itself."))
        if self.instance.pk and cleaned.get("opened") != self._stored_revision():
            raise ValidationError(self._said_since(cleaned.get("opened")))
        for name, found in by_field(self.refused).items():
            messages = [finding.message for finding in found]
            self.add_error(name if name in self.fields else None, ValidationError(messages))
        return cleaned

    def _said_since(self, opened: int | None) -> str:
        """Say who was quicker, with a link to what was changed since; what was typed stays in this window."""
        said, new = str(edited_since(self.instance)), self._stored_revision()
        kept = Revision.objects.filter(release=self.instance, number__in=(opened, new)) if opened is not None else ()
        if len(kept) < 2:
            return said
        page = reverse("admin:govpage_news_newsrelease_compare", args=[self.instance.pk])
        link = '{} <a href="{}?old={}&amp;new={}" target="_blank">{}</a>'
        return format_html(link, said, page, opened, new, _("What was changed since (opens in a new window)"))

    def _stored_revision(self) -> int:
        return NewsRelease.objects.values_list("revision", flat=True).get(pk=self.instance.pk)

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors or (self.instance.pk and not self.moves):
            return
        kept, self.instance.address = self.instance.address, ""
        try:
            refuse_taken(address_of(self.instance), self.instance.pk)
        except ValidationError as error:
            self.add_error(None, error)
        self.instance.address = kept


def _languages(stored: str) -> list[tuple[str, str]]:
    """Return the languages of the site, and the one that the release has."""
    first = {stored: stored or "---------"}
    return [(code, str(name)) for code, name in {**first, **dict(settings.LANGUAGES)}.items()]
