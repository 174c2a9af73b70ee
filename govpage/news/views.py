"""The newsroom's pages: thin, cacheable for everybody, without a session."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from govpage.dates import long_date
from govpage.links import Link
from govpage.news.caching import cacheable
from govpage.news.conf import news_settings
from govpage.news.lifecycle import PUBLIC, ReleaseQuerySet, State
from govpage.news.models import RELEASE_BODY, NewsRelease
from govpage.news.trail import archive_crumb, news_trail, release_trail

MAX_QUERY = 200
"""Characters of a search that are looked at."""


@require_safe
def release_list(request: HttpRequest) -> HttpResponse:
    """List what is live, newest first; ``q`` searches it."""
    trail = news_trail()
    context = {"title": _("News"), "trail": (*trail[:-1], Link(trail[-1].label)), "archive": archive_crumb()}
    return _list(request, NewsRelease.objects.in_state(State.LIVE), context)


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """List what is archived, newest first; ``q`` searches it."""
    crumb = archive_crumb()
    context = {"title": crumb.label, "trail": (*news_trail(), Link(crumb.label))}
    return _list(request, NewsRelease.objects.in_state(State.ARCHIVED), context)


def _list(request: HttpRequest, releases: ReleaseQuerySet, context: dict[str, Any]) -> HttpResponse:
    query = request.GET.get("q", "")[:MAX_QUERY].replace("\0", "").strip()
    found = releases.filter(Q(title__icontains=query) | Q(body__icontains=query)) if query else releases
    page = Paginator(found, news_settings().per_page).get_page(request.GET.get("page"))
    html = render_to_string(
        "govpage/news/release_list.html",
        {**context, "page": page, "items": release_items(page), "query": query},
        request,
    )
    changes = NewsRelease.objects.next_change()
    return cacheable(request, html, max_age=news_settings().max_age, changed=None, expires=changes)


def release_items(releases: Iterable[NewsRelease]) -> list[tuple[NewsRelease, str]]:
    """Return what the template ``govpage/news/items.html`` lists: each release and its date in words."""
    return [(release, _day(release)) for release in releases]


def _day(release: NewsRelease) -> str:
    return long_date(release.release_date) if release.release_date else ""


@require_safe
def release_detail(request: HttpRequest, address: str) -> HttpResponse:
    """Show one release in its own language; an archived one stays at its address."""
    release = NewsRelease.objects.in_state(*PUBLIC).filter(address=address).first()
    if release is None:
        raise Http404
    with override(release.language_code):
        html = render_to_string("govpage/news/release_detail.html", release_context(release), request)
    return cacheable(
        request,
        html,
        max_age=news_settings().max_age,
        changed=release.modified,
        expires=NewsRelease.objects.filter(pk=release.pk).next_change(),
    )


def release_context(release: NewsRelease) -> dict[str, Any]:
    """Return what the page of a release shows.

    Shape: the release has its state annotated
    """
    return {
        "release": release,
        "body": _body(release),
        "trail": release_trail(release),
        "archived": release.state == State.ARCHIVED,
        "section": archive_crumb().url if release.state == State.ARCHIVED else "",
        "archived_on": release.archive_at if release.archive_date_known else None,
        "successor": Link(release.successor_title or release.successor, release.successor)
        if release.successor
        else None,
        "release_date": _day(release),
    }


def _body(release: NewsRelease) -> SafeString:
    """Return the body with its dateline in the first paragraph, where the press expects it."""
    body = RELEASE_BODY.render(release.body)
    if not release.dateline:
        return body
    dateline = format_html('<p><span class="gov-release__dateline">{}</span> – ', release.dateline)
    if body.startswith("<p>"):
        return SafeString(dateline + body.removeprefix("<p>"))
    return SafeString(dateline + "</p>" + body)
