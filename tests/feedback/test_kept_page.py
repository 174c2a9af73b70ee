"""A page that a cache has kept takes the answers of a thousand visitors, and stays the same byte for byte."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from govpage.feedback.models import Page, Status, Tally, Vote
from tests.feedback.test_cookies import assert_without_cookie
from tests.feedback.visits import get, post, shown
from tests.news.factories import make

VISITORS = 1_000
YEAR = 365 * 24 * 60 * 60


@pytest.fixture
def address(settings: Any, db: None) -> str:
    """A release whose page any cache may keep for a year."""
    settings.GOVPAGE_NEWS = {"max_age": YEAR}
    return make().get_absolute_url()


def test_a_recorded_copy_takes_votes_from_a_thousand_visitors(visitor: Client, address: str) -> None:
    recorded = get(visitor, address)
    assert {"public", f"max-age={YEAR}"} <= set(recorded["Cache-Control"].split(", "))
    assert_without_cookie(recorded)

    form = shown(recorded)
    answers = [
        post(
            visitor,
            form.action,
            {**form.fields, "answer": "no" if number % 2 else "yes"},
            REMOTE_ADDR=f"198.18.{number // 250}.{number % 250}",
        )
        for number in range(VISITORS)
    ]

    assert {answer.status_code for answer in answers} == {303}
    assert not any(answer.cookies for answer in answers)
    assert Vote.objects.filter(page=Page.objects.get(path=address)).count() == VISITORS
    assert set(Vote.objects.values_list("status", flat=True)) == {Status.COUNTED}
    assert [sum(row) for row in zip(*Tally.objects.values_list("yes", "no", "held"), strict=True)] == [500, 500, 0]
    again = get(visitor, address)
    assert again.content == recorded.content
    assert again["ETag"] == recorded["ETag"]


@pytest.mark.parametrize("age", [0, 364], ids=["today", "a-year-later"])
def test_the_copy_names_no_date(visitor: Client, address: str, age: int, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = get(visitor, address).content
    later = timezone.now() + timedelta(days=age)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert get(visitor, address).content == recorded
    form = shown(get(visitor, address))
    assert post(visitor, form.action, {**form.fields, "answer": "yes"}).status_code == 303
