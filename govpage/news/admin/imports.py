"""Bringing releases in from the admin: upload, look, choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from govpage.news.admin.page import admin_page
from govpage.news.importers import uploads
from govpage.news.importers.draft import CaptureError
from govpage.news.importers.formats import SUFFIXES
from govpage.news.importers.plan import Action, Step, as_release
from govpage.news.lifecycle import State
from govpage.news.models import Upload
from govpage.news.permissions import Act, may
from govpage.news.text import beginning_of

if TYPE_CHECKING:
    from govpage.news.admin.releases import NewsReleaseAdmin


class UploadForm(forms.Form):
    """Asks for the file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("A saved page, a Word document, a feed, an export or a table; at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(sorted(SUFFIXES))}),
    )


def upload(admin: NewsReleaseAdmin, request: HttpRequest) -> HttpResponse:
    """Take a file and lead to what is in it."""
    _refuse(admin, request)
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            kept = uploads.keep(form.cleaned_data["file"], request.user)
        except CaptureError as error:
            form.add_error("file", str(error))
        else:
            return HttpResponseRedirect(reverse("admin:govpage_news_newsrelease_import_choose", args=[kept.pk]))
    return admin_page(admin, request, "import", _("Import releases"), {"form": form})


def choose(admin: NewsReleaseAdmin, request: HttpRequest, key: int) -> HttpResponse:
    """Show what is in a file and what is unsure, and save what is chosen."""
    _refuse(admin, request)
    kept = get_object_or_404(Upload, pk=key, uploaded_by=request.user)
    may_archive = may(request.user, Act.ARCHIVE)
    if request.method == "POST":
        return _saved(request, kept, may_archive)
    try:
        rows = [_row(step, may_archive) for step in uploads.steps_of(kept)]
    except CaptureError as error:
        rows = []
        messages.error(request, f"{kept.name}: {error}.")
    context = {"upload": kept, "rows": rows, "new": any(row["digest"] for row in rows)}
    return admin_page(admin, request, "import_choose", _("Releases in %(name)s") % {"name": kept.name}, context)


def _refuse(admin: NewsReleaseAdmin, request: HttpRequest) -> None:
    """What is imported may be public at once, so it takes whoever may write and publish."""
    if not (admin.has_add_permission(request) and may(request.user, Act.PUBLISH)):
        raise PermissionDenied


def _saved(request: HttpRequest, kept: Upload, may_archive: bool) -> HttpResponse:
    digests = frozenset(request.POST.getlist("digest"))
    try:
        releases = uploads.save_chosen(kept, digests, request.user, may_archive=may_archive)
    except CaptureError as error:
        messages.error(request, _("Nothing was imported. %(reason)s") % {"reason": capfirst(f"{error}.")})
        return HttpResponseRedirect(request.path)
    count = len(releases)
    messages.success(request, ngettext("%d release imported.", "%d releases imported.", count) % count)
    return HttpResponseRedirect(reverse("admin:govpage_news_newsrelease_changelist"))


def _row(step: Step, may_archive: bool) -> dict[str, Any]:
    """Return what the page says of one release; without a digest it cannot be chosen."""
    draft = step.draft
    locked = bool(draft and draft.archived) and not may_archive
    reason = _("It is archived, which you may not do.") if locked else step.reason
    return {
        "number": step.number,
        "title": draft.title if draft else "",
        "day": draft.release_date if draft else None,
        "language": draft.language if draft else "",
        "state": _state(step),
        "beginning": beginning_of(draft.body_html) if draft else "",
        "unsure": draft.unsure if draft else (),
        "address": step.address,
        "digest": step.digest if step.action is Action.CREATE and not locked else "",
        "reason": _("There already.") if step.action is Action.KEEP else reason,
    }


def _state(step: Step) -> str:
    """Say where the release will stand."""
    if step.draft is None or step.action is not Action.CREATE:
        return ""
    release = as_release(step.draft)
    if release.publish_at is None:
        return str(State.DRAFT.label)
    if release.publish_at > timezone.now():
        return str((State.EMBARGOED if release.embargoed else State.SCHEDULED).label)
    return str((State.ARCHIVED if release.archive_at else State.LIVE).label)
