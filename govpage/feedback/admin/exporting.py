"""Exports of a list as it is filtered, for those who may export; whoever may not is refused, and that is logged."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

from asgiref.sync import sync_to_async
from django.contrib.admin import ShowFacets
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest, EmptyResultSet, PermissionDenied
from django.core.handlers.asgi import ASGIRequest
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path, reverse
from django.utils import timezone

from govpage.feedback.admin.base import OwnersAdmin
from govpage.feedback.admin.filtering import filtered, kept_query
from govpage.feedback.audit import record
from govpage.feedback.exports import FORMATS, TABLES

PERMISSION = "govpage_feedback.export_comment"


class ExportAdmin(OwnersAdmin):
    """A list that can be exported, and is shown without counting more than it must."""

    change_list_template = "govpage/feedback/admin/list.html"
    show_full_result_count = False
    show_facets = ShowFacets.NEVER

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        return [path("export/<str:form>/", self.admin_site.admin_view(self.export), name=name), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = {"exports": self._links(request), **(extra_context or {})}
        return super().changelist_view(request, context)

    @transaction.non_atomic_requests  # what is refused is logged all the same
    def export(self, request: HttpRequest, form: str) -> StreamingHttpResponse:
        """Send what the list shows, on all its pages, as it is read."""
        if form not in FORMATS:
            raise Http404
        name = TABLES[self.model].name
        asked: dict[str, Any] = {"what": name, "format": form, "filter": _logged(request)}
        if not self.has_view_permission(request) or not request.user.has_perm(PERMISSION):
            record(request.user, "export.refused", **asked)
            raise PermissionDenied
        try:
            rows = filtered(self, request)
            _compile(rows)
        except (IncorrectLookupParameters, OverflowError, ValueError) as error:
            raise BadRequest("A filter has no such value.") from error
        record(request.user, "export", **asked)
        pieces, content_type = FORMATS[form]
        return _stream(request, pieces(TABLES[self.model], rows), content_type, f"{name}.{form}")

    def _links(self, request: HttpRequest) -> list[tuple[str, str]]:
        if not request.user.has_perm(PERMISSION):
            return []
        name, query = f"admin:{self.opts.app_label}_{self.opts.model_name}_export", kept_query(request)
        return [(label, f"{reverse(name, args=[form])}?{query}") for form, label in LABELS.items()]


LABELS = {"csv": "CSV", "jsonl": "JSON Lines"}


def _compile(rows: QuerySet[Any]) -> None:
    """Let a filter that no database can be asked for be noticed before anything is sent.

    Raises: OverflowError or ValueError for a day or number that there is not
    """
    with suppress(EmptyResultSet):
        rows.query.get_compiler(rows.db).as_sql()


def _logged(request: HttpRequest) -> str:
    """Return what the export is asked for, but not the words that are searched for: they may be somebody's name."""
    asked = request.GET.copy()
    if asked.get("q"):
        asked["q"] = "..."
    return asked.urlencode()[:500]


def _stream(request: HttpRequest, pieces: Iterator[str], content_type: str, name: str) -> StreamingHttpResponse:
    body = _in_turns(pieces) if isinstance(request, ASGIRequest) else pieces
    response = StreamingHttpResponse(body, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{timezone.localdate()}-{name}"'
    return response


async def _in_turns(pieces: Iterator[str]) -> AsyncIterator[str]:
    """Read piece by piece in a thread, since Django under ASGI would otherwise read all before it sends any."""
    while (piece := await sync_to_async(_next)(pieces)) is not None:
        yield piece


def _next(pieces: Iterator[str]) -> str | None:
    return next(pieces, None)
