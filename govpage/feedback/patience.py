"""How long a connection waits for its database: limits of its own, so that a blocked database blocks no visitor."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from contextvars import ContextVar
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

LIMIT = 1.5
"""Seconds in which a submission is saved, or is not: of a visitor's 2.5 the rest is for a busy machine."""

DRIVER_LIMIT = 2
"""The same for drivers, which count whole seconds."""

MARGIN = 0.2
"""Seconds before the end at which the database should give up by itself, so that nobody has to be cut off."""

GLANCE = 0.05
"""Seconds that SQLite waits for its lock before we let it begin anew: it looks ever more seldom the longer it waits, so
that another process which writes all the time would always be first."""

LINGER = 5
"""Seconds that a connection is kept for the next who sends something, on a site that keeps none."""

OPTIONS: dict[str, dict[str, float]] = {
    "sqlite": {"timeout": GLANCE},
    "postgresql": {"connect_timeout": DRIVER_LIMIT},
    "mysql": {"connect_timeout": DRIVER_LIMIT, "read_timeout": DRIVER_LIMIT, "write_timeout": DRIVER_LIMIT},
}
"""What is given to the driver of a thread of ours; a site that waits less than that has its way."""


_deadline: ContextVar[float | None] = ContextVar("govpage_feedback_deadline", default=None)


@contextmanager
def deadline(until: float) -> Iterator[None]:
    """Let what is done within have the time until then.

    Units: until is a time of ``time.monotonic``
    """
    token = _deadline.set(until)
    try:
        yield
    finally:
        _deadline.reset(token)


def remaining() -> float | None:
    """Return the seconds that this thread has left; None where nobody counts them."""
    until = _deadline.get()
    return None if until is None else until - time.monotonic()


def keep_time(using: str) -> None:
    """Let the transaction that has just begun end with the time of this thread, where somebody counts it."""
    if (seconds := remaining()) is not None:
        limit_statements(connections[using], seconds)


def make_impatient(connection: BaseDatabaseWrapper, linger: float) -> None:
    """Let the connection of this thread, when it is opened, give up in time and see whether it still holds."""
    known = connection.settings_dict
    age = linger if known["CONN_MAX_AGE"] == 0 else known["CONN_MAX_AGE"]
    ours = {"CONN_MAX_AGE": age, "CONN_HEALTH_CHECKS": True, "OPTIONS": _options(connection)}
    connection.settings_dict = {**known, **ours}


def _options(connection: BaseDatabaseWrapper) -> dict[str, Any]:
    options: dict[str, Any] = dict(connection.settings_dict["OPTIONS"])
    if "pool" in options:  # it is one for all threads, and the site's
        return options
    ours = OPTIONS.get(connection.vendor, {})
    return options | {name: min(seconds, options.get(name) or seconds) for name, seconds in ours.items()}


def limit_statements(connection: BaseDatabaseWrapper, seconds: float) -> None:
    """Let the database give up by itself what it cannot do in time: to be called within a transaction."""
    seconds = max(seconds - MARGIN, 0.05)
    if connection.vendor == "postgresql":
        milliseconds = f"{int(seconds * 1000)}ms"
        _run(
            connection,
            "SELECT set_config('lock_timeout', %s, true), set_config('statement_timeout', %s, true)",
            milliseconds,
            milliseconds,
        )
    elif connection.vendor == "mysql":
        most = seconds if _is_mariadb(connection) else int(seconds * 1000)
        _limit_session(connection, max(int(seconds), 1), most)


@contextmanager
def own_limits(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Give a connection of the site the limits back that it had, where ours are those of its session."""
    if connection.vendor != "mysql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT @@SESSION.innodb_lock_wait_timeout, @@SESSION.{_statement_limit(connection)}")
        known = cursor.fetchone()
    try:
        yield
    finally:
        with suppress(Exception):  # it is broken, so nobody goes on with it
            _limit_session(connection, *known)


def _limit_session(connection: BaseDatabaseWrapper, lock: float, statement: float) -> None:
    name = _statement_limit(connection)
    _run(connection, f"SET SESSION innodb_lock_wait_timeout = %s, {name} = %s", lock, statement)


def _statement_limit(connection: BaseDatabaseWrapper) -> str:
    return "max_statement_time" if _is_mariadb(connection) else "max_execution_time"


def _is_mariadb(connection: BaseDatabaseWrapper) -> bool:
    return bool(getattr(connection, "mysql_is_mariadb", False))


def _run(connection: BaseDatabaseWrapper, statement: str, *values: str | float) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def cut_off(connection: BaseDatabaseWrapper) -> None:
    """End the connection of another thread that waits for a database which does not answer, where it has a socket.

    Drivers without one give up by their own limit.
    """
    opened: Any = connection.connection
    if not hasattr(opened, "fileno"):
        return
    with suppress(Exception):  # the other thread may have closed it just now: then there is nothing to end
        number = opened.fileno()
        with closing(socket.socket(fileno=os.dup(number))) as copy:
            if opened.fileno() == number:  # still open, so the copy is of that connection and of no other
                copy.shutdown(socket.SHUT_RDWR)
