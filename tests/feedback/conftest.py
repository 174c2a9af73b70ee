"""What the tests of page feedback share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from govpage.feedback import desk
from govpage.feedback.counting import notes
from tests.feedback.databases import FAILURES, connected, empty_tables
from tests.feedback.visits import HOST


@pytest.fixture(autouse=True)
def nothing_noted() -> None:
    """Start as a process does that has refused nothing."""
    notes.forget()


@pytest.fixture
def visitor() -> Client:
    """A browser on the site itself, without cookies and with no exemption from Django's CSRF protection."""
    return Client(enforce_csrf_checks=True, headers={"origin": HOST, "sec-fetch-site": "same-origin"})


@pytest.fixture
def database_file(db: None, tmp_path: Path) -> Iterator[Path]:
    """A database in a file, where a commit is a commit and others can look."""
    if connection.vendor != "sqlite":
        pytest.skip("about the files of SQLite")
    path = tmp_path / "feedback.sqlite3"
    path.write_bytes(empty_tables())
    with connected(path) as opened:
        # A file is switched to a write-ahead log once, as migrate does it; many who switch at once do not wait.
        opened.ensure_connection()
        desk.reset()
        yield path
    desk.reset()


@pytest.fixture(params=[pytest.param(failure, id=name) for name, failure in FAILURES.items()])
def failing_database(request: pytest.FixtureRequest, database_file: Path) -> Iterator[Path]:
    """A database that cannot save, in each way in turn."""
    with request.param(database_file):
        yield database_file


@pytest.fixture
def locked_database(database_file: Path) -> Iterator[Path]:
    """A database on which another process holds the lock."""
    with FAILURES["locked"](database_file):
        yield database_file
