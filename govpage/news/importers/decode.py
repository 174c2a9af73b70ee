"""Turn the bytes of a capture into text, or say why they are not page text."""

from __future__ import annotations

import codecs
import re

from govpage.news.importers.draft import CaptureError

MAX_BYTES = 2 * 1024 * 1024
"""The largest capture read, in bytes; a long news release has a hundredth of it."""

BINARY = "binary, not page text"
CUT = "cut off inside a character"

_MAGIC = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"Rar!",
    b"7z\xbc\xaf", b"{\\rtf", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_WINDOWS_LETTERS = re.compile("[\u00c0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]")
_WINDOWS_MARKS = re.compile(
    "[\u00a0\u00a1\u00a7\u00a9\u00aa\u00ab\u00ad\u00ae\u00b0\u00b7\u00ba\u00bb\u00bf\u2013\u2014\u2018-\u201e\u2039\u203a\u2022\u2026\u20ac\u2122]"
)


def decode_capture(data: bytes) -> str:
    """Decode a capture: UTF-8, UTF-16 with a byte order mark, or plausible Windows-1252.

    Shape:   lines end in a newline, whatever they ended in; no byte order mark
    Raises:  CaptureError if the bytes are too many, empty, binary or cut off inside a character
    """
    if len(data) > MAX_BYTES:
        raise CaptureError(f"too large: {len(data):,} bytes, and at most {MAX_BYTES:,} are read")
    return decode_bytes(data)


def decode_bytes(data: bytes) -> str:
    """Decode text of any length in the encodings of a capture.

    Shape:   lines end in a newline, whatever they ended in; no byte order mark
    Raises:  CaptureError if the bytes are empty, binary or cut off inside a character
    """
    text = _decode(data).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROLS.findall(text)) * 1000 > len(text):
        raise CaptureError(BINARY)
    if not text.strip():
        raise CaptureError("empty: nothing but blanks")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return _utf16(data[len(mark) :], encoding)
    if data.startswith(_MAGIC) or b"\0" in data:
        raise CaptureError(BINARY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise CaptureError(CUT) from None
        return _windows(data)


def _utf16(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        cut = error.reason in ("truncated data", "unexpected end of data")
        raise CaptureError(CUT if cut else BINARY) from None
    if "\0" in text:
        raise CaptureError(BINARY)
    return text


def _windows(data: bytes) -> str:
    """Accept Windows-1252 only where every high byte is a letter or mark that English or Spanish text has."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise CaptureError("neither UTF-8 nor Windows-1252 text") from None
    high = sum(1 for character in text if ord(character) > 127)
    known = len(_WINDOWS_LETTERS.findall(text)) + len(_WINDOWS_MARKS.findall(text))
    if known < high or high * 5 > len(text):
        raise CaptureError("neither UTF-8 nor Windows-1252 text")
    return text
