"""The sitemap of the site and that of its news, at any number of releases in the same memory.

Source: sitemaps.org protocol 0.9; Google, localized versions of a page and news sitemaps
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import localdate

from govpage.links import Link
from govpage.news.conf import news_settings
from govpage.news.lifecycle import CURRENT, PUBLIC, ReleaseQuerySet
from govpage.news.models import NewsRelease
from govpage.news.outputs.description import Description, address_of
from govpage.news.outputs.feeds import described, with_around
from govpage.news.outputs.head import hreflangs
from govpage.news.outputs.moments import in_utc, modified_at
from govpage.news.outputs.xml import DECLARATION, element, worded

MOST = 50_000
"""Addresses in one sitemap at most. Source: sitemaps.org"""

PAGE = 10_000
"""Keys of releases that one page of a sitemap covers."""

LAST_PAGE = (2**63 - 1) // PAGE
"""That of the greatest key that a database counts to."""

CHUNK = 1000
"""Releases that are read at once."""

MOST_NEWS = 1000
NEWS_DAYS = 2
"""Releases in a sitemap of news, and how old they may be. Source: Google, news sitemap"""

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
XHTML = "http://www.w3.org/1999/xhtml"

COLUMNS = (
    *("address", "language", "translation_of", "release_date", "last_updated"),
    *("publish_at", "updated_at", "modified"),
)
"""What is read of a release."""


def sitemap(base_url: str, at: datetime) -> Iterator[str]:
    """Give the sitemap in pieces: all addresses, or the way to its pages where there are too many for one."""
    public = NewsRelease.objects.in_state(*PUBLIC, at=at)
    room = MOST - len(other_addresses(base_url))
    if public.order_by().values("pk")[: room + 1].count() > room:
        return sitemap_index(public, base_url)
    return _urlset(_others(base_url), _releases(public, base_url, at))


def sitemap_page(number: int, base_url: str, at: datetime) -> Iterator[str] | None:
    """Give one page of the sitemap in pieces; that of the number 0 has the pages that are no releases.

    Shape: None for a page that has nothing
    """
    if number == 0:
        return _urlset(_others(base_url))
    if number > LAST_PAGE:
        return None
    first = (number - 1) * PAGE
    public = NewsRelease.objects.in_state(*PUBLIC, at=at).filter(pk__gte=first, pk__lt=first + PAGE)
    return _urlset(_releases(public, base_url, at)) if public.exists() else None


def sitemap_index(public: ReleaseQuerySet, base_url: str) -> Iterator[str]:
    """Give the addresses of the pages that have anything on them."""
    yield f'{DECLARATION}<sitemapindex xmlns="{SITEMAP}">'
    begins = public.order_by().values_list(F("pk") - F("pk") % PAGE).distinct()
    for number in (0, *sorted(begin // PAGE + 1 for (begin,) in begins)):
        address = urljoin(base_url, reverse("govpage_news_sitemap:sitemap_page", args=[number]))
        yield element("sitemap", worded("loc", address))
    yield "</sitemapindex>\n"


def news_sitemap(base_url: str, at: datetime) -> str:
    """Return the sitemap of what was published in the last two days."""
    urls = map(_news, described(recent(at), base_url, at))
    return DECLARATION + element("urlset", ("", *urls, "\n"), xmlns=SITEMAP, xmlns__news=NEWS) + "\n"


def recent(at: datetime) -> list[NewsRelease]:
    """Return the current releases of the last two days, newest first, by the day that they show too."""
    since = at - timedelta(days=NEWS_DAYS)
    current = NewsRelease.objects.in_state(*CURRENT, at=at).filter(publish_at__gte=since)
    dated = current.filter(Q(release_date__isnull=True) | Q(release_date__gte=localdate(since)))
    return list(with_around(dated).order_by("-publish_at", "-pk")[:MOST_NEWS])


def other_addresses(base_url: str) -> tuple[str, ...]:
    """Return the pages that are no releases, each once: the newsroom's lists and those that the settings name."""
    names = ("govpage_news:release_list", "govpage_news:archive", *news_settings().sitemap_pages)
    return tuple(dict.fromkeys(urljoin(base_url, Link("", name).href) for name in names))


def _urlset(*urls: Iterable[str]) -> Iterator[str]:
    yield f'{DECLARATION}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n'
    for some in urls:
        yield from some
    yield "</urlset>\n"


def _others(base_url: str) -> Iterator[str]:
    return (f"{element('url', worded('loc', address))}\n" for address in other_addresses(base_url))


def _releases(releases: ReleaseQuerySet, base_url: str, at: datetime) -> Iterator[str]:
    """Give the releases by their keys, a chunk at a time, with the translations that are public."""
    found = releases.only(*COLUMNS).order_by("pk")
    chunk = list(found[:CHUNK])
    while chunk:
        languages = _languages(chunk, base_url, at)
        yield "".join(_url(release, languages[_original(release)], base_url, at) for release in chunk)
        chunk = list(found.filter(pk__gt=chunk[-1].pk)[:CHUNK]) if len(chunk) == CHUNK else []


def _languages(chunk: list[NewsRelease], base_url: str, at: datetime) -> dict[int, dict[str, str]]:
    """Return address by language of every public version of the releases, by the key of their original."""
    originals = {_original(release) for release in chunk}
    versions = Q(pk__in=originals) | Q(translation_of__in=originals)
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for release in NewsRelease.objects.in_state(*PUBLIC, at=at).filter(versions).only(*COLUMNS).order_by("pk"):
        found[_original(release)].setdefault(release.language_code, address_of(release, base_url))
    return found


def _original(release: NewsRelease) -> int:
    return release.translation_of_id or release.pk


def _url(release: NewsRelease, languages: dict[str, str], base_url: str, at: datetime) -> str:
    address = address_of(release, base_url)
    others = hreflangs({**languages, release.language_code: address})
    links = (element("xhtml:link", rel="alternate", hreflang=code, href=place) for code, place in others)
    parts = (worded("loc", address), worded("lastmod", in_utc(modified_at(release, at))), *links)
    return element("url", parts) + "\n"


def _news(description: Description) -> str:
    publication = worded("news:name", description.publisher.name) + worded("news:language", description.language)
    published = in_utc(description.published or description.modified)
    news = (
        element("news:publication", publication),
        worded("news:publication_date", published),
        worded("news:title", description.title),
    )
    return "\n" + element("url", (worded("loc", description.address), element("news:news", news)))
