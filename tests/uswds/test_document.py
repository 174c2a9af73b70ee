"""What docs/uswds.md says was measured is what is measured."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.uswds.cases import CASES
from tests.uswds.conftest import Compare
from tests.uswds.document import BEGIN, END, measured, replaced

pytestmark = pytest.mark.browser

DOCUMENT = ROOT / "docs" / "uswds.md"


def test_scores_and_departures_are_as_approved(request: pytest.FixtureRequest, compare: Compare) -> None:
    text = DOCUMENT.read_text("utf-8")
    fresh = replaced(text, measured([compare(case) for case in CASES]))
    if request.config.getoption("--golden"):
        DOCUMENT.write_text(fresh, "utf-8")
    assert fresh == DOCUMENT.read_text("utf-8")


def test_a_stale_document_is_found() -> None:
    text = f"a\n{BEGIN} old {END}\nb"
    assert replaced(text, "new") == "a\nnew\nb"
