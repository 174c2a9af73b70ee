"""Databases for the load tests: made for them under names of their own, and dropped."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

from tests.feedback.load.proxy import Proxy
from tests.test_databases import MARIADB, POSTGRESQL

TABLE = "govpage_feedback_vote"


def fresh_name() -> str:
    return f"govpage_load_{os.getpid()}_{secrets.token_hex(4)}"


class Scratch(Protocol):
    """A database of its own for the site."""

    url: str
    """As the site has it."""

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Ask the database itself."""
        ...

    def troubles(self) -> dict[str, AbstractContextManager[None]]:
        """What may happen to it."""
        ...

    def drop(self) -> None:
        """Leave nothing."""
        ...


class Sqlite:
    """A file."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "site.sqlite3"
        self.url = f"sqlite:///{self._path}"

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self._path, timeout=20)) as connection:
            return connection.execute(statement).fetchall()

    def troubles(self) -> dict[str, AbstractContextManager[None]]:
        return {"locked": self._locked()}

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with closing(sqlite3.connect(self._path, isolation_level=None, timeout=20)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield

    def drop(self) -> None:
        """The folder is the test's."""


class Server:
    """A database of a server, with a line to it that can be troubled."""

    def __init__(self, address: str, port: int) -> None:
        at = urlsplit(address)
        self.name, self._address, self._default = fresh_name(), at, at.path.lstrip("/")
        self.proxy = Proxy(at.hostname or "127.0.0.1", at.port or port)
        self._do(f"CREATE DATABASE {self.name}", database=self._default)
        netloc = f"{at.netloc.rpartition('@')[0]}@127.0.0.1:{self.proxy.port}"
        self.url = urlunsplit((at.scheme, netloc, self.name, "", ""))

    def connect(self, database: str) -> Any:
        """Return a connection to the server itself that commits each statement."""
        raise NotImplementedError

    def lock(self) -> str:
        """Return the statement that locks the votes."""
        raise NotImplementedError

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self._do(statement, database=self.name)

    def _do(self, statement: str, database: str) -> list[tuple[Any, ...]]:
        with closing(self.connect(database)) as connection, closing(connection.cursor()) as cursor:
            cursor.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []

    def troubles(self) -> dict[str, AbstractContextManager[None]]:
        return {"locked": self._locked(), "stopped": self.proxy.stopped(), "frozen": self.proxy.frozen()}

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with closing(self.connect(self.name)) as connection, closing(connection.cursor()) as cursor:
            cursor.execute("BEGIN")
            cursor.execute(self.lock())
            yield

    def drop(self) -> None:
        self.proxy.close()
        self._do(f"DROP DATABASE {self.name}", database=self._default)


class Postgresql(Server):
    def __init__(self, _folder: Path) -> None:
        super().__init__(POSTGRESQL, 5432)

    def connect(self, database: str) -> Any:
        import psycopg

        at = self._address._replace(scheme="postgresql", path=f"/{database}")
        return psycopg.connect(at.geturl(), connect_timeout=5, autocommit=True)

    def lock(self) -> str:
        return f"LOCK TABLE {TABLE} IN ACCESS EXCLUSIVE MODE"

    def drop(self) -> None:
        self.proxy.close()
        self._do(f"DROP DATABASE {self.name} WITH (FORCE)", database=self._default)


class Mariadb(Server):
    def __init__(self, _folder: Path) -> None:
        super().__init__(MARIADB, 3306)

    def connect(self, database: str) -> Any:
        import pymysql  # type: ignore[import-untyped]

        at = self._address
        return pymysql.connect(
            host=at.hostname,
            port=at.port or 3306,
            user=at.username,
            password=at.password or "",
            database=database,
            connect_timeout=5,
            autocommit=True,
        )

    def lock(self) -> str:
        return f"LOCK TABLES {TABLE} WRITE"


KINDS: dict[str, type[Sqlite | Postgresql | Mariadb]] = {
    "sqlite": Sqlite,
    "postgresql": Postgresql,
    "mariadb": Mariadb,
}
