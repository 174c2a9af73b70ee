"""What is sent again, and what is sent too often, case by case, at the endpoint itself."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from govpage.feedback import limits
from govpage.feedback.counting import notes
from govpage.feedback.holding import release
from govpage.feedback.limits import Counted, over_limit
from govpage.feedback.models import Alert, AlertKind, Comment, Page, ScreeningTally, Status, Tally, Vote
from govpage.feedback.periods import Period
from govpage.feedback.reports import page_report
from govpage.feedback.screening import BURST, BURST_OF_ANSWERS, COMMENTS_A_MINUTE
from govpage.feedback.statistics import Share
from tests.feedback.frozen import FreezableCache
from tests.feedback.visits import FOLLOW_UP, HOST, KEY, PAGE, THANKS, WORDS, comment, get, shown, vote

NAT = "192.0.2.7"
THREE_AND_SEVEN = {Status.COUNTED: 3, Status.HELD: 7}


def stored() -> dict[str, int]:
    """Return how many votes have which status."""
    found = list(Vote.objects.values_list("status", flat=True))
    return {status: found.count(status) for status in sorted(set(found))}


def tallied() -> tuple[int, int]:
    """Return how many answers are counted, and how many held."""
    rows = Tally.objects.values_list("yes", "no", "held")
    return sum(yes + no for yes, no, _held in rows), sum(held for *_counted, held in rows)


def voters(visitor: Client, times: int) -> list[HttpResponse]:
    """Let as many answer from one network, each with a key of the script."""
    return [vote(visitor, "yes", key=f"{number:032x}") for number in range(times)]


def thanked(responses: Iterable[HttpResponse]) -> set[bool]:
    return {response.status_code == 303 and response["Location"].startswith(THANKS) for response in responses}


@pytest.mark.parametrize("key", [pytest.param(KEY, id="with-script"), pytest.param("", id="without-script")])
def test_double_click_is_one_vote(key: str, visitor: Client, db: None) -> None:
    responses = [vote(visitor, "yes", key=key) for _click in range(2)]
    assert (stored(), tallied(), thanked(responses)) == ({Status.COUNTED: 1}, (1, 0), {True})


def test_reload_of_the_result_is_one_vote(visitor: Client, db: None) -> None:
    place = vote(visitor, "no", key=KEY)["Location"]
    pages = [visitor.get(place) for _time in range(3)]
    assert ({page.status_code for page in pages}, stored()) == ({200}, {Status.COUNTED: 1})


def test_back_and_resubmit_is_one_vote(visitor: Client, db: None) -> None:
    for _time in range(6):
        visitor.get(vote(visitor, "no", key=KEY)["Location"])
    assert (stored(), tallied()) == ({Status.COUNTED: 1}, (1, 0))


def test_ten_votes_from_one_network_on_one_page_in_a_minute(visitor: Client, db: None) -> None:
    responses = voters(visitor, 10)
    assert (stored(), tallied(), thanked(responses)) == (THREE_AND_SEVEN, (3, 7), {True})
    assert ScreeningTally.objects.values_list("check_name", "verdict", "count").get() == ("network-minute", "hold", 7)


def test_same_flood_with_cookies_cleared(db: None) -> None:
    for number in range(10):
        fresh = Client(enforce_csrf_checks=True, headers={"origin": HOST, "sec-fetch-site": "same-origin"})
        vote(fresh, "yes", key=f"{number:032x}")
    assert stored() == THREE_AND_SEVEN


def test_same_flood_with_rotating_user_agent(visitor: Client, db: None) -> None:
    for number in range(10):
        visitor.defaults["HTTP_USER_AGENT"] = f"Examplebrowser/{number}"
        vote(visitor, "yes", key=f"{number:032x}")
    assert stored() == THREE_AND_SEVEN


@pytest.mark.parametrize("answers", [pytest.param(["yes", "no"] * 5, id="both-answers")])
def test_same_flood_with_rotating_answers(answers: list[str], visitor: Client, db: None) -> None:
    for number, answer in enumerate(answers):
        vote(visitor, answer, key=f"{number:032x}")
    assert stored() == THREE_AND_SEVEN


def test_same_flood_from_one_ipv6_network(visitor: Client, db: None) -> None:
    for number in range(10):
        visitor.defaults["REMOTE_ADDR"] = f"2001:db8:1:2::{number:x}"
        vote(visitor, "yes", key=f"{number:032x}")
    assert stored() == THREE_AND_SEVEN


def flood_with_invented_addresses(visitor: Client) -> None:
    for number in range(10):
        visitor.defaults["HTTP_X_FORWARDED_FOR"] = f"198.51.100.{number}, {NAT}"
        vote(visitor, "yes", key=f"{number:032x}")


@pytest.mark.parametrize("proxies", [pytest.param(0, id="zero-trusted-proxies"), pytest.param(1, id="one-proxy")])
def test_forged_x_forwarded_for_is_ignored(proxies: int, visitor: Client, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_proxies": proxies}
    flood_with_invented_addresses(visitor)
    assert stored() == THREE_AND_SEVEN


def test_x_forwarded_for_of_trusted_proxies_tells_visitors_apart(visitor: Client, db: None, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_proxies": 2}
    flood_with_invented_addresses(visitor)
    assert stored() == {Status.COUNTED: 10}


def test_200_visitors_behind_one_nat_are_all_stored_and_staff_can_release(visitor: Client, db: None) -> None:
    assert thanked(voters(visitor, 200)) == {True}
    assert (stored(), tallied()) == ({Status.COUNTED: 3, Status.HELD: 197}, (3, 197))
    release(Vote.objects.filter(status=Status.HELD), "staff")
    assert (stored(), tallied()) == ({Status.COUNTED: 200}, (200, 0))


def follow_ups(visitor: Client, times: int) -> list[str]:
    """Let as many vote, and return the tokens of their follow-ups."""
    places = [vote(visitor, "no", key=f"{number:032x}")["Location"] for number in range(times)]
    return [shown(get(visitor, place)).fields["token"] for place in places]


def test_429_page_is_readable_with_the_text_kept_and_retry_after(visitor: Client, db: None) -> None:
    *first, last = follow_ups(visitor, COMMENTS_A_MINUTE + 1)
    for token in first:
        comment(visitor, token, "The first table has no year.")
    response = comment(visitor, last, WORDS)
    form = shown(response)
    assert (response.status_code, response["Retry-After"], form.fields["comment"]) == (429, "60", WORDS)
    assert "Too many comments came from your network just now." in response.content.decode()
    assert (form.action, Comment.objects.count()) == (FOLLOW_UP, COMMENTS_A_MINUTE)
    notes.write_down()
    assert ("comments-minute", "refuse", 1) in ScreeningTally.objects.values_list("check_name", "verdict", "count")


@pytest.mark.parametrize(
    "backend",
    [
        pytest.param("tests.feedback.caches.DownCache", id="down"),
        pytest.param("django.core.cache.backends.dummy.DummyCache", id="none"),
    ],
)
def test_cache_down_stores_the_vote_as_held_and_the_page_is_still_200(
    backend: str, visitor: Client, db: None, settings: Settings
) -> None:
    settings.CACHES = {"default": {"BACKEND": backend}}
    response = visitor.get(vote(visitor, "yes")["Location"])
    assert (response.status_code, stored()) == (200, {Status.HELD: 1})
    assert Vote.objects.get().held_because == "limits-unknown"


def test_cache_down_holds_no_comment_up(visitor: Client, db: None, settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.caches.DownCache"}}
    assert comment(visitor, follow_ups(visitor, 1)[0]).status_code == 303
    assert Comment.objects.get().text == WORDS


def held_within(visitor: Client, number: int) -> float:
    """Vote, and return the seconds it took."""
    limits._asker.cache_clear()
    began = time.monotonic()
    vote(visitor, "yes", key=f"{number:032x}")
    return time.monotonic() - began


def test_cache_frozen_adds_less_than_100_ms(visitor: Client, db: None, settings: Settings) -> None:
    usual = min(held_within(visitor, number) for number in range(3))
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.FreezableCache", "LOCATION": "flood"}}
    with FreezableCache.frozen():
        frozen = min(held_within(visitor, number) for number in range(3, 8))
    limits._asker.cache_clear()
    assert (frozen - usual < 0.1, stored()) == (True, {Status.COUNTED: 3, Status.HELD: 5})


def test_database_locked_is_503_readable_with_the_text_kept_and_no_thanks(
    visitor: Client, locked_database: Path, settings: Settings
) -> None:
    settings.GOVPAGE_FEEDBACK = {"threads": 0}
    response = vote(visitor, "yes", key=KEY)
    form = shown(response)
    assert (response.status_code, form.fields["key"], form.fields["page"]) == (503, KEY, PAGE.sign())
    assert "Retry-After" in response.headers
    assert "Thank you" not in response.content.decode()


def alerted() -> tuple[str, str]:
    """Return the one alert, with its page."""
    notes.write_down()
    kind, path = Alert.objects.values_list("kind", "page__path").get()
    return kind, path


def test_brigade_500_no_on_one_page_in_an_hour_is_flagged_and_the_score_is_shown_with_and_without_held(
    visitor: Client, db: None, settings: Settings
) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_proxies": 2}
    flood_with_invented_addresses(visitor)
    del visitor.defaults["HTTP_X_FORWARDED_FOR"]
    for number in range(10, 510):
        vote(visitor, "no", key=f"{number:032x}")
    assert alerted() == (AlertKind.BURST, PAGE.path)
    page, today = Page.objects.get(), timezone.localdate()
    now = page_report(page, Period(today, today)).total.now
    assert (now.share, now.share_with_held) == (Share(10, 13), Share(10, 510))


def test_brigade_from_many_networks_is_flagged_and_counts(visitor: Client, db: None) -> None:
    now = timezone.now() - timedelta(minutes=10)
    for number in range(BURST):
        over_limit(Counted(f"198.51.100.{number}", PAGE.path, "no", "", now), (), BURST_OF_ANSWERS)
    vote(visitor, "no", key=KEY)
    assert alerted() == (AlertKind.BURST, PAGE.path)
    assert ScreeningTally.objects.values_list("check_name", "verdict", "count").get() == ("burst", "signal", 1)
    assert (stored(), tallied()) == ({Status.COUNTED: 1}, (1, 0))


def test_token_replayed_writes_no_second_time(visitor: Client, db: None) -> None:
    (token,) = follow_ups(visitor, 1)
    statuses = [comment(visitor, token, words).status_code for words in (WORDS, WORDS, "Other words.")]
    assert (statuses, Comment.objects.get().text) == ([303, 303, 409], WORDS)


@pytest.mark.parametrize("text", [pytest.param(WORDS, id="with-words"), pytest.param("", id="without-words")])
def test_honeypot_filled_in_the_follow_up_holds_the_vote_and_the_visitor_sees_thanks(
    text: str, visitor: Client, db: None
) -> None:
    (token,) = follow_ups(visitor, 1)
    response = comment(visitor, token, text, website="https://spam.example")
    assert thanked([response]) == {True}
    assert Vote.objects.values_list("status", "held_because").get() == (Status.HELD, "honeypot")
    assert list(Comment.objects.values_list("text", flat=True)) == [text] * bool(text)
    assert tallied() == (0, 1)


def test_honeypot_filled_in_the_first_form_is_held_and_the_visitor_sees_thanks(visitor: Client, db: None) -> None:
    response = vote(visitor, "yes", website="https://spam.example")
    assert (thanked([response]), stored()) == ({True}, {Status.HELD: 1})


def test_form_of_a_page_has_the_honeypot_out_of_sight(visitor: Client, db: None) -> None:
    html = get(visitor, "/").content.decode()
    (field,) = re.findall(r"<input[^>]*name=\"website\"[^>]*>", html)
    assert " hidden" in field
