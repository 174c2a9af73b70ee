"""The page of a release before, or after, everybody can read it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from govpage.news.around import around
from govpage.news.lifecycle import GONE, State
from govpage.news.models import NewsRelease
from govpage.news.previews import release_of
from govpage.news.views.release import WITH, release_context, successor_of
from govpage.rendering import render_page

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """Show a release as it is, or as it would be in the state ``?as=``; without a good key there is nothing."""
    release = release_of(key, NewsRelease.objects.with_state().select_related(*WITH))
    state = request.GET.get("as", "")
    if release is None or state == State.DELETED or (state and state not in State.values):
        raise Http404
    stands = State(release.state)
    release.state = state or release.state
    with override(release.language_code):
        context = _context(release) | {"notice": preview_notice(release, stands)}
        html = render_page(_template(release), context, request)
    return HttpResponse(html, headers=HEADERS)


def _template(release: NewsRelease) -> str:
    return "govpage/news/preview_gone.html" if release.state in GONE else "govpage/news/preview.html"


def _context(release: NewsRelease) -> dict[str, Any]:
    if release.state in GONE:
        return {"reason": release.withdrawal_reason, "successor": successor_of(release)}
    if release.state == State.ARCHIVED and not release.archives_at:
        release.archives_at = timezone.now()
    return release_context(release, around(release))


def preview_notice(release: NewsRelease, stands: State) -> str:
    """Return what the top of a preview says: where the release stands, and until when it is under embargo."""
    state = str(stands.label)
    says = _("This is a preview. The release is not changed by it. Where it stands: %(state)s.") % {"state": state}
    if stands != State.EMBARGOED or release.publish_at is None:
        return says
    # The sentence has its own full stop, and so has "4 p.m.".
    moment = date_format(timezone.localtime(release.publish_at), "DATETIME_FORMAT").removesuffix(".")
    return f"{says} " + _("Under embargo until %(moment)s.") % {"moment": moment}
