"""Sites saved as a zip file of web pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, cast

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.html import read_page
from govpage.news.importers.formats.html_bytes import MAX_PAGE, read_bytes
from govpage.news.importers.formats.html_zip import guarded, members

PAGES = (".html", ".htm", ".xhtml")
"""How the pages of a saved site end."""


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Yield an item for each page: its release, or why it is none.

    Raises: CaptureError if the file cannot be read at all
    """
    with guarded(source) as archive:
        for member in members(archive, PAGES):
            try:
                with archive.open(member) as page:
                    yield read_page(read_bytes(cast(BinaryIO, page), MAX_PAGE))
            except CaptureError as error:
                yield CaptureError(f"{member.filename[:200]}: {error}")
