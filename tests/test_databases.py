"""The newsroom and the feedback form on the other databases, where one answers on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT

POSTGRESQL = os.environ.get("TEST_POSTGRESQL_URL", "postgres://postgres@127.0.0.1:5432/test")
MARIADB = os.environ.get("TEST_MARIADB_URL", "mysql://root@127.0.0.1:3306/test")
SUITES = {
    "news": [
        "tests/news/test_lifecycle.py",
        "tests/news/test_models.py",
        "tests/news/test_views.py",
        "tests/news/test_around.py",
        "tests/news/test_fields.py",
        "tests/news/test_filters.py",
        "tests/news/test_search.py",
        "tests/news/test_hostile_queries.py",
        "tests/news/test_sections.py",
        "tests/news/test_import_releases.py",
    ],
    "feedback": [
        "tests/feedback/test_views_vote.py",
        "tests/feedback/test_views_follow_up.py",
        "tests/feedback/test_views_review.py",
        "tests/feedback/test_admin.py",
        "tests/feedback/test_correcting.py",
        "tests/feedback/test_keys.py",
        "tests/feedback/test_models.py",
        "tests/feedback/test_recount.py",
        "tests/feedback/test_store.py",
        "tests/feedback/test_tallies.py",
        "tests/feedback/test_holding.py",
        "tests/feedback/test_migrations.py",
        "tests/feedback/test_moving.py",
        "tests/feedback/team/test_queue.py",
        "tests/feedback/team/test_reports.py",
        "tests/feedback/team/test_retention.py",
    ],
}
# A driver in pure Python stands in for mysqlclient, which needs a compiler.
PYTEST = "import pymysql, pytest, sys; pymysql.install_as_MySQLdb(); sys.exit(pytest.main(sys.argv[1:]))"


def connect_postgresql() -> None:
    import psycopg

    psycopg.connect(POSTGRESQL.replace("postgres:", "postgresql:", 1), connect_timeout=2).close()


def connect_mariadb() -> None:
    import pymysql  # type: ignore[import-untyped]

    at = urlsplit(MARIADB)
    pymysql.connect(
        host=at.hostname, port=at.port or 3306, user=at.username, password=at.password or "", connect_timeout=2
    ).close()


@pytest.mark.parametrize("suite", SUITES)
@pytest.mark.parametrize(
    ("address", "connect"),
    [
        pytest.param(POSTGRESQL, connect_postgresql, id="postgresql"),
        pytest.param(MARIADB, connect_mariadb, id="mariadb"),
    ],
)
def test_the_same_tests_pass(address: str, connect: Callable[[], None], suite: str) -> None:
    try:
        connect()
    except Exception as error:
        pytest.skip(f"no database answers at {address}: {str(error).splitlines()[0]}")
    command = [sys.executable, "-W", "error", "-c", PYTEST, "-q", "-x", "--create-db", *SUITES[suite]]
    environment = os.environ | {"DATABASE_URL": address}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
