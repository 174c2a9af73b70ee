"""Releases for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from govpage.news.models import NewsRelease

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
PAST = NOW - timedelta(days=30)
FUTURE = NOW + timedelta(days=30)


def make(**fields: Any) -> NewsRelease:
    """Save a live release; every field can be said."""
    defaults: dict[str, Any] = {
        "title": "Harbor inspections for 2026",
        "body": "<p>Every port was inspected.</p>",
        "release_date": date(2026, 5, 2),
        "publish_at": PAST,
    }
    return NewsRelease.objects.create(**defaults | fields)
