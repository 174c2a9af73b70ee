from __future__ import annotations

import pytest

from govpage.feedback.privacy.folding import fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("plain words\nin lines", "plain words\nin lines", id="plain"),
        pytest.param("a\tb\r\nc", "a b\n\nc", id="controls"),
        pytest.param("a\x00b\x1b", "ab", id="nul"),
        pytest.param("número", "numero", id="accents"),
        pytest.param("nu\u0301mero", "numero", id="combining"),
        pytest.param("１２\u00a0３", "12 3", id="wide-digits"),
        pytest.param("1\u20142\u22123", "1-2-3", id="hyphens"),
        pytest.param("a＠b．gov", "a@b.gov", id="wide-signs"),
        pytest.param("1\u200b\u202e\u00ad2", "12", id="invisible"),
        pytest.param("\u3164\u2800", "", id="blanks"),
        pytest.param("٣५", "35", id="digits-of-other-scripts"),
        pytest.param("a\u2028b", "a\nb", id="line-separator"),
        pytest.param("\ud800x\U000e0041\ue000", "x", id="surrogate"),
        pytest.param("ﬁ№", "fiNo", id="several-in-one"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_plain(text: str, plain: str) -> None:
    assert fold(text).text == plain


def test_the_way_back_covers_what_is_not_seen() -> None:
    folded = fold("é 1\u200b2 ﬁ")
    assert folded.text == "e 12 fi"
    assert folded.original(2, 4) == (2, 5)
    assert folded.original(5, 6) == (6, 7)


@pytest.mark.parametrize("letter", ["x", "é", "9"])
def test_the_middle_of_a_long_word_is_not_looked_at(letter: str) -> None:
    folded = fold(f"a {letter * 1000} b")
    assert len(folded.text) == 4 + 256
    assert folded.original(len(folded.text) - 1, len(folded.text)) == (1003, 1004)
    assert folded.original(0, 1) == (0, 1)


def test_two_long_words_keep_their_places() -> None:
    text = f"{'x' * 500} 1 {'y' * 500} 2"
    folded = fold(text)
    assert [text[slice(*folded.original(place, place + 1))] for place in map(folded.text.index, "12")] == ["1", "2"]


@pytest.mark.parametrize("word", ["x" * 256, "1x" * 1000, "字1" * 500], ids=["short", "mixed", "without-spaces"])
def test_other_words_are_whole(word: str) -> None:
    assert fold(word).text == word
