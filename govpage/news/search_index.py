"""The full-text index of releases, kept by the database itself on every way into it.

SQLite: an FTS5 table without content, whose row numbers sort as the list of news does, and three triggers.
PostgreSQL: a generated tsvector under a GIN index. Elsewhere there is none, and a search looks through the texts.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

RELEASES = "govpage_news_newsrelease"
INDEX = "govpage_news_search"
VECTOR = "search_vector"

KEY_BITS = 32
"""Bits of a row number that hold the key of the release; the day is above them, so that newer ones are larger."""

KEY = (1 << KEY_BITS) - 1

SQLITE_FILL = f"INSERT INTO {INDEX}(rowid, words) SELECT {{row}}, search_text FROM {RELEASES}"  # noqa: S608


def install(using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Make the index of a database where it has none, or where a migration has made the table of releases anew."""
    connection = connections[using]
    if has_index(connection):
        {"sqlite": _install_sqlite, "postgresql": _install_postgresql}[connection.vendor](connection)


def has_index(connection: BaseDatabaseWrapper) -> bool:
    """Whether a search asks an index of that database."""
    return connection.vendor == "postgresql" or (connection.vendor == "sqlite" and _has_fts5())


@cache
def _has_fts5() -> bool:
    with sqlite3.connect(":memory:") as memory:
        return ("ENABLE_FTS5",) in memory.execute("PRAGMA compile_options").fetchall()


def _row(prefix: str) -> str:
    return f"(CAST(julianday({prefix}sort_day) AS INTEGER) << {KEY_BITS}) | {prefix}id"


def _install_sqlite(connection: BaseDatabaseWrapper) -> None:
    remove = f"INSERT INTO {INDEX}({INDEX}, rowid, words) VALUES ('delete', {_row('old.')}, old.search_text);"  # noqa: S608
    add = f"INSERT INTO {INDEX}(rowid, words) VALUES ({_row('new.')}, new.search_text);"  # noqa: S608
    triggers = {
        "insert": f"AFTER INSERT ON {RELEASES} BEGIN {add} END",
        "delete": f"AFTER DELETE ON {RELEASES} BEGIN {remove} END",
        "update": f"AFTER UPDATE OF id, search_text, sort_day ON {RELEASES} BEGIN {remove} {add} END",
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [RELEASES])
        if cursor.fetchone()[0] == len(triggers):
            return
        cursor.execute(f"DROP TABLE IF EXISTS {INDEX}")
        cursor.execute(f"CREATE VIRTUAL TABLE {INDEX} USING fts5(words, content='', tokenize='porter unicode61')")
        for name, trigger in triggers.items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {INDEX}_{name}")
            cursor.execute(f"CREATE TRIGGER {INDEX}_{name} {trigger}")
        cursor.execute(SQLITE_FILL.format(row=_row("")))


def _install_postgresql(connection: BaseDatabaseWrapper) -> None:
    made = "tsvector GENERATED ALWAYS AS (to_tsvector('english', search_text)) STORED"
    with connection.cursor() as cursor:
        if VECTOR in {column.name for column in connection.introspection.get_table_description(cursor, RELEASES)}:
            return
        cursor.execute(f"ALTER TABLE {RELEASES} ADD COLUMN {VECTOR} {made}")
        cursor.execute(f"CREATE INDEX IF NOT EXISTS {INDEX} ON {RELEASES} USING gin ({VECTOR})")
