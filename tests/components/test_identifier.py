from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy, override

from govpage.components import Identifier
from govpage.conf import site
from govpage.example_governments import example_governments
from govpage.logos import Logo
from govpage.official import REQUIRED_LINKS

LINKS = {key: f"/{key}/" for key in REQUIRED_LINKS}
SEAL = "harbor/seal.svg"


def disclaimer(html: str) -> str:
    found = re.search(r'<p class="usa-identifier__identity-disclaimer">(.*?)</p>', html)
    assert found
    return strip_tags(found[1])


@pytest.mark.parametrize(
    ("language", "parents", "expected"),
    [
        pytest.param("en", [], "An official website of the Office", id="en-none"),
        pytest.param("en", ["A"], "An official website of the A and the Office", id="en-one"),
        pytest.param("en", ["A", "B"], "An official website of the A, the B, and the Office", id="en-two"),
        pytest.param(
            "en", ["A", "B", "C"], "An official website of the A, the B, the C, and the Office", id="en-three"
        ),
        pytest.param("es", [], "Un sitio web oficial de Office", id="es-none"),
        pytest.param("es", ["A"], "Un sitio web oficial de A y Office", id="es-one"),
        pytest.param("es", ["A", "B"], "Un sitio web oficial de A, B y Office", id="es-two"),
    ],
)
def test_parents_are_a_sentence(language: str, parents: list[str], expected: str) -> None:
    with override(language):
        html = Identifier(agency="Office", parent_agencies=tuple((name, "/") for name in parents)).render_html()
    assert disclaimer(html) == expected


def test_parents_are_a_setting(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Office", "parent_agencies": [("A", "/a/"), ("B",)]}
    html = Identifier().render_html()
    assert disclaimer(html) == "An official website of the A, the B, and the Office"
    assert '<a href="/a/">A</a>, the B' in html


def test_parents_are_named_in_one_setting(settings: Any) -> None:
    settings.GOVPAGE = {"parent_agency": "A", "parent_agencies": [("B", "/")]}
    with pytest.raises(ImproperlyConfigured, match="GOVPAGE has both 'parent_agency' and 'parent_agencies'"):
        site()


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        pytest.param({}, [], id="none"),
        pytest.param({"logo": SEAL}, [("/", "/static/harbor/seal.svg", "Harbor Office logo")], id="one"),
        pytest.param(
            {"logos": [("a.svg", "A logo", "https://a.example.gov/"), (SEAL, "B logo")]},
            [("https://a.example.gov/", "/static/a.svg", "A logo"), ("/", "/static/harbor/seal.svg", "B logo")],
            id="several",
        ),
        pytest.param({"logo": SEAL, "logos": [("a.svg", "A logo")]}, [("/", "/static/a.svg", "A logo")], id="both"),
    ],
)
def test_logos_are_a_setting(settings: Any, setting: dict[str, Any], expected: list[tuple[str, ...]]) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office", **setting}
    html = Identifier().render_html()
    assert re.findall(
        r'<a href="([^"]*)" class="usa-identifier__logo"><img [^>]*src="([^"]*)" alt="([^"]*)"', html
    ) == (expected)
    assert html.count('class="usa-identifier__logos"') == (1 if expected else 0)


@pytest.mark.parametrize(
    "identifier",
    [
        pytest.param(Identifier(logo=""), id="no-logo"),
        pytest.param(Identifier(logos=()), id="no-logos"),
    ],
)
def test_a_page_may_go_without_a_logo(identifier: Identifier) -> None:
    assert "<img" not in identifier.render_html()


