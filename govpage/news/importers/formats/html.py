"""Saved web pages, one a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.html_blocks import blocks_of
from govpage.news.importers.formats.html_bytes import MAX_PAGE, decode_page, read_bytes
from govpage.news.importers.formats.html_front import Known
from govpage.news.importers.formats.html_inline import Reading
from govpage.news.importers.formats.html_page import (
    Page,
    facts_elsewhere,
    language,
    page_of,
    region_of,
    released,
    title_of,
    trail_of,
    updated,
)
from govpage.news.importers.formats.html_release import draft_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Yield the release of a page.

    Raises: CaptureError if the file cannot be read, or is no release
    """
    yield read_page(read_bytes(source, MAX_PAGE))


def read_page(data: bytes) -> ReleaseDraft:
    """Return the draft of one page.

    Raises: CaptureError if it is no page, no news release, or has no title or body
    """
    text = decode_page(data)
    page = page_of(parsed(text), text)
    reading = Reading(page.address, drop=_dropped(page))
    region, body = region_of(page)
    blocks = blocks_of(region, reading, body) if region is not None else []
    return draft_of(blocks, _known(page), reading)


def parsed(text: str) -> LexborHTMLParser:
    """Return a page as a tree.

    Raises: CaptureError if the parser is not installed
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise CaptureError("web pages need a package that is not installed: pip install govpage[import]") from None
    return LexborHTMLParser(text)


def _dropped(page: Page) -> frozenset[int]:
    return frozenset(node.mem_id for selector in page.rules.drop for node in page.tree.css(selector))


def _known(page: Page) -> Known:
    day, moment = released(page)
    return Known(
        title=title_of(page),
        subtitle=page.words(page.rules.subtitle),
        breadcrumb=trail_of(page),
        language=language(page),
        address=page.address,
        description=page.meta("description", "og:description")[:500],
        released=day,
        updated=updated(page),
        published=moment,
        is_release=page.is_article,
        above=facts_elsewhere(page),
    )
