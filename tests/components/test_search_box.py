from __future__ import annotations

from typing import Any

import pytest

from govpage.components import Header, SearchBox


def test_the_address_of_the_settings(settings: Any) -> None:
    settings.GOVPAGE = {"search_url": "govpage_news:archive"}
    assert 'action="/news/archive/"' in SearchBox().render_html()
    settings.GOVPAGE = {}
    assert SearchBox().render_html() == ""


@pytest.mark.parametrize("size", ["big", "small"])
def test_a_size(size: str) -> None:
    html = SearchBox("/s/", size).render_html()
    assert f'class="usa-search usa-search--{size}"' in html
    assert 'type="submit" aria-label="Search"' in html
    assert ('<span class="usa-search__submit-text">' in html) is (size == "big")


def test_a_label_names_the_field_and_the_landmark() -> None:
    html = SearchBox("/s/", label="Search the news").render_html()
    assert 'aria-label="Search the news"' in html
    assert ">Search the news</label>" in html


def test_a_second_one_has_ids_of_its_own() -> None:
    assert 'for="gov-search-field-news"' in SearchBox("/s/", parameter="words", key="news").render_html()


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="search_box: size is 'huge'; legal are"):
        SearchBox("/s/", "huge")


def test_the_header_has_this_one() -> None:
    assert SearchBox("/s/", "small").render_html() in Header("A", (), search_url="/s/").render_html()
