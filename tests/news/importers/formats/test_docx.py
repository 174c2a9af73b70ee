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


def in_lists(*items: tuple[str, str, int]) -> bytes:
    """Build a paper whose list items are (style, text, level), of numbers where the level is even, else of bullets."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{("decimal", "bullet")[at % 2]}"/></w:lvl>' for at in range(9)
    )
    numbering = document.part.numbering_part._element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for style, text in PLAIN[:3]:
        document.add_paragraph(text, style=style)
    for style, text, level in items:
        if style not in document.styles:
            document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
        properties = document.add_paragraph(text, style=style)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    document.add_paragraph(LAST)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


LISTS = {
    "nine-levels": (
        [("List Paragraph", str(level), level) for level in range(9)],
        "<ol><li>0<ul><li>1<ol><li>2<ul><li>3<ol><li>4<ul><li>5<ol><li>6<ul><li>7<ol><li>8"
        "</li></ol></li></ul></li></ol></li></ul></li></ol></li></ul></li></ol></li></ul></li></ol>",
    ),
    "level-below-a-named-style": (
        [("List Bullet", "Pilots", 0), ("List Bullet", "At night", 1), ("List Bullet", "Tugs", 0)],
        "<ul><li>Pilots<ul><li>At night</li></ul></li><li>Tugs</li></ul>",
    ),
    "level-left-out": (
        [("List Paragraph", "Pilots", 0), ("List Paragraph", "At night", 2)],
        "<ol><li>Pilots<ol><li>At night</li></ol></li></ol>",
    ),
    "words-of-a-site": (
        [("List Paragraph", "Top", 0), ("List Paragraph", "Share", 1), ("List Paragraph", "Files", 0)],
        "<ol><li>Top<ul><li>Share</li></ul></li><li>Files</li></ol>",
    ),
    "deep-name": ([("List Bullet 5", "Pilots", 0)], "<ul><li>Pilots</li></ul>"),
}


@pytest.mark.parametrize(("items", "html"), LISTS.values(), ids=LISTS)
def test_lists_keep_their_depth(items: list[tuple[str, str, int]], html: str) -> None:
    draft = read_one(in_lists(*items))
    assert draft.body_html == f"<p>{FIRST}</p>\n{html}\n<p>{LAST}</p>"
    assert draft.unsure == ()


def test_short_words_at_the_end_of_a_paper_stay() -> None:
    parts = (("Heading 1", "Privacy"), ("List Bullet", "Top"), ("Normal", "Follow us"), ("Normal", "At sea"))
    draft = read_one(paper(*PLAIN, *parts))
    assert draft.body_html.endswith("<h2>Privacy</h2>\n<ul><li>Top</li></ul>\n<p>Follow us</p>\n<p>At sea</p>")
    assert draft.unsure == ()


@pytest.mark.parametrize(
    ("below", "said"),
    [
        (("The Harbor Office keeps the ports.",), '"The Harbor Office keeps the ports."'),
        (("About us", "We keep the ports.", "And piers."), '"About us" and 2 more'),
    ],
    ids=["one", "more"],
)
def test_what_stands_below_the_end_mark_is_said(below: tuple[str, ...], said: str) -> None:
    draft = read_one(paper(*PLAIN, ("Normal", "###"), *(("Normal", text) for text in below)))
    assert draft.unsure == (f"Line 11: left out, for it stands below the end of the text: {said}.",)


def test_table_of_lists_is_taken_apart_with_a_question() -> None:
    from docx import Document

    document = Document(BytesIO(paper(*PLAIN)))
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Port"
    table.cell(0, 1).add_paragraph("Bayview", style="List Bullet")
    made = BytesIO()
    document.save(made)
    draft = read_one(made.getvalue())
    assert draft.body_html.endswith("<p>Port</p>\n<ul><li>Bayview</li></ul>")
    assert draft.unsure == ("The cells of table 1 stand one after another. Does its first row hold headings?",)


def test_a_style_map_in_the_file_is_not_used() -> None:
    made = BytesIO(paper(*PLAIN))
    with ZipFile(made, "a") as archive:
        archive.writestr("mammoth/style-map", "p => script:fresh")
    assert FIRST in read_one(made.getvalue()).body_html


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
