"""Bytes become text, or are refused with a reason."""

from __future__ import annotations

import codecs

import pytest

from govpage.news.importers.decode import MAX_BYTES, decode_capture
from govpage.news.importers.draft import CaptureError

TEXTS = {
    "utf-8": ("Año\n".encode(), "Año\n"),
    "byte-order-mark": (codecs.BOM_UTF8 + b"Port\n", "Port\n"),
    "utf-16-le": (codecs.BOM_UTF16_LE + "Año".encode("utf-16-le"), "Año"),
    "utf-16-be": (codecs.BOM_UTF16_BE + "Año".encode("utf-16-be"), "Año"),
    "windows-1252": ("The office’s año – ¿cuándo?".encode("cp1252"), "The office’s año – ¿cuándo?"),
    "windows-line-ends": (b"a\r\nb\r\n", "a\nb\n"),
    "old-line-ends": (b"a\rb", "a\nb"),
    "largest": (b"a" * MAX_BYTES, "a" * MAX_BYTES),
}
REFUSED = {
    "empty": (b"", "empty: nothing but blanks"),
    "blanks": (b" \n\t\r\n", "empty: nothing but blanks"),
    "pdf": (b"%PDF-1.7 text", "binary, not page text"),
    "zip": (b"PK\x03\x04text", "binary, not page text"),
    "rich-text": (b"{\\rtf1 text}", "binary, not page text"),
    "nul": (b"text\0text", "binary, not page text"),
    "controls": (b"text\x01\x02\x03", "binary, not page text"),
    "utf-16-nul": (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "binary, not page text"),
    "utf-16-lone-surrogate": (codecs.BOM_UTF16_LE + b"\x00\xdc\x41\x00", "binary, not page text"),
    "utf-16-cut": (codecs.BOM_UTF16_LE + b"a\0b", "cut off inside a character"),
    "utf-8-cut": ("The port of Año".encode()[:-2], "cut off inside a character"),
    "windows-1252-hole": (b"port \x81 port", "neither UTF-8 nor Windows-1252 text"),
    "mostly-high": (bytes(range(0xE0, 0xFF)) + b" ports", "neither UTF-8 nor Windows-1252 text"),
    "odd-signs": (b"port \xa4\xa6\xac port and port and port", "neither UTF-8 nor Windows-1252 text"),
    "too-large": (b"a" * (MAX_BYTES + 1), "too large: 2,097,153 bytes, and at most 2,097,152 are read"),
}


@pytest.mark.parametrize(("data", "text"), TEXTS.values(), ids=TEXTS)
def test_text_is_decoded(data: bytes, text: str) -> None:
    assert decode_capture(data) == text


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_other_bytes_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(CaptureError) as refusal:
        decode_capture(data)
    assert str(refusal.value) == reason
