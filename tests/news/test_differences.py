from __future__ import annotations

from typing import Any

import pytest

from govpage.news.differences import MOST_COMPARED, Piece, Row, blocks, compare, rows


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("title", "", []),
        ("title", None, []),
        ("title", "a <b>\nc", ["a <b>", "c"]),
        ("body", "<p>a <strong>b</strong></p><ul><li>c</li></ul>", ["a b", "c"]),
        ("quotes", [{"text": "a", "role": "b"}], ["text: a, role: b"]),
        ("breadcrumb", ["Home"], ["Home"]),
        ("topics", [3], ["3"]),
        ("embargoed", False, ["False"]),
    ],
)
def test_a_field_is_read_as_blocks(name: str, value: Any, expected: list[str]) -> None:
    assert blocks(name, value) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a"], ["a"], [Row((Piece("a"),), (Piece("a"),))]),
        (["a"], [], [Row((Piece("a", "del"),), ())]),
        ([], ["a"], [Row((), (Piece("a", "ins"),))]),
        (["a b"], ["a c"], [Row((Piece("a"), Piece("b", "del")), (Piece("a"), Piece("c", "ins")))]),
        (["a b"], ["a b c"], [Row((Piece("a b"),), (Piece("a b"), Piece("c", "ins")))]),
    ],
    ids=["same", "taken", "put", "changed", "longer"],
)
def test_blocks_stand_side_by_side(old: list[str], new: list[str], expected: list[Row]) -> None:
    assert list(rows(old, new)) == expected


def test_a_row_says_whether_it_differs() -> None:
    assert [row.changed for row in rows(["a", "b"], ["a", "c"])] == [False, True]


def test_fields_that_are_the_same_are_left_out() -> None:
    found = compare({"title": "a", "body": "<p>b</p>", "old": "x"}, {"title": "a", "body": "<p>c</p>"})
    assert [field.name for field in found] == ["body", "old"]


def test_long_texts_differ_as_a_whole_between_what_is_the_same() -> None:
    many = int(MOST_COMPARED**0.5) + 2
    old, new = ["begin", *["x"] * many, "end"], ["begin", *["y"] * many, "end"]
    found = list(rows(old, new))
    assert [row.changed for row in found] == [False, *[True] * many, False]


def test_a_long_text_that_only_grows() -> None:
    old = ["x"] * (int(MOST_COMPARED**0.5) + 2)
    assert sum(row.changed for row in rows(old, [*old, "y"])) == 1
