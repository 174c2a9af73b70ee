from __future__ import annotations

import pytest

from govpage.links import Link, as_links


@pytest.mark.parametrize(
    ("url", "href"),
    [
        pytest.param("", "", id="nowhere"),
        pytest.param("/news/", "/news/", id="path"),
        pytest.param("https://www.example.gov/", "https://www.example.gov/", id="address"),
        pytest.param("#contact", "#contact", id="place"),
        pytest.param("tel:911", "tel:911", id="phone"),
        pytest.param("/?a=1&b=<2> 3#é", "/?a=1&b=%3C2%3E%203#é", id="illegal"),
        pytest.param("govpage_news:archive", "/news/archive/", id="name"),
    ],
)
def test_href(url: str, href: str) -> None:
    assert Link("News", url).href == href


@pytest.mark.parametrize(
    "empty", [pytest.param(None, id="none"), pytest.param("", id="undefined"), pytest.param([], id="list")]
)
def test_nothing_gives_no_links(empty: str | list[Link] | None) -> None:
    assert as_links(empty) == ()


def test_pairs_become_links() -> None:
    assert as_links([("News", "/news/"), ("Here",), Link("About", "/about/")]) == (
        Link("News", "/news/"),
        Link("Here"),
        Link("About", "/about/"),
    )


def test_anything_else_is_refused() -> None:
    with pytest.raises(ValueError, match="'News' is not a link"):
        as_links(["News"])  # type: ignore[list-item]
