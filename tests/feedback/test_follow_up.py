"""The token that joins a comment to its vote."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import signing
from django.core.signing import BadSignature, SignatureExpired
from pytest_django import Settings

from govpage.feedback.follow_up import LIFETIME, SALT, FollowUp, read_follow_up
from govpage.feedback.models import Comment
from tests.feedback.visits import KEY, OTHER_KEY, PAGE, follow_up_token


def signed(data: Any) -> str:
    """Return a token of our own key for any data."""
    return signing.dumps(data, salt=SALT)


@pytest.mark.parametrize("joins_vote", [pytest.param(True, id="joins"), pytest.param(False, id="stands-alone")])
def test_token_names_its_submission(joins_vote: bool) -> None:
    follow_up = FollowUp(PAGE.sign(), KEY, joins_vote)
    assert read_follow_up(follow_up.sign()) == follow_up


def test_token_knows_its_page() -> None:
    assert read_follow_up(follow_up_token()).reference == PAGE


def test_token_holds_for_an_hour() -> None:
    assert read_follow_up(follow_up_token(age=LIFETIME - 60)).key == KEY


def test_token_is_too_old_after_an_hour() -> None:
    with pytest.raises(SignatureExpired):
        read_follow_up(follow_up_token(age=LIFETIME + 60))


def test_words_that_come_too_late_are_one_however_often() -> None:
    late = FollowUp(PAGE.sign(), KEY, removed=("phone",))
    alone = late.alone()
    assert alone == late.alone() == FollowUp(late.page, alone.key, joins_vote=False, removed=("phone",))
    assert len({KEY, alone.key, alone.alone().key, FollowUp(late.page, OTHER_KEY).alone().key}) == 4


def test_key_of_words_that_come_too_late_fits_its_column() -> None:
    assert len(FollowUp(PAGE.sign(), KEY).alone().key) == Comment._meta.get_field("key").max_length


def test_age_does_not_matter_where_it_is_not_asked() -> None:
    assert read_follow_up(follow_up_token(age=LIFETIME * 1000), max_age=None).key == KEY


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="empty"),
        pytest.param("example-token", id="not-signed"),
        pytest.param(follow_up_token()[:-1], id="cut"),
        pytest.param("x" + follow_up_token(), id="altered"),
        pytest.param(PAGE.sign(), id="token-of-a-page"),
        pytest.param(signing.dumps({"page": PAGE.sign(), "key": KEY}, salt="other"), id="other-salt"),
        pytest.param(signed([]), id="list"),
        pytest.param(signed({"page": PAGE.sign()}), id="without-key"),
        pytest.param(signed({"page": PAGE.sign(), "key": KEY, "visitor": "7"}), id="unknown-field"),
        pytest.param(signed({"page": "forged", "key": KEY}), id="page-not-signed"),
    ],
)
def test_what_is_no_token_of_ours_is_refused(token: str) -> None:
    with pytest.raises(BadSignature):
        read_follow_up(token, max_age=None)


def test_token_about_a_page_of_another_site_is_refused(settings: Settings) -> None:
    token = follow_up_token()
    settings.GOVPAGE = {**settings.GOVPAGE, "domain": "other.example.gov"}
    with pytest.raises(BadSignature):
        read_follow_up(token)
