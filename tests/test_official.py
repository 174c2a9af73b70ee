"""Official wording, held to the words themselves."""

from __future__ import annotations

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from govpage.components import Banner, Identifier
from govpage.languages import in_language
from govpage.official import BANNER, IDENTIFIER, LINK_LABELS, REQUIRED_LINKS

GUIDANCE = {
    ("gov", "en"): (
        "An official website of the United States government",
        "Here’s how you know",
        "Official websites use .gov",
        "A .gov website belongs to an official government organization in the United States.",
        "Secure .gov websites use HTTPS",
        "or https:// means you’ve safely connected to the .gov website. Share sensitive information only on official, secure websites.",
    ),
    ("mil", "en"): (
        "Official websites use .mil",
        "A .mil website belongs to an official U.S. Department of Defense organization.",
        "Secure .mil websites use HTTPS",
    ),
    ("gov", "es"): (
        "Un sitio oficial del Gobierno de Estados Unidos",
        "Así es como usted puede verificarlo",
        "Los sitios web oficiales usan .gov",
        "Un sitio web .gov pertenece a una organización oficial del Gobierno de Estados Unidos.",
        "Los sitios web seguros .gov usan HTTPS",
        "o https:// significa que usted se conectó de forma segura a un sitio web .gov.  Comparta información sensible sólo en sitios web oficiales y seguros.",
    ),
    ("mil", "es"): (
        "Los sitios web oficiales usan .mil",
        "Un sitio web .mil pertenece a una organización oficial del Departamento de Defensa de EE. UU.",
        "Los sitios web seguros .mil usan HTTPS",
    ),
}  # fmt: skip
CASES = [
    pytest.param(domain, language, sentence, id=f"{domain}-{language}-{number}")
    for (domain, language), sentences in GUIDANCE.items()
    for number, sentence in enumerate(sentences, 1)
]


@pytest.mark.parametrize(("domain", "language", "sentence"), CASES)
def test_banner_says_the_official_words(domain: str, language: str, sentence: str) -> None:
    with override(language):
        assert sentence in strip_tags(Banner(domain).render_html())


@pytest.mark.parametrize("key", REQUIRED_LINKS)
@pytest.mark.parametrize("language", IDENTIFIER)
def test_identifier_names_every_required_link(language: str, key: str) -> None:
    with override(language):
        assert LINK_LABELS[language][key] in Identifier().render_html()


def test_no_fear_has_its_exact_label() -> None:
    assert ">No FEAR Act Data</a>" in Identifier().render_html()


def test_without_an_official_translation_it_is_english_and_says_so() -> None:
    with override("ar"):
        html = Banner("gov").render_html()
    assert (
        '<section class="usa-banner" aria-label="Official website of the United States government" lang="en" dir="ltr">'
        in html
    )


def test_a_regional_language_has_its_official_words() -> None:
    assert in_language(BANNER["gov"], "es-mx").language == "es"


def test_the_official_sentence_is_not_hidden_from_assistive_technology() -> None:
    assert '<p class="usa-banner__header-text">An official website' in Banner().render_html()
