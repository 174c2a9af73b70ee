from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from govpage.news import search_index
from govpage.news.lifecycle import CURRENT
from govpage.news.models import NewsRelease
from govpage.news.search import excerpt, search, words_of
from tests.news.factories import FUTURE, make

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    return [release.title for release in search(NewsRelease.objects.in_state(*CURRENT), query)]


@pytest.fixture
def no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a database for which there is no index."""
    monkeypatch.setattr("govpage.news.search.has_index", lambda _connection: False)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("buoys", id="word"),
        pytest.param("BUOYS", id="capitals"),
        pytest.param("buoys winter", id="two-words-in-any-order"),
        pytest.param("búoys", id="accents"),
        pytest.param("marker", id="title"),
        pytest.param("subtitle", id="subtitle"),
        pytest.param('"buoys" (winter* +^', id="syntax-of-fts"),
        pytest.param("buoys & winter | !:*", id="syntax-of-postgresql"),
        pytest.param("buoys' --", id="syntax-of-sql"),
        pytest.param("{buoys}:winter", id="column-of-fts"),
    ],
)
def test_a_release_is_found(query: str) -> None:
    make(title="Markers in ice", subtitle="A subtitle", body="<p>In winter the crews take buoys in.</p>")
    make(title="Piers", body="<p>marker of nothing</p>" if "marker" not in query else "<p>n</p>")
    assert found(query) == ["Markers in ice"]


@pytest.mark.parametrize("query", ["buoys summer", "strong", "%", "_", "*", "***", '"', "class", "NEAR(", "-"])
def test_a_release_is_not_found(query: str) -> None:
    make(body='<p class="class"><strong>In winter the crews take buoys in.</strong></p>')
    assert found(query) == []


def test_another_form_of_a_word_is_found_where_there_is_an_index() -> None:
    if not search_index.has_index(connection):
        pytest.skip(f"{connection.vendor} has no index of ours")
    make(body="<p>Inspections of piers</p>")
    assert found("inspection pier") == ["Harbor inspections for 2026"]


@pytest.mark.usefixtures("no_index")
@pytest.mark.parametrize(("query", "count"), [("pier", 1), ("PIERS inspections", 1), ("ferry", 0), ("%", 0), ("_", 0)])
def test_without_an_index_the_texts_are_looked_through(query: str, count: int) -> None:
    make(body="<p>Inspections of piers</p>")
    assert len(found(query)) == count


def test_newest_first() -> None:
    make(title="Older", release_date=date(2026, 1, 1), body="<p>pier</p>")
    make(title="Newest", release_date=date(2026, 3, 1), body="<p>pier pier pier</p>")
    make(title="Newer", release_date=date(2026, 2, 1), body="<p>pier</p>")
    assert found("pier") == ["Newest", "Newer", "Older"]


def test_what_is_not_current_is_not_found() -> None:
    make(publish_at=FUTURE.replace(year=2090), embargoed=True)
    assert found("port") == []


@pytest.mark.parametrize("change", ["update", "save", "delete", "date"])
def test_the_index_follows_every_change(change: str) -> None:
    release = make(body="<p>pier</p>")
    if change == "update":
        NewsRelease.objects.update(body="<p>ferry</p>")
    elif change == "save":
        release.body = "<p>ferry</p>"
        release.save()
    elif change == "date":
        release.release_date, release.body = date(2020, 1, 1), "<p>ferry</p>"
        release.save()
    else:
        release.delete()
        make(body="<p>ferry</p>")
    assert (len(found("pier")), len(found("ferry"))) == (0, 1)


def test_bulk_created_releases_are_found() -> None:
    NewsRelease.objects.bulk_create([NewsRelease(title="Pier", body="", publish_at=make().publish_at)])
    assert found("pier") == ["Pier"]


def test_an_index_that_a_migration_lost_is_made_again() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite makes its tables anew")
    make(body="<p>pier</p>")
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {search_index.INDEX}_update")
    NewsRelease.objects.update(body="<p>ferry</p>")
    assert found("ferry") == []
    search_index.install()
    assert (len(found("pier")), len(found("ferry"))) == (0, 1)


def test_migrating_again_keeps_the_index() -> None:
    make(body="<p>pier</p>")
    call_command("migrate", verbosity=0)
    assert len(found("pier")) == 1


def test_a_database_without_full_text_gets_no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "has_index", lambda _connection: False)
    asked: list[Any] = []
    monkeypatch.setattr(search_index, "_install_sqlite", asked.append)
    search_index.install()
    assert asked == []


def test_words_are_bounded() -> None:
    words = words_of(" ".join(f"w{n}" for n in range(100)) + " " + "x" * 1000)
    assert len(words) == 12
    assert words_of("x" * 1000) == ("x" * 40,)


@pytest.mark.parametrize(
    ("body", "query", "expected"),
    [
        pytest.param("<p>Two piers.</p>", "pier", (("Two ", False), ("piers", True), (".", False)), id="form"),
        pytest.param("<p>Piers</p>", "piers", (("Piers", True),), id="whole"),
        pytest.param("<p>a &lt; b</p>", "b", (("a < ", False), ("b", True)), id="entities"),
        pytest.param("<p>Piers</p>", "ferry", (), id="nothing"),
        pytest.param("<p>Piers</p>", "?!", (), id="no-word"),
        pytest.param("<p>Año nuevo</p>", "ano", (("Año", True), (" nuevo", False)), id="accents"),
    ],
)
def test_excerpt(body: str, query: str, expected: object) -> None:
    assert excerpt(body, query) == expected


def test_a_long_text_is_cut_at_words_around_the_first_that_is_found() -> None:
    shown = "".join(text for text, _found in excerpt(f"<p>{'before ' * 100}pier {'after ' * 100}</p>", "pier"))
    assert shown.startswith("… before before")
    assert shown.endswith("after …")
    assert "pier" in shown
    assert len(shown) < 260


def test_an_excerpt_of_a_huge_text_reads_its_beginning() -> None:
    assert excerpt("<p>pier</p>" + "<p>word</p>" * 20_000, "pier")[0] == ("pier", True)


class Recorded:
    """A connection to PostgreSQL that has a table with these columns and keeps what it is asked."""

    vendor = "postgresql"

    def __init__(self, *columns: str) -> None:
        self.asked: list[str] = []
        self.columns = columns
        self.introspection = self

    def get_table_description(self, _cursor: object, _table: str) -> list[SimpleNamespace]:
        return [SimpleNamespace(name=name) for name in self.columns]

    def cursor(self) -> Recorded:
        return self

    def __enter__(self) -> Recorded:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def execute(self, sql: str) -> None:
        self.asked.append(sql)


def test_postgresql_gets_an_index_once(monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = Recorded()
    monkeypatch.setattr(search_index, "connections", {"default": recorded})
    search_index.install()
    assert "GENERATED ALWAYS AS (to_tsvector('english', search_text))" in recorded.asked[0]


def test_postgresql_that_has_an_index_gets_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = Recorded("id", "search_vector")
    monkeypatch.setattr(search_index, "connections", {"default": recorded})
    search_index.install()
    assert recorded.asked == []


def test_postgresql_is_asked_with_the_words_as_a_parameter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govpage.news.search.connections", {"default": Recorded()})
    sql, parameters = search(NewsRelease.objects.all(), "piers' & x").query.sql_with_params()
    assert "search_vector @@ plainto_tsquery('english', %s)" in sql
    assert parameters == ("piers x",)
