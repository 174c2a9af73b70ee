"""Exports: as CSV and JSON Lines, piece by piece, for those who may, and logged."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import tracemalloc
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connections
from django.test import AsyncClient, Client
from pytest_django import DjangoAssertNumQueries

from govpage.feedback import exports
from govpage.feedback.cells import recover
from govpage.feedback.exports import COMMENTS, VOTES, as_csv, as_json_lines, in_batches
from govpage.feedback.models import AuditEvent, Comment, Tag, Vote
from tests.feedback.team import said as places
from tests.feedback.team.said import EXPORT, READ, body, said, voted
from tests.feedback.team.tallies import client_of, make_page, reader, section, version_of

SENT = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
COMMENTS_CSV, COMMENTS_JSONL = f"{places.COMMENTS}export/csv/", f"{places.COMMENTS}export/jsonl/"
VOTES_CSV, VOTES_JSONL = f"{places.VOTES}export/csv/", f"{places.VOTES}export/jsonl/"
ALL = [
    pytest.param(address, id=address.split("/")[3] + address.split("/")[5])
    for address in (COMMENTS_CSV, COMMENTS_JSONL, VOTES_CSV, VOTES_JSONL)
]


@pytest.fixture
def exporter(db: None) -> Client:
    """Somebody who may export all sections."""
    return client_of(reader(*EXPORT, "all_sections"))


def table(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file, each cell as it was written."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return [{name: recover(cell) for name, cell in row.items()} for row in rows]


def objects(text: str) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in text.split("\n") if line]


def test_comment_has_all_its_columns(exporter: Client) -> None:
    comment = said(
        'Too long, "really".\nSecond line',
        sent=SENT,
        reason="too-much",
        state="acted-on",
        outcome="Cut.",
        note="Ask Kim",
        removed="phone",
    )
    comment.tags.set(Tag.objects.create(name=name) for name in ("tables", "maps"))
    expected = {
        "id": comment.pk,
        "sent": "2026-03-04T15:00:00+00:00",
        "kind": "follow-up",
        "page": "/news/a/",
        "title": "Harbor report",
        "language": "en",
        "section": None,
        "answer": None,
        "reason": "too-much",
        "comment": 'Too long, "really".\nSecond line',
        "removed": "phone",
        "held_because": "",
        "state": "acted-on",
        "assignee": None,
        "note": "Ask Kim",
        "outcome": "Cut.",
        "tags": ["maps", "tables"],
    }
    assert objects(body(exporter.get(COMMENTS_JSONL))) == [expected]
    plain = {name: "" if value is None else str(value) for name, value in expected.items()}
    assert table(body(exporter.get(COMMENTS_CSV))) == [plain | {"tags": "maps, tables"}]


def test_answer_has_all_its_columns(exporter: Client) -> None:
    vote = voted(reason="other", status="held", held_because="honeypot", sent=SENT)
    expected = {
        "id": vote.pk,
        "sent": "2026-03-04T15:00:00+00:00",
        "page": "/news/a/",
        "title": "Harbor report",
        "language": "en",
        "section": None,
        "version": "v1",
        "answer": "no",
        "reason": "other",
        "status": "held",
        "held_because": "honeypot",
    }
    assert objects(body(exporter.get(VOTES_JSONL))) == [expected]
    assert table(body(exporter.get(VOTES_CSV))) == [{name: str(value or "") for name, value in expected.items()}]


def test_empty_export_has_its_head(exporter: Client) -> None:
    assert body(exporter.get(VOTES_CSV)).startswith('\ufeff"id","sent","page"')
    assert body(exporter.get(VOTES_JSONL)) == ""


@pytest.mark.parametrize("address", ALL)
def test_file_has_a_name_and_is_not_kept(address: str, exporter: Client) -> None:
    response = exporter.get(address)
    name = response["Content-Disposition"]
    assert name.startswith('attachment; filename="20')
    assert name.endswith(f'{"comments" if "comment" in address else "answers"}.{address.split("/")[5]}"')
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param({"state__exact": "new"}, ["Plain"], id="state"),
        pytest.param({"q": "100%"}, ["It is 100% wrong"], id="search"),
        pytest.param({"q": "1_0"}, [], id="search-is-literal"),
        pytest.param({"assigned": "nobody", "p": "7"}, ["It is 100% wrong", "Plain"], id="all-pages"),
    ],
)
def test_export_is_what_the_list_shows(query: dict[str, str], found: list[str], exporter: Client) -> None:
    said("It is 100% wrong", state="no-action")
    said("Plain")
    assert [row["comment"] for row in objects(body(exporter.get(COMMENTS_JSONL, query)))] == found


def test_search_finds_each_answer_once(exporter: Client) -> None:
    voted(text="Tables are too wide")
    assert len(objects(body(exporter.get(VOTES_JSONL, {"q": "tables"})))) == 1


@pytest.mark.parametrize("query", [{"sent__gte": "never"}, {"vote__isempty": "maybe"}])
def test_wrong_filter_is_refused(query: dict[str, str], exporter: Client) -> None:
    assert exporter.get(COMMENTS_CSV, query).status_code == 400


def test_unknown_format_is_not_there(exporter: Client) -> None:
    assert exporter.get(f"{places.COMMENTS}export/xlsx/").status_code == 404


def test_export_is_logged_without_what_was_searched(exporter: Client) -> None:
    body(exporter.get(COMMENTS_CSV, {"q": "Maria", "state__exact": "new"}))
    event = AuditEvent.objects.get()
    assert (event.actor, event.action) == ("reader", "export")
    assert event.details == {"what": "comments", "format": "csv", "filter": "q=...&state__exact=new"}


@pytest.mark.parametrize("address", ALL)
def test_visitor_is_asked_to_log_in(address: str, client: Client, db: None) -> None:
    assert client.get(address)["Location"].startswith("/admin/login/")
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("address", ALL)
@pytest.mark.parametrize(
    "permissions",
    [pytest.param(READ, id="view-without-export"), pytest.param(("export_comment",), id="export-without-view")],
)
def test_who_may_not_is_refused_and_logged(address: str, permissions: tuple[str, ...], db: None) -> None:
    client = client_of(reader(*permissions, "all_sections"))
    assert client.get(address).status_code == 403
    assert AuditEvent.objects.get().action == "export.refused"


def test_refusal_is_logged_though_each_request_is_a_transaction(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connections.settings["default"], "ATOMIC_REQUESTS", True)
    assert client_of(reader(*READ)).get(COMMENTS_CSV).status_code == 403
    assert AuditEvent.objects.get().action == "export.refused"


@pytest.mark.parametrize("address", ALL)
@pytest.mark.parametrize(
    "query", [pytest.param("sent__year=99999", id="no-such-year"), pytest.param("sent__gte=x", id="no-day")]
)
def test_filter_that_cannot_be_is_refused_before_anything_is_sent(address: str, query: str, exporter: Client) -> None:
    said()
    assert exporter.get(f"{address}?{query}").status_code == 400
    assert not AuditEvent.objects.exists()


def test_filter_that_can_find_nothing_gives_the_head(exporter: Client) -> None:
    said()
    Tag.objects.create(name="tables"), Tag.objects.create(name="maps")
    assert table(body(exporter.get(COMMENTS_CSV, {"tags__id__exact": "9" * 30}))) == []


@pytest.mark.parametrize("address", ALL)
def test_owner_exports_the_own_section(address: str, db: None) -> None:
    owner = reader(*EXPORT)
    section("News", "/news/", owner)
    for path in ("/news/a/", "/ports/b/"):
        voted(page=make_page(path), text="Words")
    text = body(client_of(owner).get(address))
    assert ("/news/a/" in text, "/ports/b/" in text) == (True, False)


@pytest.mark.parametrize(
    ("permissions", "shown"), [pytest.param(READ, 0, id="may-not"), pytest.param(EXPORT, 2, id="may")]
)
def test_list_leads_to_exports_of_what_it_shows(permissions: tuple[str, ...], shown: int, db: None) -> None:
    page = client_of(reader(*permissions)).get(places.COMMENTS, {"state__exact": "new", "p": "1"}).content.decode()
    assert page.count("/?state__exact=new") == shown


def fill(rows: int, text: str = "Tables are too wide. " * 20) -> None:
    """Keep so many comments."""
    page = make_page()
    Comment.objects.bulk_create([Comment(page=page, text=text) for _row in range(rows)], batch_size=500)


@pytest.mark.parametrize("pieces", [pytest.param(as_csv, id="csv"), pytest.param(as_json_lines, id="jsonl")])
def test_first_byte_needs_no_query(pieces: Any, db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert next(pieces(COMMENTS, Comment.objects.all())) is not None


def test_memory_does_not_grow_with_the_rows(db: None) -> None:
    fill(4000)
    assert _peak(4000) < _peak(500) + 256 * 1024


def _peak(rows: int) -> int:
    """Return the most memory that an export of so many rows takes while it is sent."""
    found = Comment.objects.filter(pk__in=list(Comment.objects.order_by("pk").values_list("pk", flat=True)[:rows]))
    if rows == 4000:
        found = Comment.objects.all()
    tracemalloc.start()
    for _piece in as_csv(COMMENTS, found):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_rows_are_read_in_small_parts(db: None) -> None:
    fill(1000, "x")
    assert [len(rows) for rows in in_batches(COMMENTS, Comment.objects.all())] == [200] * 5


def test_all_rows_are_found_however_many_keys_are_looked_up(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(exports, "KEYS", 300)
    fill(1000, "x")
    keys = [row["id"] for rows in in_batches(COMMENTS, Comment.objects.all()) for row in rows]
    assert keys == list(Comment.objects.order_by("pk").values_list("pk", flat=True))


def test_what_comes_while_it_runs_is_not_in_it(db: None) -> None:
    fill(400, "x")
    found = in_batches(COMMENTS, Comment.objects.all())
    first = next(found)
    fill(100, "later")
    assert len(first) + sum(len(rows) for rows in found) == 400


def test_served_asynchronously_it_is_sent_piece_by_piece(transactional_db: None) -> None:
    reader(*EXPORT, "all_sections")
    fill(600, "x")

    async def pieces() -> list[bytes]:
        client = AsyncClient()
        await client.aforce_login(await User.objects.aget(username="reader"))
        response: Any = await client.get(COMMENTS_CSV)
        return [piece async for piece in response]

    # The first part is that of the gzip middleware or the head; rows follow in parts of their own.
    assert len(asyncio.run(pieces())) >= 4


def test_the_tables_have_no_key_of_a_submission() -> None:
    assert [name for name in (*VOTES.columns.values(), *COMMENTS.columns.values()) if "key" in name] == []


def test_vote_of_each_version_is_exported_with_it(exporter: Client) -> None:
    page = make_page()
    Vote.objects.create(page=page, version=version_of(page, "v2"), answer="yes")
    assert [row["version"] for row in objects(body(exporter.get(VOTES_JSONL)))] == ["v2"]
