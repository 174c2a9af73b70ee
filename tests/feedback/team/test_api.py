"""The JSON API: read only, for those with its permission, strict about what it is asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from govpage.feedback.models import AuditEvent, CommentKind, Tag
from tests.feedback.team.said import said, voted
from tests.feedback.team.tallies import client_of, make_page, reader, section, tally

PAGES, COMMENTS = "/feedback/api/pages/", "/feedback/api/comments/"
BOTH = [pytest.param(PAGES, id="pages"), pytest.param(COMMENTS, id="comments")]


@pytest.fixture
def program(db: None) -> Client:
    """A client that may read all sections."""
    return client_of(reader("api_comment", "all_sections", name="program"))


def asked(client: Client, address: str, status: Any = 200, **query: Any) -> dict[str, Any]:
    """Return what the API answers."""
    response = client.get(address, query)
    assert (response.status_code, response["Content-Type"]) == (status, "application/json")
    answer: dict[str, Any] = response.json()
    return answer


def test_page_with_enough_answers_has_its_score(program: Client) -> None:
    page = make_page()
    tally(page, localdate(), yes=30, no=10, held=2, held_yes=1)
    expected = {
        "id": page.pk,
        "path": "/news/a/",
        "title": "Harbor report",
        "language": "en",
        "section": None,
        "answers": 40,
        "yes": 30,
        "no": 10,
        "partly": 0,
        "held": 2,
        "held_yes": 1,
        "share": 0.75,
        "interval": [0.5981, 0.8581],
    }
    assert asked(program, PAGES)["pages"] == [expected]


@pytest.mark.parametrize("answers", [0, 1, 29])
def test_page_with_few_answers_has_no_share(answers: int, program: Client) -> None:
    tally(make_page(), localdate(), yes=answers)
    found = asked(program, PAGES)["pages"][0]
    assert (found["answers"], found["share"], found["interval"]) == (answers, None, None)


def test_bias_is_noted_by_the_scores(program: Client) -> None:
    assert "no sample of all visitors" in asked(program, PAGES)["note"]


@pytest.mark.parametrize(
    ("query", "days", "answers"),
    [
        pytest.param({}, ("2026-11-03", "2026-11-30"), 7, id="usual"),
        pytest.param({"first": "2026-11-01"}, ("2026-11-01", "2026-11-30"), 17, id="first"),
        pytest.param({"last": "2026-11-03"}, ("2026-10-07", "2026-11-03"), 10, id="last"),
        pytest.param({"first": "2026-11-02", "last": "2026-11-02"}, ("2026-11-02", "2026-11-02"), 10, id="both"),
        pytest.param({"first": "2027-01-01"}, ("2027-01-01", "2027-01-01"), 0, id="first-to-come"),
        pytest.param({"first": "2000-01-01", "last": "9999-12-31"}, ("2000-01-01", "9999-12-31"), 17, id="all"),
    ],
)
def test_scores_are_those_of_the_days(
    query: dict[str, str], days: tuple[str, str], answers: int, program: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = datetime(2026, 11, 30, tzinfo=UTC).date()
    monkeypatch.setattr("govpage.feedback.api_questions.localdate", lambda: last)
    page = make_page()
    tally(page, last - timedelta(days=28), no=10)
    tally(page, last, no=7)
    found = asked(program, PAGES, **query)
    assert ((found["first"], found["last"]), found["pages"][0]["answers"]) == (days, answers)


def test_comments_are_what_exports_have(program: Client) -> None:
    comment = said("<b>Wide</b> جدول", state="acted-on", outcome="Cut.")
    comment.tags.add(Tag.objects.create(name="tables"))
    found = asked(program, COMMENTS)["comments"]
    assert [(row["id"], row["comment"], row["outcome"], row["tags"]) for row in found] == [
        (comment.pk, "<b>Wide</b> جدول", "Cut.", ["tables"])
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param({"page": "page"}, "B", id="page"),
        pytest.param({"section": "section"}, "B", id="section"),
        pytest.param({"language": "es"}, "B", id="language"),
        pytest.param({"kind": "problem"}, "B", id="kind"),
        pytest.param({"state": "escalated"}, "B", id="state"),
        pytest.param({"reason": "other"}, "B", id="reason"),
        pytest.param({"tag": "tables"}, "A", id="tag"),
        pytest.param({"q": "a 100%"}, "A", id="words"),
        pytest.param({"q": "%"}, "A", id="percent-is-literal"),
        pytest.param({"q": "_"}, "", id="underscore-is-literal"),
        pytest.param({"first": "2026-03-04"}, "B", id="first"),
        pytest.param({"last": "2026-03-03"}, "A", id="last"),
        pytest.param({"first": "2026-03-03", "last": "2026-03-04"}, "AB", id="both-days"),
        pytest.param({"first": "2000-01-01", "last": "9999-12-31"}, "AB", id="all-days"),
    ],
)
def test_comments_are_filtered(query: dict[str, str], found: str, program: Client) -> None:
    page, ports = make_page("/ports/b/", "B", "es"), section("Ports", "/ports/")
    tag = Tag.objects.create(name="tables")
    said("A 100%", sent=datetime(2026, 3, 3, 17, tzinfo=UTC)).tags.add(tag)
    sent = datetime(2026, 3, 5, 4, 59, tzinfo=UTC)  # still the 4th where the site is
    said("B", page, sent=sent, kind=CommentKind.PROBLEM, state="escalated", reason="other")
    keys = {"page": page.pk, "section": ports.pk}
    rows = asked(program, COMMENTS, **{name: keys.get(value, value) for name, value in query.items()})["comments"]
    assert "".join(row["comment"][0] for row in rows) == found


@pytest.mark.parametrize(
    ("query", "found"), [({"section": "section"}, ["/ports/b/"]), ({"language": "en"}, ["/news/a/"])]
)
def test_pages_are_filtered(query: dict[str, str], found: list[str], program: Client) -> None:
    make_page()
    make_page("/ports/b/", "B", "es")
    ports = section("Ports", "/ports/")
    rows = asked(program, PAGES, **{name: ports.pk if name == "section" else value for name, value in query.items()})
    assert [row["path"] for row in rows["pages"]] == found


def collected(client: Client, address: str, name: str) -> list[list[int]]:
    """Return the keys of each page of an answer, following where it leads."""
    found, following = [], f"{address}?limit=2"
    while following:
        answer = client.get(following).json()
        found.append([row["id"] for row in answer[name]])
        following = answer["next"]
    return found


@pytest.mark.parametrize("rows", [0, 1, 2, 3, 5])
def test_pages_of_an_answer_follow_each_other(rows: int, program: Client) -> None:
    keys = [said(page=make_page(f"/p/{number}/")).pk for number in range(rows)]
    parts = [keys[start : start + 2] for start in range(0, rows, 2)] or [[]]
    assert collected(program, COMMENTS, "comments") == parts
    assert [len(part) for part in collected(program, PAGES, "pages")] == [len(part) for part in parts]


def test_next_page_keeps_what_was_asked(program: Client) -> None:
    for _number in range(2):
        said(state="escalated")
    following = asked(program, COMMENTS, limit=1, state="escalated")["next"]
    assert following.startswith(f"{COMMENTS}?limit=1&state=escalated&after=")


def test_what_is_removed_meanwhile_moves_nothing(program: Client) -> None:
    keys = [said() for _number in range(4)]
    following = asked(program, COMMENTS, limit=2)["next"]
    keys[0].delete()
    assert [row["id"] for row in program.get(following).json()["comments"]] == [keys[2].pk, keys[3].pk]


@pytest.mark.parametrize("address", BOTH)
@pytest.mark.parametrize(
    ("query", "name"),
    [
        pytest.param("frist=2026-01-01", "frist", id="misspelt"),
        pytest.param("page__path=/", "page__path", id="lookup"),
        pytest.param("key=ab", "key", id="column"),
        pytest.param("limit=1&limit=2", "limit", id="twice"),
        pytest.param("limit=0", "limit", id="limit-of-none"),
        pytest.param("limit=201", "limit", id="limit-too-high"),
        pytest.param("limit=many", "limit", id="no-number"),
        pytest.param("after=-1", "after", id="negative-key"),
        pytest.param(f"after={2**63}", "after", id="key-beyond-all"),
        pytest.param("first=01/02/2026", "first", id="no-date"),
        pytest.param("first=2026-02-30", "first", id="no-day"),
        pytest.param("last=0001-01-05", "last", id="mistyped-year"),
        pytest.param("first=2026-01-02&last=2026-01-01", "last", id="days-the-wrong-way-round"),
        pytest.param("language=" + "x" * 17, "language", id="too-long"),
        pytest.param("language=%00", "language", id="nul"),
    ],
)
def test_what_it_cannot_be_asked_is_named(query: str, name: str, address: str, program: Client) -> None:
    response = program.get(f"{address}?{query}")
    assert response.status_code == 400
    assert list(response.json()["errors"]) == [name]


@pytest.mark.parametrize("query", ["state=gone", "kind=other", "q=" + "x" * 201, "page=x", "tag=" + "x" * 51])
def test_comments_cannot_be_asked(query: str, program: Client) -> None:
    assert list(program.get(f"{COMMENTS}?{query}").json()["errors"]) == [query.partition("=")[0]]


def test_error_names_what_there_is(program: Client) -> None:
    errors = asked(program, PAGES, 400, frist="2026-01-01")["errors"]
    assert errors["frist"] == ["There is no such parameter; there are after, limit, section, language, first, last."]


@pytest.mark.parametrize("address", BOTH)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_it_only_reads(method: str, address: str, program: Client) -> None:
    response = getattr(program, method)(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("address", BOTH)
def test_visitor_is_refused(address: str, client: Client, db: None) -> None:
    assert asked(client, address, 403)["errors"]
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("address", BOTH)
def test_who_may_only_look_is_refused_and_logged(address: str, db: None) -> None:
    client = client_of(reader("view_comment", "export_comment", "all_sections"))
    assert asked(client, address, 403)["errors"]
    assert AuditEvent.objects.values_list("actor", "action").get() == ("reader", "api.refused")


@pytest.mark.parametrize("address", BOTH)
def test_owner_reads_the_own_section(address: str, db: None) -> None:
    owner = reader("api_comment")
    section("News", "/news/", owner)
    for path in ("/news/a/", "/ports/b/"):
        said(page=make_page(path))
    text = client_of(owner).get(address).content.decode()
    assert ("/news/a/" in text, "/ports/b/" in text) == (True, False)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        pytest.param(PAGES, "section", id="pages"),
        pytest.param(COMMENTS, "section", id="comments"),
        pytest.param(COMMENTS, "page", id="page"),
    ],
)
def test_what_belongs_to_another_is_not_there(address: str, name: str, db: None) -> None:
    owner = reader("api_comment")
    section("News", "/news/", owner)
    keys = {"section": section("Ports", "/ports/").pk, "page": make_page("/ports/b/").pk}
    assert asked(client_of(owner), address, 404, **{name: keys[name]}) == asked(
        client_of(owner), address, 404, **{name: 999_999}
    )


def test_own_section_and_page_are_there(db: None) -> None:
    owner = reader("api_comment")
    news = section("News", "/news/", owner)
    comment = said()
    found = asked(client_of(owner), COMMENTS, section=news.pk, page=comment.page_id)["comments"]
    assert [(row["id"], row["section"]) for row in found] == [(comment.pk, "News")]


@pytest.mark.parametrize("address", BOTH)
def test_answer_is_kept_nowhere_and_belongs_to_no_other_site(address: str, program: Client) -> None:
    response = program.get(address, headers={"origin": "https://evil.example"})
    assert response["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in response


@pytest.mark.parametrize("address", BOTH)
def test_more_rows_need_no_more_queries(
    address: str, program: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        voted(page=make_page(f"/p/{number}/"), text="x")
    with django_assert_max_num_queries(9):
        asked(program, address)
