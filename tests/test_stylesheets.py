"""The stylesheets say the same before and after they are made small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from compressor.filters.cssmin import rCSSMinFilter  # type: ignore[import-untyped]

from tests.conftest import ROOT

SHEETS = [
    pytest.param(file, id=file.stem) for file in sorted((ROOT / "govpage" / "static" / "govpage" / "css").glob("*.css"))
]
DESCENDANT = re.compile(r"[^\s,{}>~+;] +:[a-z-]+[^;{}]*\{")
"""A pseudo-class on any descendant, ``.block :is(a)``: inside ``@layer`` its space is lost."""


@pytest.mark.parametrize("file", SHEETS)
def test_no_selector_changes_when_made_small(file: Path) -> None:
    assert DESCENDANT.findall(re.sub(r"/\*.*?\*/|@media[^{]*", "", file.read_text("utf-8"), flags=re.DOTALL)) == []


def test_the_space_is_lost() -> None:
    assert ".a:is(b)" in rCSSMinFilter("@layer x { .a :is(b) { c: d } }").output()
    assert DESCENDANT.search("  .a :is(b) { c: d }")
