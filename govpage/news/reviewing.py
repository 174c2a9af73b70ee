"""Which releases are due to be read again."""

from __future__ import annotations

from datetime import date, timedelta

from govpage.news.lifecycle import ReleaseQuerySet
from govpage.news.models import NewsRelease

AHEAD = timedelta(days=30)
"""How early a release is named."""


def due_for_review(today: date) -> ReleaseQuerySet:
    """Return the releases to be reviewed by a month from now, the most urgent first; none that is deleted."""
    releases = NewsRelease.objects.with_state().filter(review_by__lte=today + AHEAD, deleted_at__isnull=True)
    return releases.select_related("owner").order_by("review_by", "pk")
