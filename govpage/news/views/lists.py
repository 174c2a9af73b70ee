"""Lists of releases: what is current, what is archived, a year, a month; each narrowed and searched by its query."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models.functions import ExtractMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from govpage.component import kept
from govpage.components import CollectionItem
from govpage.links import Link
from govpage.news.caching import cacheable
from govpage.news.conf import news_settings
from govpage.news.facets import Facets, facets
from govpage.news.filters import FilterError, ReleaseFilters, read_filters
from govpage.news.kinds import Kind
from govpage.news.languages import language_name
from govpage.news.lifecycle import CURRENT, PUBLIC, ReleaseQuerySet, State
from govpage.news.models import NewsRelease
from govpage.news.outputs.head import feed_links
from govpage.news.paging import page_of
from govpage.news.search import excerpt
from govpage.news.trail import archive_crumb, news_trail
from govpage.rendering import render_page

LAST_YEAR = 9998

HEAVY = ("search_text", "quotes", "quick_facts", "contacts", "boilerplate", "change_notes", "breadcrumb")
"""What no list shows."""


@require_safe
def release_list(request: HttpRequest) -> HttpResponse:
    """List what is current, newest first; the query narrows and searches it."""
    trail = news_trail()
    context = {"title": _("News"), "trail": (*trail[:-1], Link(trail[-1].label)), "archive": archive_crumb()}
    at = timezone.now()
    return _list(request, NewsRelease.objects.in_state(*CURRENT, at=at), context, at)


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """List what is archived, newest first; the query narrows and searches it."""
    at, crumb = timezone.now(), archive_crumb()
    context = {"title": crumb.label, "trail": (*news_trail(), Link(crumb.label)), "archived": True}
    # Said of the day too, because an index may begin with what has none.
    archived = NewsRelease.objects.in_state(State.ARCHIVED, at=at).filter(archive_sort_day__isnull=False)
    releases = archived.order_by("-archive_sort_day", "-pk")
    return _list(request, releases, context, at)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """List all that a year has, archived or not, with the way to its months."""
    return _period(request, year, None)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """List all that a month has, archived or not."""
    return _period(request, year, month)


def _period(request: HttpRequest, year: int, month: int | None) -> HttpResponse:
    if not 1 < year < LAST_YEAR or month not in (None, *range(1, 13)):
        raise Http404
    at, label = timezone.now(), month_name(year, month) if month else str(year)
    public = NewsRelease.objects.in_state(*PUBLIC, at=at)
    releases = ReleaseFilters(year=year, month=month).apply(public)
    above = (Link(str(year), reverse("govpage_news:year", args=[year])),) if month else ()
    context = {"title": label, "trail": (*news_trail(), *above, Link(label))}
    if not month:
        context["months"] = months_of(releases, year)
    return _list(request, releases, context, at, skipped=("year",))


def months_of(releases: ReleaseQuerySet, year: int) -> tuple[Link, ...]:
    """Return the months of the year that have any of the releases, the last first."""
    found = releases.order_by().values_list(ExtractMonth("sort_day"), flat=True).distinct()
    return tuple(
        Link(month_name(year, month), reverse("govpage_news:month", args=[year, month]))
        for month in sorted(found, reverse=True)
    )


def month_name(year: int, month: int) -> str:
    """Return a month in words of the active language, such as "May 2024"."""
    return date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")


def _list(
    request: HttpRequest,
    releases: ReleaseQuerySet,
    context: dict[str, Any],
    at: datetime,
    skipped: tuple[str, ...] = (),
) -> HttpResponse:
    """Show the releases, which are those of that moment: what changes while the page is made ends its lifetime."""
    filters, problem = _filters(request)
    narrowed = releases.none() if problem else filters.apply(releases)
    page = page_of(narrowed.defer(*HEAVY), request.GET.get("page"), news_settings().per_page)
    fields = [field for field in filter_fields(facets(releases, at), filters) if field[0] not in skipped]
    html = render_page(
        "govpage/news/release_list.html",
        {
            **context,
            "feeds": feed_links(),
            "page": page,
            "items": release_items(page.releases, filters.q),
            "filters": filters,
            "chosen": any(field[3] for field in fields),
            "narrowed": bool(filters.query()) or bool(problem),
            "fields": fields,
            "url": f"{request.path}?{urlencode(filters.query())}" if filters.query() else request.path,
        },
        request,
    )
    changes = NewsRelease.objects.next_change(at)
    return cacheable(request, html, max_age=news_settings().max_age, changed=None, expires=changes)


def _filters(request: HttpRequest) -> tuple[ReleaseFilters, str]:
    """Return what the visitor asked for, or what is wrong with it; an old link to what is no more finds nothing."""
    try:
        return read_filters(request.GET), ""
    except FilterError as error:
        return ReleaseFilters(), str(error)


def filter_fields(choices: Facets, filters: ReleaseFilters) -> list[tuple[str, str, Any, str]]:
    """Return what can be chosen.

    Shape: (parameter, label, list of (value, label), what is chosen); nothing where there is no choice
    """
    languages = [(code, language_name(code)) for code, _name in settings.LANGUAGES]
    fields: list[tuple[str, str, Any, Any]] = [
        ("kind", _("Kind"), Kind.choices, filters.kind),
        ("topic", _("Topic"), choices.topics, filters.topic),
        ("office", _("Office"), choices.offices, filters.office),
        ("year", _("Year"), choices.years, str(filters.year or "")),
        ("language", _("Language"), languages, filters.language),
    ]
    return [field for field in fields if len(field[2]) > 1 or field[3]]


def release_items(releases: Iterable[NewsRelease], query: str = "") -> tuple[CollectionItem, ...]:
    """Return the releases as the component ``Collection`` lists them, with the lines that a query finds."""
    return tuple(_item(release, query) for release in releases)


def _item(release: NewsRelease, query: str) -> CollectionItem:
    return CollectionItem(
        heading=release.title,
        url=release.get_absolute_url(),
        description=release.summary,
        date=release.release_date,
        meta=(kind_label(release.kind, get_language()),),
        language=release.language,
        excerpt=excerpt(release.body, query) if query else (),
    )


@kept
def kind_label(kind: str, language: str | None) -> str:
    """Return what a release is, in words of the active language."""
    return str(Kind(kind).label)
