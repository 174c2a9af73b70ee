"""From the bytes of a saved page to its text, and from a file to bytes that are not too many."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import BinaryIO

from govpage.nesting import nesting_of
from govpage.news.importers.decode import BINARY, decode_capture
from govpage.news.importers.draft import CaptureError

MAX_PAGE = 10 * 1024 * 1024
"""The largest page read, in bytes."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
_LATIN = ("iso8859-1", "ascii")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
MAX_OPEN = 1_000
"""The most elements of one name within one another; a parser's time grows with their square."""

MAX_ELEMENTS = 40_000
"""The most elements of a page; one with more is no release."""

_TAG = re.compile(r"<(?:!doctype html|html|head|body|div|p|h1|table|article|main|meta|section)\b", re.IGNORECASE)


def read_bytes(source: BinaryIO, most: int) -> bytes:
    """Read a file that is small enough, without reading one that is not.

    Raises: CaptureError if there are more bytes than the most
    """
    if source.seekable():
        size = source.seek(0, 2)
        source.seek(0)
        if size > most:
            raise CaptureError(f"too large: {size:,} bytes, and at most {most:,} are read")
    data = source.read(most + 1)
    if len(data) > most:
        raise CaptureError(f"too large: at most {most:,} bytes are read")
    return data


def decode_page(data: bytes) -> str:
    """Decode a page: by its byte order mark, as UTF-8, as it declares, or as plausible Windows-1252.

    What is UTF-8 throughout is UTF-8 whatever the page declares, since no other text is so by chance.
    Raises: CaptureError if no encoding fits, or it is no page
    """
    text = _decode(data)
    if "\0" in text:
        raise CaptureError(BINARY)
    if not _TAG.search(text):
        raise CaptureError("unknown layout: this is no HTML page")
    _refuse_many(text)
    return unicodedata.normalize("NFC", text)


def _refuse_many(text: str) -> None:
    nesting = nesting_of(text)
    if nesting.depth > MAX_OPEN:
        raise CaptureError(f"unknown layout: more than {MAX_OPEN:,} elements one inside another")
    if nesting.elements > MAX_ELEMENTS:
        raise CaptureError(f"unknown layout: {nesting.elements:,} elements, and at most {MAX_ELEMENTS:,} are read")


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode_capture(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _as_declared(data)


def _as_declared(data: bytes) -> str:
    match = _DECLARED.search(data[:4096])
    name = match[1].decode("ascii") if match else ""
    if not name or name.lower() in ("utf-8", "utf8"):
        return decode_capture(data)
    try:
        codec = codecs.lookup(name)
        return data.decode("cp1252" if codec.name in _LATIN else codec.name)
    except (LookupError, UnicodeError):
        raise CaptureError(f"wrong encoding: the page declares {name}, and its bytes are not that") from None


def visible(text: str) -> str:
    """Take out the characters nobody sees, such as soft hyphens and controls."""
    return _UNSEEN.sub("", text)
