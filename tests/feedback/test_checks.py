"""The system checks of page feedback: each is reached, and none by the example site."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from govpage.feedback.checks import CODE
from govpage.feedback.models import Vote
from govpage.feedback_words import WORDING, feedback_url


def found() -> list[CheckMessage]:
    """Return what the checks of page feedback say."""
    return [message for message in run_checks() if str(message.id).startswith("govpage_feedback.")]


def test_example_site_passes() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("value", "id_", "hint"),
    [
        pytest.param({"trusted_origin": ()}, "E001", "Did you mean 'trusted_origins'?", id="E001-unknown-key"),
        pytest.param([], "E002", "Make it a dict.", id="E002-not-a-dict"),
        pytest.param({"trusted_origins": 7}, "E002", "See the page on settings.", id="E002-wrong-value"),
        pytest.param({"clearance": {"number": "1"}}, "E003", "See the page on feedback.", id="E003-no-last-day"),
        pytest.param(
            {"clearance": {"expires": date(2027, 1, 31)}}, "E003", "See the page on feedback.", id="E003-no-number"
        ),
    ],
)
def test_settings_are_checked(value: Any, id_: str, hint: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = value
    assert [(message.id, message.hint) for message in found()] == [(f"govpage_feedback.{id_}", hint)]


@pytest.mark.parametrize(
    ("value", "id_", "says", "hint"),
    [
        pytest.param(
            {"wording": {"qestion": "Any good?"}}, "E023", "no key 'qestion'", "Did you mean 'question'?", id="E023"
        ),
        pytest.param({"off": ["/forms/", ""]}, "E024", "has ''", "with a slash first", id="E024-empty"),
        pytest.param({"off": ["contact/"]}, "E024", "has 'contact/'", "with a slash first", id="E024-no-slash"),
        pytest.param({"reasons": {"x" * 33: "x"}}, "E025", "xx' of a reason", "At most 32 letters", id="E025-too-long"),
        pytest.param({"reasons": {"": "none"}}, "E025", "'' of a reason", "At most 32 letters", id="E025-empty"),
        pytest.param(
            {"retired_reasons": {"is confusing": "x"}}, "E025", "'is confusing'", "At most 32 letters", id="E025-words"
        ),
    ],
)
def test_values_are_checked(value: Any, id_: str, says: str, hint: str, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {**settings.GOVPAGE_FEEDBACK, **value}
    (message,) = found()
    assert message.id == f"govpage_feedback.{id_}"
    assert says in message.msg
    assert hint in str(message.hint)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"wording": dict.fromkeys(WORDING, "Words")}, id="wording"),
        pytest.param({"off": ["/contact/", "/formularios/\u00fatiles/"]}, id="off"),
        pytest.param({"reasons": {"x" * 32: "x", "No_form-2": "y"}}, id="reasons"),
    ],
)
def test_legal_values_pass(value: Any, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {**settings.GOVPAGE_FEEDBACK, **value}
    assert found() == []


def test_code_may_be_as_long_as_its_column() -> None:
    longest = "x" * (Vote._meta.get_field("reason").max_length or 0)
    assert CODE.fullmatch(longest)
    assert not CODE.fullmatch(longest + "x")


def test_site_that_does_not_route_the_app_is_warned(settings: Settings) -> None:
    settings.ROOT_URLCONF = "govpage.gallery.urls"
    (warning,) = found()
    assert (warning.id, warning.hint) == ("govpage_feedback.W001", "Its forms would raise an error.")
    assert "include('govpage.feedback.urls')" in warning.msg


def test_form_of_a_site_that_does_not_route_the_app_raises(settings: Settings) -> None:
    settings.ROOT_URLCONF = "govpage.gallery.urls"
    with pytest.raises(ImproperlyConfigured, match="The feedback form leads nowhere: add path"):
        feedback_url("vote")
