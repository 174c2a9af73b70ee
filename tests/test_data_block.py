from __future__ import annotations

import json

import pytest

from govpage.data_block import as_json, data_block


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("</script><script>alert(1)</script>", id="end-of-script"),
        pytest.param("<!-- <script>", id="comment"),
        pytest.param("]]> &amp; \u2028\u2029\0 🚢", id="separators"),
    ],
)
def test_words_stay_words_and_are_no_markup(text: str) -> None:
    written = as_json({"name": text})
    assert json.loads(written) == {"name": text}
    assert written.isascii()
    assert {"<", ">", "&", "\u2028"} & set(written) == set()


def test_a_data_block_is_no_script() -> None:
    assert data_block({"b": 1, "a": [2]}) == '<script type="application/ld+json">{"b": 1, "a": [2]}</script>'
