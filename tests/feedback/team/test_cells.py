"""Cells of a CSV file: never a formula, and never a loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govpage.feedback.cells import inert, recover

RISKY = [
    pytest.param('=HYPERLINK("http://evil.example","x")', id="equals"),
    pytest.param("+1", id="plus"),
    pytest.param("-1", id="minus"),
    pytest.param("@x", id="at"),
    pytest.param("|calc", id="pipe"),
    pytest.param("%0A", id="percent"),
    pytest.param("\t=1", id="tab"),
    pytest.param("\tplain", id="tab-before-a-word"),
    pytest.param("\r=1", id="carriage-return"),
    pytest.param("\n=1", id="line-feed"),
    pytest.param("\n", id="line-feed-alone"),
    pytest.param(" =1", id="space"),
    pytest.param("\u00a0=1", id="no-break-space"),
    pytest.param("\u200b=1", id="zero-width-space"),
    pytest.param(" \ufeff =1", id="byte-order-mark-between-spaces"),
    pytest.param("＝1+1", id="full-width-equals"),
    pytest.param("＋1", id="full-width-plus"),
    pytest.param("－1", id="full-width-hyphen"),
    pytest.param("＠x", id="full-width-at"),
    pytest.param("﹦1", id="small-equals"),
    pytest.param("⁺1", id="superscript-plus"),
    pytest.param("−1", id="minus-sign"),
    pytest.param("'=1", id="apostrophe"),
]


@pytest.mark.parametrize("text", RISKY)
def test_what_may_begin_a_formula_is_text(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1-2", "Too long = too dull", "a\n=1", "העמוד", "¿Dónde?", " "])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


@given(st.text())
def test_text_is_recovered(text: str) -> None:
    assert recover(inert(text)) == text
