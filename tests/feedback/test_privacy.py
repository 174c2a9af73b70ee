"""That nothing of who a visitor is stays anywhere: not in a table, a log, a mail, a message or the cache."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import django
import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.feedback.caches import LaterCache
from tests.feedback.visits import FOLLOW_UP, FORM_TYPE, HOST, PAGE, VOTE, comment, follow_up_token, get, shown, vote

ADDRESS, NUMBER = "192.0.2.77", "078-05-1120"
SAID = "The harbor master of Pier 9 is my neighbor."
VISITOR = {
    "address": ADDRESS,
    "forwarded-address": "198.51.100.9",
    "program": "Examplebrowser/7.1",
    "referrer": "/search/?q=private+matter",
    "language": "tlh-XX",
    "cookie": "a-session-of-mine",
}
WHO = [pytest.param(value, id=name) for name, value in VISITOR.items()]


@pytest.fixture
def visitor() -> Client:
    """A browser that says all that a browser can say."""
    client = Client(
        enforce_csrf_checks=True,
        headers={
            "origin": HOST,
            "user-agent": VISITOR["program"],
            "referer": HOST + VISITOR["referrer"],
            "accept-language": VISITOR["language"],
            "x-forwarded-for": VISITOR["forwarded-address"],
        },
        REMOTE_ADDR=ADDRESS,
    )
    client.cookies["sessionid"] = VISITOR["cookie"]
    return client


def everything_stored() -> str:
    """Return all rows of all tables of the feedback app and of sessions."""
    out = io.StringIO()
    call_command("dumpdata", "govpage_feedback", "sessions", stdout=out)
    return out.getvalue()


def everything_logged(caplog: pytest.LogCaptureFixture) -> str:
    """Return what the log's records say, with the variables of every frame of their tracebacks."""
    return "\n".join(_said(record) for record in caplog.records)


def _said(record: logging.LogRecord) -> str:
    said = [record.getMessage(), logging.Formatter().format(record), repr(record.args)]
    frame = record.exc_info[2] if record.exc_info else None
    while frame:
        said.append(repr(frame.tb_frame.f_locals))
        frame = frame.tb_next
    return "\n".join(said)


@pytest.mark.parametrize("who", WHO)
def test_visitor_is_in_no_column(who: str, visitor: Client, db: None) -> None:
    form = shown(get(visitor, vote(visitor, "no")["Location"]))
    comment(visitor, form.fields["token"], "Words that are kept.")
    stored = everything_stored()
    assert "Words that are kept." in stored
    assert who not in stored


def test_visitor_gets_no_session(visitor: Client, db: None) -> None:
    vote(visitor, "yes")
    assert not Session.objects.exists()


@pytest.mark.parametrize("who", WHO)
def test_visitor_is_not_in_the_cache(who: str, visitor: Client, db: None, settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.caches.LaterCache", "LOCATION": "privacy", "OPTIONS": {}}}
    cache.clear()
    LaterCache.entries.clear()
    vote(visitor, "yes")
    assert LaterCache.entries
    assert who not in "\n".join(LaterCache.entries)


@pytest.mark.parametrize("who", WHO)
def test_visitor_is_not_in_the_log_of_a_vote_that_fails(
    who: str, visitor: Client, locked_database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    vote(visitor)
    assert "A vote could not be saved: OperationalError." in everything_logged(caplog)
    assert who not in everything_logged(caplog)


@pytest.mark.parametrize("who", [*WHO, pytest.param(SAID, id="words")])
def test_visitor_is_not_in_the_log_of_a_comment_that_fails(
    who: str, visitor: Client, locked_database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    comment(visitor, follow_up_token(), SAID)
    assert "A comment could not be saved: OperationalError." in everything_logged(caplog)
    assert who not in everything_logged(caplog)


# Django 6.1 warns that later versions want a mailer named; that is for the site to do.
@pytest.mark.filterwarnings("ignore:Django 2028 will not have a default mailer")
def test_words_are_not_in_the_mail_about_a_comment_that_fails(
    visitor: Client, locked_database: Path, settings: Settings
) -> None:
    address = "web@harbor.example.gov"
    settings.ADMINS = [address] if django.VERSION >= (6, 0) else [("Web team", address)]
    comment(visitor, follow_up_token(), SAID)
    (sent,) = mail.outbox
    assert FOLLOW_UP in sent.body
    assert SAID not in sent.message().as_string()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"reason": "invented"}, id="unknown-reason"),
        pytest.param({"padding": "x" * 2001}, id="too-long"),
    ],
)
def test_words_that_fail_validation_are_in_no_log_mail_message_or_table(
    data: dict[str, str], visitor: Client, db: None, caplog: pytest.LogCaptureFixture
) -> None:
    text = f"My number is {NUMBER}.{data.pop('padding', '')}"
    response = comment(visitor, follow_up_token(), text, **data)
    assert response.status_code == 400
    assert NUMBER not in everything_logged(caplog) + everything_stored()
    assert mail.outbox == []
    assert not response.cookies


def test_words_sent_to_the_wrong_form_are_in_no_log(
    visitor: Client, db: None, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.post(VOTE, f"page={PAGE.sign()}&answer=maybe&comment={NUMBER}", FORM_TYPE)
    assert NUMBER not in everything_logged(caplog) + everything_stored()
