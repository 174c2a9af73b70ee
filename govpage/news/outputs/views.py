"""Views of what machines read: thin, cacheable for everybody, without a session; the mail alone is for staff."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    StreamingHttpResponse,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from govpage.news.around import around
from govpage.news.caching import cacheable, keep_until
from govpage.news.conf import news_settings
from govpage.news.filters import FilterError, read_filters
from govpage.news.lifecycle import GONE, PUBLIC, State
from govpage.news.models import NewsRelease
from govpage.news.outputs import api, feed_formats, sitemaps
from govpage.news.outputs.around import described_with, with_original
from govpage.news.outputs.feeds import Feed, feed
from govpage.news.outputs.mail import mail
from govpage.news.permissions import Act, may
from govpage.news.views.release import next_change_of, redirected, was_public

XML_TYPE = "application/xml; charset=utf-8"
PROBLEM_TYPE = "application/problem+json"

BESIDE = ("office", "section")


@require_safe
def feed_rss(request: HttpRequest) -> HttpResponse:
    """Give the newest releases as RSS; the query narrows them as it does the list."""
    return _feed(request, feed_formats.rss, feed_formats.RSS_TYPE)


@require_safe
def feed_atom(request: HttpRequest) -> HttpResponse:
    """Give the newest releases as Atom; the query narrows them as it does the list."""
    return _feed(request, feed_formats.atom, feed_formats.ATOM_TYPE)


@require_safe
def feed_json(request: HttpRequest) -> HttpResponse:
    """Give the newest releases as JSON Feed; the query narrows them as it does the list."""
    return _feed(request, feed_formats.json_feed, feed_formats.JSON_TYPE)


@require_safe
def api_list(request: HttpRequest) -> HttpResponse:
    """Give releases as JSON, a page at a time; what the query says wrong is answered with what is legal."""
    at = timezone.now()
    try:
        question = api.read_question(dict(request.GET.lists()))
    except FilterError as error:
        return _problem(400, "Bad Request", str(error), api.PARAMETERS)
    return _kept(request, _json(api.answer(question, _base_url(request), at)), "application/json", at)


@require_safe
def api_detail(request: HttpRequest, address: str) -> HttpResponse:
    """Give one release as JSON; of one that was taken back only that it was."""
    at = timezone.now()
    if request.GET:
        return _problem(400, "Bad Request", f"There is no parameter {next(iter(request.GET))[:40]!r}; none is legal.")
    release = _release(address, at)
    if release is None:
        return _moved(address, at)
    if release.state in GONE and was_public(release):
        return _problem(410, "Gone", "This release was taken back.")
    if release.state not in PUBLIC:
        return _missing()
    beside = around(release, at)
    data = api.whole(described_with(release, beside, _base_url(request), at), release)
    ends = (next_change_of(release, at), beside.next_change)
    return cacheable(
        request,
        _json(data),
        max_age=news_settings().max_age,
        changed=release.modified,
        expires=min(filter(None, ends), default=None),
        content_type="application/json",
    )


@require_safe
def sitemap(request: HttpRequest) -> StreamingHttpResponse:
    """Give the addresses of the site, or the way to them where they are too many for one sitemap."""
    at = timezone.now()
    return _streamed(sitemaps.sitemap(_base_url(request), at), at)


@require_safe
def sitemap_page(request: HttpRequest, number: int) -> StreamingHttpResponse:
    """Give one page of the sitemap."""
    at = timezone.now()
    pieces = sitemaps.sitemap_page(number, _base_url(request), at)
    if pieces is None:
        raise Http404
    return _streamed(pieces, at)


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """Give what was published in the last two days."""
    at = timezone.now()
    with override(settings.LANGUAGE_CODE):
        return _kept(request, sitemaps.news_sitemap(_base_url(request), at), XML_TYPE, at)


@require_safe
@never_cache
def release_mail(request: HttpRequest, address: str) -> HttpResponse:
    """Give a release as a mail to send, to staff that may publish it, also before its moment.

    Raises: PermissionDenied before it is looked for, so that nobody learns whether it is there
    """
    if not (request.user.is_staff and may(request.user, Act.PUBLISH)):
        raise PermissionDenied
    at = timezone.now()
    release = _release(address, at)
    if release is None or release.state in (*GONE, State.DELETED):
        raise Http404
    description = described_with(release, around(release, at), _base_url(request), at)
    letter = mail(release, description, embargoed=release.state == State.EMBARGOED)
    name = f"{release.slug}.eml"
    return HttpResponse(letter, content_type="message/rfc822", headers={"Content-Disposition": _attachment(name)})


def _feed(request: HttpRequest, write: Callable[[Feed], str], content_type: str) -> HttpResponse:
    at = timezone.now()
    try:
        filters = read_filters(request.GET)
    except FilterError as error:
        return HttpResponse(f"{error}\n", status=400, content_type="text/plain; charset=utf-8")
    query = f"?{urlencode(filters.query())}" if filters.query() else ""
    address = request.build_absolute_uri(request.path + query)
    language = filters.language or settings.LANGUAGE_CODE
    with override(language):
        content = write(feed(filters, _base_url(request), address, language, at))
    return _kept(request, content, content_type, at)


def _kept(request: HttpRequest, content: str, content_type: str, at: datetime) -> HttpResponse:
    """Let any cache keep what may change whenever any release does."""
    expires = NewsRelease.objects.next_change(at)
    max_age = news_settings().max_age
    return cacheable(request, content, max_age=max_age, changed=None, expires=expires, content_type=content_type)


def _streamed(pieces: Iterator[str], at: datetime) -> StreamingHttpResponse:
    response = StreamingHttpResponse(pieces, content_type=XML_TYPE)
    keep_until(response, news_settings().max_age, NewsRelease.objects.next_change(at))
    return response


def _release(address: str, at: datetime) -> NewsRelease | None:
    found = with_original(NewsRelease.objects.with_state(at)).select_related(*BESIDE).defer("search_text")
    return found.filter(address=address).first()


def _moved(address: str, at: datetime) -> HttpResponse:
    """Lead from a former address to the release, if that is public."""
    found = NewsRelease.objects.in_state(*PUBLIC, at=at).filter(former_addresses__address=address).first()
    if found is None:
        return _missing()
    return redirected(reverse("govpage_news:api_detail", args=[found.address]), found, at)


def _missing() -> HttpResponse:
    return _problem(404, "Not Found", "There is no such release.")


def _problem(status: int, title: str, detail: str, legal: Iterable[str] = ()) -> HttpResponse:
    content = _json(api.problem(status, title, detail, legal))
    # What is not there now may be there the next second.
    return HttpResponse(content, status=status, content_type=PROBLEM_TYPE, headers={"Cache-Control": "no-cache"})


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _base_url(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")


def _attachment(name: str) -> str:
    return content_disposition_header(as_attachment=True, filename=name) or "attachment"
