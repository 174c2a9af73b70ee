"""A government other than the federal one: its words, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.checks import run_checks
from django.utils.html import strip_tags
from django.utils.translation import override

from govpage.components import Banner, Identifier
from govpage.conf import GovpageSettings, problems, site
from govpage.example_governments import example_governments
from govpage.government import BANNER_WORDS, IDENTIFIER_WORDS, Government
from tests.conftest import ROOT

STATE: dict[str, Any] = {
    "domain": ".examples.gov",
    "names": {"en": "the State of Examples", "es": "el Estado de Ejemplos"},
    "required_links": ["accessibility", "records"],
    "link_labels": {"en": {"records": "Public records"}, "es": {"records": "Registros públicos"}},
}
SITE: dict[str, Any] = {
    "agency": "Department of Ferries",
    "domain": "ferries.examples.gov",
    "government": STATE,
    "links": {"accessibility": "/accessibility/", "records": "/records/"},
}
FRENCH = dict.fromkeys(BANNER_WORDS, "Mot") | {"domain_text": "Un site .examples.gov", "https_text": "Mot ou https://"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "An official website of the State of Examples", id="en-sentence"),
        pytest.param("en", "Official websites use .examples.gov", id="en-domain"),
        pytest.param(
            "en",
            "A .examples.gov website belongs to an official government organization of the State of Examples.",
            id="en-belongs",
        ),
        pytest.param("en", "Secure .examples.gov websites use HTTPS", id="en-https"),
        pytest.param("es", "Un sitio oficial del Estado de Ejemplos", id="es-sentence"),
        pytest.param("es", "Los sitios web oficiales usan .examples.gov", id="es-domain"),
        pytest.param(
            "es",
            "Un sitio web .examples.gov pertenece a una organización oficial del Estado de Ejemplos.",
            id="es-belongs",
        ),
    ],
)
def test_the_banner_speaks_for_the_government_of_the_settings(settings: Any, language: str, sentence: str) -> None:
    settings.GOVPAGE = SITE
    with override(language):
        assert sentence in strip_tags(Banner().render_html())


def test_the_spanish_name_may_have_any_article() -> None:
    text = Government(domain=".examples.gov", names={"es": "la Ciudad de Ejemplos"}).banner_texts()["es"]
    assert text.sentence == "Un sitio oficial de la Ciudad de Ejemplos"


def test_a_domain_of_its_own_is_one_website() -> None:
    texts = Government(domain="county.example", names={"en": "Lower County", "es": "el Condado"}).banner_texts()
    assert texts["en"].domain_text.startswith("The county.example website belongs")
    assert texts["es"].domain_text.startswith("El sitio web county.example pertenece")


@pytest.mark.parametrize("name", ["state", "tribe", "city", "custom-domain", "state-spanish"])
def test_another_government_has_no_flag_of_the_united_states(name: str) -> None:
    flag = 'viewBox="0 0 16 11"'
    assert flag in Banner("gov").render_html()
    assert flag not in Banner.examples()[name].component.render_html()


def test_an_image_of_its_own_is_decoration_unless_it_says_more() -> None:
    state: dict[str, Any] = {"domain": ".examples.gov", "names": {"en": "the State"}, "image": "govpage/example.svg"}
    assert 'src="/static/govpage/example.svg" alt=""' in Banner(government=Government(**state)).render_html()
    assert 'alt="A boat"' in Banner(government=Government(**state, image_alt="A boat")).render_html()


def test_a_banner_of_a_federal_domain_stays_federal_on_the_site_of_a_state(settings: Any) -> None:
    settings.GOVPAGE = SITE
    assert "An official website of the United States government" in Banner("gov").render_html()


def test_a_banner_is_of_one_government() -> None:
    with pytest.raises(ValueError, match="banner: top_level_domain is 'mil', but there is a government too"):
        Banner("mil", government=example_governments()[0])


def test_a_language_without_words_falls_back_to_english_and_says_so(settings: Any) -> None:
    settings.GOVPAGE = SITE
    with override("ar"):
        assert 'aria-label="Official website of the State of Examples" lang="en" dir="ltr"' in Banner().render_html()


def test_without_english_the_first_language_is_the_fall_back() -> None:
    words = dict.fromkeys(BANNER_WORDS, "كلمة")
    arabic = {**words, "domain_text": "نطاق .examples.gov", "https_text": "كلمة https://"}
    banner = Banner(government=Government(domain=".examples.gov", banner={"ar": arabic}))
    assert 'aria-label="كلمة" lang="ar" dir="rtl"' in banner.render_html()


def test_words_are_overridden_one_by_one() -> None:
    state = Government(**{**STATE, "banner": {"en": {"sentence": "A website of ours"}}})
    text = state.banner_texts()["en"]
    assert (text.sentence, text.action) == ("A website of ours", "Here’s how you know")


def test_the_identifier_has_the_links_of_the_government(settings: Any) -> None:
    settings.GOVPAGE = SITE
    html = Identifier().render_html()
    assert '<a href="/records/" class="usa-identifier__required-link usa-link">Public records</a>' in html
    assert html.count("usa-identifier__required-link ") == 2


def test_usagov_is_on_federal_sites_alone_unless_it_is_asked_for(settings: Any) -> None:
    assert "https://www.usa.gov/" in Identifier().render_html()
    settings.GOVPAGE = SITE
    assert "usagov" not in Identifier().render_html()


def test_a_government_leads_to_a_portal_of_its_own() -> None:
    html = Identifier.examples()["state"].component.render_html()
    assert '<a href="https://www.examples.gov/" class="usa-link">Visit Examples.gov</a>' in html
    assert "usa.gov/" not in html


def test_a_government_without_english_or_spanish_has_an_english_identifier() -> None:
    government = Government(domain=".examples.gov", names={}, banner={"fr": FRENCH})
    with override("fr"):
        assert '<div class="usa-identifier" lang="en" dir="ltr">' in Identifier(government=government).render_html()


def test_the_example_settings_are_clean(settings: Any) -> None:
    settings.GOVPAGE = SITE
    assert [m for m in run_checks() if str(m.id).startswith("govpage.")] == []
    assert site().government is not None


def test_a_government_may_be_given_as_it_is(settings: Any) -> None:
    settings.GOVPAGE = SITE | {"government": Government(**STATE)}
    assert problems("GOVPAGE", GovpageSettings) == []


def change(**values: Any) -> dict[str, Any]:
    return STATE | values


@pytest.mark.parametrize(
    ("value", "code", "message", "hint"),
    [
        pytest.param("Texas", "E002", "GOVPAGE['government'] is 'Texas': it must be a dict.", "See the page on settings.", id="no-dict"),
        pytest.param(change(domian=".gov"), "E001", "GOVPAGE['government'] has no key 'domian'.", "Did you mean 'domain'?", id="misspelt"),
        pytest.param(change(names=["en"]), "E002", "GOVPAGE['government']['names'] is ['en']: it must be a dict of strings.", "See the page on settings.", id="names-list"),
        pytest.param(change(banner={"en": "A"}), "E002", "GOVPAGE['government']['banner'] is {'en': 'A'}: it must be a dict of strings.", "See the page on settings.", id="words-text"),
        pytest.param(change(banner=["en"]), "E002", "GOVPAGE['government']['banner'] is ['en']: it must be a dict with a dict of strings for each language.", "See the page on settings.", id="words-list"),
    ],
)  # fmt: skip
def test_a_wrong_type_is_named(settings: Any, value: Any, code: str, message: str, hint: str) -> None:
    settings.GOVPAGE = {"government": value}
    assert [(p.code, p.message, p.hint) for p in problems("GOVPAGE", GovpageSettings)] == [(code, message, hint)]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param(change(domain=""), "domain is empty; give one such as '.examples.gov'.", id="no-domain"),
        pytest.param({"domain": ".examples.gov"}, "names is empty; give the name in a language, such as {'en': 'the State of Examples'}.", id="no-name"),
        pytest.param(change(image_alt="A boat"), "image_alt is 'A boat', but there is no image.", id="alt-of-nothing"),
        pytest.param(change(banner={"en": {"sentense": "A"}}), "banner has no 'sentense' (in 'en'). Did you mean 'sentence'?", id="misspelt-word"),
        pytest.param(change(identifier={"en": {"lable": "A"}}), "identifier has no 'lable' (in 'en'). Did you mean 'label'?", id="misspelt-identifier"),
        pytest.param(change(link_labels={"en": {"recods": "A"}}), "link_labels has no 'recods' (in 'en'). Did you mean 'records'?", id="misspelt-link"),
        pytest.param(change(names={"fr": "l’État"}), "banner has no label, sentence, action, domain_heading, domain_text, https_heading, https_text, lock, lock_icon in 'fr'.", id="no-words"),
        pytest.param(change(banner={"fr": {**FRENCH, "lock": ""}}), "banner has no lock in 'fr'.", id="one-word"),
        pytest.param(change(banner={"fr": {**FRENCH, "domain_text": "Un site"}}), "banner: domain_text in 'fr' has to hold '.examples.gov'; it is 'Un site'.", id="no-domain-in-text"),
        pytest.param(change(banner={"fr": {**FRENCH, "https_text": "ou https://"}}), "banner: https_text in 'fr' has to hold 'Mot'; it is 'ou https://'.", id="no-lock-in-text"),
        pytest.param(change(banner={"fr": {**FRENCH, "https_text": "https:// Mot"}}), "banner: https_text in 'fr' has no https:// after 'Mot'.", id="no-https-in-text"),
        pytest.param(change(identifier={"fr": {"label": "A"}}), "identifier has no description, official_website, conjunction, links_label, logo in 'fr'.", id="no-identifier"),
        pytest.param(change(identifier={"en": {"usagov_link": "Visit"}}), "identifier has no usagov_label, usagov_description, usagov_url in 'en'.", id="half-a-portal"),
        pytest.param(change(link_labels={"en": {"records": "Records"}}), "link_labels has no words for 'records' in 'es'.", id="no-label"),
        pytest.param(change(link_labels={"en": {"records": " "}, "es": {"records": "A"}}), "link_labels has no words for 'records' in 'en'.", id="blank-label"),
        pytest.param(change(link_labels={"en": {"records": "Accessibility statement"}, "es": {"records": "A"}}), "link_labels has 'Accessibility statement' twice in 'en'.", id="label-twice"),
        pytest.param(change(required_links=["records", "records"]), "required_links is ('records', 'records'); name each once.", id="link-twice"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named(settings: Any, value: Any, message: str) -> None:
    settings.GOVPAGE = {"government": value}
    expected = [("E003", f"GOVPAGE['government']: {message}", "See the page on languages and domains.")]
    assert [(p.code, p.message, p.hint) for p in problems("GOVPAGE", GovpageSettings)] == expected


def test_a_link_that_the_government_does_not_require_is_named(settings: Any) -> None:
    settings.GOVPAGE = SITE | {"links": {"foia": "/foia/"}}
    [problem] = problems("GOVPAGE", GovpageSettings)
    assert problem.message == "GOVPAGE['links'] has no key 'foia'."
    assert problem.hint == "Legal are: accessibility, records."


def test_a_link_that_the_government_requires_is_missed(settings: Any) -> None:
    settings.GOVPAGE = SITE | {"links": {"accessibility": "/accessibility/"}}
    assert [m.msg for m in run_checks() if m.id == "govpage.W002"] == [
        "The identifier lacks the required links records."
    ]


@pytest.mark.parametrize("word", [*BANNER_WORDS, *IDENTIFIER_WORDS])
def test_every_word_is_documented(word: str) -> None:
    assert f"`{word}`" in (ROOT / "docs" / "languages.md").read_text("utf-8")
