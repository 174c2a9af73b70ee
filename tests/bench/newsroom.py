"""What the newsroom's pages cost with 100,000 releases beside 1,000, on SQLite and, where it answers, on PostgreSQL.

Run by ``make bench``. Both newsrooms are asked in turn, so that what else the machine does reaches both.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SMALL, LARGE = 1_000, 100_000
PAIRS = 15
WORDS = [
    "harbor",
    "pier",
    "storm",
    "buoy",
    "ferry",
    "inspection",
    "crew",
    "vessel",
    "dock",
    "season",
    "permit",
    "office",
    "tide",
    "weather",
    "report",
]
PAGES = {
    "list": "/news/",
    "list, page 30": "/news/?page=30",
    "list of a kind": "/news/?kind=blog",
    "list of a topic": "/news/?topic=pier",
    "search, a word of all": "/news/?q=common",
    "search, a rare word": "/news/?q=rare",
    "search, two words": "/news/?q=harbor+pier",
    "search in a kind": "/news/?kind=blog&q=harbor",
    "archive": "/news/archive/",
    "year": "/news/2024/",
}
MOST = {"release": 2, "list": 5, "search": 5}
"""Queries that a page may make, by the first word of its name."""


def main() -> None:
    """Print one line a page and database."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    import django

    django.setup()
    for name, databases in (("SQLite", sqlite), ("PostgreSQL", postgresql)):
        with databases() as (small, large):
            if small is None:
                print(f"{name}: {large}")
                continue
            for database, size in ((small, SMALL), (large, LARGE)):
                with using(database):
                    fill(size)
            for line in comparisons(small, large):
                print(f"{name}, {line}")


@contextmanager
def sqlite() -> Iterator[tuple[Any, Any]]:
    """Two files that are gone afterwards."""
    from govpage.feedback import sqlite

    with tempfile.TemporaryDirectory() as folder:
        engine = {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": sqlite.OPTIONS}
        yield tuple(connection({**engine, "NAME": f"{folder}/{size}.sqlite3"}) for size in (SMALL, LARGE))


@contextmanager
def postgresql() -> Iterator[tuple[Any, Any]]:
    """Two databases that are gone afterwards, or none and the reason."""
    import dj_database_url

    url = os.environ.get("TEST_POSTGRESQL_URL", "postgres://postgres@127.0.0.1:5432/test")
    server = connection(dict(dj_database_url.parse(url)))
    try:
        server.ensure_connection()
    except Exception as error:
        yield None, f"no database answers at {url}: {str(error).splitlines()[0]}"
        return
    names = [f"govpage_bench_{size}" for size in (SMALL, LARGE)]
    with server.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(f"CREATE DATABASE {name}")
    made = [connection({**dj_database_url.parse(url), "NAME": name}) for name in names]
    try:
        yield made[0], made[1]
    finally:
        for each in made:
            each.close()
        with server.cursor() as cursor:
            for name in names:
                cursor.execute(f"DROP DATABASE {name}")
        server.close()


def connection(settings: dict[str, Any]) -> Any:
    """Return a connection of its own, which stays open between requests."""
    from django.db.utils import ConnectionHandler

    return ConnectionHandler({"default": {**settings, "CONN_MAX_AGE": None}}).create_connection("default")


@contextmanager
def using(database: Any) -> Iterator[None]:
    """Let the models of this thread read and write that database."""
    from django.db import connections

    own = connections["default"]
    connections["default"] = database
    try:
        yield
    finally:
        connections["default"] = own


def fill(size: int) -> None:
    """Write a thousand releases of random words and days, and copies of them up to the size."""
    import random

    from django.core.management import call_command
    from django.db import connection as database

    from govpage.news.models import NewsRelease, Topic

    call_command("migrate", verbosity=0)
    chance = random.Random(1)
    releases = NewsRelease.objects.bulk_create([_release(n, chance) for n in range(SMALL)])
    topics = Topic.objects.bulk_create(Topic(name=word, slug=word) for word in WORDS)
    through = NewsRelease.topics.through
    through.objects.bulk_create(
        through(newsrelease_id=release.pk, topic_id=chance.choice(topics).pk) for release in releases
    )
    quote = database.ops.quote_name
    copied = [field for field in NewsRelease._meta.local_fields if field.name not in ("id", "address")]
    columns = ", ".join(quote(str(field.column)) for field in copied)
    table = quote(NewsRelease._meta.db_table)
    with database.cursor() as cursor:
        for n in range(1, size // SMALL):
            copy = f"SELECT {columns}, address || %s FROM {table} ORDER BY id LIMIT {SMALL}"
            cursor.execute(f"INSERT INTO {table} ({columns}, address) {copy}", [f"-{n}"])
        cursor.execute("ANALYZE")


def _release(n: int, chance: Any) -> Any:
    from datetime import UTC, date, datetime, timedelta

    from govpage.news.models import Kind, NewsRelease

    day = date(2026, 11, 1) - timedelta(days=chance.randrange(5000))
    text = " ".join(chance.choices(WORDS, k=120)) + " common" + " rare" * (n == 500)
    archived = datetime(2026, 11, 1, tzinfo=UTC) if day.year < 2018 else None
    published = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    title = f"{' '.join(chance.choices(WORDS, k=5))} {n}"
    made = {"title": title, "slug": f"n{n}", "body": f"<p>{text}</p>", "kind": chance.choice(Kind.values)}
    return NewsRelease(**made, release_date=day, publish_at=published, archive_at=archived)


def comparisons(small: Any, large: Any) -> Iterator[str]:
    """Give one line a page: its queries and the ratio of what it costs in the two newsrooms."""
    from govpage.news.models import NewsRelease

    pages = dict(PAGES)
    with using(small):
        pages["release"] = NewsRelease.objects.filter(archive_at=None)[0].get_absolute_url()
    for name, address in pages.items():
        ratios, costs = [], []
        for _pair in range(PAIRS):
            (cost, _queries), (more, queries) = asked(small, address), asked(large, address)
            ratios.append(more / cost)
            costs.append(more)
        low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
        line = f"{name}: {queries} queries, {statistics.median(costs) * 1000:.1f} ms with {LARGE:,} releases"
        yield f"{line}, {middle:.2f} times that with {SMALL:,} ({low:.2f} to {high:.2f}, {PAIRS} pairs)"
        if queries > MOST.get(name.partition(",")[0].split()[0], queries):
            raise SystemExit(f"{name} makes {queries} queries.")


def asked(database: Any, address: str) -> tuple[float, int]:
    """Return the seconds that a page takes, as its client sees them, and its queries."""
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="localhost")
    with using(database):
        client.get(address)
        start = time.perf_counter()
        response = client.get(address)
        response.getvalue() if response.streaming else response.content
        took = time.perf_counter() - start
        if response.status_code != 200:
            raise SystemExit(f"{address} answers {response.status_code}.")
        with CaptureQueriesContext(database) as queries:
            client.get(address)
    return took, len(queries)


if __name__ == "__main__":
    main()
