"""From the bytes of a saved page to its text, and from a file to bytes that are not too many."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from typing import BinaryIO

from govpage.news.importers.decode import BINARY, decode_capture
from govpage.news.importers.draft import CaptureError
from govpage.news.importers.lines import phrases

MAX_PAGE = 10 * 1024 * 1024
"""The largest page read, in bytes."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
_LATIN = ("iso8859-1", "ascii")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
MAX_OPEN = 1_000
"""The most elements without their ends; a parser's time grows with their square."""

_NO_ENDS = phrases(
    "area|base|br|col|hr|img|input|link|meta|source|wbr|p|li|tr|td|th|dt|dd|option|thead|tbody|colgroup|track"
)
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
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
    _refuse_open(text)
    return unicodedata.normalize("NFC", text)


def _refuse_open(text: str) -> None:
    opened: Counter[str] = Counter()
    for close, written in _NAME.findall(text):
        name = written.lower()
        if name not in _NO_ENDS:
            opened[name] = max(0, opened[name] + (-1 if close else 1))
            if opened[name] > MAX_OPEN:
                raise CaptureError(f"unknown layout: more than {MAX_OPEN:,} elements one inside another")


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
