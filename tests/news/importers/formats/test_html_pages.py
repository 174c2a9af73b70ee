"""Every saved page beside its right answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govpage.news.importers.formats.html import read_page
from govpage.richtext import RELEASE_BODY
from tests.news.importers.judge import CAPTURES, wrong_fields

PAGES = sorted((CAPTURES / "html").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_is_read_as_its_answer_says(path: Path) -> None:
    want = json.loads(path.with_suffix(".json").read_text("utf-8"))
    draft = read_page(path.read_bytes())
    assert wrong_fields(want, draft.as_json()) == {}
    assert RELEASE_BODY.clean(draft.body_html) == draft.body_html
