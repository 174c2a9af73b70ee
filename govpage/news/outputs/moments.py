"""When a release was published and changed, as all outputs say it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.utils.timezone import localdate

from govpage.news.ages import moment_after
from govpage.news.models import NewsRelease


def published_at(release: NewsRelease) -> datetime | None:
    """Return when a release was published: on the day that its page shows, also if it was brought in later.

    Shape: the moment of publishing; the first instant of the day of release where that is an earlier day; None for a
        release that nobody has published
    """
    moment, day = release.publish_at, release.release_date
    if moment is None or day is None or day.year == 1 or day >= localdate(moment):
        return moment
    return moment_after(day, 0)


def modified_at(release: NewsRelease, at: datetime) -> datetime:
    """Return when what a release says last changed for its readers, up to that moment.

    Shape: what the newsroom says of it (updated at, last updated) decides, not that somebody pressed "Save"
    """
    published = published_at(release)
    if published is None:
        return release.modified
    updated = release.updated_at if release.updated_at and release.updated_at <= at else published
    return max(published, updated, _begin(release.last_updated, at) or published)


def _begin(day: date | None, at: datetime) -> datetime | None:
    """Return the first instant of a day that is not to come."""
    return moment_after(day, 0) if day and day.year > 1 and day <= localdate(at) else None


def in_utc(moment: datetime) -> str:
    """Return the moment as RFC 3339 has it, to the second: "2026-05-02T16:00:00Z"."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"
