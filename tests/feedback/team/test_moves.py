"""Pages that moved: their history follows them, and old tokens still count."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django import Settings

from govpage.feedback.models import Alert, Comment, Page, ReasonTally, Tally, Vote
from govpage.feedback.models.pages import address_now
from govpage.feedback.store import Answer, save_vote
from govpage.page import PageReference
from tests.feedback.team.said import voted
from tests.feedback.team.tallies import fell, make_page, reason, section, tally

MOVED = {"/old/": "/new/", "/evil/": "//evil.example/", "/gone/": "", "/odd/": 3}
DAY = date(2026, 11, 1)


def resolve(path: str) -> Any:
    """Where a page stands now; one of them breaks the function."""
    if path == "/broken/":
        raise ValueError(path)
    return MOVED.get(path, path)


@pytest.fixture(autouse=True)
def resolver(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"resolver": "tests.feedback.team.test_moves.resolve"}


@pytest.mark.parametrize(
    ("path", "now"),
    [("/old/", "/new/"), ("/a/", "/a/"), ("/evil/", "/evil/"), ("/gone/", "/gone/"), ("/odd/", "/odd/")],
)
def test_address_of_now(path: str, now: str) -> None:
    assert address_now(path) == now


def test_without_a_resolver_a_page_stays(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {}
    assert address_now("/old/") == "/old/"


def test_a_resolver_that_fails_loses_nothing_and_logs_no_address(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert address_now("/broken/") == "/broken/"
    assert caplog.messages == ["The resolver of page feedback failed: ValueError."]


def answer(path: str, key: str) -> None:
    """Keep a No about the page whose token names that path."""
    save_vote(Answer(PageReference(path, "Title", "v1", "en"), "no", (key,)))


def test_old_token_counts_for_the_page_as_it_is_now(settings: Settings, db: None) -> None:
    settings.GOVPAGE_FEEDBACK = {}
    answer("/old/", "aa")
    settings.GOVPAGE_FEEDBACK = {"resolver": "tests.feedback.team.test_moves.resolve"}
    news = section("New", "/new/")
    answer("/old/", "bb")
    answer("/new/", "cc")
    answer("/old/", "dd")
    assert (Page.objects.get().path, Page.objects.get().section, Tally.objects.get().no) == ("/new/", news, 4)


def test_page_that_was_never_answered_about_gets_its_address_of_now(db: None) -> None:
    answer("/old/", "aa")
    assert Page.objects.get().path == "/new/"


def test_history_of_a_page_follows_it(capsys: Any, db: None) -> None:
    page = Page.objects.create(path="/old/", digest=Page.digest_of("/old/"), language="en")
    voted(page=page, text="Words")
    call_command("follow_pages")
    assert capsys.readouterr().out == "Pages that moved: 1.\n"
    assert (Page.objects.get().path, Vote.objects.get().page.path) == ("/new/", "/new/")


def test_history_is_put_together_with_that_of_the_new_address(capsys: Any, db: None) -> None:
    old = Page.objects.create(path="/old/", digest=Page.digest_of("/old/"), language="en")
    new = make_page("/new/")
    for page in (old, new):
        voted(page=page, text="Words")
        tally(page, DAY, yes=2, no=1, held=1)
        reason(page, DAY, "other", 4)
    tally(old, DAY, yes=5, version="v0")
    fell(old)
    call_command("follow_pages")
    assert Page.objects.get() == new
    counts = Tally.objects.order_by("version__name").values_list("version__name", "yes", "no", "held")
    assert list(counts) == [("v0", 5, 0, 0), ("v1", 4, 2, 2)]
    assert ReasonTally.objects.get().count == 8
    assert (Vote.objects.filter(page=new).count(), Comment.objects.filter(page=new).count()) == (2, 2)
    assert Alert.objects.get().page == new
    call_command("follow_pages")
    assert capsys.readouterr().out == "Pages that moved: 1.\nPages that moved: 0.\n"
