"""What stands around a release on its page, as its description takes it."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urljoin

from django.db.models import F
from django.urls import reverse

from govpage.news.around import Around
from govpage.news.lifecycle import ReleaseQuerySet
from govpage.news.models import NewsRelease
from govpage.news.outputs.description import Alternate, Description, describe


def with_original(releases: ReleaseQuerySet) -> ReleaseQuerySet:
    """Annotate each release with the address of the one that it was translated from, in the same query."""
    return releases.annotate(original=F("translation_of__address"))


def described_with(release: NewsRelease, beside: Around, base_url: str, at: datetime) -> Description:
    """Describe a release with what is public around it.

    Shape: the release comes from ``with_original``
    """
    found = getattr(release, "original", None)
    original = reverse("govpage_news:release_detail", args=[found]) if found else ""
    alternates = (
        Alternate(other.code, urljoin(base_url, other.url), original=other.url == original)
        for other in beside.translations
    )
    topics = (topic.label for topic in beside.topics)
    return describe(release, base_url, at, topics=topics, alternates=alternates)
