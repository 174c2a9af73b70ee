"""The same markup looks alike under USWDS's stylesheet and under ours with the tokens of the USWDS look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from tests.uswds.visual_cases import CASES, WIDTHS, Case
from tests.uswds.visual_measure import share_that_differs
from tests.uswds.visual_stage import OURS_WITH_LOOK, USWDS_DEPARTED, Picture, Shown, Stage, crops, serve_stage

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

MOST = 0.02
"""The share of a component's pixels that may differ."""

BUTTON = '<button type="button" class="usa-button">Send the report</button>'
TABLE = '<table class="usa-table"><tr><th>Port</th><td>41</td></tr></table>'


@pytest.fixture(scope="session")
def stage(chromium: Chrome) -> Iterator[Stage]:
    with serve_stage() as url:
        yield Stage(chromium, url)


EACH_CASE = [pytest.param(case, width, id=f"{case.name}-{width}") for case in CASES for width in WIDTHS]


@pytest.mark.browser
@pytest.mark.parametrize(("case", "width"), EACH_CASE)
def test_component_looks_alike(stage: Stage, case: Case, width: int) -> None:
    theirs, ours = (stage.picture(case.shown(), sheets, width) for sheets in (USWDS_DEPARTED, OURS_WITH_LOOK))
    assert share_that_differs(*crops(theirs, ours)) <= MOST


BLOCKS = (Path(__file__).parent / "departures.css").read_text("utf-8").strip().split("\n\n")


@pytest.mark.parametrize("block", BLOCKS)
def test_every_departure_names_the_criterion_that_uswds_fails(block: str) -> None:
    assert re.match(r"/\*[^*]*WCAG \d\.\d\.\d", block)


FAULTS = {
    "border": (TABLE, 'stage.querySelector("td").style.borderWidth = stage.querySelector("th").style.borderWidth = 0;'),
    "moved-text": (BUTTON, 'stage.querySelector("button").style.paddingTop = "12px";'),
    "colour": (BUTTON, 'stage.querySelector("button").style.background = "#1a4480";'),
}


@pytest.mark.browser
@pytest.mark.parametrize(("markup", "fault"), [pytest.param(*fault, id=name) for name, fault in FAULTS.items()])
def test_a_planted_fault_is_found(stage: Stage, markup: str, fault: str) -> None:
    sound, faulty = (stage.picture(Shown(markup, markup, script), OURS_WITH_LOOK, 320) for script in ("", fault))
    assert share_that_differs(*crops(sound, faulty)) > MOST


@pytest.mark.browser
def test_two_pictures_of_the_same_are_the_same(stage: Stage) -> None:
    assert (
        share_that_differs(*crops(*(stage.picture(Shown(BUTTON, BUTTON), OURS_WITH_LOOK, 320) for _time in range(2))))
        == 0
    )


def test_a_line_that_is_missing_counts() -> None:
    paper = Image.new("RGB", (10, 10), "white")
    lined = paper.copy()
    lined.paste("black", (0, 4, 10, 5))
    assert share_that_differs(paper, lined) == 0.1


def test_a_shade_that_smooths_an_edge_does_not_count() -> None:
    edge = Image.new("RGB", (10, 10), "white")
    edge.paste("black", (0, 0, 10, 5))
    smoothed = edge.copy()
    smoothed.paste((128, 128, 128), (4, 5, 5, 6))
    assert share_that_differs(edge, smoothed) == 0
    assert ImageChops.difference(edge, smoothed).getbbox() == (4, 5, 5, 6)


def test_pictures_of_different_sizes_are_no_pair() -> None:
    with pytest.raises(ValueError, match="different sizes"):
        share_that_differs(Image.new("RGB", (1, 1)), Image.new("RGB", (2, 1)))


def test_the_smaller_picture_stands_on_paper() -> None:
    small = Picture(Image.new("RGB", (4, 4), "black"), (1, 1, 3, 3))
    large = Picture(Image.new("RGB", (4, 4), "white"), (0, 0, 4, 4))
    first, second = crops(small, large)
    assert (first.size, second.size) == ((4, 4), (4, 4))
    assert share_that_differs(first, second) == 0.25
