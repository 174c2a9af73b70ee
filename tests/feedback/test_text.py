"""What is kept of what a visitor wrote."""

from __future__ import annotations

import pytest

from govpage.feedback.text import MAX_MARKS, clean_comment

FAMILY = "\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        pytest.param("Plain words.", "Plain words.", id="plain"),
        pytest.param("  around \n", "around", id="blanks-around"),
        pytest.param("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour", id="line-breaks"),
        pytest.param("a\tb", "a\tb", id="tab"),
        pytest.param("a\0b", "ab", id="nul"),
        pytest.param("a\x1b[31mb", "a[31mb", id="escape"),
        pytest.param("a\ud800b", "ab", id="lone-surrogate"),
        pytest.param("a\u202eb\u202cc", "abc", id="u-202e"),
        pytest.param("a\u200bb\ufeffc\u2060d", "abcd", id="zero-width"),
        pytest.param("a\ue000b\U000f0000c", "abc", id="private"),
        pytest.param("a\ufdd0b\uffffc\U0003fffed", "abcd", id="noncharacters"),
        pytest.param("a\u2065b\ufff0c\U000e0fffd", "abcd", id="unassigned-that-shows-nothing"),
        pytest.param("\U0003fff0", "\U0003fff0", id="unassigned-alone"),
        pytest.param("\U0001fae8 \U0001fae9", "\U0001fae8 \U0001fae9", id="emoji-of-2022-and-2024"),
        pytest.param("e\u0301", "é", id="nfc"),
        pytest.param("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "می\u200cخواهم", id="persian-non-joiner"),
        pytest.param(FAMILY, FAMILY, id="emoji-joiner"),
        pytest.param("עברית العربية", "עברית العربية", id="right-to-left"),
        pytest.param("<script>{{7*7}}</script>", "<script>{{7*7}}</script>", id="markup-is-text"),
        pytest.param("127,000 arrests in FY 2017", "127,000 arrests in FY 2017", id="figures"),
        pytest.param("q" + "\u0323" * 500, "q" + "\u0323" * MAX_MARKS, id="500-combining-marks"),
        pytest.param("q\u0323\u0323j\u0323\u0323", "q\u0323\u0323j\u0323\u0323", id="marks-on-two-letters"),
        pytest.param("", "", id="empty"),
        pytest.param(" \t\r\n\u00a0\u2003\u3000", "", id="only-blanks"),
        pytest.param("\u200b\u200d\u2060\ufeff\u00ad", "", id="only-invisible"),
        pytest.param("\u3164\u2800\u115f\u1160\uffa0", "", id="only-fillers"),
        pytest.param("\u0301\u0301", "", id="only-marks"),
        pytest.param("\0\x07", "", id="only-controls"),
        pytest.param("\u3164 no year", "\u3164 no year", id="filler-beside-words"),
        pytest.param("?", "?", id="one-sign"),
        pytest.param("\U0001f44e", "\U0001f44e", id="one-emoji"),
    ],
)
def test_cleaning(written: str, kept: str) -> None:
    assert clean_comment(written) == kept


def test_long_word_is_kept_whole() -> None:
    assert clean_comment("w" * 30_000) == "w" * 30_000
