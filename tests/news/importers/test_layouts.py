"""What is no page text is refused with one line that says what it is."""

from __future__ import annotations

import pytest

from govpage.news.importers.draft import CaptureError
from govpage.news.importers.lines import MAX_LINE, MAX_LINES
from govpage.news.importers.text import read_capture

REFUSED = {
    "html": ("<!DOCTYPE html>\n<html><body><p>Port</p></body></html>", "unknown layout: this is HTML source"),
    "tags": ("Port\n<div>\n<p>Port</p>\n</div>\n", "unknown layout: this is HTML source"),
    "json": ('{"title": "Port"}', "unknown layout: this is JSON"),
    "json-list": ('[\n{"title": "Port"}]', "unknown layout: this is JSON"),
    "table": ("port,state,open\nAlder,WA,yes\nGull,ME,no\n", "unknown layout: this is a table of values"),
    "program": ("import os\n\ndef port(x):\n    return x\n\nport(1);\n}\n", "unknown layout: this is source code"),
    "one-giant-line": ("a" * (MAX_LINE + 1), "unknown layout: line 1 alone has 50,001 characters"),
    "too-many-lines": ("a\n" * MAX_LINES, "too many lines: 20,001, and at most 20,000 are read"),
    "piled-accents": ("a" + "\u0301" * 17, "unknown layout: more than 16 accents on one letter"),
    "unseen-only": ("\u200b\u00ad\n", "unknown layout: no title can be found"),
    "title-only": ("Harbor Office Opens a Pier\n", "unknown layout: no body can be found"),
    "paragraph-only": ("port " * 80, "unknown layout: no title can be found"),
    "banner-only": ("U.S. flag\n\nGovernment Website\n", "cut off before the body: only the front"),
    "facts-only": ("Release Date: March 3, 2017\n", "cut off before the body: only the front"),
    "title-and-date-only": ("Harbor Office Opens a Pier\n\nRelease Date: March 3, 2017\n", "cut off before the body"),
    "banner-cut": ("U.S. flag\n\nAn official website of the Un", "cut off before the body: only the front"),
    "end-mark-only": ("Harbor Office Opens a Pier\n\n###\n", "unknown layout: no body can be found"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_other_text_is_refused(text: str, reason: str) -> None:
    with pytest.raises(CaptureError, match=reason.replace("(", r"\(")):
        read_capture(text)
