from __future__ import annotations

from datetime import date

import pytest
from pytest_django import Settings

from govpage.feedback.periods import Period
from govpage.feedback.staff_words import change_words, days_of, points, reason_words, share_words
from govpage.feedback.statistics import Change, Share


@pytest.mark.parametrize(
    ("share", "words"),
    [
        pytest.param(Share(0, 0), "No answers", id="none"),
        pytest.param(Share(1, 1), "Not enough votes", id="one-vote-has-no-percentage"),
        pytest.param(Share(29, 29), "Not enough votes", id="29"),
        pytest.param(Share(15, 30), "50% (33% to 67%)", id="30"),
    ],
)
def test_words_of_a_share(share: Share, words: str) -> None:
    assert share_words(share) == words


@pytest.mark.parametrize(
    ("difference", "words"),
    [(0.104, "+10"), (-0.104, "−10"), (0.004, "+0.4"), (-0.004, "−0.4"), (0.0, "0"), (0.0001, "0"), (-1, "−100")],
)
def test_words_of_a_difference(difference: float, words: str) -> None:
    assert points(difference) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        pytest.param(Share(48, 80), Share(56, 70), "Rose: +20 points (+5 to +33)", id="rose"),
        pytest.param(Share(56, 70), Share(48, 80), "Fell: −20 points (−33 to −5)", id="fell"),
        pytest.param(Share(50, 100), Share(50, 100), "No clear change: 0 points (−14 to +14)", id="unclear"),
        pytest.param(Share(1, 1), Share(50, 100), "Not enough votes", id="too-few"),
    ],
)
def test_words_of_a_change(before: Share, after: Share, words: str) -> None:
    assert change_words(Change(before, after)) == words


@pytest.mark.parametrize(("first", "words"), [(29, "Nov 29, 2026"), (2, "Nov 2, 2026 – Nov 29, 2026")])
def test_words_of_days(first: int, words: str) -> None:
    assert days_of(Period(date(2026, 11, first), date(2026, 11, 29))) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        pytest.param("confusing", "is confusing", id="usual"),
        pytest.param("slow", "is slow", id="own"),
        pytest.param("broken", "is broken", id="retired"),
        pytest.param("gone", "gone", id="unknown"),
    ],
)
def test_words_of_a_reason(code: str, words: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"reasons": {"slow": "is slow"}, "retired_reasons": {"broken": "is broken"}}
    assert reason_words(code) == words
