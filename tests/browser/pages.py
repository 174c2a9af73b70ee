"""Every example and every page of the example site, and how a browser gets there: one page is one case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

import example_site
from example_site.views import PAGES as STANDING_PAGES
from govpage.audit import View
from govpage.component import Component, Example
from govpage.external_links import way_to
from govpage.feedback.follow_up import FollowUp
from govpage.feedback_words import MAX_COMMENT
from govpage.news.importers.plan import read
from govpage.page import PageReference
from tests import examples

CAPTURES = sorted((Path(example_site.__file__).parent / "captures").glob("*.txt"))
ARCHIVED = "harbor-lifesaving-missions"
"""The capture of the archived release that has all that a page of the kit can have."""

TOKEN = PageReference("/about/", "About the Harbor Office").sign()
FOLLOW_UP = FollowUp(TOKEN, "0" * 32).sign()

SEND = "window.govpage?.destroy(); document.querySelector('form[method=post]').submit();"
SEND_TOO_MUCH = f"document.querySelector('textarea').value = 'x'.repeat({MAX_COMMENT} + 1); {SEND}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or a state of one that only a form leads to."""

    path: str
    status: int = 200
    script: str = ""
    """What sends the form that leads to the state; empty for a page with an address."""


def release(capture: Path) -> Page:
    """The release that a capture becomes."""
    return Page(f"/news/{read(capture).address}/")


def example(component: type[Component], name: str) -> Page:
    """The gallery's page of one example, in the example's language and direction."""
    return Page(f"/components/{component.slug().replace('_', '-')}/{name}/")


FEEDBACK = {
    "feedback-question-error": Page("/about/", 400, SEND),
    "feedback-follow-up": Page(f"/feedback/follow-up/?{urlencode({'token': FOLLOW_UP})}"),
    "feedback-follow-up-error": Page(f"/feedback/follow-up/?{urlencode({'token': FOLLOW_UP})}", 400, SEND_TOO_MUCH),
    "feedback-thanks": Page(f"/feedback/thanks/?{urlencode({'page': TOKEN})}"),
    "feedback-refusal": Page("/feedback/thanks/?page=forged", 400),
}

PAGES = {
    "home": Page("/"),
    "news": Page("/news/"),
    "news-search": Page("/news/?q=harbor"),
    "news-search-without-result": Page("/news/?q=zeppelin"),
    "news-archive": Page("/news/archive/"),
    **{capture.stem: release(capture) for capture in CAPTURES},
    **{name.replace("_", "-"): Page(f"/{path}") for name, path in STANDING_PAGES.items()},
    "exit-page": Page(way_to("https://tides.example.org/tables/")),
    "gallery": Page("/components/"),
    "gallery-search": Page("/components/?q=alert"),
    "gallery-search-without-result": Page("/components/?q=bannner"),
    "gallery-banner": Page("/components/banner/"),
    "gallery-collection": Page("/components/collection/"),
    "gallery-collection-switched": Page("/components/collection/?width=768&lang=es&dir=rtl&scheme=dark"),
    **FEEDBACK,
}

EACH_PAGE = [pytest.param(page, id=name) for name, page in PAGES.items()]


def _example(case: object) -> tuple[type[Component], str, Example]:
    component, name, shown = case.values  # type: ignore[attr-defined]
    return component, name, shown


EACH_EXAMPLE = [pytest.param(example(*_example(case)[:2]), id=str(case.id)) for case in examples.EXAMPLES]

EACH_VIEW = [
    pytest.param(View(width=width, scheme=scheme), id=f"{width}-{scheme}")
    for width in (320, 1280)
    for scheme in ("light", "dark")
]
