"""The checks of what is sent: each with its verdict, in their order, and the site's own among them."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.http import HttpHeaders
from pytest_django import Settings

from govpage.feedback import limits
from govpage.feedback.origin import Verdict
from govpage.feedback.screening import (
    BURST,
    COMMENTS_A_MINUTE,
    Screening,
    Submission,
    own_checks,
    reads,
    screen,
)
from tests.feedback.frozen import FreezableCache
from tests.feedback.visits import KEY, OTHER_KEY, PAGE, WORDS

OWN = "https://agency.gov"
NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
GOOD = {"page": "token", "answer": "no", "key": ""}
BROWSER = HttpHeaders({"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": OWN})
SENT = Submission(BROWSER, OWN, "192.0.2.7", PAGE, "token", "no", GOOD, NOW)
COMMENT = replace(SENT, answer="", posted={"token": "joins", "comment": WORDS})
COUNTS = Screening()


def headers(**values: str) -> dict[str, Any]:
    return {"headers": HttpHeaders({f"HTTP_{name.upper()}": value for name, value in values.items()})}


def screened(submission: Submission = SENT, /, **other: Any) -> Screening:
    return screen(replace(submission, **other))


def reasons(submission: Submission, times: int, **other: Any) -> list[str]:
    """Return why each of several submissions, a second apart, is held; "" for one that counts."""
    return [screened(submission, now=NOW + timedelta(seconds=n), **other).reason for n in range(times)]


def test_what_a_visitor_sends_counts() -> None:
    assert screened() == COUNTS


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(headers(sec_fetch_site="cross-site"), id="cross-site-form"),
        pytest.param(headers(origin="https://agency.gov.evil.example"), id="own-host-as-prefix"),
        pytest.param(headers(sec_fetch_site="same-site", origin="https://news.agency.gov"), id="sibling-not-trusted"),
    ],
)
def test_another_site_is_refused(other: dict[str, Any]) -> None:
    found = screened(**other)
    assert (found.verdict, found.reason, found.status) == (Verdict.REFUSE, "other-site", 403)
    assert found.message == "The answer came from another site, so it was not taken."
    assert found.held_because == ""


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(headers(sec_fetch_site="same-origin", origin="null"), id="origin-null-and-same-origin"),
        pytest.param(headers(sec_fetch_site="same-site", origin="https://news.agency.gov"), id="sibling-trusted"),
    ],
)
def test_these_count(other: dict[str, Any], settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"trusted_origins": ["https://news.agency.gov"]}
    assert screened(**other) == COUNTS


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        pytest.param(headers(), "no-origin", id="curl"),
        pytest.param({"posted": {**GOOD, "website": "https://spam.example"}}, "honeypot", id="honeypot-filled"),
    ],
)
@pytest.mark.parametrize("submission", [pytest.param(SENT, id="vote"), pytest.param(COMMENT, id="comment")])
def test_these_are_held(other: dict[str, Any], reason: str, submission: Submission) -> None:
    assert screened(submission, **other) == Screening(Verdict.HOLD, reason)
    assert screened(submission, **other).held_because == reason


def test_honeypot_left_empty_counts() -> None:
    assert screened(posted={**GOOD, "website": ""}) == COUNTS


def test_unknown_extra_fields_are_ignored_and_a_signal() -> None:
    assert screened(posted={**GOOD, "admin": "1", "path": "//evil.example"}) == Screening(signals=("unknown-fields",))


def test_signals_are_kept_beside_a_verdict() -> None:
    found = screened(posted={**GOOD, "admin": "1", "website": "x"})
    assert found == Screening(Verdict.HOLD, "honeypot", signals=("unknown-fields",))


def test_ten_votes_from_one_network_on_one_page_in_a_minute() -> None:
    assert reasons(SENT, 10) == [""] * 3 + ["network-minute"] * 7


def test_as_many_in_a_minute_as_the_setting_says(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"votes_a_minute": 5}
    assert reasons(SENT, 7) == [""] * 5 + ["network-minute"] * 2


def test_as_many_in_a_day_as_the_setting_says(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"votes_a_day": 2}
    assert reasons(SENT, 4) == [""] * 2 + ["network-day"] * 2


def test_200_visitors_behind_one_nat_in_a_day() -> None:
    found = [screened(now=NOW + timedelta(minutes=7 * n)).reason for n in range(200)]
    assert found == [""] * 50 + ["network-day"] * 150


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("", id="none"),
        pytest.param("x" * 32, id="not-hexadecimal"),
        pytest.param(KEY[:-1], id="short"),
    ],
)
def test_what_is_no_key_lets_nobody_past_the_limits(key: str) -> None:
    assert reasons(SENT, 5, posted={**GOOD, "key": key, "token": "x"})[3:] == ["network-minute"] * 2


def test_double_click_is_one_answer_for_the_limits() -> None:
    assert reasons(SENT, 5, posted={**GOOD, "key": KEY}) == [""] * 5
    assert reasons(SENT, 2, posted={**GOOD, "key": OTHER_KEY}) == [""] * 2


def test_brigade_is_flagged_and_counts() -> None:
    """More than 200 of the same answer about one page in an hour, from as many networks."""
    found = [screened(network=f"198.51.{n // 250}.{n % 250}", now=NOW + timedelta(seconds=7 * n)) for n in range(500)]
    assert {screening.verdict for screening in found} == {Verdict.COUNT}
    assert [screening.signals for screening in found] == [()] * BURST + [("burst",)] * (500 - BURST)


def last_of_a_flood(submission: Submission = SENT, /, **other: Any) -> Screening:
    """Return what is said of one answer more than nobody wonders at."""
    return [screened(submission, **other) for _number in range(BURST + 1)][-1]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        pytest.param({}, "network-minute", id="over-the-limit"),
        pytest.param({"posted": {**GOOD, "website": "x"}}, "honeypot", id="honeypot"),
        pytest.param(headers(), "no-origin", id="curl"),
    ],
)
def test_flood_that_is_held_is_flagged(other: dict[str, Any], reason: str) -> None:
    assert last_of_a_flood(**other) == Screening(Verdict.HOLD, reason, signals=("burst",))


def test_words_that_are_held_are_no_burst() -> None:
    assert last_of_a_flood(COMMENT, **headers()) == Screening(Verdict.HOLD, "no-origin")


def test_what_is_refused_is_no_burst() -> None:
    assert last_of_a_flood(**headers(sec_fetch_site="cross-site")).signals == ()
    assert screened().signals == ()


def test_burst_of_what_is_held_is_not_known_where_the_cache_is_down(settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.caches.DownCache"}}
    assert screened(**headers()) == Screening(Verdict.HOLD, "no-origin")


def test_comments_beyond_the_limit_are_asked_to_come_later() -> None:
    found = [screened(COMMENT, posted={"token": str(n), "comment": WORDS}) for n in range(COMMENTS_A_MINUTE + 2)]
    assert found[:-2] == [COUNTS] * COMMENTS_A_MINUTE
    assert {(late.verdict, late.reason, late.status, late.retry_after) for late in found[-2:]} == {
        (Verdict.REFUSE, "comments-minute", 429, 60)
    }
    assert found[-1].message.startswith("Too many comments came from your network just now.")


def test_same_comment_sent_once_more_is_one_comment() -> None:
    assert reasons(COMMENT, COMMENTS_A_MINUTE * 2) == [""] * COMMENTS_A_MINUTE * 2


def test_comments_are_not_under_the_limits_of_answers() -> None:
    reasons(SENT, 4)
    assert screened(COMMENT) == COUNTS


def test_limits_that_are_not_known_hold_an_answer(settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.caches.DownCache"}}
    assert screened() == Screening(Verdict.HOLD, "limits-unknown")


def test_limits_that_are_not_known_let_a_comment_pass(settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.caches.DownCache"}}
    assert screened(COMMENT) == Screening(signals=("limits-unknown",))


def test_cache_that_is_frozen_holds_an_answer(settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.FreezableCache", "LOCATION": "screening"}}
    limits._asker.cache_clear()
    with FreezableCache.frozen():
        assert screened() == Screening(Verdict.HOLD, "limits-unknown")
    limits._asker.cache_clear()


def held_by_the_site(submission: Submission) -> Screening | None:
    """Hold what says "buy"."""
    return Screening(Verdict.HOLD, "says-buy") if "buy" in submission.posted.values() else None


def refused_by_the_site(submission: Submission) -> Screening | None:
    """Refuse what says "no thanks"."""
    message = "Not today."
    return Screening(Verdict.REFUSE, "today", message) if "no thanks" in submission.posted.values() else None


@reads("proof", "salt")
def reading(_submission: Submission) -> Screening | None:
    """Read fields that our forms do not have."""
    return None


def raising(submission: Submission) -> Screening | None:
    raise RuntimeError(f"Nobody reads {submission.network}.")


def misspelt(_submission: Submission) -> Any:
    return True


def nameless(_submission: Submission) -> Screening | None:
    return Screening(Verdict.HOLD)


def use(settings: Settings, *names: str) -> None:
    settings.GOVPAGE_FEEDBACK = {"screens": [f"{__name__}.{name}" for name in names]}


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        pytest.param("fine", COUNTS, id="counts"),
        pytest.param("buy", Screening(Verdict.HOLD, "says-buy"), id="held"),
        pytest.param("no thanks", Screening(Verdict.REFUSE, "today", "Not today."), id="refused"),
    ],
)
def test_check_of_the_site(comment: str, found: Screening, settings: Settings) -> None:
    use(settings, "held_by_the_site", "refused_by_the_site")
    assert screened(posted={**GOOD, "comment": comment}) == found


def test_what_the_site_holds_is_not_counted_by_the_limits(settings: Settings) -> None:
    use(settings, "held_by_the_site")
    reasons(SENT, 5, posted={**GOOD, "comment": "buy"})
    assert screened() == COUNTS


def test_field_that_a_check_of_the_site_reads_is_known(settings: Settings) -> None:
    use(settings, "reading")
    assert screened(posted={**GOOD, "proof": "1", "salt": "2"}) == COUNTS
    assert screened(posted={**GOOD, "proof": "1", "pepper": "2"}).signals == ("unknown-fields",)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        pytest.param("raising", "raising of page feedback failed: RuntimeError.", id="raises"),
        pytest.param("misspelt", "misspelt of page feedback failed: TypeError.", id="returns-something-else"),
        pytest.param("nameless", "nameless of page feedback failed: ValueError.", id="gives-no-reason"),
        pytest.param("absent", "test_screening.absent of page feedback failed: ImportError.", id="is-not-there"),
    ],
)
def test_check_of_the_site_that_fails_holds(
    name: str, error: str, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    use(settings, name)
    assert screened() == Screening(Verdict.HOLD, "check-failed")
    assert error in caplog.text
    assert SENT.network not in caplog.text


def test_what_has_no_name_fails_by_its_class(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    use(settings, "NOTHING")
    assert screened().reason == "check-failed"
    assert "The check int of page feedback failed: TypeError." in caplog.text


NOTHING = 0


def test_own_checks_are_in_their_order(settings: Settings) -> None:
    use(settings, "reading", "held_by_the_site")
    assert own_checks() == (reading, held_by_the_site)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        pytest.param({"verdict": Verdict.HOLD}, "reason: give one", id="hold-without-reason"),
        pytest.param({"verdict": Verdict.REFUSE, "message": "No."}, "reason: give one", id="refusal-without-reason"),
        pytest.param({"reason": "why"}, "reason: give one to what is held or refused, and none", id="reason-to-count"),
        pytest.param({"verdict": Verdict.REFUSE, "reason": "why"}, "message: give one", id="refusal-without-message"),
        pytest.param({"verdict": Verdict.HOLD, "reason": "why", "message": "No."}, "message:", id="message-to-hold"),
        pytest.param({"verdict": Verdict.HOLD, "reason": "x" * 65}, "too long a name", id="long-reason"),
        pytest.param({"signals": ("x" * 65,)}, "it may have 64 characters", id="long-signal"),
    ],
)
def test_screening_that_says_too_little_or_too_much(values: dict[str, Any], error: str) -> None:
    with pytest.raises(ValueError, match=error):
        Screening(**values)


def test_submission_is_printed_without_what_tells_who_sent_it(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("tests").error("%r", replace(SENT, posted={"comment": WORDS}))
    assert PAGE.path in caplog.text
    assert not [said for said in (SENT.network, WORDS, "SEC") if said in caplog.text]
