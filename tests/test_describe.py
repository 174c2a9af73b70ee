from __future__ import annotations

from typing import Any

import pytest

from govpage.components import FeedbackFollowUp
from govpage.conf import GovpageSettings
from govpage.describe import parameters
from govpage.feedback.conf import FeedbackSettings
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
