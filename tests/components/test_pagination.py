from __future__ import annotations

import re

import pytest
from django.template import Context, Template

from govpage.components import Pagination
from govpage.components.pagination import places


@pytest.mark.parametrize(
    ("current", "pages", "shown"),
    [
        pytest.param(1, 1, "1", id="one"),
        pytest.param(1, 2, "1 2", id="two"),
        pytest.param(4, 7, "1 2 3 4 5 6 7", id="seven"),
        pytest.param(4, 8, "1 2 3 4 5 … 8", id="near-the-beginning"),
        pytest.param(5, 8, "1 … 4 5 6 7 8", id="near-the-end"),
        pytest.param(5, 9, "1 … 4 5 6 … 9", id="in-the-middle"),
        pytest.param(24, 24, "1 … 20 21 22 23 24", id="last"),
        pytest.param(1, None, "1 2 3 4 5 6 …", id="unbounded"),
        pytest.param(5, None, "1 2 3 4 5 6 …", id="unbounded-fifth"),
        pytest.param(6, None, "1 … 5 6 7 8 …", id="unbounded-sixth"),
    ],
)
def test_at_most_seven_places(current: int, pages: int | None, shown: str) -> None:
    assert " ".join("…" if n is None else str(n) for n in places(current, pages)) == shown


@pytest.mark.parametrize(("current", "marks"), [(1, "next"), (2, "prev next"), (3, "prev")])
def test_there_is_a_way_on_only_where_it_leads_somewhere(current: int, marks: str) -> None:
    assert " ".join(re.findall(r'rel="(\w+)"', Pagination(current, 3).render_html())) == marks


def test_an_unbounded_list_goes_on() -> None:
    assert 'rel="next" href="?page=7"' in Pagination(6).render_html()


@pytest.mark.parametrize(
    ("url", "first", "second"),
    [
        pytest.param("", "?", "?page=2", id="none"),
        pytest.param("/news/", "/news/", "/news/?page=2", id="path"),
        pytest.param("/news/?q=a+b&page=9&x=", "/news/?q=a+b&amp;x=", "/news/?q=a+b&amp;x=&amp;page=2", id="query"),
        pytest.param(
            "https://a.gov/?q=%26#top", "https://a.gov/?q=%26#top", "https://a.gov/?q=%26&amp;page=2#top", id="whole"
        ),
    ],
)
def test_the_query_is_kept(url: str, first: str, second: str) -> None:
    assert re.findall(r'__button[^>]* href="([^"]*)"', Pagination(1, 2, url).render_html()) == [first, second]


def test_the_parameter_has_a_name() -> None:
    assert 'href="/?page=1&amp;p=2"' in Pagination(1, 2, "/?page=1&p=2", "p").render_html()


@pytest.mark.parametrize("pages", [0, 1])
def test_one_page_needs_no_way_on(pages: int) -> None:
    assert Pagination(1, pages).render_html() == ""


@pytest.mark.parametrize(("current", "pages", "last"), [(0, None, 1), (0, 3, 3), (4, 3, 3), (2, 0, 1)])
def test_a_page_that_is_not_there_is_refused(current: int, pages: int | None, last: int) -> None:
    with pytest.raises(ValueError, match=f"pagination: current is {current}; legal are 1 to {last}"):
        Pagination(current, pages)


def test_two_on_a_page_have_names_of_their_own() -> None:
    html = Template("{% load govpage %}{% gov_pagination 1 2 key='below' %}").render(Context())
    assert 'aria-label="Pagination below"' in html
