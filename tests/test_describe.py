from __future__ import annotations

from typing import Any

import pytest

from govpage.components import FeedbackFollowUp
from govpage.conf import GovpageSettings
from govpage.describe import Description, description, parameters
from govpage.feedback_settings import FeedbackSettings
from govpage.news.conf import NewsSettings


@pytest.mark.parametrize(
    ("cls", "name", "default", "required"),
    [
        pytest.param(FeedbackFollowUp, "token", "", True, id="required"),
        pytest.param(FeedbackFollowUp, "reason", "''", False, id="default"),
        pytest.param(GovpageSettings, "links", "{}", False, id="made-anew"),
    ],
)
def test_default(cls: type[Any], name: str, default: str, required: bool) -> None:
    (found,) = [parameter for parameter in parameters(cls) if parameter.name == name]
    assert (found.default, found.required) == (default, required)


@pytest.mark.parametrize("schema", [GovpageSettings, NewsSettings, FeedbackSettings])
def test_every_setting_is_described(schema: type[Any]) -> None:
    assert [parameter.name for parameter in parameters(schema) if not parameter.description] == []


def test_a_description_is_the_string_under_the_field() -> None:
    assert parameters(FeedbackFollowUp)[0].description == "Single-use token that joins this to the vote."


@pytest.mark.parametrize(
    ("text", "summary", "facts"),
    [
        pytest.param("One sentence.", "One sentence.", (), id="summary"),
        pytest.param("One.\n\n    Source: A; B", "One.", (("Source", "A; B"),), id="fact"),
        pytest.param(
            "Shape: list\n    Raises:  X\n      if y", "", (("Shape", "list"), ("Raises", "X if y")), id="facts"
        ),
        pytest.param("One\n    line: two.", "One line: two.", (), id="a-word-that-is-no-fact"),
        pytest.param("", "", (), id="empty"),
    ],
)
def test_a_docstring_is_taken_apart(text: str, summary: str, facts: tuple[tuple[str, str], ...]) -> None:
    assert description(text) == Description(summary, facts)
