"""Captures of page text, one release a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from govpage.news.importers.decode import MAX_BYTES, decode_capture
from govpage.news.importers.draft import CaptureError, ReleaseDraft, digest_of
from govpage.news.importers.text import read_capture


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Read the one release of a capture; it is known by the text of the whole page."""
    text = decode_capture(source.read(MAX_BYTES + 1))
    yield replace(read_capture(text), digest=digest_of(text))
