"""Shares, intervals and changes, held to published figures."""

from __future__ import annotations

import pytest

from govpage.feedback.statistics import Change, Count, Direction, Interval, Share


def rounded(interval: Interval) -> tuple[float, float]:
    return round(interval.low, 4), round(interval.high, 4)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        pytest.param(81, 263, 0.2553, 0.3662, id="81-of-263"),
        pytest.param(15, 148, 0.0624, 0.1605, id="15-of-148"),
        pytest.param(0, 20, 0.0, 0.1611, id="none-of-20"),
        pytest.param(1, 29, 0.0061, 0.1718, id="1-of-29"),
        pytest.param(20, 20, 0.8389, 1.0, id="all-of-20"),
        pytest.param(0, 0, 0.0, 1.0, id="none-of-none"),
    ],
)
def test_interval_of_a_share(part: int, whole: int, low: float, high: float) -> None:
    """Source: R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3."""
    assert rounded(Share(part, whole).interval) == (low, high)


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        pytest.param(Share(48, 80), Share(56, 70), 0.0524, 0.3339, id="56-of-70-and-48-of-80"),
        pytest.param(Share(3, 10), Share(9, 10), 0.1705, 0.8090, id="9-of-10-and-3-of-10"),
        pytest.param(Share(2, 7), Share(6, 7), 0.0582, 0.8062, id="6-of-7-and-2-of-7"),
        pytest.param(Share(0, 29), Share(5, 56), -0.0381, 0.1926, id="5-of-56-and-0-of-29"),
        pytest.param(Share(0, 10), Share(10, 10), 0.6075, 1.0, id="10-of-10-and-0-of-10"),
    ],
)
def test_interval_of_a_difference(before: Share, after: Share, low: float, high: float) -> None:
    """Source: R. G. Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10."""
    assert rounded(Change(before, after).interval) == (low, high)


@pytest.mark.parametrize(("part", "whole"), [(-1, 3), (4, 3)])
def test_a_part_is_no_more_than_the_whole(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="is no part of 3"):
        Share(part, whole)


def test_nothing_has_no_share() -> None:
    with pytest.raises(ZeroDivisionError):
        Share(0, 0).value  # noqa: B018


@pytest.mark.parametrize(("whole", "enough"), [(0, False), (1, False), (29, False), (30, True)])
def test_thirty_votes_are_enough(whole: int, enough: bool) -> None:
    assert Share(0, whole).enough is enough


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        pytest.param(Share(40, 100), Share(60, 100), Direction.UP, id="up"),
        pytest.param(Share(60, 100), Share(40, 100), Direction.DOWN, id="down"),
        pytest.param(Share(50, 100), Share(55, 100), Direction.UNCLEAR, id="unclear"),
        pytest.param(Share(50, 100), Share(50, 100), Direction.UNCLEAR, id="same"),
        pytest.param(Share(29, 29), Share(0, 100), Direction.TOO_FEW, id="too-few-before"),
        pytest.param(Share(100, 100), Share(0, 29), Direction.TOO_FEW, id="too-few-after"),
    ],
)
def test_direction_of_a_change(before: Share, after: Share, direction: Direction) -> None:
    assert Change(before, after).direction == direction


def test_counts_add_up() -> None:
    assert Count(1, 2, 3, 9, 4) + Count(10, 20, 30, 90, 40) == Count(11, 22, 33, 99, 44)


def test_partly_is_an_answer_and_no_yes_and_what_is_held_is_neither() -> None:
    count = Count(yes=5, no=3, partly=2, held=10)
    assert (count.answers, count.share) == (10, Share(5, 10))


def test_share_with_what_is_held() -> None:
    assert Count(yes=5, no=3, partly=2, held=10, held_yes=4).share_with_held == Share(9, 20)
