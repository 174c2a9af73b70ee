"""The system checks of the database: each is reached, and none by what the kit ships."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from django.core.checks import CheckMessage
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import Settings

from govpage.feedback import sqlite
from govpage.feedback.durability import SAFE, SIGN_OFF, SQLITE_HINT, check_durability, check_sqlite_settings
from govpage.feedback.patience import LIMIT
from tests.feedback.databases import connected


class Asked:
    """A connection to a server that answers as it is told."""

    alias = "default"

    def __init__(self, vendor: str, **answers: str | None) -> None:
        self.vendor, self.answers = vendor, answers

    @contextmanager
    def cursor(self) -> Iterator[Asked]:
        yield self

    def execute(self, question: str) -> None:
        self.name = question.split()[-1].removeprefix("@@")

    def fetchone(self) -> tuple[str] | None:
        answer = self.answers.get(self.name)
        return None if answer is None else (answer,)


@contextmanager
def default(connection: object) -> Iterator[None]:
    """Let the checks ask that connection."""
    known = connections["default"]
    connections["default"] = cast(BaseDatabaseWrapper, connection)
    try:
        yield
    finally:
        connections["default"] = known


def said(found: list[CheckMessage]) -> list[tuple[str | None, str | None]]:
    return [(message.id, message.hint) for message in found]


@pytest.mark.parametrize(
    ("pragmas", "ids"),
    [
        pytest.param(sqlite.OPTIONS["init_command"], [], id="as-shipped"),
        pytest.param("PRAGMA journal_mode=WAL; PRAGMA synchronous=EXTRA", [], id="EXTRA"),
        pytest.param("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL", ["E010"], id="E010-NORMAL"),
        pytest.param("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF", ["E010"], id="E010-OFF"),
        pytest.param("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL", ["W012"], id="W012-no-log"),
        pytest.param("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL", ["W012"], id="W012-truncate"),
        pytest.param("PRAGMA journal_mode=PERSIST; PRAGMA synchronous=FULL", ["W012"], id="W012-persist"),
        pytest.param("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=FULL", ["E010", "W012"], id="E010-in-memory"),
        pytest.param("PRAGMA journal_mode=OFF; PRAGMA synchronous=FULL", ["E010", "W012"], id="E010-no-journal"),
    ],
)
def test_sqlite_is_asked(pragmas: str, ids: list[str], db: None, tmp_path: Path) -> None:
    with connected(tmp_path / "site.sqlite3", pragmas=pragmas):
        found = check_durability(databases=["default"])
    hints = {"E010": SIGN_OFF, "W012": SQLITE_HINT}
    assert said(found) == [(f"govpage_feedback.{id_}", hints[id_]) for id_ in ids]


@pytest.mark.parametrize("name", [":memory:", "file:checked?mode=memory&cache=shared"])
def test_sqlite_in_memory_has_nothing_to_lose(name: str, db: None) -> None:
    with connected(Path(name), pragmas=""):
        assert check_durability(databases=["default"]) == []


POSTGRESQL = {"synchronous_commit": "on", "fsync": "on"}


@pytest.mark.parametrize(
    ("connection", "names"),
    [
        pytest.param(Asked("postgresql", **POSTGRESQL), [], id="postgresql"),
        pytest.param(Asked("postgresql", **POSTGRESQL | {"synchronous_commit": "local"}), [], id="postgresql-local"),
        pytest.param(
            Asked("postgresql", **POSTGRESQL | {"synchronous_commit": "off"}),
            ["synchronous_commit = off"],
            id="E010-postgresql-synchronous_commit",
        ),
        pytest.param(Asked("postgresql", **POSTGRESQL | {"fsync": "off"}), ["fsync = off"], id="E010-postgresql-fsync"),
        pytest.param(Asked("mysql", innodb_flush_log_at_trx_commit="1"), [], id="mariadb"),
        pytest.param(
            Asked("mysql", innodb_flush_log_at_trx_commit="2"),
            ["innodb_flush_log_at_trx_commit = 2"],
            id="E010-mariadb",
        ),
        pytest.param(Asked("mysql"), ["innodb_flush_log_at_trx_commit = "], id="E010-no-answer"),
        pytest.param(Asked("oracle"), [], id="another"),
    ],
)
def test_server_is_asked(connection: Asked, names: list[str]) -> None:
    with default(connection):
        found = check_durability(databases=["default"])
    assert [message.msg for message in found] == [
        f"The database has {name}: a saved answer may be lost." for name in names
    ]


@pytest.mark.parametrize(
    ("value", "databases"),
    [
        pytest.param({"durability_signed_off": True}, ["default"], id="signed-off"),
        pytest.param({}, None, id="not-to-be-asked"),
        pytest.param({}, ["other"], id="another-database"),
        pytest.param({"thread": 1}, ["default"], id="settings-that-are-wrong-anyway"),
    ],
)
def test_nothing_is_said(value: dict[str, Any], databases: list[str] | None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = value
    with default(Asked("postgresql", synchronous_commit="off", fsync="off")):
        assert check_durability(databases=databases) == []


def test_log_of_sqlite_is_not_signed_off(settings: Settings, db: None, tmp_path: Path) -> None:
    settings.GOVPAGE_FEEDBACK = {"durability_signed_off": True}
    pragmas = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF"
    with connected(tmp_path / "site.sqlite3", pragmas=pragmas):
        found = check_durability(databases=["default"])
    assert said(found) == [("govpage_feedback.W012", SQLITE_HINT)]


class Configured:
    def __init__(self, vendor: str, options: dict[str, Any]) -> None:
        self.vendor, self.settings_dict = vendor, {"OPTIONS": options}


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        pytest.param(sqlite.OPTIONS, [], id="as-shipped"),
        pytest.param({**sqlite.OPTIONS, "timeout": LIMIT}, ["W010"], id="W010-long"),
        pytest.param({"transaction_mode": "exclusive"}, ["W010"], id="W010-pythons-own"),
        pytest.param({"timeout": 1}, ["W011"], id="W011-djangos-own"),
        pytest.param({"timeout": 1, "transaction_mode": "DEFERRED"}, ["W011"], id="W011-deferred"),
        pytest.param({}, ["W010", "W011"], id="W010-W011-none"),
    ],
)
def test_settings_of_sqlite(options: dict[str, Any], ids: list[str]) -> None:
    with default(Configured("sqlite", options)):
        found = check_sqlite_settings()
    assert said(found) == [(f"govpage_feedback.{id_}", SQLITE_HINT) for id_ in ids]


def test_settings_of_other_databases_are_their_own() -> None:
    with default(Configured("postgresql", {})):
        assert check_sqlite_settings() == []


@pytest.mark.parametrize("vendor", SAFE)
def test_every_database_is_asked_something(vendor: str) -> None:
    assert SAFE[vendor]
