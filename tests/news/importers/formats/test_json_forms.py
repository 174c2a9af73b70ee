"""The JSON of Drupal and of justice.gov: what each release gives."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from govpage.news.importers.draft import CaptureError
from tests.news.importers.formats.reading import drafts, items, reasons, unusual, without_usual

NO_DAY = "The release names no day."
RESULT: dict[str, Any] = {
    "title": "Harbor Firm Sentenced &amp; Fined",
    "body": "<p>A firm was <b>fined</b>.</p><p>&nbsp;</p>",
    "date": "1421211600",
    "changed": 1421298000,
    "number": "15-029",
    "topic": ["Ports", {"name": "Water"}, {"uuid": "1"}],
    "teaser": "<p>A firm was fined.</p>",
    "url": "https://harbor.example.gov/fined",
}
RESULT_WANT = {
    "title": "Harbor Firm Sentenced & Fined",
    "body_html": "<p>A firm was <strong>fined</strong>.</p>",
    "release_date": date(2015, 1, 14),
    "last_updated": date(2015, 1, 15),
    "release_number": "15-029",
    "topics": ("Ports", "Water"),
    "description": "A firm was fined.",
    "original_address": "https://harbor.example.gov/fined",
}
BARE = {"title": "Pier Opens", "body": "The pier is open."}
BARE_WANT = {"title": "Pier Opens", "body_html": "<p>The pier is open.</p>"}
JUSTICE = {
    "full": (RESULT, RESULT_WANT),
    "bare": (BARE, {**BARE_WANT, "unsure": (NO_DAY,)}),
    "day-is-no-moment": ({**BARE, "date": "soon"}, {**BARE_WANT, "unsure": (NO_DAY,)}),
    "changed-that-day": ({**RESULT, "changed": RESULT["date"]}, {**RESULT_WANT, "last_updated": None}),
    "beside": (
        {
            **RESULT,
            "component": [{"name": "Harbor Law Division"}],
            "attachment": [{"url": "/a.pdf"}],
            "image": {"u": 1},
        },
        {
            **RESULT_WANT,
            "unsure": (
                "It is a release of Harbor Law Division; choose the office.",
                "Files under 'attachment' were left out: 1.",
                "Files under 'image' were left out: 1.",
            ),
        },
    ),
}


def results(*values: Any) -> str:
    return json.dumps({"metadata": {}, "results": values})


@pytest.mark.parametrize(("result", "want"), [pytest.param(*case, id=name) for name, case in JUSTICE.items()])
def test_a_release_of_justice_is_wholly_right(result: dict[str, Any], want: dict[str, Any]) -> None:
    assert [unusual(draft) for draft in drafts("justice", results(result))] == [without_usual(want)]


def test_a_release_of_justice_that_cannot_be_read_is_named() -> None:
    content = results({"title": "Pier"}, "pier", BARE, {"title": True, "body": "x"})
    assert reasons("justice", content) == [
        "Pier: there is no text under the title",
        "release without a title: there is no title",
        "release without a title: there is no title",
    ]
    assert len(drafts("justice", content)) == 1


SUMMARY = "<p>A pier.</p>"
NODE: dict[str, Any] = {
    "type": "node--press_release",
    "id": "1",
    "attributes": {
        "title": "Pier Opens",
        "status": True,
        "langcode": "es",
        "created": "2020-03-03T01:15:00-05:00",
        "changed": "2020-03-05T01:15:00+00:00",
        "body": {"value": "raw", "processed": "<div>The <i>pier</i> is open.</div>", "summary": SUMMARY},
        "path": {"alias": "/news/pier"},
        "field_release_date": "2020-03-02",
        "field_release_number": 7,
        "field_subtitle": {"value": "At last"},
    },
    "relationships": {
        "field_topics": {
            "data": [{"type": "taxonomy_term--topics", "id": "t1"}, {"type": "taxonomy_term--x", "id": "?"}]
        },
        "uid": {"data": {"type": "user--user", "id": "t1"}},
        "field_none": {"data": None},
    },
}
TERM = {"type": "taxonomy_term--topics", "id": "t1", "attributes": {"name": "Ports"}}
NODE_WANT = {
    "title": "Pier Opens",
    "language": "es",
    "subtitle": "At last",
    "body_html": "<p>The <em>pier</em> is open.</p>",
    "description": "A pier.",
    "release_date": date(2020, 3, 2),
    "last_updated": date(2020, 3, 5),
    "release_number": "7",
    "topics": ("Ports",),
    "original_address": "/news/pier",
}


def node(**attributes: Any) -> dict[str, Any]:
    return {"attributes": {"title": "Pier Opens", "body": {"value": "The pier is open."}, **attributes}}


CREATED = "No field names the day of the release; that on which the node was created was taken."
MORE = "The file is one page of several; the next is not fetched."
DRUPAL = {
    "full": ({"data": [NODE], "included": [TERM]}, NODE_WANT),
    "one-node": ({"data": NODE, "included": [TERM]}, NODE_WANT),
    "not-included": ({"data": [NODE]}, {**NODE_WANT, "topics": ()}),
    "more": ({"data": [NODE], "included": [TERM], "links": {"next": {}}}, {**NODE_WANT, "unsure": (MORE,)}),
    "created": (
        {"data": [node(created="2020-03-03T01:15:00+00:00", langcode="und")]},
        {
            **BARE_WANT,
            "release_date": date(2020, 3, 3),
            "published": datetime(2020, 3, 3, 1, 15, tzinfo=UTC),
            "unsure": (CREATED,),
        },
    ),
    "no-day": ({"data": [node(changed="2020-03-03T01:15:00+00:00")]}, {**BARE_WANT, "unsure": (CREATED,)}),
    "not-published": (
        {"data": [node(status=False, field_date="2020-03-03")]},
        {
            **BARE_WANT,
            "release_date": date(2020, 3, 3),
            "public": False,
            "unsure": ("The node is not published there, so it is a draft here.",),
        },
    ),
}


@pytest.mark.parametrize(("document", "want"), [pytest.param(*case, id=name) for name, case in DRUPAL.items()])
def test_a_node_is_wholly_right(document: dict[str, Any], want: dict[str, Any]) -> None:
    assert [unusual(draft) for draft in drafts("drupal", json.dumps(document))] == [without_usual(want)]


def test_a_node_that_cannot_be_read_is_named() -> None:
    content = json.dumps({"data": [node(body=None), 7, node()]})
    assert reasons("drupal", content) == [
        "Pier Opens: there is no text under the title",
        "node without a title: there is no title",
    ]
    assert len(drafts("drupal", content)) == 1


BAD = {
    "drupal-list": ("drupal", "[]", 'there is no "data"'),
    "drupal-errors": ("drupal", '{"errors": []}', 'there is no "data"'),
    "justice-list": ("justice", "[]", 'there is no list "results"'),
    "justice-no-list": ("justice", '{"results": {}}', 'there is no list "results"'),
    "not-json": ("justice", "results", "not JSON"),
    "deep": ("drupal", "[" * 100_000, "JSON nested too deep"),
    "big-number": ("drupal", f'{{"data": {"1" * 5000}}}', "not JSON"),
    "binary": ("drupal", "{\0}", "binary"),
}


@pytest.mark.parametrize(("form", "content", "reason"), [pytest.param(*case, id=name) for name, case in BAD.items()])
def test_a_bad_file_is_refused(form: str, content: str, reason: str) -> None:
    with pytest.raises(CaptureError, match=reason):
        items(form, content)
