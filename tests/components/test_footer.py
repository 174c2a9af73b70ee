from __future__ import annotations

import re
from typing import Any

import pytest

from govpage.components import Footer

SECTIONS = (("Ports", (("Piers", "/piers/"), ("Ferries", "/ferries/"))), ("Safety", [("Storms", "/storms/")]))


def test_the_big_footer_has_a_heading_for_each_section() -> None:
    html = Footer("A", None, None, "big", SECTIONS).render_html()  # type: ignore[arg-type]
    assert re.findall(r"<h2[^>]*>(\w+)", html) == ["Ports", "Safety"]
    assert re.findall(r'__secondary-link"><a href="([^"]*)"', html) == ["/piers/", "/ferries/", "/storms/"]
    assert html.count("<nav") == 1


def test_the_big_footer_without_sections_has_the_menu() -> None:
    html = Footer("A", (("News", "/news/"),), None, "big").render_html()
    assert 'href="/news/"' in html
    assert "<section" not in html


@pytest.mark.parametrize(
    ("variant", "classes"),
    [("slim", "usa-footer usa-footer--slim"), ("medium", "usa-footer"), ("big", "usa-footer usa-footer--big")],
)
def test_a_variant(variant: str, classes: str) -> None:
    assert f'<footer class="{classes}">' in Footer("A", (), None, variant).render_html()


def test_an_item_of_the_menu_without_an_address_is_no_link(settings: Any) -> None:
    settings.GOVPAGE = {"menu": [("Ports", "", [("Piers", "/piers/")]), ("News", "/news/")]}
    assert re.findall(r'__primary-link" href="([^"]*)"', Footer().render_html()) == ["/news/"]


@pytest.mark.parametrize(
    ("variant", "sections", "message"),
    [
        pytest.param("mega", (), "footer: variant is 'mega'; legal are 'slim', 'medium', 'big'", id="unknown-variant"),
        pytest.param("slim", SECTIONS, "footer: sections are for the variant 'big', not for 'slim'", id="slim"),
        pytest.param("big", ("Ports",), "footer: 'Ports' is not a section", id="no-section"),
        pytest.param("big", (("Ports",),), r"footer: \('Ports',\) is not a section", id="no-links"),
    ],
)
def test_what_is_wrong_is_refused(variant: str, sections: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Footer("A", None, None, variant, sections)
