"""Papers of a word processor, built for the tests, with their right answers."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

TITLE = "Harbor Office Opens Seven Ports"
FIRST = "The Harbor Office today opened seven ports to small vessels after a review of two years."
LAST = "Pilots will be on duty from the first of April, and fees stay as they are."


def answer(**parts: Any) -> dict[str, Any]:
    """Give the right answer of a paper that says only a title, a day and two paragraphs, with other parts put in."""
    plain = {
        "title": TITLE, "subtitle": None, "release_date": "2017-03-03", "last_updated": None, "last_reviewed": None,
        "archived": False, "language": "en", "release_number": None, "dateline": None, "breadcrumb": [],
        "embargo": None, "contacts": [], "list_items": {"level1": 0, "level2": 0, "level3": 0}, "ordered_items": 0,
        "first_sentence": FIRST, "truncated": False, "last_body_words": LAST, "must_not_be_in_body": ["###"],
        "must_be_in_body": [], "headings": [],
    }  # fmt: skip
    return plain | parts


def paper(*parts: tuple[str, str]) -> bytes:
    """Build a file of (style, text) paragraphs; the style "table" makes a table of rows cut at ";" and cells at ","."""
    from docx import Document

    document = Document()
    for style, text in parts:
        if style == "table":
            _table(document, text)
        elif style == "bold":
            document.add_paragraph().add_run(text).bold = True
        else:
            document.add_paragraph(text, style=style)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _table(document: Any, text: str) -> None:
    rows = [row.split(",") for row in text.split(";")]
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = cell


def patched(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Give a copy of a zip file in which one part is changed."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return made.getvalue()


N = "Normal"
DAY = (N, "March 3, 2017")
DESK = {"name": "Press Desk", "phone": "202-555-0143", "email": "press@harbor.example.gov"}

PAPERS: dict[str, tuple[tuple[tuple[str, str], ...], dict[str, Any]]] = {
    "title-style": ((("Title", TITLE), DAY, (N, FIRST), (N, LAST)), answer()),
    "heading-title": ((("Heading 1", TITLE), DAY, (N, FIRST), (N, LAST)), answer()),
    "no-styles": (((N, "FOR IMMEDIATE RELEASE"), DAY, ("bold", TITLE), (N, FIRST), (N, LAST), (N, "###")), answer()),
    "subtitle": (
        (("Title", TITLE), ("Subtitle", "Small vessels may enter"), DAY, (N, FIRST), (N, LAST)),
        answer(subtitle="Small vessels may enter"),
    ),
    "bold-second-line": (
        ((N, "FOR IMMEDIATE RELEASE"), DAY, ("bold", TITLE), ("bold", "Small vessels may enter"),
         (N, f"BAYVIEW, Maine \u2014 {FIRST}"), (N, LAST), (N, "###")),
        answer(subtitle="Small vessels may enter", dateline="BAYVIEW, Maine"),
    ),
    "contacts-above": (
        ((N, "FOR IMMEDIATE RELEASE"), (N, "Contact: Press Desk, 202-555-0143, press@harbor.example.gov"), DAY,
         ("Title", TITLE), (N, f"WASHINGTON \u2014 {FIRST}"), (N, LAST), (N, "###")),
        answer(contacts=[DESK], dateline="WASHINGTON"),
    ),
    "contacts-under-mark": (
        (("Title", TITLE), DAY, (N, FIRST), (N, LAST), (N, "###"),
         (N, "Media Contact: Press Desk, 202-555-0143, press@harbor.example.gov")),
        answer(contacts=[DESK], must_not_be_in_body=["###", "Press Desk"]),
    ),
    "nested-lists": (
        (("Title", TITLE), DAY, (N, FIRST), ("List Bullet", "Pilots"), ("List Bullet 2", "Harbor pilots"),
         ("List Bullet 3", "At night"), ("List Bullet", "Tugs"), (N, LAST)),
        answer(list_items={"level1": 2, "level2": 1, "level3": 1}),
    ),
    "numbers": (
        (("Title", TITLE), DAY, (N, FIRST), ("List Number", "Call the pilot."), ("List Number", "Wait."), (N, LAST)),
        answer(ordered_items=2),
    ),
    "headings": (
        (("Title", TITLE), DAY, (N, FIRST), ("Heading 2", "Fees"), (N, FIRST), ("Heading 4", "Small vessels"),
         (N, LAST)),
        answer(headings=["Fees", "Small vessels"]),
    ),
    "table": (
        (("Title", TITLE), DAY, (N, FIRST), ("table", "Port,Vessels;Bayview,12"), (N, LAST)),
        answer(list_items={"level1": 2, "level2": 0, "level3": 0}, must_be_in_body=["Bayview; 12"]),
    ),
    "embargo-and-number": (
        ((N, "EMBARGOED UNTIL 8:30 a.m. ET, March 3, 2017"), (N, "Release Number: HO-17-012"), ("Title", TITLE),
         (N, FIRST), (N, LAST)),
        answer(embargo="2017-03-03T08:30:00-05:00", release_number="HO-17-012"),
    ),
    "spanish": (
        (("Title", "La oficina abre siete puertos"), (N, "3 de marzo de 2017"),
         (N, "La oficina abri\u00f3 hoy siete puertos para las embarcaciones de la costa."),
         (N, "Las tarifas no cambian este a\u00f1o.")),
        answer(title="La oficina abre siete puertos", language="es",
               first_sentence="La oficina abri\u00f3 hoy siete puertos", last_body_words="Las tarifas no cambian este a\u00f1o."),
    ),
}  # fmt: skip
"""The papers by name: their paragraphs and the right answer."""
