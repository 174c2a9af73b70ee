from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.utils.functional import lazystr

from govpage.component import HOSTILE
from govpage.components import Breadcrumb

TRAIL = (("Home", "/"), ("News", ""), ("Ports & piers", ""))


def data_of(html: str) -> Any:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert re.findall("[<>&]", block) == []
    return json.loads(block)


def test_json_ld_says_the_same_as_the_text() -> None:
    html = Breadcrumb(TRAIL, structured_data="json-ld").render_html()
    assert data_of(html) == {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": "/"},
            {"@type": "ListItem", "position": 2, "name": "News"},
            {"@type": "ListItem", "position": 3, "name": "Ports & piers"},
        ],
    }
    assert "property=" not in html


@pytest.mark.parametrize("label", [HOSTILE, "</script><!--", "a\u2028", lazystr("Ports")])
def test_json_ld_holds_any_text(label: str) -> None:
    html = Breadcrumb(((label, "/?a=1&b=</script>"), ("B", "")), structured_data="json-ld").render_html()
    assert data_of(html)["itemListElement"][0]["name"] == str(label)


def test_structured_data_can_be_left_out() -> None:
    html = Breadcrumb(TRAIL, structured_data="none").render_html()
    assert [mark for mark in ("property=", "typeof=", "<script", "<meta") if mark in html] == []


@pytest.mark.parametrize(("wrap", "name"), [(True, "wrap"), (False, "truncate")])
def test_wrapping_is_a_choice(wrap: bool, name: str) -> None:
    assert f'class="usa-breadcrumb usa-breadcrumb--{name}"' in Breadcrumb(TRAIL, wrap=wrap).render_html()


@pytest.mark.parametrize(("name", "value"), [("structured_data", "microdata"), ("wrap", "no")])
def test_an_unknown_variant_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"breadcrumb: {name} is {value!r}; legal are"):
        Breadcrumb(TRAIL, **{name: value})  # type: ignore[arg-type]


def test_a_trail_that_goes_in_circles_is_refused() -> None:
    with pytest.raises(ValueError, match="breadcrumb: the trail names 'Home' twice"):
        Breadcrumb((("Home", "/"), ("News", "/news/"), ("Home", "/")))
