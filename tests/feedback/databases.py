"""Databases that do and do not save: real SQLite files, in real states."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from functools import cache
from pathlib import Path

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

PATIENCE = 0.05
"""Seconds that a connection waits for a lock where the test wants it to give up."""

THREADS = 10

PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"
"""As on the example site, without its wait for the disk."""


@cache
def empty_tables() -> bytes:
    """Return a SQLite file with the tables of feedback and of who may own them, made from those of the tests' database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND (tbl_name LIKE 'govpage_feedback_%' OR tbl_name IN ('auth_user', 'auth_group'))"
        )
        statements = [sql for (sql,) in cursor.fetchall()]
    with closing(sqlite3.connect(":memory:")) as target:
        target.executescript(";".join(statements))
        return target.serialize()


def open_database(
    path: Path, alias: str = "default", timeout: float = PATIENCE, pragmas: str = PRAGMAS
) -> BaseDatabaseWrapper:
    """Return a connection to a file, otherwise set as on the example site."""
    configured = connections.settings["default"]
    options = {**configured["OPTIONS"], "timeout": timeout, "init_command": pragmas}
    wrapper = type(connections["default"])
    return wrapper({**configured, "NAME": str(path), "OPTIONS": options}, alias)


@contextmanager
def connected(
    path: Path, alias: str = "default", timeout: float = PATIENCE, pragmas: str = PRAGMAS
) -> Iterator[BaseDatabaseWrapper]:
    """Let this thread, and who works on behalf of it, work on a file."""
    known = getattr(connections._connections, alias, None)  # type: ignore[attr-defined]
    connections[alias] = opened = open_database(path, alias, timeout, pragmas)
    try:
        yield opened
    finally:
        opened.close()
        del connections[alias]
        if known is not None:
            connections[alias] = known


def rows(path: Path, table: str) -> int:
    """Return how many rows another process finds in a table."""
    with closing(sqlite3.connect(path)) as other:
        (count,) = other.execute(f"SELECT count(*) FROM govpage_feedback_{table}").fetchone()
    return int(count)


def at_once(path: Path, save: Callable[[], object]) -> None:
    """Do the same in ten threads, each with a connection of its own."""

    def work(_number: int) -> None:
        with connected(path, timeout=5):
            save()

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, range(THREADS)))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def down(path: Path) -> Iterator[None]:
    with connected(path.parent / "missing" / path.name):
        yield


@contextmanager
def without_tables(path: Path) -> Iterator[None]:
    with connected(path.with_name("empty.sqlite3")):
        yield


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    with connected(path, pragmas=f"{PRAGMAS}; PRAGMA query_only=ON"):
        yield


@contextmanager
def commit_fails(path: Path) -> Iterator[None]:
    """Every row is taken and breaks a foreign key that is looked at only when the transaction ends."""
    with closing(sqlite3.connect(path)) as other:
        other.executescript("".join(map(_trigger, ("vote", "comment"))))
    yield


def _trigger(table: str) -> str:
    name = f"govpage_feedback_{table}"
    return (
        f"CREATE TRIGGER break_{table} AFTER INSERT ON {name}"
        f" BEGIN UPDATE {name} SET page_id = -1 WHERE id = new.id; END;"
    )


FAILURES: dict[str, Callable[[Path], AbstractContextManager[None]]] = {
    "locked": locked,
    "down": down,
    "without-tables": without_tables,
    "read-only": read_only,
    "commit-fails": commit_fails,
}
