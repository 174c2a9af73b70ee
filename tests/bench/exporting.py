"""What an export of a million answers costs: when its first byte comes, how much memory it adds, how long it takes.

Run by ``make bench``. Each export is made by a process of its own, whose memory is what the system says it is.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ROWS, COMMENTS, SEED = 1_000_000, 20_000, 10_000
MOST_MEMORY = 8.0
"""Megabytes that an export may add."""

FIRST_BYTE = 0.5
"""Seconds until it."""

UNIT = 2**20 if sys.platform == "darwin" else 2**10
"""Parts of a megabyte in which the system counts memory."""

VOTE, COMMENT = "/admin/govpage_feedback/vote/export/", "/admin/govpage_feedback/comment/export/"


def main(rows: int = ROWS, comments: int = COMMENTS) -> None:
    """Print one line an export."""
    _set_up()
    exports = [
        (f"{VOTE}csv/", "answers as CSV", rows),
        (f"{VOTE}jsonl/", "answers as JSON Lines", rows),
        (f"{VOTE}csv/?status__exact=held", "held answers as CSV", rows // 10),
        (f"{COMMENT}csv/", "comments of 2,000 characters as CSV", comments),
    ]
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/bench.sqlite3"
        with _using(database):
            fill(rows, comments)
            session = somebody()
        for address, name, number in exports:
            done = subprocess.run(
                [sys.executable, __file__, database, session, address], check=True, capture_output=True, text=True
            )
            print(judged(name, number, *map(float, done.stdout.split())))


def judged(name: str, number: int, first: float, took: float, added: float, lines: float) -> str:
    """Return one line about an export.

    Raises: SystemExit if it is not what was promised
    """
    line = f"{number:,} {name}: first byte after {first * 1000:.0f} ms, {took:.1f} s in all, {added:.1f} MB added"
    if first > FIRST_BYTE or added > MOST_MEMORY or lines < number:
        raise SystemExit(f"{line}; {lines:.0f} lines")
    return line


def export(database: str, session: str, address: str) -> None:
    """Print the seconds until the first byte and in all, the megabytes added, and the lines of an export."""
    _set_up()
    from django.test import Client

    client: Any = Client(SERVER_NAME="localhost")
    client.cookies["sessionid"] = session
    with _using(database):
        # What is loaded once, by whatever comes first, is no part of an export.
        for none in (f"{VOTE}csv/?status__exact=set-aside", f"{COMMENT}csv/?state__exact=escalated"):
            list(client.get(none).streaming_content)
        before, start = _memory(most=False), time.perf_counter()
        pieces = iter(client.get(address).streaming_content)
        next(pieces)
        first = time.perf_counter() - start
        lines = sum(piece.count(b"\n") for piece in pieces)
        print(first, time.perf_counter() - start, _memory(most=True) - before, lines)


def fill(rows: int, comments: int) -> None:
    """Write answers about a hundred pages, a tenth of them held, and long comments."""
    from django.core.management import call_command
    from django.db import connection as database

    from govpage.feedback.models import Comment, ContentVersion, Page, Vote
    from govpage.page import PageReference

    call_command("migrate", verbosity=0)
    pages = [Page.objects.named(PageReference(f"/news/{n}/", f"Page {n}", "v1", "en")) for n in range(100)]
    versions = [ContentVersion.objects.create(page=page, name="v1") for page in pages]
    Vote.objects.bulk_create(_vote(Vote, n, pages, versions) for n in range(min(SEED, rows)))
    columns = "page_id, version_id, answer, reason, status, held_because, sent"
    table = Vote._meta.db_table
    with database.cursor() as cursor:
        for _copy in range(rows // SEED - 1):
            cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} LIMIT {SEED}")
    text = ("جدول الميناء, with words. " * 90)[:2000]
    Comment.objects.bulk_create((Comment(page=pages[n % 100], text=text) for n in range(comments)), batch_size=500)


def _vote(model: Any, n: int, pages: list[Any], versions: list[Any]) -> Any:
    status, because = ("held", "network-day") if n % 10 == 0 else ("counted", "")
    answer = "yes" if n % 3 else "no"
    return model(page=pages[n % 100], version=versions[n % 100], answer=answer, status=status, held_because=because)


def somebody() -> str:
    """Return the session of somebody who may export everything."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create(username="bench", is_staff=True, is_superuser=True))
    return client.cookies["sessionid"].value


def _memory(most: bool) -> float:
    """Return the megabytes that the process has, or the most that it had; the most in both cases but on Linux."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNIT
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["VmHWM" if most else "VmRSS"].split()[0]) / 2**10


def _set_up() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    import django

    django.setup()


def _using(database: str) -> Any:
    from govpage.feedback.sqlite import OPTIONS
    from tests.bench.newsroom import connection, using

    return using(connection({"ENGINE": "django.db.backends.sqlite3", "OPTIONS": OPTIONS, "NAME": database}))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        export(*sys.argv[1:])
    else:
        main(*map(int, sys.argv[1:]))
