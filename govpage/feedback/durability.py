"""System checks of the database: that what is saved survives a power cut, and that nobody waits too long for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as CheckWarning
from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper

from govpage.conf import problems
from govpage.feedback.models import Vote
from govpage.feedback.patience import LIMIT
from govpage.feedback_settings import FeedbackSettings, feedback_settings

SQLITE_TIMEOUT = 5.0
"""Seconds that Python's sqlite3 waits for a lock when nothing is said."""

SQLITE_HINT = "Take OPTIONS of the database from govpage.feedback.sqlite."

SIGN_OFF = (
    "Change it, or let the owner accept that a power cut may lose answers that visitors were thanked for: "
    "GOVPAGE_FEEDBACK = {'durability_signed_off': True}."
)

JOURNAL = "PRAGMA journal_mode"

SAFE: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "sqlite": {
        "PRAGMA synchronous": ("synchronous", ("2", "3")),  # FULL, EXTRA
        JOURNAL: ("journal_mode", ("wal", "delete", "truncate", "persist")),
    },
    "postgresql": {
        "SHOW synchronous_commit": ("synchronous_commit", ("on", "local", "remote_write", "remote_apply")),
        "SHOW fsync": ("fsync", ("on",)),
    },
    "mysql": {"SELECT @@innodb_flush_log_at_trx_commit": ("innodb_flush_log_at_trx_commit", ("1",))},
}
"""For each kind of database: what is asked, what it is called, and the answers under which a commit is on the disk."""


@register
def check_sqlite_settings(**_kwargs: object) -> list[CheckMessage]:
    """Report settings of SQLite under which visitors fail or wait for each other."""
    connection = _connection()
    if connection.vendor != "sqlite":
        return []
    options: dict[str, Any] = connection.settings_dict["OPTIONS"]
    found = []
    if options.get("timeout", SQLITE_TIMEOUT) >= LIMIT:
        found.append(_warning(f"SQLite may wait for a lock {LIMIT} seconds or more, as long as a visitor waits.", 10))
    if str(options.get("transaction_mode")).upper() not in ("IMMEDIATE", "EXCLUSIVE"):
        found.append(_warning("SQLite begins transactions without its lock, so that they fail in the middle.", 11))
    return found


@register(Tags.database)
def check_durability(databases: Iterable[str] | None = None, **_kwargs: object) -> list[CheckMessage]:
    """Report a database that says a commit is done before it is on the disk; it is asked, so it has to be there."""
    connection = _connection()
    if connection.alias not in (databases or ()) or problems("GOVPAGE_FEEDBACK", FeedbackSettings):
        return []
    return [*_unsafe(connection), *_without_log(connection)]


def _unsafe(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    if feedback_settings().durability_signed_off:
        return []
    return [
        Error(f"The database has {name} = {value}: a saved answer may be lost.", hint=SIGN_OFF, id=_id("E", 10))
        for question, (name, safe) in SAFE.get(connection.vendor, {}).items()
        if (value := _ask(connection, question)) not in safe and not _has_nothing_to_lose(connection, value)
    ]


def _without_log(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    if connection.vendor != "sqlite" or (mode := _ask(connection, JOURNAL)) == "wal":
        return []
    if _has_nothing_to_lose(connection, mode):
        return []
    return [_warning("SQLite has no write-ahead log, so that who reads waits for who writes.", 12)]


def _has_nothing_to_lose(connection: Any, journal: str) -> bool:
    """Whether a journal is in memory because the whole database of SQLite is."""
    return journal == "memory" and bool(connection.is_in_memory_db())


def _ask(connection: BaseDatabaseWrapper, question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        (value,) = cursor.fetchone() or ("",)
    return str(value).lower()


def _warning(message: str, number: int) -> CheckMessage:
    return CheckWarning(message, hint=SQLITE_HINT, id=_id("W", number))


def _id(level: str, number: int) -> str:
    return f"govpage_feedback.{level}{number:03}"


def _connection() -> BaseDatabaseWrapper:
    return connections[router.db_for_write(Vote)]
