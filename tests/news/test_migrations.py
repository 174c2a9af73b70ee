from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from govpage.news.models import NewsRelease
from tests.news.factories import PAST


@pytest.fixture
def before_newsroom(transactional_db: None) -> Iterator[Any]:
    """The table of releases as it was before the newsroom, which comes back after the test."""
    executor = MigrationExecutor(connection)
    yield executor.migrate([("govpage_news", "0001_initial")]).apps
    call_command("migrate", verbosity=0)


def test_releases_of_before_the_newsroom_get_what_is_made(before_newsroom: Any) -> None:
    releases = before_newsroom.get_model("govpage_news", "NewsRelease").objects
    day = date(2026, 5, 2)
    for address, section, archive_at, release_date in (("a", "Storms", PAST, day), ("b", "", None, None)):
        fields = {"title": "Été", "body": "<p>Piers</p>", "publish_at": PAST, "archive_at": archive_at}
        releases.create(address=address, section=section, release_date=release_date, **fields)
    call_command("migrate", verbosity=0)
    first, second = NewsRelease.objects.order_by("address")
    assert (first.search_text.split(), first.sort_day, first.archives_at) == (["ete", "piers"], day, PAST)
    assert (str(first.section), first.archive_sort_day) == ("Storms", day)
    assert (second.section, second.sort_day, second.archives_at) == (None, date(1, 1, 1), None)
