from __future__ import annotations

from typing import Any

import pytest
from django.utils.safestring import SafeString

from govpage.components import Accordion, AccordionItem

BODY = "<p>Text</p>"


def test_items_may_be_tuples() -> None:
    given = [("A", BODY), ["B", BODY, True]]
    assert Accordion(given) == Accordion((AccordionItem("A", BODY), AccordionItem("B", BODY, True)))  # type: ignore[arg-type]


@pytest.mark.parametrize("nothing", [None, "", [], (), [("A", "")]])
def test_nothing_renders_nothing(nothing: Any) -> None:
    assert Accordion(nothing).render_html() == ""


def test_item_without_a_body_is_not_shown() -> None:
    html = Accordion((("A", BODY), ("B", ""), ("C", BODY))).render_html()
    assert "<span>B</span>" not in html
    assert html.count('id="gov-accordion-') == html.count("<button") == 2


@pytest.mark.parametrize("level", [2, 3, 4, 5, 6])
def test_headings_have_the_level_asked_for(level: int) -> None:
    html = Accordion((("A", BODY),), level).render_html()
    assert f'<h{level} class="usa-accordion__heading"><button' in html
    assert f"</button></h{level}>" in html


def test_button_of_an_open_panel_alone_says_its_state() -> None:
    html = Accordion((("A", BODY), ("B", BODY, True))).render_html()
    assert html.count("aria-expanded") == 1
    assert 'aria-expanded="true" aria-controls="gov-accordion-2"' in html


def test_key_makes_the_ids_its_own() -> None:
    html = Accordion((("A", BODY),), key="a b").render_html()
    assert 'aria-controls="gov-accordion-a-b-1"' in html
    assert 'id="gov-accordion-a-b-1"' in html


def test_body_is_cleaned_and_its_external_links_are_marked() -> None:
    body = '<p onclick="x()">Tides<script>x()</script> <a href="https://tides.example.org/">here</a></p>'
    html = Accordion((("A", body),)).render_html()
    assert "<p>Tides <a" in html
    assert "usa-link--external" in html


def test_text_that_is_marked_as_safe_is_cleaned_as_any_other() -> None:
    text = "<p>A<script>x()</script></p>"
    safe = AccordionItem(SafeString("<b>A</b>"), SafeString(text))
    assert Accordion((safe,)).render_html() == Accordion((("<b>A</b>", text),)).render_html()
    assert "<span>&lt;b&gt;A&lt;/b&gt;</span>" in Accordion((safe,)).render_html()


def test_several_may_be_open_where_several_can_be() -> None:
    html = Accordion((("A", BODY, True), ("B", BODY, True)), multiselectable=True).render_html()
    assert html.count('aria-expanded="true"') == 2
    assert "data-allow-multiple" in html
