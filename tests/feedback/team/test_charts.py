from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from govpage.feedback.charts import Chart, answers_chart, share_chart
from govpage.feedback.periods import Period, Piece
from govpage.feedback.statistics import Count

FIRST = date(2026, 11, 2)
MANY, FEW, NONE = Count(yes=30, no=10), Count(yes=3), Count()
BOTH = [pytest.param(share_chart, id="shares"), pytest.param(answers_chart, id="answers")]
Draw = Callable[[str, Sequence[Piece]], Chart]


def pieces(*counts: Count) -> tuple[Piece, ...]:
    """Return pieces of a day each."""
    days = [FIRST + timedelta(days=number) for number in range(len(counts))]
    return tuple(Piece(Period(day, day), count) for day, count in zip(days, counts, strict=True))


def drawn(chart: Chart, kind: str) -> list[ElementTree.Element]:
    """Return the elements of a class, as an XML parser reads the picture."""
    found = ElementTree.fromstring(chart.picture).iter()
    return [element for element in found if kind in element.get("class", "").split()]


@pytest.mark.parametrize("draw", BOTH)
def test_picture_has_title_and_description(draw: Draw) -> None:
    root = ElementTree.fromstring(draw("k", pieces(MANY, NONE)).picture)
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert (root.get("role"), all(named.values())) == ("img", True)
    assert [root.get("aria-labelledby"), root.get("aria-describedby")] == list(named)


@pytest.mark.parametrize("draw", BOTH)
def test_picture_has_no_style(draw: Draw) -> None:
    assert re.findall(r"style|fill=|stroke=|\son\w+=", draw("k", pieces(MANY, NONE, MANY)).picture) == []


@pytest.mark.parametrize("draw", BOTH)
def test_equal_data_give_equal_pictures(draw: Draw) -> None:
    assert draw("k", pieces(MANY, FEW)) == draw("k", pieces(MANY, FEW))


@pytest.mark.parametrize("draw", BOTH)
def test_table_has_a_row_for_each_piece(draw: Draw) -> None:
    chart = draw("k", pieces(MANY, FEW, NONE))
    assert [row[0] for row in chart.rows] == ["Nov 2, 2026", "Nov 3, 2026", "Nov 4, 2026"]
    assert {len(row) for row in chart.rows} == {len(chart.head)}


def test_day_without_answers_is_a_gap_and_not_0_percent() -> None:
    chart = share_chart("k", pieces(MANY, MANY, NONE, MANY))
    runs = [line.get("points", "").split() for line in drawn(chart, "gov-chart__line")]
    assert ([len(run) for run in runs], len(drawn(chart, "gov-chart__dot"))) == ([2, 1], 3)
    assert chart.rows[2] == ("Nov 4, 2026", "No answers", "0")


def test_day_with_few_answers_has_no_percentage() -> None:
    chart = share_chart("k", pieces(MANY, FEW))
    assert (len(drawn(chart, "gov-chart__dot")), chart.rows[1][1]) == (1, "Not enough votes")


def test_description_of_shares_names_lowest_and_highest() -> None:
    chart = share_chart("k", pieces(Count(yes=30, no=70), Count(yes=80, no=20), NONE))
    assert (
        "From Nov 2, 2026 to Nov 4, 2026. Lowest: 30%, Nov 2, 2026. Highest: 80%, Nov 3, 2026. Gaps have too few votes"
        in chart.picture
    )


def test_description_says_that_there_are_too_few() -> None:
    assert "No part of this time has enough votes" in share_chart("k", pieces(FEW)).picture


def test_bars_are_as_high_as_their_answers() -> None:
    chart = answers_chart("k", pieces(Count(yes=50, partly=25, no=25)))
    heights = [float(bar.get("height", "")) for bar in drawn(chart, "gov-chart__bar")]
    assert heights == [78, 39, 39]


def test_a_kind_without_answers_has_no_bar() -> None:
    assert len(drawn(answers_chart("k", pieces(MANY, NONE)), "gov-chart__bar")) == 2


@pytest.mark.parametrize(("most", "top"), [(0, "1"), (1, "1"), (3, "5"), (6, "10"), (11, "20"), (501, "1000")])
def test_the_scale_ends_at_a_round_number(most: int, top: str) -> None:
    labels = [label.text for label in drawn(answers_chart("k", pieces(Count(yes=most))), "gov-chart__label")]
    assert labels[:2] == ["0", top]


@pytest.mark.parametrize(
    ("counts", "days"),
    [
        pytest.param((MANY,), ["Nov 2, 2026"], id="one-day-once"),
        pytest.param((MANY, MANY, MANY), ["Nov 2, 2026", "Nov 4, 2026"], id="first-and-last"),
    ],
)
def test_axis_names_its_ends(counts: tuple[Count, ...], days: list[str]) -> None:
    labels = [label.text for label in drawn(answers_chart("k", pieces(*counts)), "gov-chart__label")]
    assert labels[2:] == days


def test_table_says_what_is_held_also_where_nothing_counts() -> None:
    chart = answers_chart("k", pieces(Count(held=4), NONE))
    assert [row[1:] for row in chart.rows] == [("0", "0", "0", "4"), ("No answers", "–", "–", "–")]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        pytest.param((NONE,), "There were no answers in this time.", id="none"),
        pytest.param((Count(yes=1),), "1 answer, 1 Yes, 0 Partly, 0 No.", id="one"),
        pytest.param((MANY, Count(partly=2)), "42 answers, 30 Yes, 2 Partly, 10 No.", id="many"),
    ],
)
def test_description_of_answers(counts: tuple[Count, ...], words: str) -> None:
    assert words in answers_chart("k", pieces(*counts)).picture
