"""What is refused is counted, and neither the counting nor its failure is in a visitor's way."""

from __future__ import annotations

import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client

from govpage.feedback import endpoint
from govpage.feedback.models import ScreeningTally
from tests.feedback.test_privacy import everything_logged
from tests.feedback.visits import VOTE, post

WORDS = "Words of a visitor."


def refused(visitor: Client) -> HttpResponse:
    """Send what is no form of ours."""
    return post(visitor, VOTE, {"page": "forged", "comment": WORDS})


def test_refusals_are_written_down_now_and_then(visitor: Client, db: None) -> None:
    assert [refused(visitor).status_code, refused(visitor).status_code] == [400, 400]
    assert ScreeningTally.objects.values_list("check_name", "verdict", "count").get() == ("token", "refuse", 1)


def test_refusals_that_cannot_be_written_down_are_refused_all_the_same(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def down(*_work: object) -> None:
        raise DatabaseError(WORDS)

    monkeypatch.setattr(endpoint, "attend", down)
    assert refused(visitor).status_code == 400
    assert "What the checks noted could not be written down: DatabaseError at " in everything_logged(caplog)
    assert WORDS not in everything_logged(caplog)
