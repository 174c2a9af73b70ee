"""The newsroom's pages: thin, cacheable for everybody, without a session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from govpage.component import kept
from govpage.components import CollectionItem, ReleaseArticle
from govpage.conf import site
from govpage.links import Link
from govpage.news.caching import cacheable
from govpage.news.conf import news_settings
from govpage.news.lifecycle import PUBLIC, ReleaseQuerySet, State
from govpage.news.models import Kind, NewsRelease
from govpage.news.trail import archive_crumb, news_trail, release_trail
from govpage.rendering import render_page

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
    html = render_page(
        "govpage/news/release_list.html",
        {**context, "page": page, "items": release_items(page), "query": query, "url": _address(request, query)},
        request,
    )
    changes = NewsRelease.objects.next_change()
    return cacheable(request, html, max_age=news_settings().max_age, changed=None, expires=changes)


def _address(request: HttpRequest, query: str) -> str:
    return f"{request.path}?{urlencode({'q': query})}" if query else request.path


def release_items(releases: Iterable[NewsRelease]) -> tuple[CollectionItem, ...]:
    """Return the releases as the component ``Collection`` lists them."""
    return tuple(_item(release) for release in releases)


def _item(release: NewsRelease) -> CollectionItem:
    return CollectionItem(
        heading=release.title,
        url=release.get_absolute_url(),
        description=release.summary,
        date=release.release_date,
        meta=(_kind(release.kind, get_language()),),
        language=release.language,
    )


@require_safe
def release_detail(request: HttpRequest, address: str) -> HttpResponse:
    """Show one release in its own language; an archived one stays at its address."""
    release = NewsRelease.objects.in_state(*PUBLIC).filter(address=address).first()
    if release is None:
        raise Http404
    with override(release.language_code):
        context = release_context(release) | {
            "address": request.build_absolute_uri(release.get_absolute_url()),
            # Our stylesheet alone keeps it off the screen.
            "printed": site().stylesheet == "govpage",
        }
        html = render_page("govpage/news/release_detail.html", context, request)
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
        "article": release_article(release).render_html(),
        "trail": release_trail(release),
        "archived": release.state == State.ARCHIVED,
        "section": archive_crumb().url if release.state == State.ARCHIVED else "",
        "archived_on": archived_on(release),
        "successor": Link(release.successor_title or release.successor, release.successor)
        if release.successor
        else None,
    }


def archived_on(release: NewsRelease) -> date | None:
    """Return the day of archiving in the site's time zone, where it is known."""
    known = release.archive_at and release.archive_date_known
    return localdate(release.archive_at) if known else None


def release_article(release: NewsRelease) -> ReleaseArticle:
    """Return the release as the component that shows it."""
    return ReleaseArticle(
        title=release.title,
        body=release.body,
        kind=_kind(release.kind, get_language()),
        subtitle=release.subtitle,
        release_date=release.release_date,
        release_number=release.release_number,
        dateline=release.dateline,
        byline=release.byline,
        contacts=tuple(release.contacts),
    )


@kept
def _kind(kind: str, language: str | None) -> str:
    return str(Kind(kind).label)
