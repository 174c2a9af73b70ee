from __future__ import annotations

from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from govpage.component import HOSTILE
from govpage.components import ShareLinks

ADDRESS = "https://harbor.example.gov/ports/?a=1&b=ñ #c"
FIELDS = {"mail": ("body", "subject"), "facebook": ("u", ""), "x": ("url", "text"), "linkedin": ("url", "")}


def query(links: ShareLinks) -> dict[str, list[str]]:
    href = unescape(links.render_html().partition('href="')[2].partition('"')[0])
    return parse_qs(urlsplit(href).query, strict_parsing=True)


@pytest.mark.parametrize("title", ["Ports & docks: 50 % + more", HOSTILE])
@pytest.mark.parametrize("service", FIELDS)
def test_address_and_title_arrive_as_they_are(service: str, title: str) -> None:
    address_field, title_field = FIELDS[service]
    expected = {address_field: [ADDRESS]} | ({title_field: [title]} if title_field else {})
    assert query(ShareLinks(title, ADDRESS, (service,))) == expected


def test_a_mail_has_spaces_and_no_plus_signs() -> None:
    html = ShareLinks("Ports and docks", ADDRESS, ("mail",)).render_html()
    assert "subject=Ports%20and%20docks" in html


def test_without_a_title_none_is_sent() -> None:
    assert query(ShareLinks("", ADDRESS, ("x",))) == {"url": [ADDRESS]}


def test_the_services_do_not_learn_where_the_reader_came_from() -> None:
    html = ShareLinks("Ports", ADDRESS).render_html()
    assert html.count('rel="noopener noreferrer"') == html.count('href="https://') == 3


def render(source: str, **context: Any) -> str:
    return Template("{% load govpage %}" + source).render(Context(context))


def test_the_address_is_that_of_the_page() -> None:
    request = RequestFactory().get("/ports/?utm=1", headers={"host": "testserver"})
    html = render("{% gov_share_links title='Ports' services=only key='k' %}", request=request, only=["linkedin"])
    assert 'url=http%3A%2F%2Ftestserver%2Fports%2F"' in html
    assert 'id="gov-share-links-k"' in html


def test_an_address_can_be_said() -> None:
    html = render("{% gov_share_links 'Ports' 'https://a.example.gov/' %}", request=RequestFactory().get("/ports/"))
    assert "a.example.gov" in html
    assert "testserver" not in html


def test_without_a_page_nothing_is_shown() -> None:
    assert render("{% gov_share_links 'Ports' %}") == ""


@pytest.mark.parametrize("nothing", [None, "", ()])
def test_without_services_nothing_is_shown(nothing: Any) -> None:
    assert ShareLinks("Ports", ADDRESS, nothing).render_html() == ""


def test_another_service_is_refused_with_the_legal_ones() -> None:
    legal = r"share_links: services has 'pigeon'; legal are 'mail', 'facebook', 'x', 'linkedin'\."
    with pytest.raises(ValueError, match=legal):
        ShareLinks("Ports", ADDRESS, ("mail", "pigeon"))


@pytest.mark.parametrize("address", ["/ports/", "javascript:alert(1)", "harbor.example.gov"])
def test_an_address_that_nobody_else_can_follow_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="give one that begins with https://"):
        ShareLinks("Ports", address)
