"""One-time keys: what is one submission and what is two."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from pytest_django import Settings

from govpage.feedback.keys import KEY as KEY_PATTERN
from govpage.feedback.keys import SAME_SUBMISSION, one_time_key
from tests.feedback.visits import KEY

CLIENT = ("192.0.2.7", "Browser/1.0", "page", "no")


def use_cache(settings: Settings, backend: str, **options: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "keys", "OPTIONS": options}}
    cache.clear()


def test_key_of_the_script_is_kept() -> None:
    assert one_time_key(KEY, client=CLIENT) == KEY


@pytest.mark.parametrize(
    "posted",
    [
        pytest.param("", id="absent"),
        pytest.param(KEY[:-1], id="short"),
        pytest.param(KEY + "0", id="long"),
        pytest.param(KEY + "\n", id="line-break-at-the-end"),
        pytest.param(KEY.upper(), id="capitals"),
        pytest.param("z" * 32, id="not-hexadecimal"),
        pytest.param("\uff10" * 32, id="full-width-digits"),
        pytest.param("0' OR '1'='1" + "0" * 20, id="sql"),
        pytest.param("x" * 30_000, id="huge"),
    ],
)
def test_what_is_no_key_is_replaced(posted: str) -> None:
    made = one_time_key(posted, client=CLIENT)
    assert KEY_PATTERN.fullmatch(made)
    assert made != posted


def test_double_click_without_script_has_one_key() -> None:
    assert one_time_key("", client=CLIENT) == one_time_key("", client=CLIENT)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("192.0.2.8", *CLIENT[1:]), id="address"),
        pytest.param((CLIENT[0], "Browser/2.0", *CLIENT[2:]), id="program"),
        pytest.param((*CLIENT[:2], "other page", CLIENT[3]), id="page"),
        pytest.param((*CLIENT[:3], "yes"), id="answer"),
    ],
)
def test_other_submission_has_a_key_of_its_own(other: tuple[str, ...]) -> None:
    assert one_time_key("", client=CLIENT) != one_time_key("", client=other)


def test_program_that_is_no_text_makes_no_error() -> None:
    assert KEY_PATTERN.fullmatch(one_time_key("", client=("192.0.2.7", "\udcff")))


@pytest.mark.parametrize(
    ("passed", "keys"),
    [
        pytest.param(SAME_SUBMISSION - 1, 1, id="within-the-seconds-of-a-double-click"),
        pytest.param(SAME_SUBMISSION + 1, 2, id="later"),
    ],
)
def test_how_long_it_is_the_same_submission(passed: int, keys: int, settings: Settings) -> None:
    use_cache(settings, "tests.feedback.caches.LaterCache", passed=passed)
    assert len({one_time_key("", client=CLIENT), one_time_key("", client=CLIENT)}) == keys


@pytest.mark.parametrize(
    "backend",
    [
        pytest.param("tests.feedback.caches.DownCache", id="cache-down"),
        pytest.param("django.core.cache.backends.dummy.DummyCache", id="no-cache"),
    ],
)
def test_key_is_made_without_a_cache(backend: str, settings: Settings) -> None:
    use_cache(settings, backend)
    assert KEY_PATTERN.fullmatch(one_time_key("", client=CLIENT))
