"""A draft prints the keys of a dry run, and leaves out what a page does not say."""

from __future__ import annotations

from govpage.news.importers.draft import KINDS, Contact
from govpage.news.importers.text import read_capture

TEXT = "Harbor Office Opens a Pier\n\nEmbargo: 10 a.m. ET, March 3, 2020\n\nA pier opened. It is long.\n"
KEYS = (
    "title", "subtitle", "release_date", "last_updated", "last_reviewed", "breadcrumb", "archived", "language",
    "release_number", "dateline", "embargo", "contacts", "body_html", "unsure",
)  # fmt: skip


def test_keys_are_those_of_the_dry_run() -> None:
    assert tuple(read_capture(TEXT).as_json()) == KEYS


def test_what_the_page_does_not_say_is_null() -> None:
    got = read_capture(TEXT).as_json()
    assert [key for key in KEYS if got[key] is None] == [
        "subtitle", "last_updated", "last_reviewed", "release_number", "dateline",
    ]  # fmt: skip


def test_moments_are_iso() -> None:
    got = read_capture(TEXT).as_json()
    assert (got["release_date"], got["embargo"]) == ("2020-03-03", "2020-03-03T10:00:00-05:00")


def test_contact_leaves_out_what_is_empty() -> None:
    assert Contact("Press Office", email="press@harbor.example.gov").as_json() == {
        "name": "Press Office",
        "email": "press@harbor.example.gov",
    }


def test_kind_is_one_of_the_known() -> None:
    assert read_capture(TEXT).kind in KINDS
