from __future__ import annotations

from govpage.components import TagList


def test_the_list_has_a_name() -> None:
    assert '<ul class="gov-tag-list" role="list" aria-label="Topics">' in TagList((("Boats", "/b/"),)).render_html()
    assert 'aria-label="Ports"' in TagList((("Boats", "/b/"),), "Ports").render_html()


def test_a_tag_without_an_address_is_no_link() -> None:
    html = TagList((("Boats", "/b/"), ("Docks",))).render_html()
    assert '<a class="usa-tag" href="/b/">Boats</a>' in html
    assert '<span class="usa-tag">Docks</span>' in html


def test_big_tags_are_asked_for() -> None:
    assert '<span class="usa-tag usa-tag--big">Docks</span>' in TagList((("Docks",),), big=True).render_html()
