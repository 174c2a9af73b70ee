from __future__ import annotations

from typing import Any

import pytest

from govpage.news.checks import check_sitemap_pages


@pytest.mark.parametrize("name", ["/about/", "about", "https://harbor.example.gov/"])
def test_a_page_of_the_sitemap_is_an_address_or_a_name(settings: Any, name: str) -> None:
    settings.GOVPAGE_NEWS = {"sitemap_pages": [name]}
    assert check_sitemap_pages() == []


def test_a_page_that_leads_nowhere_is_reported(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"sitemap_pages": ["abuot"]}
    [error] = check_sitemap_pages()
    assert error.id == "govpage_news.E005"
    assert "names 'abuot', which leads nowhere" in error.msg


def test_settings_that_are_wrong_are_not_looked_at_twice(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"sitemap_pages": "/about/"}
    assert check_sitemap_pages() == []
