from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from govpage.external_links import way_to

TARGET = "https://tides.example.org/tables/?port=alder&day=1"


def test_the_exit_page_leads_where_the_link_leads(client: Client) -> None:
    response = client.get(way_to(TARGET))
    html = response.content.decode()
    assert response.status_code == 200
    assert "<h1>You are leaving Harbor Office</h1>" in html
    assert 'href="https://tides.example.org/tables/?port=alder&amp;day=1"' in html
    assert '<meta name="robots" content="noindex">' in html
    assert not response.cookies


def test_the_exit_page_goes_nowhere_by_itself(client: Client) -> None:
    response = client.get(way_to(TARGET))
    assert "Location" not in response
    assert b"http-equiv" not in response.content


@pytest.mark.parametrize("query", ["", "?to=", f"?to={TARGET}", f"?to={TARGET}:forged"])
def test_the_exit_page_is_not_for_borrowing(client: Client, query: str) -> None:
    assert client.get(f"/leaving/{query}").status_code == 404


def test_the_link_keeps_its_target_readable() -> None:
    assert parse_qs(urlsplit(way_to(TARGET)).query)["to"][0].startswith(f"{TARGET}:")


@pytest.mark.parametrize("url", ["//tides.example.org/", "/\\tides.example.org/", "/\t/tides.example.org/"])
def test_an_address_without_a_scheme_leads_past_the_exit_page_too(client: Client, url: str) -> None:
    assert 'href="https://tides.example.org/"' in client.get(way_to(url)).content.decode()


def test_what_no_browser_can_read_leads_nowhere_else() -> None:
    assert way_to("https://[example/") == "https://[example/"
