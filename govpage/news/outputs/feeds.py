"""The newest releases as a feed, whatever its format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.translation import gettext as _

from govpage.news.filters import ReleaseFilters
from govpage.news.kinds import Kind
from govpage.news.languages import language_name
from govpage.news.lifecycle import CURRENT, ReleaseQuerySet
from govpage.news.models import NewsRelease
from govpage.news.outputs.description import Description, Publisher, describe, publisher

NEWEST = 50
"""Releases in a feed."""

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed that never had a release was changed."""

UNSAID = ("search_text", "quotes", "quick_facts", "contacts", "change_notes", "breadcrumb")
"""What no feed says of a release."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; every address is absolute, address is its own and page that of the list that it follows."""

    title: str
    address: str
    page: str
    language: str
    publisher: Publisher
    entries: tuple[Description, ...]

    @property
    def updated(self) -> datetime:
        """When any of its entries changed last."""
        return max((entry.modified for entry in self.entries), default=BEGINNING)


def feed(filters: ReleaseFilters, base_url: str, address: str, language: str, at: datetime) -> Feed:
    """Return the newest current releases that the filters leave, from one query and one for their topics.

    Shape: language is the active one, that of the feed's own words
    """
    entries, agency = tuple(described(newest(filters, at), base_url, at)), publisher(base_url)
    return Feed(
        title=": ".join(filter(None, (agency.name, _title(filters, entries)))),
        address=address,
        page=urljoin(base_url, reverse("govpage_news:release_list")),
        language=language,
        publisher=agency,
        entries=entries,
    )


def newest(filters: ReleaseFilters, at: datetime) -> ReleaseQuerySet:
    """Return the newest current releases at that moment, with what stands beside them."""
    found = filters.apply(NewsRelease.objects.in_state(*CURRENT, at=at))
    return with_around(found)[:NEWEST]


def with_around(releases: ReleaseQuerySet) -> ReleaseQuerySet:
    """Return the releases with office, section and topics, without what is said of none."""
    return releases.select_related("office", "section").prefetch_related("topics").defer(*UNSAID)


def described(releases: Iterable[NewsRelease], base_url: str, at: datetime) -> Iterable[Description]:
    """Describe releases whose topics were fetched with them."""
    for release in releases:
        yield describe(release, base_url, at, topics=[topic.name for topic in release.topics.all()])


def _title(filters: ReleaseFilters, entries: tuple[Description, ...]) -> str:
    """Say what the feed is narrowed to, by names where its releases tell them."""
    office = entries[0].office if filters.office and entries else filters.office
    narrowed = (
        str(Kind(filters.kind).label) if filters.kind else "",
        filters.topic,
        office,
        language_name(filters.language) if filters.language else "",
        str(filters.year or ""),
        filters.q,
    )
    return ", ".join((_("News"), *filter(None, narrowed)))
