"""Alerts and digests by mail: each once, whoever runs the command and however often."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils.timezone import localdate
from pytest_django import Settings

from govpage.feedback import once
from govpage.feedback.letters import Letter, Line, Part, absolute
from govpage.feedback.mailing import alerts_letter, mail_alerts, send_digest
from govpage.feedback.models import Alert, AuditEvent, Comment
from govpage.feedback.watching import last_week
from tests.feedback.team.tallies import SUNDAY, fell, make_page, tally, weeks

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)
TEAM = ["team@harbor.example.gov", "lead@harbor.example.gov"]


@pytest.fixture(autouse=True)
def recipients(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"digest_recipients": TEAM}


class Refusing(EmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPException("no")


REFUSING = f"{__name__}.Refusing"


def sent() -> EmailMultiAlternatives:
    """Return the one mail that was sent."""
    (message,) = mail.outbox
    assert isinstance(message, EmailMultiAlternatives)
    return message


def html_of(message: EmailMultiAlternatives) -> str:
    return str(message.alternatives[0][0])


def test_claim_is_given_once() -> None:
    assert [once.claim("a", NOW), once.claim("a", NOW), once.claim("b", NOW)] == [True, False, True]


def test_claim_of_somebody_who_vanished_is_given_again_once() -> None:
    once.claim("a", NOW)
    later = NOW + HOUR + timedelta(seconds=1)
    assert [once.claim("a", NOW + HOUR), once.claim("a", later), once.claim("a", later)] == [False, True, False]


def test_what_is_done_is_never_claimed_again() -> None:
    once.claim("a", NOW)
    once.done(["a"], "sent", NOW)
    once.release(["a"])
    assert once.claim("a", NOW + 100 * HOUR) is False
    assert AuditEvent.objects.get().action == "sent"


def test_what_is_released_is_claimed_again() -> None:
    once.claim("a", NOW)
    once.release(["a"])
    assert once.claim("a", NOW) is True


def test_digest_is_sent_once_a_week() -> None:
    days = (0, 0, 1, 6, 7)
    results = [send_digest(NOW + timedelta(days=number)) for number in days]
    assert ([bool(result) for result in results], len(mail.outbox)) == ([True, False, False, False, True], 2)
    assert set(AuditEvent.objects.values_list("action", "once")) == {
        ("digest-sent", "digest:2026-W48"),
        ("digest-sent", "digest:2026-W49"),
    }


def test_digest_that_the_mail_server_refused_is_sent_by_the_next_run(settings: Settings) -> None:
    own = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = REFUSING
    with pytest.raises(SMTPException):
        send_digest(NOW)
    settings.EMAIL_BACKEND = own
    assert send_digest(NOW) is not None


def test_nobody_to_send_to_claims_nothing(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {}
    fell(make_page(), raised=NOW)
    assert (send_digest(NOW), mail_alerts(NOW), AuditEvent.objects.count()) == (None, 0, 0)


def test_digest_says_what_was_said() -> None:
    page = make_page(title="Mooring <b>permits</b>")
    weeks(page, (80, 20), (40, 60))
    fell(page, raised=NOW)
    fell(None, "site", raised=NOW)
    Comment.objects.create(page=page, text="Where is the form?")
    send_digest(NOW)
    message = sent()
    url = f"https://harbor.example.gov/admin/govpage_feedback/page/{page.pk}/change/"
    expected = [
        "100 answers. Found it helpful: 40% (31% to 50%)",
        "Against the week before: Fell: −40 points (−51 to −27)",
        f"Mooring <b>permits</b>: 40% (31% to 50%), 100 answers\n  {url}",
        "1 new comment",
        "A page is found less helpful than before: Mooring <b>permits</b>",
        "Only visitors who chose to answer are counted.",
    ]
    assert [words for words in expected if words not in message.body] == []
    assert (message.subject, message.to) == ("Page feedback, Nov 23, 2026 – Nov 29, 2026", TEAM)
    assert f'<a href="{url}">Mooring &lt;b&gt;permits&lt;/b&gt;: 40%' in html_of(message)


def test_digest_has_no_words_of_visitors_and_no_markup_of_pages() -> None:
    page = make_page(title="<script>alert(1)</script>")
    tally(page, SUNDAY, 1)
    Comment.objects.create(page=page, text="Where is the form?")
    send_digest(NOW)
    text = sent().body + html_of(sent())
    assert ("Where is" in text, "<script>" in html_of(sent()), "style=" in html_of(sent())) == (False, False, False)


def test_alerts_are_mailed_once_in_one_letter() -> None:
    fell(make_page(), raised=NOW)
    fell(None, "site", raised=NOW)
    assert [mail_alerts(NOW), mail_alerts(NOW), len(mail.outbox)] == [2, 0, 1]
    assert (sent().subject, "The site" in sent().body) == ("Page feedback: 2 alerts", False)
    assert "Only visitors who chose" in sent().body


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"raised": NOW, "closed": NOW}, id="closed"),
        pytest.param({"raised": NOW - timedelta(days=8)}, id="old"),
    ],
)
def test_alert_that_is_not_news_is_not_mailed(more: dict[str, Any]) -> None:
    fell(make_page(), **more)
    assert mail_alerts(NOW) == 0


def test_alert_that_the_mail_server_refused_is_mailed_by_the_next_run(settings: Settings) -> None:
    fell(make_page(), raised=NOW)
    own = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = REFUSING
    with pytest.raises(SMTPException):
        mail_alerts(NOW)
    settings.EMAIL_BACKEND = own
    assert mail_alerts(NOW) == 1


def test_one_alert_has_a_letter_in_the_singular() -> None:
    letter = alerts_letter([fell(None)])
    assert (letter.subject, letter.parts[0].lines[0].url) == (
        "Page feedback: 1 alert",
        "https://harbor.example.gov/admin/govpage_feedback/alert/",
    )


def test_letter_about_other_things_than_scores_has_no_note_about_them() -> None:
    details = {"first": "2026-11-29", "last": "2026-11-29", "used_to_get": 12, "held": 0}
    alert = Alert(kind="silent-page", page=make_page(), details=details)
    assert len(alerts_letter([alert]).parts[0].lines) == 1


def test_site_without_domain_names_paths(settings: Settings) -> None:
    settings.GOVPAGE = {}
    assert absolute("/admin/") == "/admin/"


def test_address_without_domain_is_no_link() -> None:
    letter = Letter("Subject", (Part("Heading", (Line("Words", "/admin/"),)),))
    assert (letter.as_text(), "<a" in letter.as_html()) == ("Heading\n\n* Words\n  /admin/\n", False)


def test_line_break_in_a_title_begins_no_header() -> None:
    Letter("Page\r\nBcc: x@evil.example", ()).send(TEAM)
    assert sent().subject == "Page Bcc: x@evil.example"


def output(name: str, *arguments: str) -> str:
    out = StringIO()
    call_command(name, *arguments, stdout=out)
    return out.getvalue()


def falling() -> None:
    """Let a page have fallen in the last week that is over."""
    weeks(make_page(), *[(80, 20)] * 8, (40, 60), last=last_week(localdate()).last)


def test_command_of_alerts_does_its_work_once() -> None:
    falling()
    assert [output("feedback_alerts"), output("feedback_alerts")] == [
        "New alerts: 1; mailed: 1.\n",
        "New alerts: 0; mailed: 0.\n",
    ]


def test_command_of_alerts_only_says_what_there_is() -> None:
    falling()
    assert "fell:" in output("feedback_alerts", "--dry-run")
    assert (Alert.objects.count(), len(mail.outbox)) == (0, 0)


def test_command_of_the_digest_does_its_work_once() -> None:
    first, second = output("feedback_digest"), output("feedback_digest")
    assert (first.startswith("Mailed: Page feedback, "), second) == (True, "Nothing to mail.\n")


def test_command_of_the_digest_only_prints_it() -> None:
    assert "No answers came in." in output("feedback_digest", "--dry-run")
    assert (AuditEvent.objects.count(), len(mail.outbox)) == (0, 0)
