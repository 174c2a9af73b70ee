from __future__ import annotations

import re
from typing import Any

import pytest

from govpage.components import InPageNavigation
from govpage.headings import Heading, headings_of

HTML = "<h2>A</h2><h3>B</h3><h4>C</h4><h2>Dónde</h2>"


@pytest.mark.parametrize(("deepest", "links"), [(3, ["a", "b", "d%C3%B3nde"]), (2, ["a", "d%C3%B3nde"])])
def test_each_heading_is_linked_once(deepest: int, links: list[str]) -> None:
    html = InPageNavigation(headings_of(HTML), deepest).render_html()
    assert re.findall(r'href="#([^"]*)"', html) == links
    assert html.count("__item--primary") == 2


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param((), id="none"),
        pytest.param(None, id="undefined"),
        pytest.param((Heading(2, "A", "a"),), id="one"),
        pytest.param((Heading(2, "A", "a"), Heading(4, "B", "b")), id="one-and-a-deep-one"),
    ],
)
def test_fewer_than_two_render_nothing(headings: tuple[Heading, ...]) -> None:
    assert InPageNavigation(headings).render_html() == ""


@pytest.mark.parametrize(("name", "value"), [("deepest", 4), ("heading_level", 1)])
def test_an_unknown_level_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValueError, match=f"in_page_navigation: {name} is {value}; legal are"):
        InPageNavigation(headings_of(HTML), **{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(("deepest", "elements"), [(3, "h2 h3"), (2, "h2")])
def test_with_uswds_its_script_makes_the_list_and_ours_is_for_those_without(
    settings: Any, deepest: int, elements: str
) -> None:
    settings.GOVPAGE = {"stylesheet": "uswds"}
    html = InPageNavigation(headings_of(HTML), deepest).render_html()
    assert f'data-heading-elements="{elements}"><noscript>' in html
    assert "data-minimum-heading-count" not in html
