"""The HTML of every example, compared with what a person has read and approved."""

from __future__ import annotations

from typing import Any

import pytest
from django.test.html import parse_html
from django.utils.translation import override

from govpage.component import Component, Example
from tests.conftest import ROOT
from tests.examples import EXAMPLES

GOLDEN = ROOT / "tests" / "golden"


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_html_is_as_approved(
    request: pytest.FixtureRequest, settings: Any, component: type[Component], name: str, example: Example
) -> None:
    settings.COMPRESS_ENABLED = False
    # A link to the exit page is signed with the key of the machine.
    settings.GOVPAGE = {**settings.GOVPAGE, "exit_page": ""}
    file = GOLDEN / component.slug() / f"{name}.html"
    with override(example.language):
        html = example.component.render_html() + "\n"
    if request.config.getoption("--golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, "utf-8")
    assert parse_html(html) == parse_html(file.read_text("utf-8"))


def test_no_golden_is_left_over() -> None:
    kept = {f"{file.parent.name}-{file.stem}" for file in GOLDEN.glob("*/*.html")}
    assert kept == {str(example.id) for example in EXAMPLES}
