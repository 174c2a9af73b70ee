"""Releases in the press office's admin."""

from __future__ import annotations

from typing import Any, Never

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from govpage.news import editing
from govpage.news.admin import pages
from govpage.news.admin.actions import ACTIONS
from govpage.news.admin.base import PressOfficeAdmin
from govpage.news.admin.filters import StateFilter
from govpage.news.admin.findings import as_list, findings_of, newest_findings
from govpage.news.admin.forms import ReleaseForm
from govpage.news.content import BlockedError
from govpage.news.lifecycle import ReleaseQuerySet, State
from govpage.news.models import Attachment, NewsRelease
from govpage.news.permissions import Act, locked_fields, may

FIELDSETS: Any = (
    (None, {"fields": ("opened", "title", "subtitle", "kind", "language", "translation_of", "description", "body")}),
    (_("Release"), {"fields": ("release_date", "release_number", "immediate", "dateline", "byline")}),
    (_("Quotes, facts and contacts"), {"fields": ("quotes", "quick_facts", "contacts")}),
    (_("Image"), {"fields": ("image", "image_alt", "image_decorative", "image_caption")}),
    (_("Around the text"), {"fields": ("office", "boilerplate", "topics", "related")}),
    (
        _("Place on the site"),
        {"fields": ("slug", "shown_address", "former_addresses", "section", "breadcrumb", "original_address")},
    ),
    (_("Care"), {"fields": ("owner", "review_by", "last_reviewed", "last_updated")}),
    (_("Changes"), {"fields": ("change_note", "change_notes", "revision_note")}),
    (_("Publishing"), {"fields": ("in_review", "publish_at", "embargoed", "expires_at")}),
    (
        _("Archiving"),
        {
            "fields": (
                "archive_at",
                "kept_current",
                "archive_date_known",
                "archive_reason",
                "successor",
                "successor_title",
            )
        },
    ),
    (_("Withdrawal"), {"fields": ("withdraw_at", "withdrawal_reason")}),
)


class AttachmentInline(admin.StackedInline):  # type: ignore[type-arg]
    """Files of the release; one below the other, because the boxes of a table have no labels of their own."""

    model = Attachment
    fields = ("file", "title", "language", "order", "shown_size")
    readonly_fields = ("shown_size",)
    extra = 1

    # A file is part of its release: who writes the one may add and remove the other.
    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Act.WRITE) or request.user.has_perm("govpage_news.add_newsrelease")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_add_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    @admin.display(description=_("type and size"))
    def shown_size(self, attachment: Attachment) -> str:
        return attachment.type_and_size if attachment.pk else "-"


@admin.register(NewsRelease)
class NewsReleaseAdmin(PressOfficeAdmin):
    """Writing, publishing, correcting, archiving, withdrawing and deleting of releases."""

    form = ReleaseForm
    fieldsets = FIELDSETS
    inlines = (AttachmentInline,)
    actions: Any = ACTIONS
    list_display = ("title", "kind", "release_date", "shown_state", "language", "office", "owner")
    list_select_related = ("office", "owner")
    list_filter = (StateFilter, "kind", "language", "office")
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("title", "subtitle", "body", "release_number")
    date_hierarchy = "release_date"
    raw_id_fields = ("translation_of", "related")
    change_form_template = "govpage/news/admin/change_form.html"
    change_list_template = "govpage/news/admin/change_list.html"

    @admin.display(description=_("state"))
    def shown_state(self, release: NewsRelease) -> str:
        return str(State(release.state).label)

    @admin.display(description=_("address"))
    def shown_address(self, release: NewsRelease) -> str:
        return release.get_absolute_url() if release.address else "-"

    @admin.display(description=_("former addresses, which lead here"))
    def former_addresses(self, release: NewsRelease) -> str:
        return ", ".join(release.former_addresses.values_list("address", flat=True)) if release.pk else "-"

    def get_queryset(self, request: HttpRequest) -> ReleaseQuerySet:
        return NewsRelease.objects.with_state()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new release is of today unless somebody says otherwise, since one without a day comes last in a list."""
        return {"release_date": localdate(), **super().get_changeform_initial_data(request)}

    def view_on_site(self, obj: NewsRelease) -> str:
        return obj.get_absolute_url()

    def get_urls(self) -> list[URLPattern]:
        return [*pages.urls(self), *super().get_urls()]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Act.PUBLISH)

    def has_archive_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Act.ARCHIVE)

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Act.WITHDRAW)

    def has_delete_permission(self, request: HttpRequest, obj: NewsRelease | None = None) -> bool:
        return may(request.user, Act.WITHDRAW) and not (obj and obj.deleted_at)

    def has_change_permission(self, request: HttpRequest, obj: NewsRelease | None = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.deleted_at)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        # Deletion asks for a disposition, one release at a time.
        actions.pop("delete_selected", None)
        return actions

    def get_readonly_fields(self, request: HttpRequest, obj: NewsRelease | None = None) -> tuple[str, ...]:
        return ("shown_address", "former_addresses", *locked_fields(request.user))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "owner":
            kwargs["queryset"] = get_user_model()._default_manager.filter(is_staff=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm[Any]]:
        form = super().get_form(request, obj, change=change, **kwargs)
        refused = getattr(request, "govpage_refused", ())
        findings = newest_findings(obj) if obj and not refused else ()
        return type(form.__name__, (form,), {"refused": refused, "findings": findings})

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (editing.EditedSinceError, IntegrityError, ValidationError):
            # Somebody was quicker by a moment, and saved this release or took its address; the form now says so, with
            # everything that was typed.
            return super().changeform_view(request, object_id, form_url, extra_context)
        except BlockedError as error:
            request.govpage_refused = error.findings  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        release = kwargs.get("obj")
        found = newest_findings(release) if release else []
        context |= {"findings": as_list(found) if found else "", "act": self._what_may(request, release)}
        return super().render_change_form(request, context, *args, **kwargs)

    def _what_may(self, request: HttpRequest, release: NewsRelease | None) -> dict[str, bool]:
        deleted = bool(release and release.deleted_at)
        return {"preview": bool(release) and not deleted, "undelete": deleted and self.has_withdraw_permission(request)}

    def save_model(self, request: HttpRequest, obj: NewsRelease, form: Any, change: bool) -> None:
        """Claim the revision that was opened, then save; all in the transaction of the view."""
        if change:
            editing.claim(obj, form.cleaned_data["opened"])
        else:
            obj.revision = 1
        if note := form.cleaned_data["change_note"]:
            editing.note_change(obj, note, timezone.now())
        slug, day = obj.slug, obj.release_date
        super().save_model(request, obj, form, change)
        if form.moves:
            editing.new_address(obj, slug or obj.slug, day, read=form.was_public)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Check what is now saved whole, and keep it as a revision."""
        super().save_related(request, form, formsets, change)
        release = form.instance
        embargo_new = bool({"publish_at", "embargoed"}.intersection(form.changed_data))
        findings = findings_of(release, embargo_new=embargo_new, typed=form.cleaned_data["body"])
        editing.refuse_faulty(release, findings)
        editing.record(release, request.user, form.cleaned_data["revision_note"], findings)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        return pages.delete(self, request, object_id)

    def delete_model(self, request: HttpRequest, obj: NewsRelease) -> Never:
        raise PermissionDenied("A release is deleted on its own page, with a disposition.")
