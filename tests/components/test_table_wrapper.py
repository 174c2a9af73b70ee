from __future__ import annotations

from typing import Any

import pytest

from govpage.components import TableWrapper

ROWS = [["North", "1"], ["South", "2"]]


def test_every_cell_has_a_heading_for_its_row_and_column() -> None:
    html = TableWrapper("Ports", ["Port", "Boats"], ROWS).render_html()  # type: ignore[arg-type]
    assert html.count('<th scope="col">') == 2
    assert '<tr><th scope="row">North</th><td>1</td></tr>' in html


def test_an_empty_heading_is_no_heading() -> None:
    html = TableWrapper("Ports", ("", "Boats"), (("North", "1"),)).render_html()
    assert '<tr><td></td><th scope="col">Boats</th></tr>' in html


def test_the_region_is_named_by_the_caption() -> None:
    html = TableWrapper("Ports", ("Port",), (("North",),), key="two").render_html()
    assert 'role="region" aria-labelledby="gov-table-two" tabindex="0"' in html
    assert '<caption id="gov-table-two">Ports</caption>' in html


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        ("striped", "usa-table--striped"),
        ("borderless", "usa-table--borderless"),
        ("numbers", "gov-table--numbers"),
        ("compact", "usa-table--compact"),
    ],
)
def test_each_variant_is_asked_for(parameter: str, name: str) -> None:
    variant: dict[str, Any] = {parameter: True}
    assert name in TableWrapper("Ports", ("Port",), (("North",),), **variant).render_html()
    assert name not in TableWrapper("Ports", ("Port",), (("North",),)).render_html()


@pytest.mark.parametrize("narrow", ["stacked", "stacked-header"])
def test_a_cell_that_is_stacked_says_the_heading_of_its_column(narrow: str) -> None:
    html = TableWrapper("Ports", ("", "Boats"), (("North", "1"),), narrow=narrow).render_html()
    assert f'class="usa-table usa-table--{narrow}"' in html
    assert '<tr><th scope="row">North</th><td data-label="Boats">1</td></tr>' in html


@pytest.mark.parametrize("nothing", [None, "", []])
def test_nothing_renders_nothing(nothing: Any) -> None:
    assert TableWrapper("", nothing, nothing).render_html() == ""


@pytest.mark.parametrize("row", [("South",), ("South", "2", "3"), ()])
def test_a_row_of_another_length_is_refused(row: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=rf"table_wrapper: row 2 has {len(row)} cells for 2 columns\."):
        TableWrapper("Ports", ("Port", "Boats"), (("North", "1"), row))


def test_a_table_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="table_wrapper: caption is empty"):
        TableWrapper("", ("Port",), (("North",),))
