"""Papers of a word processor are read as their answers say, and hostile ones are refused."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.docx import read
from tests.news.importers.formats.papers import FIRST, LAST, PAPERS, TITLE, paper, patched
from tests.news.importers.judge import wrong_fields

DOCUMENT = "word/document.xml"
PLAIN = (("Title", TITLE), ("Normal", "March 3, 2017"), ("Normal", FIRST), ("Normal", LAST))


def read_one(data: bytes) -> ReleaseDraft:
    (draft,) = read(BytesIO(data), "paper.docx")
    assert isinstance(draft, ReleaseDraft)
    return draft


def reason(data: bytes) -> str:
    with pytest.raises(CaptureError) as caught:
        list(read(BytesIO(data), "paper.docx"))
    return str(caught.value)


@pytest.mark.parametrize(("parts", "want"), PAPERS.values(), ids=PAPERS)
def test_paper_is_read_as_its_answer_says(parts: tuple[tuple[str, str], ...], want: dict[str, Any]) -> None:
    assert wrong_fields(want, read_one(paper(*parts)).as_json()) == {}


def test_table_asks_whether_its_first_row_holds_headings() -> None:
    draft = read_one(paper(*PAPERS["table"][0]))
    assert draft.unsure == ("Table 1 is kept as a list of its rows. Does the first row of table 1 hold headings?",)


def test_headings_below_the_title_start_at_two_without_a_gap() -> None:
    body = read_one(paper(*PAPERS["headings"][0])).body_html
    assert "<h2>Fees</h2>" in body
    assert "<h3>Small vessels</h3>" in body


def test_footnotes_stay_as_text_below_the_end_mark() -> None:
    data = paper(*PLAIN, ("Normal", "###"))
    note = b'<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    with_note = patched(
        data,
        DOCUMENT,
        lambda xml: xml.replace(
            b"fees stay as they are.</w:t></w:r></w:p>", b"fees stay as they are.</w:t></w:r>" + note
        ),
    )
    with_part = patched(
        with_note,
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(
            b"</Relationships>",
            b'<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
        ),
    )
    made = BytesIO(with_part)
    with ZipFile(made, "a") as archive:
        archive.writestr(
            "word/footnotes.xml",
            '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>Counted in 2016.</w:t></w:r></w:p></w:footnote></w:footnotes>',
        )
    body = read_one(made.getvalue()).body_html
    assert body.endswith("<ol><li>Counted in 2016.</li></ol>")
    assert "<sup>[1]</sup>" in body


def test_repeated_title_is_left_out() -> None:
    draft = read_one(paper(("Title", TITLE), *PLAIN))
    assert TITLE not in draft.body_html


def test_entities_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "declares a document type" in reason(patched(paper(*PLAIN), DOCUMENT, lambda _xml: bomb))


def test_deep_xml_is_refused() -> None:
    assert "one inside another" in reason(patched(paper(*PLAIN), DOCUMENT, lambda _xml: b"<x>" * 500 + b"</x>" * 500))


def test_broken_xml_is_refused() -> None:
    assert "no XML" in reason(patched(paper(*PLAIN), DOCUMENT, lambda xml: xml[:400]))


def test_xml_that_is_no_document_is_refused() -> None:
    assert "no readable DOCX" in reason(patched(paper(*PLAIN), DOCUMENT, lambda _xml: b"<x/>"))


def test_truncated_file_is_refused() -> None:
    assert reason(paper(*PLAIN)[:3000]).startswith("no whole zip file")


def test_other_zip_file_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "a")
    assert reason(made.getvalue()) == "unknown layout: this zip file is no DOCX file"


def test_paper_without_words_is_refused() -> None:
    assert reason(paper()) == "unknown layout: no title can be found"


def test_part_that_expands_too_far_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, b" " * 5_000_000)
    assert "expands more than 200 times" in reason(made.getvalue())


@pytest.mark.parametrize("package", ["mammoth", "defusedxml.common", "selectolax.lexbor"])
def test_missing_package_is_named(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    assert "pip install govpage[import]" in reason(paper(*PLAIN))


def test_picture_is_never_opened_and_its_words_are_reported() -> None:
    picture = (
        b'<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        b'<wp:docPr id="1" name="p" descr="A crane"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        b'<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        b'<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdX"/></pic:blipFill>'
        b"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    rel = b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://harbor.example.gov/x.png" TargetMode="External"/></Relationships>'
    data = patched(
        paper(*PLAIN),
        DOCUMENT,
        lambda xml: xml.replace(
            b"fees stay as they are.</w:t></w:r></w:p>", b"fees stay as they are.</w:t></w:r>" + picture
        ),
    )
    data = patched(data, "word/_rels/document.xml.rels", lambda xml: xml.replace(b"</Relationships>", rel))
    draft = read_one(data)
    assert draft.unsure == ('The picture "A crane" is left out; add it if the release needs it.',)
    assert draft.body_html.endswith("fees stay as they are.</p>")
