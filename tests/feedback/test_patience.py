"""Limits of connections: what each kind of database is told, and how one that does not answer is left."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, cast

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

from govpage.feedback.patience import (
    DRIVER_LIMIT,
    GLANCE,
    LINGER,
    cut_off,
    limit_statements,
    make_impatient,
    own_limits,
)


class Connection:
    """What is asked of a connection, with the statements that it got."""

    def __init__(self, vendor: str, *, mariadb: bool = True, opened: object = None, **settings: Any) -> None:
        self.vendor, self.mysql_is_mariadb, self.connection = vendor, mariadb, opened
        self.settings_dict = {"NAME": "site", "CONN_MAX_AGE": 0, "OPTIONS": {}, **settings}
        self.broken = False
        self.said: list[tuple[str, tuple[object, ...]]] = []

    @contextmanager
    def cursor(self) -> Iterator[Connection]:
        yield self

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> None:
        if "SET" in statement and self.broken:
            raise OperationalError
        self.said.append((statement, values))

    def fetchone(self) -> tuple[int, float]:
        return (50, 0.0)

    def __call__(self) -> BaseDatabaseWrapper:
        return cast(BaseDatabaseWrapper, self)


@pytest.mark.parametrize(
    ("vendor", "options", "changed"),
    [
        pytest.param("sqlite", {}, {"timeout": GLANCE}, id="sqlite"),
        pytest.param("sqlite", {"timeout": 30}, {"timeout": GLANCE}, id="sqlite-waits-long"),
        pytest.param("sqlite", {"timeout": 0.01}, {"timeout": 0.01}, id="sqlite-waits-less"),
        pytest.param(
            "postgresql", {"sslmode": "x"}, {"sslmode": "x", "connect_timeout": DRIVER_LIMIT}, id="postgresql"
        ),
        pytest.param("postgresql", {"pool": True}, {"pool": True}, id="postgresql-with-a-pool-of-the-site"),
        pytest.param(
            "mysql",
            {},
            {"connect_timeout": DRIVER_LIMIT, "read_timeout": DRIVER_LIMIT, "write_timeout": DRIVER_LIMIT},
            id="mariadb",
        ),
        pytest.param("oracle", {"threaded": True}, {"threaded": True}, id="another"),
    ],
)
def test_options_of_a_thread_of_ours(vendor: str, options: dict[str, Any], changed: dict[str, Any]) -> None:
    connection = Connection(vendor, OPTIONS=options)
    given = connection.settings_dict
    make_impatient(connection(), LINGER)
    assert connection.settings_dict["OPTIONS"] == changed
    assert (connection.settings_dict["CONN_HEALTH_CHECKS"], given["OPTIONS"]) == (True, options)


@pytest.mark.parametrize(
    ("age", "kept"),
    [
        pytest.param(0, LINGER, id="none-is-kept"),
        pytest.param(60, 60, id="kept-a-minute"),
        pytest.param(None, None, id="kept-for-good"),
    ],
)
def test_age_of_a_connection(age: int | None, kept: int | None) -> None:
    connection = Connection("postgresql", CONN_MAX_AGE=age)
    make_impatient(connection(), LINGER)
    assert connection.settings_dict["CONN_MAX_AGE"] == kept


@pytest.mark.parametrize(
    ("connection", "seconds", "said"),
    [
        pytest.param(
            Connection("postgresql"),
            2.0,
            [
                (
                    "SELECT set_config('lock_timeout', %s, true), set_config('statement_timeout', %s, true)",
                    ("1800ms", "1800ms"),
                )
            ],
            id="postgresql",
        ),
        pytest.param(
            Connection("mysql"),
            2.2,
            [("SET SESSION innodb_lock_wait_timeout = %s, max_statement_time = %s", (2, 2.0))],
            id="mariadb",
        ),
        pytest.param(
            Connection("mysql", mariadb=False),
            0.1,
            [("SET SESSION innodb_lock_wait_timeout = %s, max_execution_time = %s", (1, 50))],
            id="mysql-and-no-time-left",
        ),
        pytest.param(Connection("sqlite"), 2.0, [], id="sqlite-has-its-limit-since-it-was-opened"),
    ],
)
def test_statements_are_limited(connection: Connection, seconds: float, said: list[Any]) -> None:
    limit_statements(connection(), seconds)
    assert connection.said == said


MARIADB = "innodb_lock_wait_timeout = %s, max_statement_time = %s"
MYSQL = "innodb_lock_wait_timeout = %s, max_execution_time = %s"


@pytest.mark.parametrize(
    ("connection", "asked", "said"),
    [
        pytest.param(Connection("mysql"), "max_statement_time", MARIADB, id="mariadb"),
        pytest.param(Connection("mysql", mariadb=False), "max_execution_time", MYSQL, id="mysql"),
    ],
)
def test_connection_of_the_site_has_its_own_limits_again(connection: Connection, asked: str, said: str) -> None:
    with own_limits(connection()):
        limit_statements(connection(), 2.2)
    assert connection.said[0] == (f"SELECT @@SESSION.innodb_lock_wait_timeout, @@SESSION.{asked}", ())
    assert connection.said[-1] == (f"SET SESSION {said}", (50, 0.0))


def test_connection_that_broke_meanwhile_is_left_alone() -> None:
    connection = Connection("mysql")
    with own_limits(connection()):
        connection.broken = True
    assert len(connection.said) == 1


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_limits_of_a_transaction_end_with_it(vendor: str) -> None:
    connection = Connection(vendor)
    with own_limits(connection()):
        pass
    assert connection.said == []


class Reopened:
    """A connection that is closed, and its number given to another, between two looks at it."""

    def __init__(self, number: int) -> None:
        self.numbers = [-1, number]

    def fileno(self) -> int:
        return self.numbers.pop()


class Closed:
    def fileno(self) -> int:
        raise OSError("The connection is closed.")


@pytest.fixture
def line() -> Iterator[tuple[socket.socket, socket.socket]]:
    """The two ends of a connection."""
    ours, theirs = socket.socketpair()
    with closing(ours), closing(theirs):
        theirs.setblocking(False)
        yield ours, theirs


def is_open(theirs: socket.socket) -> bool:
    try:
        return theirs.recv(1) != b""
    except BlockingIOError:
        return True


def test_connection_with_a_socket_is_ended(line: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = line
    cut_off(Connection("postgresql", opened=ours)())
    assert not is_open(theirs)
    os.fstat(ours.fileno())  # whose it is closes it


def test_socket_of_somebody_else_is_left_alone(line: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = line
    cut_off(Connection("postgresql", opened=Reopened(ours.fileno()))())
    assert is_open(theirs)


@pytest.mark.parametrize(
    "opened",
    [
        pytest.param(None, id="not-open"),
        pytest.param(object(), id="without-a-socket"),
        pytest.param(Closed(), id="closed-just-now"),
    ],
)
def test_nothing_to_end_is_no_error(opened: object) -> None:
    cut_off(Connection("postgresql", opened=opened)())
