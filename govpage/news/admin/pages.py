"""Pages of a release in the admin: its revisions, what differs, its preview, its deletion."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from govpage.news import editing
from govpage.news.admin import imports
from govpage.news.admin.page import admin_page
from govpage.news.conf import news_settings
from govpage.news.content import BlockedError
from govpage.news.differences import compare as differences
from govpage.news.lifecycle import State
from govpage.news.models import NewsRelease, Revision
from govpage.news.previews import preview_key
from govpage.news.reviewing import due_for_review
from govpage.news.snapshots import told

if TYPE_CHECKING:
    from govpage.news.admin.releases import NewsReleaseAdmin

PER_PAGE = 50
"""Lines of one page."""

NAME = "govpage_news_newsrelease"


def urls(admin: NewsReleaseAdmin) -> list[URLPattern]:
    """Return the addresses of these pages, for staff only."""
    pages: tuple[tuple[str, Callable[..., HttpResponse], str], ...] = (
        ("due/", due, "due"),
        ("import/", imports.upload, "import"),
        ("import/<int:key>/", imports.choose, "import_choose"),
        ("<int:key>/revisions/", revisions, "revisions"),
        ("<int:key>/revisions/compare/", compare, "compare"),
        ("<int:key>/revisions/restore/", restore, "restore"),
        ("<int:key>/preview/", preview_link, "preview"),
        ("<int:key>/undelete/", undelete, "undelete"),
    )
    view = admin.admin_site.admin_view
    return [path(where, view(partial(page, admin)), name=f"{NAME}_{name}") for where, page, name in pages]


class DeletionForm(forms.Form):
    """What is asked before a release is deleted."""

    disposition = forms.CharField(
        label=gettext_lazy("Records disposition"),
        max_length=280,
        help_text=gettext_lazy("What the records schedule says, such as: kept three years, then destroyed."),
    )


def due(admin: NewsReleaseAdmin, request: HttpRequest) -> HttpResponse:
    """List what is due to be reviewed, the most urgent first."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    page = Paginator(due_for_review(localdate()), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(release, State(release.state).label) for release in page]
    context = {"page": page, "rows": rows, "today": localdate()}
    return admin_page(admin, request, "due", _("Due for review"), context)


def revisions(admin: NewsReleaseAdmin, request: HttpRequest, key: int) -> HttpResponse:
    """List the revisions of a release, the newest first."""
    release = _release(admin, request, key)
    found = Revision.objects.filter(release=release).select_related("saved_by").defer("content")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"release": release, "page": page, "may_restore": admin.has_change_permission(request, release)}
    return admin_page(admin, request, "revisions", _("Revisions"), context)


def compare(admin: NewsReleaseAdmin, request: HttpRequest, key: int) -> HttpResponse:
    """Show two revisions side by side: those of ``?old=`` and ``?new=``."""
    release = _release(admin, request, key)
    old, new = (_revision(release, request.GET.get(name, "")) for name in ("old", "new"))
    fields = [(_label(found.name), found.rows) for found in differences(told(old.content), told(new.content))]
    title = _("Revisions %(old)d and %(new)d") % {"old": old.number, "new": new.number}
    return admin_page(admin, request, "compare", title, {"release": release, "old": old, "new": new, "fields": fields})


def restore(admin: NewsReleaseAdmin, request: HttpRequest, key: int) -> HttpResponse:
    """Bring the text of a revision back."""
    release = _release(admin, request, key)
    if not admin.has_change_permission(request, release):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    revision = _revision(release, request.POST.get("revision", ""))
    opened = request.POST.get("opened", "")
    release.revision = int(opened) if opened.isdecimal() else -1
    return _done(request, _address("revisions", key), partial(editing.restore, release, revision, request.user))


def preview_link(admin: NewsReleaseAdmin, request: HttpRequest, key: int) -> HttpResponse:
    """Give the signed link to the preview, in each state."""
    release = _release(admin, request, key)
    if release.deleted_at:
        raise Http404
    address = request.build_absolute_uri(reverse("govpage_news:preview", args=[preview_key(release)]))
    states = [(state.label, f"{address}?as={state}") for state in State if state != State.DELETED]
    context = {"release": release, "address": address, "states": states, "days": news_settings().preview_days}
    return admin_page(admin, request, "preview", _("Preview"), context)


def delete(admin: NewsReleaseAdmin, request: HttpRequest, key: str) -> HttpResponse:
    """Ask for the disposition, then delete softly."""
    release = _release(admin, request, int(key) if key.isdecimal() else 0)
    if not admin.has_delete_permission(request, release):
        raise PermissionDenied
    form = DeletionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(editing.delete, release, request.user, form.cleaned_data["disposition"])
        return _done(request, reverse(f"admin:{NAME}_changelist"), act)
    return admin_page(admin, request, "delete", _("Delete"), {"release": release, "form": form})


def undelete(admin: NewsReleaseAdmin, request: HttpRequest, key: int) -> HttpResponse:
    """Bring a deleted release back."""
    release = _release(admin, request, key)
    if not admin.has_withdraw_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    return _done(request, _address("change", key), partial(editing.undelete, release, request.user))


def _done(request: HttpRequest, address: str, act: Callable[[], Revision]) -> HttpResponse:
    """Do it, say so or why not, and go on."""
    try:
        messages.success(request, act().note)
    except (editing.EditedSinceError, BlockedError) as error:
        messages.error(request, str(error))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return HttpResponseRedirect(address)


def _address(name: str, key: int) -> str:
    return reverse(f"admin:{NAME}_{name}", args=[key])


def _release(admin: NewsReleaseAdmin, request: HttpRequest, key: int) -> NewsRelease:
    """Return the release, to somebody who may see it."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    return get_object_or_404(admin.get_queryset(request), pk=key)


def _revision(release: NewsRelease, number: str) -> Revision:
    if not (number.isdecimal() and len(number) < 10):
        raise Http404
    return get_object_or_404(Revision.objects.select_related("saved_by"), release=release, number=int(number))


def _label(name: str) -> str:
    if name == "attachments":
        return _("Attachments")
    known = {field.name: field for field in NewsRelease._meta.get_fields()}
    return str(getattr(known.get(name), "verbose_name", name)).capitalize()
