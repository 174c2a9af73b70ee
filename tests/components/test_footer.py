from __future__ import annotations

import re
from typing import Any

import pytest
from django.utils.translation import override

from govpage.components import Assets, Footer
from govpage.site_footer import SignUp

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
        pytest.param(
            "mega", (), "footer: variant is 'mega'; legal are '', 'slim', 'medium', 'big'", id="unknown-variant"
        ),
        pytest.param("slim", SECTIONS, "footer: sections is for the variant 'big', not for 'slim'", id="slim"),
        pytest.param("big", ("Ports",), "footer: 'Ports' is not a section", id="no-section"),
        pytest.param("big", (("Ports",),), r"footer: \('Ports',\) is not a section", id="no-links"),
    ],
)
def test_what_is_wrong_is_refused(variant: str, sections: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Footer("A", None, None, variant, sections)


@pytest.mark.parametrize(
    ("variant", "part", "message"),
    [
        pytest.param("medium", {"sign_up": SignUp("/s/")}, "sign_up is for the variant 'big', not for 'medium'", id="sign-up"),
        pytest.param("slim", {"social": (("A", "/a/"),)}, "social is for the variant 'medium' or 'big', not for 'slim'", id="social"),
        pytest.param("slim", {"contact_heading": "A"}, "contact_heading is for the variant 'medium' or 'big'", id="heading"),
        pytest.param("", {"sign_up": SignUp("/s/")}, "sign_up is for the variant 'big', not for ''", id="no-variant"),
    ],
)  # fmt: skip
def test_a_part_without_a_place_is_refused(variant: str, part: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"footer: {message}"):
        Footer("A", (), (), variant, **part)


FIELD = re.compile(r'<label [^>]*for="([^"]*)">([^<]*)</label>\s*<input ([^>]*)>')


def test_the_sign_up_form_has_a_label_and_posts_the_address() -> None:
    html = Footer(
        "A", (), (), "big", sign_up=SignUp("/subscribe/", "News by mail", "Address", "Send", "mail")
    ).render_html()
    [(target, label, attributes)] = FIELD.findall(html)
    assert (f'id="{target}"' in attributes, label) == (True, "Address")
    assert {'name="mail"', 'type="email"', 'autocomplete="email"', "required"} <= {*attributes.split()}
    assert '<form class="usa-form" action="/subscribe/" method="post">' in html
    assert re.findall(r"<(?:h2|button) [^>]*>([^<]*)", html) == ["News by mail", "Send"]
    assert "csrf" not in html


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Sign up", "Your email address", "Sign up"]),
        ("es", ["Suscríbase", "Su correo electrónico", "Suscríbase"]),
    ],
)
def test_the_sign_up_form_has_words_of_its_own(language: str, words: list[str]) -> None:
    with override(language):
        html = Footer("A", (), (), "big", sign_up=SignUp("/s/")).render_html()
    assert re.findall(r"<(?:h2|label|button) [^>]*>([^<]*)", html) == words


def test_a_sign_up_leads_somewhere() -> None:
    with pytest.raises(ValueError, match="sign_up has no action"):
        SignUp(" ")


@pytest.mark.parametrize("variant", ["slim", "medium"])
def test_each_way_to_reach_the_agency_is_there(variant: str) -> None:
    html = Footer("A", (), ("Contact", "/c/"), variant, phone="1-800-555-0199", email="a@example.gov").render_html()
    address = html.partition("<address")[2].partition("</address>")[0]
    assert re.findall(r'href="([^"]*)"', address) == ["/c/", "tel:18005550199", "mailto:a@example.gov"]


@pytest.mark.parametrize("variant", ["slim", "medium"])
def test_a_number_that_cannot_be_dialled_is_no_link(variant: str) -> None:
    html = Footer("A", (), (), variant, phone="1-800-555-BOAT").render_html()
    assert "<bdi>1-800-555-BOAT</bdi>" in html
    assert "tel:" not in html


def test_what_is_not_given_is_not_there() -> None:
    html = Footer("A", (), (), "medium").render_html()
    assert [part for part in ("<img", "<address", "<nav", "social", "contact") if part in html] == []


SETTINGS: dict[str, Any] = {
    "agency": "A",
    "footer": {
        "variant": "big",
        "sections": [("Ports", [("Piers", "/piers/")])],
        "logo": "harbor/seal.svg",
        "contact_heading": "Center",
        "phone": "1-800-555-0199",
        "email": "a@example.gov",
        "social": [("Example", "https://social.example.org/a")],
        "sign_up": {"action": "/subscribe/"},
    },
}
LEADS_TO = ["#", "/piers/", "https://social.example.org/a", "tel:18005550199", "mailto:a@example.gov"]


def test_the_settings_make_a_footer_of_every_page(settings: Any) -> None:
    settings.GOVPAGE = SETTINGS
    html = Footer().render_html()
    assert re.findall(r'href="([^"]*)"', html) == LEADS_TO
    assert ('action="/subscribe/"' in html, "seal.svg" in html, "Center" in html) == (True, True, True)


def test_a_page_may_have_another_footer_than_the_settings_say(settings: Any) -> None:
    settings.GOVPAGE = SETTINGS
    html = Footer(variant="slim", logo="", phone="", email="").render_html()
    assert re.findall(r'href="([^"]*)"', html) == ["#"]
    assert [part for part in ("<img", "<form", "Center") if part in html] == []


@pytest.mark.parametrize(("variant", "bundled"), [("slim", False), ("medium", True), ("big", True)])
def test_the_bundle_of_a_release_has_what_the_footer_of_the_settings_needs(
    settings: Any, variant: str, bundled: bool
) -> None:
    settings.COMPRESS_ENABLED = False
    settings.GOVPAGE = {"footer": {"variant": variant}}
    assert ("footer-big.css" in Assets("release").render_html()) is bundled
