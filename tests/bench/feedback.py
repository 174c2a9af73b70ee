"""What the content team's pages cost with 1,000,000 votes beside 10,000, on SQLite and, where it answers, PostgreSQL.

Run by ``make bench``. The same pages have answers on the same days in both; both are asked in turn, so that what else
the machine does reaches both.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
SMALL, LARGE = 10_000, 1_000_000
PAIRS = 15
MOST_TIMES = 1.5
"""How many times the cost with few votes the cost with many may be."""

MOST_QUERIES = 10
PAGES, DAYS = 100, 56
"""Pages, and days on which each has answers."""

BATCH = 10_000


def main() -> None:
    """Print one line a page and database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    import django

    django.setup()
    from tests.bench.newsroom import postgresql, sqlite, using

    for name, databases in (("SQLite", sqlite), ("PostgreSQL", postgresql)):
        with databases() as (small, large):
            if small is None:
                print(f"{name}: {large}")
                continue
            for database, size in ((small, SMALL), (large, LARGE)):
                with using(database):
                    fill(size)
            for line in comparisons(small, large):
                print(f"{name}, {line}", flush=True)


def fill(size: int) -> None:
    """Write so many votes, evenly over pages and days, with the tallies that they add up to."""
    from django.core.management import call_command
    from django.db import connection
    from django.utils.timezone import localdate

    from govpage.feedback.models import ContentVersion, Page, Section
    from govpage.page import PageReference

    call_command("migrate", verbosity=0)
    last = localdate()
    for name in ("news", "permits"):
        Section.objects.create(name=name, prefix=f"/{name}/")
    pages = [
        Page.objects.named(PageReference(f"/{'news' if n % 2 else 'permits'}/{n}/", f"Page {n}", "", "en"))
        for n in range(PAGES)
    ]
    versions = [
        (ContentVersion.objects.create(page=page, name="v1"), ContentVersion.objects.create(page=page, name="v2"))
        for page in pages
    ]
    cells = [
        (page, both[ago < DAYS // 3], last - timedelta(days=ago))
        for page, both in zip(pages, versions, strict=True)
        for ago in range(DAYS)
    ]
    _votes(size, cells)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _votes(size: int, cells: list[tuple[Any, Any, date]]) -> None:
    from datetime import UTC, datetime
    from datetime import time as day_time
    from itertools import islice

    from govpage.feedback.models import ReasonTally, Tally, Vote

    counts = [[0, 0, 0] for _cell in cells]
    reasons = ("confusing", "other", "too-little")

    def votes() -> Iterator[Vote]:
        for number in range(size):
            cell = number % len(cells)
            page, version, day = cells[cell]
            # Of each cell's votes two of three say Yes, so that shares are the same at any size.
            no = (number // len(cells)) % 3 == cell % 3
            counts[cell][no] += 1
            sent = datetime.combine(day, day_time(12), UTC)
            yield Vote(page=page, version=version, answer="no" if no else "yes", sent=sent)

    made = votes()
    while batch := list(islice(made, BATCH)):
        Vote.objects.bulk_create(batch)
    Tally.objects.bulk_create(
        (
            Tally(page=page, version=version, day=day, yes=yes, no=no)
            for (page, version, day), (yes, no, _held) in zip(cells, counts, strict=True)
        ),
        batch_size=500,
    )
    ReasonTally.objects.bulk_create(
        (
            ReasonTally(page=page, version=version, day=day, reason=reason, count=max(1, no // 3))
            for (page, version, day), (_yes, no, _held) in zip(cells, counts, strict=True)
            for reason in reasons
        ),
        batch_size=500,
    )


def comparisons(small: Any, large: Any) -> Iterator[str]:
    """Give one line a page: its queries and the ratio of what it costs."""
    from django.contrib.auth.models import Group, Permission, User

    from govpage.feedback.models import Page, Section
    from tests.bench.newsroom import using

    for database in (small, large):
        with using(database):
            user, group = User.objects.create(username="reader", is_staff=True), Group.objects.create(name="office")
            group.permissions.add(*Permission.objects.filter(content_type__app_label="govpage_feedback"))
            group.permissions.remove(Permission.objects.get(codename="all_sections"))
            user.groups.add(group)
            Section.objects.filter(name="news").update(owner=group)
            page = Page.objects.filter(section__name="news").order_by("pk")[0]
    addresses = {
        "overview": "/admin/govpage_feedback/page/",
        "overview, lowest share first": "/admin/govpage_feedback/page/?order=lowest",
        "overview, words": "/admin/govpage_feedback/page/?q=Page+7",
        "report of a page": f"/admin/govpage_feedback/page/{page.pk}/change/",
    }
    for name, address in addresses.items():
        yield _compared(name, address, small, large)


def _compared(name: str, address: str, small: Any, large: Any) -> str:
    pairs = [(asked(small, address), asked(large, address)) for _pair in range(PAIRS)]
    ratios = [more[0] / less[0] for less, more in pairs]
    queries = max(more[1] for _less, more in pairs)
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    cost = statistics.median(more[0] for _less, more in pairs) * 1000
    if queries > MOST_QUERIES or middle > MOST_TIMES:
        raise SystemExit(f"{name}: {queries} queries, {middle:.2f} times the cost.")
    line = f"{name}: {queries} queries, {cost:.1f} ms with {LARGE:,} votes"
    return f"{line}, {middle:.2f} times that with {SMALL:,} ({low:.2f} to {high:.2f}, {PAIRS} pairs)"


def asked(database: Any, address: str) -> tuple[float, int]:
    """Return the seconds that a page takes, as its client waits for them, and its queries."""
    from django.contrib.auth.models import User
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.bench.newsroom import using

    with using(database):
        client = Client(SERVER_NAME="localhost")
        client.force_login(User.objects.get(username="reader"))
        client.get(address)
        start = time.perf_counter()
        response = client.get(address)
        took = time.perf_counter() - start
        if response.status_code != 200:
            raise SystemExit(f"{address} answers {response.status_code}.")
        with CaptureQueriesContext(database) as queries:
            client.get(address)
    return took, len(queries)


if __name__ == "__main__":
    main()
