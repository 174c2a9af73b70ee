"""The page on theming names every custom property with its values, and its examples hold what they say."""

from __future__ import annotations

import re

import pytest
from django.template import engines
from django.test import override_settings

from tests.conftest import ROOT

CSS = ROOT / "govpage" / "static" / "govpage" / "css"
PAGE = (ROOT / "docs" / "theming.md").read_text("utf-8")
USED = {
    name: file.stem
    for file in sorted(CSS.glob("*.css"))
    for name in re.findall(r"(--gov-[\w-]+)", re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL))
}
SWITCHES = {"--gov-light", "--gov-dark", "--gov-none"}
TOKENS = dict(
    re.findall(r"^    (--gov-[\w-]+): ([^;]+);", (CSS / "tokens.css").read_text("utf-8").partition("@media")[0], re.M)
)
ROWS = {
    cells[0].strip("` "): cells
    for cells in (line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| `--gov-"))
}
BOTH = re.compile(r"var\(--gov-light, (#\w+)\) var\(--gov-dark, (#\w+)\)")
EXAMPLE = dict(re.findall(r"(--gov-[\w-]+): ([^;]+);", PAGE.partition("```css\n")[2].partition("```")[0]))


def luminance(colour: str) -> float:
    """Relative luminance of a hexadecimal colour.

    Source: WCAG 2.2, relative luminance
    """
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def scheme_values(value: str) -> tuple[str, str]:
    """Return what a property is in light and in dark."""
    both = BOTH.fullmatch(value)
    return (both[1], both[2]) if both else (value, value)


@pytest.mark.parametrize("name", sorted(USED.keys() - SWITCHES))
def test_every_property_is_documented(name: str) -> None:
    assert name in ROWS


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_documented_property_is_used(name: str) -> None:
    assert name in USED


@pytest.mark.parametrize("name", sorted(TOKENS.keys() - SWITCHES))
def test_the_values_are_those_of_the_stylesheet(name: str) -> None:
    light, dark = scheme_values(TOKENS[name])
    assert [cell.strip(" `") for cell in ROWS[name][2:4]] == [light, dark if dark != light else "the same"]


def test_the_look_sets_documented_properties_alone() -> None:
    assert set(re.findall(r"(--gov-[\w-]+):", PAGE.partition("## The USWDS look")[2])) <= ROWS.keys()


@pytest.mark.parametrize("scheme", [pytest.param(0, id="light"), pytest.param(1, id="dark")])
@pytest.mark.parametrize("surface", ["--gov-color-background", "--gov-color-surface"])
@pytest.mark.parametrize("name", ["--gov-color-primary", "--gov-color-primary-strong"])
def test_the_example_keeps_its_contrast(name: str, surface: str, scheme: int) -> None:
    assert contrast(scheme_values(EXAMPLE[name])[scheme], scheme_values(TOKENS[surface])[scheme]) >= 7


def test_a_contrast_that_is_too_low_is_found() -> None:
    assert contrast("#767676", "#fff") < 7 < contrast("#000", "#fff") == 21


def test_the_template_of_the_page_renders() -> None:
    source = PAGE.partition("```django\n")[2].partition("```")[0]
    with override_settings(COMPRESS_ENABLED=False):
        html = engines["django"].from_string(source).render({})
    assert '<link rel="stylesheet" href="/static/harbor/theme.css">' in html
