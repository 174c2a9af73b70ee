"""The agency's site: every page answers, fits the federal standards that a machine can check, and is for everybody."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction
from django.test import Client, RequestFactory
from django.views.defaults import server_error

from example_site import environment
from example_site.middleware import POLICY
from example_site.views import PAGES
from govpage.feedback import sqlite
from govpage.feedback.limits import ENTRIES
from govpage.news.models import NewsRelease
from tests.conftest import ROOT

CAPTURES = ROOT / "example_site" / "captures"
STANDING = ["/", "/news/", "/news/archive/", *(f"/{address}" for address in PAGES.values())]
ARCHIVED = "/news/2018/08/14/how-the-harbor-office-saves-lives-on-the-water/"
SPANISH = "/news/2026/09/03/puertos-listos-para-la-temporada-de-tormentas-de-2026/"
ALL = [*STANDING, ARCHIVED, SPANISH]


@pytest.fixture(scope="module")
def releases(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The captures of the agency, imported once for all tests of this module and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("import_releases", str(CAPTURES), stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def site(releases: None, db: None, client: Client) -> Client:
    """A visitor of the site with its news."""
    return client


AGENCY = {"en": "Harbor Office", "es": "Oficina de Puertos"}


def head(page: str, pattern: str) -> str:
    found = re.search(pattern, page)
    assert found
    return found[1]


@pytest.mark.parametrize("address", ALL)
def test_title_and_description_have_the_length_of_the_standard(site: Client, address: str) -> None:
    page = site.get(address).content.decode()
    title, description = head(page, "<title>(.*?)</title>"), head(page, '<meta name="description" content="(.*?)">')
    assert len(title) >= 20
    assert title.endswith(" | " + AGENCY[head(page, '<html lang="(.*?)"')])
    assert 50 <= len(description) <= 165


@pytest.mark.parametrize("pattern", ["<title>(.*?)</title>", '<meta name="description" content="(.*?)">'])
def test_titles_and_descriptions_are_unique(site: Client, pattern: str) -> None:
    found = [head(site.get(address).content.decode(), pattern) for address in ALL]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("address", ALL)
def test_the_banner_comes_first_and_the_identifier_last(site: Client, address: str) -> None:
    body = site.get(address).content.decode().partition("<body>")[2]
    order = [body.find(mark) for mark in ("usa-skipnav", "usa-banner", "<h1", "usa-footer", "usa-identifier")]
    assert order == sorted(order)
    assert -1 not in order


@pytest.mark.parametrize("address", ALL)
def test_a_page_is_for_everybody(site: Client, address: str) -> None:
    response = site.get(address)
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "public" in response.headers["Cache-Control"]
    assert response.headers["Content-Security-Policy"].startswith(POLICY)
    assert response.content == Client(headers={"User-Agent": "Another", "Accept-Language": "es"}).get(address).content


@pytest.mark.parametrize("address", ALL)
def test_every_link_of_a_page_leads_somewhere(site: Client, address: str) -> None:
    page = site.get(address).content.decode()
    paths = set(re.findall(r'href="(/(?!static/)[^"#?]*)', page))
    assert [path for path in sorted(paths) if site.get(path).status_code != 200] == []


@pytest.mark.parametrize("address", [*(f"/{address}" for address in PAGES.values()), "/"])
def test_only_reading_is_allowed(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_the_archived_release_has_everything(site: Client) -> None:
    page = site.get(ARCHIVED).content.decode()
    assert page.count('property="itemListElement"') == 6
    assert "In an effort to keep harbor.example.gov current" in page
    assert '<time datetime="2018-08-14">August 14, 2018</time>' in page
    assert '<time datetime="2021-01-12">January 12, 2021</time>' in page
    assert "<ul><li>" in re.sub(r"\s", "", page)
    assert "Was this page helpful?" in page


def test_a_spanish_release_is_in_spanish(site: Client) -> None:
    page = site.get(SPANISH).content.decode()
    assert '<html lang="es" dir="ltr">' in page
    assert "Acerca de</span>" in page


def test_the_admin_sends_the_policy_without_trusted_types(admin_client: Client) -> None:
    assert admin_client.get("/admin/").headers["Content-Security-Policy"] == POLICY


def test_a_page_that_is_not_there_has_banner_and_way_on(client: Client) -> None:
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert "usa-banner" in response.content.decode()
    assert 'href="/news/archive/"' in response.content.decode()


def test_the_page_of_a_fault_needs_no_request() -> None:
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"usa-identifier" in response.content


def test_demo_prepares_once_and_keeps_the_data(db: None) -> None:
    first, second = StringIO(), StringIO()
    call_command("demo", "--prepare-only", stdout=first)
    call_command("demo", "--prepare-only", stdout=second)
    assert re.search(r"Admin user: admin, password: \S{16}", first.getvalue())
    assert "password printed at the first start" in second.getvalue()
    assert NewsRelease.objects.count() == len(list(CAPTURES.glob("*.txt")))
    assert get_user_model().objects.count() == 1


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DATABASE_URL", "CACHE_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_a_flag_of_the_environment(variables: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    variables.setenv("DEBUG", value)
    assert environment.flag("DEBUG") is expected


def test_names_of_the_environment(variables: pytest.MonkeyPatch) -> None:
    assert environment.names("ALLOWED_HOSTS", "a, b") == ["a", "b"]
    variables.setenv("ALLOWED_HOSTS", "c")
    assert environment.names("ALLOWED_HOSTS", "a, b") == ["c"]


@pytest.mark.parametrize(
    ("address", "engine"),
    [
        pytest.param("", "django.db.backends.sqlite3", id="unset"),
        pytest.param("postgres://u@127.0.0.1:5432/test", "django.db.backends.postgresql", id="postgresql"),
        pytest.param("mysql://u@127.0.0.1/test", "django.db.backends.mysql", id="mariadb"),
    ],
)
def test_the_database_of_the_environment(
    variables: pytest.MonkeyPatch, tmp_path: Path, address: str, engine: str
) -> None:
    variables.setenv("DATABASE_URL", address)
    found = environment.database(tmp_path)
    assert found["ENGINE"] == engine
    assert (found.get("OPTIONS") == sqlite.OPTIONS) is (engine.endswith("sqlite3"))


@pytest.mark.parametrize(
    ("address", "backend"),
    [("", "locmem.LocMemCache"), ("redis://127.0.0.1:6379/1", "redis.RedisCache")],
)
def test_the_cache_of_the_environment(variables: pytest.MonkeyPatch, address: str, backend: str) -> None:
    variables.setenv("CACHE_URL", address)
    assert environment.cache()["BACKEND"].endswith(backend)


def test_memory_of_the_process_has_room_for_what_is_counted(variables: pytest.MonkeyPatch) -> None:
    assert environment.cache()["OPTIONS"]["MAX_ENTRIES"] >= ENTRIES


def test_a_secret_key_is_made_once_and_kept(variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    key = environment.secret_key(tmp_path / "var")
    assert len(key) >= 50
    assert environment.secret_key(tmp_path / "var") == key
    assert (tmp_path / "var" / "secret_key").stat().st_mode & 0o077 == 0
    variables.setenv("SECRET_KEY", "mine")
    assert environment.secret_key(tmp_path / "var") == "mine"


def test_the_management_script_runs(tmp_path: Path) -> None:
    command: list[Any] = [sys.executable, ROOT / "manage.py", "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env={"SECRET_KEY": "x"})
    assert "System check identified no issues" in done.stdout + done.stderr


def test_wsgi_has_an_application() -> None:
    from example_site.wsgi import application

    assert callable(application)
