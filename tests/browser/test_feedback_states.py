"""Axe with all its rules on every state of the form, in English and in Spanish, narrow and light, wide and dark."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from django.db import OperationalError
from pytest_django import Settings

from govpage.audit import View
from govpage.feedback import views, words
from govpage.feedback.follow_up import FollowUp
from govpage.feedback.origin import Verdict
from govpage.feedback.screening import Screening
from govpage.page import PageReference
from tests.browser.audits import problems
from tests.browser.conftest import Visit
from tests.browser.pages import SEND, SEND_TOO_MUCH, Page
from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("answers")]

VIEWS = [View(width=320), View(scheme="dark")]
LANGUAGES = {"en": ("/about/", "About the Harbor Office"), "es": ("/acerca-de/", "Acerca de la Oficina del Puerto")}
SEND_WORDS = f"document.querySelector('textarea').value = 'Words.'; {SEND}"
SEND_NO = "window.govpage?.destroy(); document.querySelector('button[value=no]').click();"
SEND_REPORT = "window.govpage?.destroy(); document.querySelector('.gov-feedback__form').submit();"
UNDER = {
    "partly": {"partly": True, "contact": ("Contact us", "/contact/")},
    "busy": {"screens": [f"{__name__}.busy"]},
    "cleared": {"clearance": {"number": "1234-5678", "expires": date(2099, 1, 1), "burden": "2 minutes"}},
    "expired": {"clearance": {"number": "1234-5678", "expires": date(2020, 1, 1), "burden": "2 minutes"}},
}


def busy(_submission: object) -> Screening:
    """A check of the site that asks everybody to come later."""
    return Screening(Verdict.REFUSE, "busy", "Come later.", status=429, retry_after=60)


def down(*_arguments: object) -> None:
    raise OperationalError("The database is down.")


@pytest.fixture
def database_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "save_vote", down)
    monkeypatch.setattr(words, "keep_words", down)


def states(language: str) -> dict[str, tuple[str, Page]]:
    """Every state, and the settings under which it is shown."""
    path, title = LANGUAGES[language]
    page = PageReference(path, title, "", language).sign()
    further = f"/feedback/follow-up/?{urlencode({'token': FollowUp(page, '0' * 64).sign()})}"
    problem = f"/feedback/problem/?{urlencode({'page': page})}"
    return {
        "question": ("", Page(path)),
        "question-partly": ("partly", Page(path)),
        "question-error": ("", Page(path, 400, SEND)),
        "question-429": ("busy", Page(path, 429, SEND_NO)),
        "question-503": ("down", Page(path, 503, SEND_NO)),
        "follow-up": ("partly", Page(further)),
        "follow-up-cleared": ("cleared", Page(further)),
        "follow-up-expired": ("expired", Page(further)),
        "follow-up-error": ("", Page(further, 400, SEND_TOO_MUCH)),
        "follow-up-429": ("busy", Page(further, 429, SEND_WORDS)),
        "follow-up-503": ("down", Page(further, 503, SEND_WORDS)),
        "problem": ("", Page(problem)),
        "problem-error": ("", Page(problem, 400, SEND_REPORT)),
        "thanks": ("", Page(f"/feedback/thanks/?{urlencode({'page': page})}")),
    }


EACH_STATE = [
    pytest.param(under, page, id=f"{language}-{name}")
    for language in LANGUAGES
    for name, (under, page) in states(language).items()
]


@pytest.mark.parametrize(("under", "page"), EACH_STATE)
def test_state_is_accessible(
    request: pytest.FixtureRequest,
    visit: Visit,
    browser: "Chrome",
    axe_folder: Path,
    settings: Settings,
    under: str,
    page: Page,
) -> None:
    if under == "down":
        request.getfixturevalue("database_down")
    settings.GOVPAGE_FEEDBACK = UNDER.get(under, {})
    visit(page)
    assert problems(browser, axe_folder, VIEWS) == []


@pytest.mark.parametrize("scripting", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_review_is_accessible(
    visit: Visit, browser: "Chrome", axe_folder: Path, language: str, scripting: bool
) -> None:
    path, title = LANGUAGES[language]
    page = PageReference(path, title, "", language).sign()
    further = f"/feedback/follow-up/?{urlencode({'token': FollowUp(page, '0' * 64).sign()})}"
    visit(Page(further), View(scripting=scripting))
    browser.execute_script("document.querySelector('textarea').value = 'Llame al 202-555-0143.'")
    browser.find_element("css selector", ".gov-feedback__send button").click()
    wait_for(browser, ".usa-alert__heading")
    assert problems(browser, axe_folder, VIEWS) == []
