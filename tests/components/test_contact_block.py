from __future__ import annotations

from typing import Any

import pytest

from govpage.components import ContactBlock
from govpage.components.contact_block import phone_href


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        pytest.param("(202) 555-0143", "tel:2025550143", id="as-people-write"),
        pytest.param("202.555.0143", "tel:2025550143", id="dots"),
        pytest.param("202\u2011555\u20110143", "tel:2025550143", id="hyphens-that-do-not-break"),
        pytest.param("+1 202 555 0143", "tel:+12025550143", id="international"),
        pytest.param("+44 (0)20 7946 0000", "tel:+442079460000", id="trunk-zero"),
        pytest.param("(0)20 7946 0000", "tel:02079460000", id="zero-that-is-dialled"),
        pytest.param("202-555-0143 x12", "tel:2025550143;ext=12", id="x"),
        pytest.param("202-555-0143, ext. 12", "tel:2025550143;ext=12", id="ext"),
        pytest.param("202-555-0143 extensión 12", "tel:2025550143;ext=12", id="spanish"),
        pytest.param("202-555-0143#12", "tel:2025550143;ext=12", id="number-sign"),
        pytest.param(" 911 ", "tel:911", id="short"),
        pytest.param("٢٠٢ ٥٥٥ ٠١٤٣", "tel:2025550143", id="arabic-digits"),
        pytest.param("1-800-555-BOAT", "", id="letters"),
        pytest.param("202-555-0143 or 202-555-0144", "", id="two-numbers"),
        pytest.param("---", "", id="no-digits"),
        pytest.param("1", "", id="too-short"),
        pytest.param("", "", id="empty"),
        pytest.param(None, "", id="none"),
    ],
)
def test_what_is_dialled(phone: Any, href: str) -> None:
    assert phone_href(phone) == href


def test_a_number_that_cannot_be_dialled_is_shown_without_a_link() -> None:
    html = ContactBlock(phone="1-800-555-BOAT").render_html()
    assert "1-800-555-BOAT" in html
    assert "<a " not in html


def test_an_address_cannot_add_headers_to_the_mail() -> None:
    html = ContactBlock(email="a+b@example.gov?cc=c@example.gov&body=d").render_html()
    assert 'href="mailto:a+b@example.gov%3Fcc%3Dc@example.gov%26body%3Dd"' in html


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("1 Pier Street\n\nHarbor", id="text"),
        pytest.param(["1 Pier Street", "", "Harbor"], id="list"),
        pytest.param(("1 Pier Street", "Harbor"), id="lines"),
    ],
)
def test_an_address_is_lines(address: Any) -> None:
    assert "<dd>1 Pier Street<br>Harbor</dd>" in ContactBlock(address=address).render_html()


def test_what_is_not_known_is_not_shown() -> None:
    html = ContactBlock("Press Office", hours="Always").render_html()
    assert html.count("<dt>") == 1
    assert "<dl" not in ContactBlock("Press Office").render_html()


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_renders_nothing(nothing: Any) -> None:
    assert ContactBlock(nothing, nothing, nothing, nothing, nothing).render_html() == ""


@pytest.mark.parametrize("known", ["name", "phone", "email", "address", "hours"])
def test_one_thing_is_enough(known: str) -> None:
    values: dict[str, Any] = {known: "202-555-0143"}
    assert "202-555-0143" in ContactBlock(**values).render_html()


def test_a_contact_without_mail_has_no_mail_link() -> None:
    assert "mailto:" not in ContactBlock(phone="911", email=None).render_html()  # type: ignore[arg-type]
