"""Held answers: staff see why, and let them count or set them aside."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from govpage.feedback.admin.screening import CHECKS, check_words
from govpage.feedback.counting import count_held
from govpage.feedback.models import AuditEvent, ScreeningTally, Tally, Vote
from govpage.feedback.store import Answer, save_vote
from tests.feedback.team.said import READ, VOTES, act, voted
from tests.feedback.team.tallies import client_of, make_page, reader, section, texts
from tests.feedback.visits import PAGE

TALLIES = "/admin/govpage_feedback/screeningtally/"


@pytest.fixture
def held(db: None) -> Vote:
    """An answer that the honeypot held."""
    save_vote(Answer(PAGE, "no", ("ab",), "honeypot"))
    return Vote.objects.get()


@pytest.fixture
def team(db: None) -> Client:
    """Somebody who may release answers of all sections."""
    return client_of(reader(*READ, "release_vote", "all_sections"))


@pytest.mark.parametrize(
    ("action", "status", "counts", "says", "logged"),
    [
        pytest.param("release", "counted", (1, 0), "1 answer counts now.", "vote.release", id="release"),
        pytest.param("set_aside", "set-aside", (0, 0), "1 answer was set aside.", "vote.set-aside", id="set-aside"),
    ],
)
def test_held_answer(
    action: str, status: str, counts: tuple[int, int], says: str, logged: str, held: Vote, team: Client
) -> None:
    assert says in act(team, action, held, url=VOTES)
    held.refresh_from_db()
    assert (held.status, Tally.objects.values_list("no", "held").get()) == (status, counts)
    assert AuditEvent.objects.get().action == logged


@pytest.mark.parametrize("may", [True, False])
def test_words_are_for_those_who_may_read_comments(may: bool, db: None) -> None:
    vote = voted(text="Tables")
    team = client_of(reader("view_vote", "all_sections", *["view_comment"] * may))
    shown = ["Tables" in texts(team, VOTES), "Tables" in texts(team, f"{VOTES}{vote.pk}/change/")]
    found = f"{VOTES}{vote.pk}/change/" in texts(team, VOTES, q="Tables")
    assert (shown, found) == ([may, may], may)


@pytest.mark.parametrize("action", ["release", "set_aside"])
def test_who_may_only_read_releases_nothing(action: str, held: Vote) -> None:
    act(client_of(reader(*READ, "all_sections")), action, held, url=VOTES)
    held.refresh_from_db()
    assert held.status == "held"


@pytest.mark.parametrize("action", ["release", "set_aside"])
def test_owner_releases_nothing_of_another_section(action: str, held: Vote) -> None:
    owner = reader(*READ, "release_vote")
    section("Ports", "/ports/", owner)
    act(client_of(owner), action, held, url=VOTES)
    held.refresh_from_db()
    assert held.status == "held"


def test_why_it_was_held_is_said_in_words(held: Vote, team: Client) -> None:
    words = "The field that nobody sees was filled in"
    assert words in texts(team, VOTES, status__exact="held")
    assert words in texts(team, f"{VOTES}{held.pk}/change/")


@pytest.mark.parametrize(("check", "found"), [("honeypot", 1), ("network-day", 0)])
def test_held_answers_are_found_by_their_check(check: str, found: int, held: Vote, team: Client) -> None:
    count_held("network-day", timezone.now())
    assert texts(team, VOTES, held_because=check).count('name="_selected_action"') == found


def test_every_check_of_ours_has_words() -> None:
    assert [name for name in CHECKS if check_words(name) == name] == []


def test_a_check_of_the_site_is_called_by_its_name() -> None:
    assert check_words("proof-of-work") == "proof-of-work"


def test_what_checks_caught_is_shown(db: None) -> None:
    make_page()
    for name, verdict in (("honeypot", "hold"), ("own", "refuse"), ("unknown-fields", "signal")):
        ScreeningTally.objects.create(day=timezone.localdate(), check_name=name, verdict=verdict, count=4321)
    page = texts(client_of(reader("view_screeningtally")), TALLIES)
    expected = (
        "The field that nobody sees was filled in",
        "Fields that the form does not have",
        "Refused",
        "Held",
        "Noticed",
    )
    assert [word for word in expected if word not in page] == []
    assert page.count("4321") == 3


def test_a_verdict_of_another_version_is_called_by_its_name(db: None) -> None:
    ScreeningTally.objects.create(day=timezone.localdate(), check_name="own", verdict="delay", count=1)
    assert ">delay<" in texts(client_of(reader("view_screeningtally")), TALLIES)
