from __future__ import annotations

from typing import Any

import pytest

from govpage.components import RelatedLinks, SummaryBox
from govpage.links import Link


def test_sentences_and_links_may_be_mixed() -> None:
    html = SummaryBox(["Bring the permit.", ("Apply", "/apply/"), Link("Ask", "#ask")]).render_html()  # type: ignore[arg-type]
    assert "<li>Bring the permit.</li>" in html
    assert '<li><a class="usa-summary-box__link" href="/apply/">Apply</a></li>' in html
    assert 'href="#ask"' in html


@pytest.mark.parametrize("nothing", [None, "", [], ()])
def test_nothing_renders_nothing(nothing: Any) -> None:
    assert SummaryBox(nothing).render_html() == ""


@pytest.mark.parametrize("component", [SummaryBox, RelatedLinks])
@pytest.mark.parametrize("level", [2, 3, 4])
def test_the_heading_names_it_at_the_level_asked_for(component: Any, level: int) -> None:
    html = component((("Apply", "/apply/"),), "In short", level, "a b").render_html()
    stem = component.slug().replace("_", "-")
    assert f'id="gov-{stem}-a-b">In short</h{level}>' in html
    assert f'aria-labelledby="gov-{stem}-a-b"' in html


@pytest.mark.parametrize("component", [SummaryBox, RelatedLinks])
def test_another_level_is_refused_with_the_legal_ones(component: Any) -> None:
    with pytest.raises(ValueError, match=rf"{component.slug()}: heading_level is 1; legal are 2, 3, 4\."):
        component((("Apply", "/apply/"),), heading_level=1)