def test_a_logo_of_a_page_stands_in_for_those_of_the_settings(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Office", "logos": [("a.svg", "A logo"), ("b.svg", "B logo")]}
    assert re.findall(r'alt="([^"]*)"', Identifier(logo="c.svg").render_html()) == ["Office logo"]


def test_a_logo_without_an_agency_is_named_after_what_it_stands_for(settings: Any) -> None:
    settings.GOVPAGE = {"logo": SEAL}
    assert 'alt="Agency description"' in Identifier().render_html()


def test_a_logo_that_leads_nowhere_is_no_link(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "Office", "agency_url": "", "logo": SEAL}
    assert '<span class="usa-identifier__logo"><img' in Identifier().render_html()
    assert 'href=""' not in Identifier().render_html()


@pytest.mark.parametrize("alt", ["", " "])
def test_a_logo_without_alternative_text_is_refused(alt: str) -> None:
    with pytest.raises(ValueError, match=r"identifier: the logo 'harbor/seal.svg' has no alternative text"):
        Identifier(logos=((SEAL, alt),))


def test_a_path_alone_is_no_logo() -> None:
    with pytest.raises(ValueError, match=r"identifier: the logo 'harbor/seal.svg' has no alternative text"):
        Identifier(logos=[(SEAL,)])  # type: ignore[arg-type]


def test_what_is_no_logo_is_refused() -> None:
    with pytest.raises(ValueError, match="identifier: 7 is not a logo; give a Logo or"):
        Identifier(logos=[7])  # type: ignore[arg-type]


def test_a_setting_without_alternative_text_is_refused(settings: Any) -> None:
    settings.GOVPAGE = {"logos": [(SEAL, "")]}
    with pytest.raises(
        ImproperlyConfigured, match=r"GOVPAGE\['logos'\].*the logo 'harbor/seal.svg' has no alternative"
    ):
        site()


def test_logo_and_logos_are_one_too_many() -> None:
    with pytest.raises(ValueError, match=r"identifier: logo is 'a.svg', but there are logos too"):
        Identifier(logo="a.svg", logos=(Logo("b.svg", "B logo"),))


def test_parent_and_parents_are_one_too_many() -> None:
    with pytest.raises(ValueError, match="identifier: parent_agency is 'A', but there are parent_agencies too"):
        Identifier(parent_agency="A", parent_agencies=(("B", "/"),))


@pytest.mark.parametrize("setting", [True, False])
@pytest.mark.parametrize("parameter", [None, True, False])
def test_the_disclaimer_of_a_page_goes_before_the_setting(settings: Any, setting: bool, parameter: bool | None) -> None:
    settings.GOVPAGE = {"agency": "Office", "taxpayer_disclaimer": setting}
    shown = "at taxpayer expense" in Identifier(taxpayer_disclaimer=parameter).render_html()
    assert shown == (setting if parameter is None else parameter)


def test_links_of_a_page_are_all_there_in_order() -> None:
    html = Identifier(links=dict(reversed(LINKS.items()))).render_html()
    assert re.findall(r'<a href="([^"]*)" class="usa-identifier__required-link', html) == list(LINKS.values())


@pytest.mark.parametrize("key", REQUIRED_LINKS)
def test_a_required_link_that_is_missing_is_refused(key: str) -> None:
    links = {name: url for name, url in LINKS.items() if name != key}
    with pytest.raises(ValueError, match=f"identifier: links lacks {key}; required are about, accessibility, foia"):
        Identifier(links=links)


def test_a_required_link_without_an_address_is_refused() -> None:
    with pytest.raises(ValueError, match="identifier: links lacks vulnerability_disclosure"):
        Identifier(links=LINKS | {"vulnerability_disclosure": " "})


def test_a_link_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match=r"identifier: links has no key 'privcy'\. Did you mean 'privacy'\?"):
        Identifier(links=LINKS | {"privcy": "/"})


def test_a_government_decides_which_links_are_required() -> None:
    with pytest.raises(ValueError, match="identifier: links lacks records; required are about, accessibility, records"):
        Identifier(government=example_governments()[0], links={"about": "/", "accessibility": "/a/", "privacy": "/p/"})


def test_a_blank_address_of_the_settings_is_left_out(settings: Any) -> None:
    settings.GOVPAGE = {"links": {"privacy": " "}}
    assert "<nav" not in Identifier().render_html()


def test_names_are_in_the_language_that_the_identifier_speaks(settings: Any) -> None:
    settings.GOVPAGE = {"agency": gettext_lazy("News"), "logo": SEAL}
    with override("es"):
        assert ">Noticias</a>" in Identifier().render_html()
    with override("ar"):
        html = Identifier().render_html()
    assert '<div class="usa-identifier" lang="en" dir="ltr">' in html
    assert ">News</a>" in html
    assert 'alt="News logo"' in html


@pytest.mark.parametrize("name", ["city", "custom-domain"])
def test_without_a_portal_there_is_no_empty_landmark(name: str) -> None:
    example = Identifier.examples()[name]
    with override(example.language):
        assert "usa-identifier__section--usagov" not in example.component.render_html()
