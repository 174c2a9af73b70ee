"""Our own keys as CSV, JSON and JSON Lines; what a dry run prints is read again as it was."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest

from govpage.news.importers.draft import CaptureError, Contact, ReleaseDraft
from govpage.news.importers.formats.keys import KEYS
from tests.conftest import ROOT
from tests.news.importers.formats.reading import USUAL, drafts, items, reasons

WHOLE = ReleaseDraft(
    **{
        **USUAL,
        "title": "Pier Opens",
        "subtitle": "At last",
        "release_date": date(2020, 3, 2),
        "last_updated": date(2020, 3, 3),
        "last_reviewed": date(2020, 3, 4),
        "breadcrumb": ("Home", "News"),
        "archived": True,
        "language": "es",
        "release_number": "20-1",
        "dateline": "HARBOR CITY",
        "embargo": datetime(2020, 3, 2, 10, tzinfo=UTC),
        "contacts": (Contact("Press Desk", "202-555-0100", "press@harbor.example.gov"),),
        "body_html": "<p>The pier is open.</p>",
        "unsure": ("Is it?",),
        "topics": ("Ports", "Water"),
        "published": datetime(2020, 3, 2, 9, tzinfo=UTC),
        "original_address": "https://harbor.example.gov/pier",
        "description": "A pier.",
        "public": False,
    }
)
SMALL = ReleaseDraft(**{**USUAL, "title": "Pier Opens", "body_html": "<p>The pier is open.</p>"})
BARE = {"title": "Pier Opens", "body_html": "The pier is open."}
LINE = json.dumps(BARE)


def table(*rows: list[str]) -> str:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def as_cells(draft: ReleaseDraft) -> list[list[str]]:
    printed = draft.as_json()
    lists = {key: ";".join(printed[key]) for key in ("breadcrumb", "topics", "unsure")}
    cells = {**printed, **lists, "contacts": json.dumps(printed["contacts"]), "archived": "Yes", "public": "FALSE"}
    return [list(cells), list(map(str, cells.values()))]


READ: dict[str, tuple[str, bytes | str, list[ReleaseDraft]]] = {
    "json-whole": ("json", json.dumps([WHOLE.as_json()]), [WHOLE]),
    "json-small": ("json", json.dumps(SMALL.as_json()), [SMALL]),
    "json-indented": ("json", json.dumps([SMALL.as_json(), WHOLE.as_json()], indent=1), [SMALL, WHOLE]),
    "json-one-indented": ("json", json.dumps(BARE, indent=1), [SMALL]),
    "json-lines": ("json", f"{LINE}\r\n\r\n{json.dumps(WHOLE.as_json())}\n", [SMALL, WHOLE]),
    "json-mark": ("json", b"\xef\xbb\xbf" + LINE.encode(), [SMALL]),
    "csv-whole": ("csv", table(*as_cells(WHOLE)), [WHOLE]),
    "csv-small": ("csv", table(["Title", " body_html ", "topics"], ["Pier Opens", "The pier is open.", ""]), [SMALL]),
    "csv-blank-row": ("csv", "title,body_html\r\n,\r\nPier Opens,The pier is open.\r\n", [SMALL]),
    "csv-mark": ("csv", "\ufefftitle,body_html\nPier Opens,The pier is open.\n", [SMALL]),
    "csv-windows": (
        "csv",
        "title,body_html\nPier Opens,The pier\x92s open.\n".encode("latin-1"),
        [replace(SMALL, body_html="<p>The pier\u2019s open.</p>")],
    ),
    "csv-lines-in-a-cell": (
        "csv",
        'title,body_html\nPier Opens,"<p>The pier""s\nopen.</p>"\n',
        [replace(SMALL, body_html='<p>The pier"s\nopen.</p>')],
    ),
}


@pytest.mark.parametrize(("form", "content", "want"), [pytest.param(*case, id=name) for name, case in READ.items()])
def test_what_is_written_is_read(form: str, content: bytes | str, want: list[ReleaseDraft]) -> None:
    assert items(form, content) == want


def test_every_key_of_a_dry_run_is_legal() -> None:
    assert set(WHOLE.as_json()) <= set(KEYS)


@pytest.mark.parametrize("given", [{"kind": "blog", "byline": "Press Desk"}, {"kind": "press_release"}], ids=str)
def test_what_a_dry_run_prints_keeps_kind_and_byline(given: dict[str, str]) -> None:
    draft = drafts("json", json.dumps({**BARE, **given}))[0]
    assert drafts("json", json.dumps(draft.as_json())) == [draft]


def test_a_kind_is_taken() -> None:
    assert drafts("json", json.dumps({**BARE, "kind": "fact_sheet"}))[0].kind == "fact_sheet"


def test_contacts_may_be_missing_their_parts() -> None:
    assert drafts("json", json.dumps({**BARE, "contacts": [{"name": "Desk"}]}))[0].contacts == (Contact("Desk"),)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "unknown-key": ({"headline": "x"}, "unknown: headline; legal are archive_notice, archived, body_html"),
    "title-is-a-list": ({"title": []}, "title is no text"),
    "title-is-true": ({"title": True}, "title is no text"),
    "no-title": ({"title": None}, "there is no title"),
    "long-title": ({"title": "x" * 301}, "the title has 301 characters, and at most 300 are read"),
    "no-text": ({"body_html": "<p> </p>"}, "there is no text under the title"),
    "control": ({"body_html": "a\x00b"}, "binary: a text holds U[+]0000"),
    "half-a-character": ({"title": "\ud800"}, "binary: a text holds U[+]D800"),
    "long-text": ({"body_html": "x" * (2 * 1024 * 1024 + 1)}, "too large: a text of 2,097,153 characters"),
    "day": ({"release_date": "02/03/2020"}, "release_date is '02/03/2020'; legal is a day such as"),
    "no-such-day": ({"release_date": "2020-02-30"}, "release_date is '2020-02-30'; legal is a day"),
    "moment-without-zone": ({"embargo": "2020-03-02T10:00:00"}, "embargo is .*; legal is a moment"),
    "kind": ({"kind": "tweet"}, "kind is 'tweet'; legal are press_release, statement"),
    "truth": ({"archived": "maybe"}, "archived is 'maybe'; legal are true and false"),
    "list": ({"topics": "Ports"}, "topics is no list of texts"),
    "list-of-numbers": ({"topics": [1]}, "topics is no list of texts"),
    "contacts": ({"contacts": [{"fax": "1"}]}, "contacts is no list of objects; legal keys in them are name, phone"),
    "contacts-text": ({"contacts": "Desk"}, "contacts is no list of objects"),
}


@pytest.mark.parametrize(("wrong", "reason"), [pytest.param(*case, id=name) for name, case in WRONG.items()])
def test_a_wrong_value_is_a_reason_and_the_others_are_read(wrong: dict[str, Any], reason: str) -> None:
    found, draft = items("json", json.dumps([{**BARE, **wrong}, BARE]))
    assert draft == SMALL
    with pytest.raises(CaptureError, match=reason):
        raise found  # type: ignore[misc]


def test_a_line_that_is_no_json_is_a_reason() -> None:
    assert reasons("json", f"{LINE}\n{{x}}\n")[0].startswith("not JSON: ")


def test_what_is_no_object_is_a_reason() -> None:
    assert reasons("json", "[7]") == ["int in place of an object"]


def test_rows_that_do_not_fit_are_reasons_and_the_others_are_read() -> None:
    content = table(
        ["title", "body_html", "archived", "contacts"], ["x"], ["Pier", "Open.", "no", "{"], ["P", "O", "perhaps", ""]
    )
    assert reasons("csv", content) == [
        "1 cells in a row, and 4 columns",
        "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "archived is 'perhaps'; legal are true and false",
    ]


BAD = {
    "csv-unknown-column": ("csv", "title,body_html,headline\n", "unknown: headline; legal are "),
    "csv-no-text": ("csv", "title\nPier\n", "names no column body_html"),
    "csv-nothing-of-ours": ("csv", "kind\n", "names no column title and no column body_html"),
    "csv-twice": ("csv", "title,body_html,Title\n", "names a column twice"),
    "csv-quotes": ("csv", 'title,body_html\n"Pier,Open', "not CSV, at line 2"),
    "csv-empty": ("csv", " ", "empty"),
    "csv-binary": ("csv", "PK\x03\x04", "binary"),
    "csv-large-cell": ("csv", f"title,body_html\nPier,{'x' * 140_000}\n", "field larger than field limit"),
    "json-cut": ("json", '[{"title": ', "not JSON"),
}


@pytest.mark.parametrize(("form", "content", "reason"), [pytest.param(*case, id=name) for name, case in BAD.items()])
def test_a_bad_file_is_refused(form: str, content: str, reason: str) -> None:
    with pytest.raises(CaptureError, match=reason):
        items(form, content)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_documented(key: str) -> None:
    assert f"`{key}`" in (ROOT / "docs" / "newsroom-importing.md").read_text("utf-8")
