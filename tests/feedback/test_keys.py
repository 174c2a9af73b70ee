"""One-time keys: what is one submission and what is two, and how long a key is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from govpage.feedback import keys
from govpage.feedback.keys import KEY as KEY_PATTERN
from govpage.feedback.keys import SAME_SUBMISSION, forget_old_keys, submission_key, vote_keys
from govpage.feedback.models import Comment, Vote
from govpage.feedback.store import Answer, Words, save_comment, save_vote
from tests.feedback.visits import KEY, OTHER_KEY, PAGE

NOW = datetime(2026, 11, 29, 12, 0, 1, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 30, tzinfo=UTC)
SENT = ("192.0.2.7", "/news/harbor-report/", "no")
SECOND = timedelta(seconds=1)


def is_same(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the second submission, sent after the first, is found to be the first."""
    return first[0] in second


def test_key_of_the_script_stays_that_of_the_form() -> None:
    assert submission_key(KEY, *SENT, NOW) == KEY


def test_key_of_the_script_is_not_stored() -> None:
    assert not [key for key in vote_keys(KEY, *SENT, NOW) if KEY in key]


@pytest.mark.parametrize(
    "posted",
    [
        pytest.param("", id="absent"),
        pytest.param(KEY[:-1], id="short"),
        pytest.param(KEY + "0", id="long"),
        pytest.param(KEY + "\n", id="line-break-at-the-end"),
        pytest.param(KEY.upper(), id="capitals"),
        pytest.param("z" * 32, id="not-hexadecimal"),
        pytest.param("\uff10" * 32, id="full-width-digits"),
        pytest.param("0' OR '1'='1" + "0" * 20, id="sql"),
        pytest.param("x" * 30_000, id="huge"),
        pytest.param("\udcff", id="no-text"),
    ],
)
def test_what_is_no_key_is_replaced(posted: str) -> None:
    made = submission_key(posted, *SENT, NOW)
    assert KEY_PATTERN.fullmatch(made)
    assert made != posted


@pytest.mark.parametrize("posted", [pytest.param(KEY, id="of-the-script"), pytest.param("", id="without-script")])
def test_stored_keys_fit_their_column(posted: str) -> None:
    assert {len(key) for key in vote_keys(posted, *SENT, NOW)} == {Vote._meta.get_field("key").max_length}


@pytest.mark.parametrize(
    ("start", "passed"),
    [
        pytest.param(NOW, timedelta(0), id="at-once"),
        pytest.param(NOW, SAME_SUBMISSION, id="within-the-seconds-of-a-double-click"),
        pytest.param(MIDNIGHT - SECOND, 2 * SECOND, id="over-midnight"),
    ],
)
def test_double_click_without_script_is_one(start: datetime, passed: timedelta) -> None:
    assert is_same(vote_keys("", *SENT, start), vote_keys("", *SENT, start + passed))


def test_same_answer_without_script_later_is_another() -> None:
    assert not is_same(vote_keys("", *SENT, NOW), vote_keys("", *SENT, NOW + 2 * SAME_SUBMISSION))


@pytest.mark.parametrize(
    "passed",
    [pytest.param(timedelta(hours=11), id="the-same-day"), pytest.param(timedelta(hours=24), id="the-next-day")],
)
def test_key_of_the_script_is_found_again(passed: timedelta) -> None:
    assert is_same(vote_keys(KEY, *SENT, NOW), vote_keys(KEY, "198.51.100.9", "/", "yes", NOW + passed))


def test_key_has_another_name_each_day() -> None:
    assert vote_keys(KEY, *SENT, NOW)[0] != vote_keys(KEY, *SENT, NOW + timedelta(days=1))[0]


def test_form_shown_again_sends_the_same_submission() -> None:
    again = submission_key("", *SENT, NOW)
    assert is_same(vote_keys("", *SENT, NOW), vote_keys(again, *SENT, NOW + timedelta(minutes=10)))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("192.0.2.8", *SENT[1:]), id="network"),
        pytest.param((SENT[0], "/other/", SENT[2]), id="page"),
        pytest.param((*SENT[:2], "yes"), id="answer"),
        pytest.param((SENT[0] + SENT[1], "", SENT[2]), id="parts-run-together"),
    ],
)
def test_other_submission_has_a_key_of_its_own(other: tuple[str, str, str]) -> None:
    assert not {*vote_keys("", *SENT, NOW)} & {*vote_keys("", *other, NOW)}


def test_keys_of_one_submission_share_their_slot() -> None:
    moments = (NOW, NOW + SAME_SUBMISSION)
    assert len({key[: keys.SHARED] for moment in moments for key in vote_keys("", *SENT, moment)}) == 1


def test_key_is_found_again_when_the_secret_was_rotated(settings: Settings) -> None:
    before = vote_keys(KEY, *SENT, NOW)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another secret of the site", [settings.SECRET_KEY]
    after = vote_keys(KEY, *SENT, NOW)
    assert is_same(before, after)
    assert before[0] != after[0]


@pytest.fixture
def answered(db: None) -> datetime:
    """When a vote and its comment were sent; another vote was sent an hour later."""
    save_vote(Answer(PAGE, "no", (KEY,)))
    save_comment(Words(PAGE, KEY, "other", ""))
    save_vote(Answer(PAGE, "no", (OTHER_KEY,)))
    sent = Vote.objects.get(key=KEY).sent
    Vote.objects.filter(key=OTHER_KEY).update(sent=sent + timedelta(hours=1))
    Comment.objects.update(sent=sent)
    return sent


@pytest.mark.parametrize(
    ("passed", "forgotten", "votes", "comments"),
    [
        pytest.param(timedelta(hours=24), 0, [KEY, OTHER_KEY], [KEY], id="a-day"),
        pytest.param(timedelta(hours=24, seconds=1), 2, [None, OTHER_KEY], [None], id="more-than-a-day"),
        pytest.param(timedelta(hours=48), 3, [None, None], [None], id="48-hours"),
    ],
)
def test_old_keys_are_forgotten(
    passed: timedelta, forgotten: int, votes: list[str | None], comments: list[str | None], answered: datetime
) -> None:
    assert forget_old_keys(answered + passed) == forgotten
    assert list(Vote.objects.order_by("sent").values_list("key", flat=True)) == votes
    assert list(Comment.objects.values_list("key", flat=True)) == comments


def test_many_keys_are_forgotten_in_short_statements(answered: datetime) -> None:
    page = Vote.objects.filter(key=KEY).get()
    many = [
        Vote(key=f"{n:064}", page_id=page.page_id, version_id=page.version_id, answer="yes", sent=answered)
        for n in range(keys.AT_ONCE + 1)
    ]
    Vote.objects.bulk_create(many)
    assert forget_old_keys(answered + timedelta(hours=48)) == len(many) + 3
    assert not Vote.objects.exclude(key=None).exists()
