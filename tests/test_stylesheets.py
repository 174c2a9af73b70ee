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

PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right)(?:-\w+)?\s*:"
    r"|(?<![\w-])(?:margin|padding|inset):(?:\s+[\w.%-]+(?:\([^()]*\))?){4}\s*;"
)
"""A side that stays where it is when the direction of the text changes: by its name, or as the fourth of four values."""

BOTH = re.compile(r"var\(--gov-light, #[0-9a-f]+\) var\(--gov-dark, #[0-9a-f]+\)")


@pytest.mark.parametrize("file", SHEETS)
def test_no_selector_changes_when_made_small(file: Path) -> None:
    assert DESCENDANT.findall(re.sub(r"/\*.*?\*/|@media[^{]*", "", file.read_text("utf-8"), flags=re.DOTALL)) == []


@pytest.mark.parametrize("file", SHEETS)
def test_every_side_follows_the_direction_of_the_text(file: Path) -> None:
    assert PHYSICAL.findall(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "rule", ["left: 0;", "padding-right: 1px;", "inset: 100% auto auto 0;", "margin: 0 var(--a) 1px 0;"]
)
def test_a_fixed_side_is_found(rule: str) -> None:
    assert PHYSICAL.search(f"a {{ {rule} }}")


def test_each_token_is_written_once_and_each_colour_that_changes_with_both_values() -> None:
    css = (ROOT / "govpage" / "static" / "govpage" / "css" / "tokens.css").read_text("utf-8")
    colours = re.findall(r"(--gov-color-[a-z-]+): ([^;]+);", css)
    assert len(dict(colours)) == len(colours)
    assert [name for name, value in colours if value.count("var(") != 0 and not BOTH.fullmatch(value)] == []


def test_a_scheme_that_is_empty_stays_so_when_made_small() -> None:
    small = rCSSMinFilter(
        "a { --gov-dark: var(--gov-none,); b: var(--gov-light, #fff) var(--gov-dark, #000) }"
    ).output()
    assert small == "a{--gov-dark:var(--gov-none,);b:var(--gov-light,#fff) var(--gov-dark,#000)}"


def test_the_space_is_lost() -> None:
    assert ".a:is(b)" in rCSSMinFilter("@layer x { .a :is(b) { c: d } }").output()
    assert DESCENDANT.search("  .a :is(b) { c: d }")
