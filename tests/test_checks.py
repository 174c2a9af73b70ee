from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.checks import run_checks
from django.utils.translation import gettext_lazy

from govpage.official import REQUIRED_LINKS
from tests.conftest import ROOT

IDS = sorted(
    {
        match
        for file in (ROOT / "govpage").rglob("checks.py")
        for match in re.findall(r"govpage\w*\.[EW]\d{3}", file.read_text("utf-8"))
    }
)


def ids() -> list[str]:
    return [str(message.id) for message in run_checks() if str(message.id).startswith("govpage")]


def test_the_example_site_is_clean() -> None:
    assert run_checks() == []


ILLEGAL = [
    pytest.param("GOVPAGE", {"agncy": ""}, "govpage.E001", id="govpage.E001"),
    pytest.param("GOVPAGE", {"agency": 7}, "govpage.E002", id="govpage.E002"),
    pytest.param("GOVPAGE", {"stylesheet": "mine"}, "govpage.E003", id="govpage.E003"),
    pytest.param("GOVPAGE_NEWS", {"per_pge": 7}, "govpage_news.E001", id="govpage_news.E001"),
    pytest.param("GOVPAGE_NEWS", {"per_page": "7"}, "govpage_news.E002", id="govpage_news.E002"),
]


@pytest.mark.parametrize(("name", "value", "expected"), ILLEGAL)
def test_an_illegal_setting_is_an_error(settings: Any, name: str, value: object, expected: str) -> None:
    setattr(settings, name, value)
    assert ids() == [expected]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"agency": ""}, "govpage.W001", id="govpage.W001"),
        pytest.param({"links": {}}, "govpage.W002", id="govpage.W002"),
    ],
)
def test_what_a_page_would_lack_is_a_warning(settings: Any, change: dict[str, object], expected: str) -> None:
    settings.GOVPAGE = settings.GOVPAGE | change
    assert ids() == [expected]


def test_one_address_for_two_required_links_is_a_warning(settings: Any) -> None:
    links = settings.GOVPAGE["links"] | {"foia": "/privacy/"}
    settings.GOVPAGE = settings.GOVPAGE | {"links": links}
    assert ids() == ["govpage.W003"]


@pytest.mark.parametrize("check", [*IDS, *(str(case.id) for case in ILLEGAL)])
def test_every_check_is_documented(check: str) -> None:
    assert f"`{check}`" in (ROOT / "docs" / "checks.md").read_text("utf-8")


def test_a_stylesheet_that_cannot_be_bundled_is_an_error(settings: Any) -> None:
    settings.STATICFILES_FINDERS = settings.STATICFILES_FINDERS[:-1]
    assert ids() == ["govpage.E004"]
    settings.COMPRESS_ENABLED = False
    assert ids() == []


def test_an_address_that_is_blank_is_missing(settings: Any) -> None:
    links = settings.GOVPAGE["links"] | {"vulnerability_disclosure": " "}
    settings.GOVPAGE = settings.GOVPAGE | {"links": links}
    [message] = run_checks()
    assert (message.id, message.msg) == (
        "govpage.W002",
        "The identifier lacks the required links vulnerability_disclosure.",
    )


@pytest.mark.parametrize("key", REQUIRED_LINKS)
def test_every_required_link_is_missed(settings: Any, key: str) -> None:
    links = {name: url for name, url in settings.GOVPAGE["links"].items() if name != key}
    settings.GOVPAGE = settings.GOVPAGE | {"links": links}
    assert [message.msg for message in run_checks()] == [f"The identifier lacks the required links {key}."]


def test_one_address_in_one_language_alone_is_a_warning(settings: Any) -> None:
    """In Spanish these are the same, in English they are not."""
    links = settings.GOVPAGE["links"] | {"foia": gettext_lazy("News"), "performance": "Noticias"}
    settings.GOVPAGE = settings.GOVPAGE | {"links": links}
    settings.LANGUAGES = [("en", "English")]
    assert ids() == []
    settings.LANGUAGES = [("en", "English"), ("es", "Spanish")]
    assert [m.msg for m in run_checks()] == ["GOVPAGE['links'] gives Noticias to foia and performance."]
