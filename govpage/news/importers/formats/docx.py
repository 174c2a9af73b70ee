"""Papers of a word processor: DOCX files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZipFile

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.docx_styles import STYLES
from govpage.news.importers.formats.html import parsed
from govpage.news.importers.formats.html_blocks import Block, blocks_of
from govpage.news.importers.formats.html_front import Known
from govpage.news.importers.formats.html_inline import Reading
from govpage.news.importers.formats.html_release import draft_of
from govpage.news.importers.formats.html_zip import guarded
from govpage.news.importers.lines import fold

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_XML_DEPTH = 200
"""The most elements one inside another in a part of the file."""

MISSING = "DOCX files need packages that are not installed: pip install govpage[import]"


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Yield the release of a DOCX file.

    Raises: CaptureError if it is none, is cut off, or would expand to too much
    """
    with guarded(source) as archive:
        if "word/document.xml" not in archive.namelist():
            raise CaptureError("unknown layout: this zip file is no DOCX file")
        for part in archive.namelist():
            if _is_markup(archive, part):
                _refuse_hostile(archive, part)
    reading = Reading(paper=True)
    tree = parsed(_converted(source))
    blocks = blocks_of(tree.body, reading) if tree.body is not None else []
    yield draft_of(_from_title(blocks), _known(blocks, tree.css_first("p.subtitle")), reading)


def _is_markup(archive: ZipFile, part: str) -> bool:
    """Tell XML by its first sign, since a file may refer to a part of any name."""
    with archive.open(part) as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _refuse_hostile(archive: ZipFile, part: str) -> None:
    """Refuse XML that declares entities or is nested without end."""
    try:
        from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
        from defusedxml.ElementTree import ParseError, iterparse  # type: ignore[import-untyped]
    except ImportError:
        raise CaptureError(MISSING) from None
    depth = 0
    try:
        with archive.open(part) as xml:
            for event, element in iterparse(xml, events=("start", "end"), forbid_dtd=True):
                depth += 1 if event == "start" else -1
                if depth > MAX_XML_DEPTH:
                    raise CaptureError(f"{part[:100]}: more than {MAX_XML_DEPTH} elements one inside another")
                if event == "end":
                    element.clear()
    except DefusedXmlException:
        raise CaptureError(f"{part[:100]}: it declares a document type, which no DOCX file does") from None
    except (ParseError, LookupError, ValueError) as error:
        if isinstance(error, CaptureError):
            raise
        raise CaptureError(f"{part[:100]}: no XML ({error})") from None


def _converted(source: BinaryIO) -> str:
    """Return the text as HTML; pictures are never opened, and nothing outside the file is fetched."""
    try:
        import mammoth
    except ImportError:
        raise CaptureError(MISSING) from None
    source.seek(0)
    try:
        done = mammoth.convert_to_html(
            source,
            style_map=STYLES,
            # A file that brings a map of its own could leave out its text, or make of it what it likes.
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_no_source),
        )
    except Exception as error:
        # The converter promises no kinds of errors; whatever it meets, the file is the reason.
        raise CaptureError(f"no readable DOCX file: {type(error).__name__}") from None
    return str(done.value)


def _no_source(_image: Any) -> dict[str, str]:
    return {"src": ""}


def _known(blocks: list[Block], subtitle: LexborNode | None) -> Known:
    """The title is what has the style of one, or the first heading if nothing but facts stands above it."""
    styled = next((block for block in blocks if block.tag == "h1" and block.role != "notes"), None)
    words = " ".join(subtitle.text(deep=True).split()) if subtitle is not None else ""
    return Known(title=styled.pieces[0].text if styled else "", subtitle=words)


def _from_title(blocks: list[Block]) -> list[Block]:
    """Leave out the line that a template repeats above the text, such as a second copy of the title."""
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        words = fold(block.pieces[0].text)
        if block.tag != "h1" or words not in seen:
            kept.append(block)
        seen |= {words} if block.tag == "h1" else set()
    return kept
