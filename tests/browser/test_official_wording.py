"""The official words, compared letter for letter with those of USWDS's npm package; what differs is declared here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from govpage.official import BANNER, IDENTIFIER, LINK_LABELS, BannerText, IdentifierText

pytestmark = pytest.mark.browser

PACKAGES = Path(__file__).parent / "node_modules" / "@uswds" / "uswds" / "packages"
BANNERS = {"usa-banner": "gov en", "usa-banner~lang-es": "gov es", "usa-banner~mil": "mil en"} | {
    "usa-banner~mil-lang-es": "mil es"
}
VARIANTS = ("", "~multiple-logos", "~no-logos", "~taxpayer-disclaimer")
IDENTIFIERS = {f"usa-identifier{variant}": "en" for variant in VARIANTS} | {
    f"usa-identifier{variant}-lang-es" if variant else "usa-identifier~lang-es": "es" for variant in VARIANTS
}

DEPARTURES = {
    # digital.gov, required web content and links, asks for this spelling.
    "No FEAR Act data": "No FEAR Act Data",
}
"""What USWDS says, and what we say instead."""

TRAILING_COMMAS = ("aria_label", "description")
"""Names of landmarks end in one to four commas in some of USWDS's examples, to tell those on one page of its own apart;
they are no part of the name. A second banner of ours is told apart by its key."""

OURS_ALONE = {"vulnerability_disclosure"}
"""Required by policy; USWDS's identifier has no such link."""


def content(package: str, name: str) -> dict[str, Any]:
    file = PACKAGES / package / "src" / "content" / f"{name}.json"
    # The test set-up brings the package: without it this is an error and no skip.
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return data


def words(data: Any, key: str = "") -> Iterator[str]:
    """Give every text of a content file, without the commas at the end of names of landmarks."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from words(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from words(value, key)
    elif isinstance(data, str) and key not in ("id", "modifier", "lang", "domain", "url", "logo", "name", "shortname"):
        text = data.rstrip(",") if key in TRAILING_COMMAS else data
        yield DEPARTURES.get(text, text)


def marked_up(text: BannerText) -> list[str]:
    """Return our words in the order and with the markup of USWDS's content file."""
    before, domain, after = text.domain_parts
    article, lock, between, https, end = text.https_parts
    return [
        text.sentence,
        text.action,
        text.label,
        text.domain_heading,
        f"{before}<strong>{domain}</strong>{after}",
        text.https_heading,
        f"{article}<strong>{lock}</strong>",
        f"{between.lstrip()}<strong>{https}</strong>{end}",
    ]


@pytest.mark.parametrize(("file", "banner"), BANNERS.items(), ids=BANNERS.values())
def test_the_banner_says_what_uswds_says(file: str, banner: str) -> None:
    domain, language = banner.split()
    assert marked_up(BANNER[domain][language]) == list(words(content("usa-banner", file)))


@pytest.mark.parametrize(("file", "language"), IDENTIFIERS.items(), ids=list(IDENTIFIERS))
def test_the_identifier_says_what_uswds_says(file: str, language: str) -> None:
    assert said_by(IDENTIFIER[language]) == list(words(content("usa-identifier", file)))


def said_by(text: IdentifierText) -> list[str]:
    """Return our words in the order of USWDS's content file."""
    labels = [label for key, label in LINK_LABELS[text.language].items() if key not in OURS_ALONE]
    prefix = [text.prefix] if text.prefix else []
    masthead = [text.label, text.description, *prefix, text.official_website, text.taxpayer_disclaimer]
    return [*masthead, text.links_label, *labels, text.usagov_label, text.usagov_description, text.usagov_link]


@pytest.mark.parametrize(("file", "language"), IDENTIFIERS.items(), ids=list(IDENTIFIERS))
def test_the_identifier_leads_where_uswds_leads(file: str, language: str) -> None:
    assert IDENTIFIER[language].usagov_url == content("usa-identifier", file)["usagov"]["link"]["url"]


@pytest.mark.parametrize(("language", "word"), [("en", "and"), ("es", "y")])
def test_the_conjunction_is_that_of_uswds(language: str, word: str) -> None:
    template = (PACKAGES / "usa-identifier" / "src" / "usa-identifier.twig").read_text("utf-8")
    assert f'"{word}"' in template
    assert IDENTIFIER[language].conjunction.split()[0] == word


def test_the_icon_is_named_as_in_uswds() -> None:
    template = (PACKAGES / "usa-banner" / "src" / "usa-banner.twig").read_text("utf-8")
    assert re.findall(r"<desc [^>]*>(.*?)</desc>", template) == [BANNER["gov"]["en"].lock_icon]


def test_the_icon_s_spanish_name_is_a_departure() -> None:
    """USWDS names it in English on a Spanish page; as soon as it has a Spanish name, this fails and that name is ours."""
    template = (PACKAGES / "usa-banner" / "src" / "usa-banner.twig").read_text("utf-8")
    assert BANNER["gov"]["es"].lock_icon not in template
    assert "lang" not in template


@pytest.mark.parametrize(
    "field", [name for name in asdict(BANNER["gov"]["en"]) if name not in ("language", "lock_icon")]
)
def test_a_letter_that_differs_is_found(field: str) -> None:
    text = BANNER["gov"]["en"]
    changed = getattr(text, field).replace("o", "0", 1)
    assert marked_up(replace(text, **{field: changed})) != list(words(content("usa-banner", "usa-banner")))


@pytest.mark.parametrize("name", DEPARTURES)
def test_every_departure_is_still_one(name: str) -> None:
    assert name in json.dumps(content("usa-identifier", "usa-identifier"))
