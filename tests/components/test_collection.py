from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils.translation import override

from govpage.components import Collection, CollectionItem

ITEM = CollectionItem("Ports", "/ports/", "All of them.", date(2026, 5, 2), ("Fact sheet",), "es", "/i.png", "A port")


@pytest.mark.parametrize(
    ("variant", "shown", "left_out"),
    [
        pytest.param(
            "default", ["May 2, 2026", "All of them.", "/i.png"], ["calendar-date", "condensed"], id="default"
        ),
        pytest.param("headlines", ["May 2, 2026", "condensed"], ["All of them.", "/i.png"], id="headlines"),
        pytest.param("calendar", [">May<", ">2<", ">2026<", "All of them."], ["May 2, 2026", "/i.png"], id="calendar"),
    ],
)
def test_a_variant_shows(variant: str, shown: list[str], left_out: list[str]) -> None:
    html = Collection((ITEM,), variant).render_html()
    assert [text for text in shown if text not in html] == []
    assert [text for text in left_out if text in html] == []


def test_what_is_not_known_leaves_nothing_behind() -> None:
    html = Collection((CollectionItem("Ports", "/ports/"),), "calendar").render_html()
    assert [mark for mark in ("<p", "<time", "<img", "__meta", "lang=") if mark in html] == []


@pytest.mark.parametrize(("language", "marked"), [("en", True), ("es", False)])
def test_another_language_is_marked(language: str, marked: bool) -> None:
    with override(language):
        assert ('lang="es"' in Collection((ITEM,)).render_html()) is marked


def test_headlines_have_their_level() -> None:
    assert '<h4 class="usa-collection__heading"' in Collection((ITEM,), heading_level=4).render_html()


@pytest.mark.parametrize(("name", "value"), [("variant", "big"), ("heading_level", 1)])
def test_an_unknown_variant_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"collection: {name} is {value!r}; legal are"):
        Collection((ITEM,), **{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("nothing", [(), [], "", None])
def test_nothing_renders_nothing(nothing: object) -> None:
    assert Collection(nothing).render_html() == ""  # type: ignore[arg-type]


@pytest.mark.parametrize(("variant", "topics"), [("default", ["Storms", "Piers"]), ("headlines", [])])
def test_topics_are_a_list_of_tags(variant: str, topics: list[str]) -> None:
    html = Collection((CollectionItem("A", "/a/", topics=["Storms", "Piers"]),), variant).render_html()  # type: ignore[arg-type]
    assert re.findall(r'usa-tag">(\w+)<', html) == topics
    assert ('aria-label="Topics"' in html) is bool(topics)
