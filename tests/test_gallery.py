from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from govpage.component import Component, Example
from tests.examples import EACH_COMPONENT, EXAMPLES


def slug(component: type[Component]) -> str:
    return component.slug().replace("_", "-")


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_the_index_leads_to_every_component(client: Client, component: type[Component]) -> None:
    assert f'href="/components/{slug(component)}/"' in client.get("/components/").content.decode()


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_a_component_leads_to_every_example(
    client: Client, component: type[Component], name: str, example: Example
) -> None:
    address = f"/components/{slug(component)}/"
    assert f'href="{address}{name}/"' in client.get(address).content.decode()
    assert client.get(f"{address}{name}/").status_code == 200


def test_an_example_has_its_own_language_and_direction(client: Client) -> None:
    page = client.get("/components/breadcrumb/right-to-left/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page


def test_language_and_direction_can_be_asked_for(client: Client) -> None:
    page = client.get("/components/banner/default/?lang=es&dir=rtl").content.decode()
    assert '<html lang="es" dir="rtl">' in page
    assert "Un sitio oficial" in page


def test_a_hostile_language_is_harmless(client: Client) -> None:
    page = client.get("/components/banner/default/", {"lang": '"><script>', "dir": "up"}).content.decode()
    assert '<html lang="&quot;&gt;&lt;script&gt;" dir="ltr">' in page


def test_what_cannot_stand_in_a_body_is_shown_as_source(client: Client) -> None:
    page = client.get("/components/assets/default/").content.decode()
    assert "<code>&lt;meta name=&quot;color-scheme&quot;" in page


@pytest.mark.parametrize(("address", "own"), [("release-article/default", False), ("banner/default", True)])
def test_a_page_has_one_first_heading(client: Client, address: str, own: bool) -> None:
    page = client.get(f"/components/{address}/").content.decode()
    assert page.count("<h1") == 1
    assert ('<h1 class="usa-sr-only"' in page) == own


def test_an_example_has_the_colours_of_the_site(client: Client, settings: Any) -> None:
    settings.GOVPAGE = {"color_scheme": "dark"}
    page = client.get("/components/banner/default/").content.decode()
    assert '<html lang="en" dir="ltr" data-color-scheme="dark">' in page


@pytest.mark.parametrize("address", ["/components/nothing/", "/components/banner/nothing/"])
def test_what_is_not_there_is_404(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
