"""Mailing alerts and digests: each once, and again only when the mail server did not take it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import ngettext

from govpage.feedback import once
from govpage.feedback.alert_words import describe
from govpage.feedback.digest import digest
from govpage.feedback.letters import Letter, Line, Part, absolute, page_url
from govpage.feedback.models import Alert, AlertKind
from govpage.feedback.staff_words import BIAS
from govpage.feedback.watching import last_week
from govpage.feedback_settings import feedback_settings

WORTH_MAILING = timedelta(days=7)
"""How long an alert that could not be mailed is tried again."""


def send_digest(now: datetime) -> Letter | None:
    """Send the digest of the last week that is over, once; return it, or None if there is nothing to do.

    Raises: what the mail server's refusal raises; the next run then tries again
    """
    recipients, week = feedback_settings().digest_recipients, last_week(localdate(now))
    name = f"digest:{_iso_week(week.first)}"
    if not recipients or not once.claim(name, now):
        return None
    letter = digest(week)
    _send(letter, recipients, [name], "digest-sent", now)
    return letter


def mail_alerts(now: datetime) -> int:
    """Mail every open alert that was not mailed yet, in one letter; return how many.

    Raises: what the mail server's refusal raises; the next run then tries again
    """
    recipients = feedback_settings().digest_recipients
    waiting = Alert.objects.filter(closed=None, raised__gte=now - WORTH_MAILING).select_related("page")
    alerts = [alert for alert in waiting if recipients and once.claim(_mail_of(alert), now)]
    if alerts:
        _send(alerts_letter(alerts), recipients, [_mail_of(alert) for alert in alerts], "alert-mailed", now)
    return len(alerts)


def alerts_letter(alerts: Sequence[Alert]) -> Letter:
    """Return the mail about new alerts."""
    subject = ngettext("Page feedback: %(number)d alert", "Page feedback: %(number)d alerts", len(alerts))
    return Letter(subject % {"number": len(alerts)}, tuple(map(_part, alerts)))


def _part(alert: Alert) -> Part:
    if alert.page is None:
        where = absolute(reverse("admin:govpage_feedback_alert_changelist"))
        return Part(str(alert), (Line(describe(alert), where),))
    score = (Line(str(BIAS)),) if alert.kind == AlertKind.FELL else ()
    return Part(f"{alert}: {alert.page}", (Line(describe(alert), page_url(alert.page)), *score))


def _send(letter: Letter, recipients: Iterable[str], claims: list[str], action: str, now: datetime) -> None:
    try:
        letter.send(recipients)
    except Exception:
        once.release(claims)
        raise
    once.done(claims, action, now)


def _mail_of(alert: Alert) -> str:
    return f"alert-mail:{alert.pk}"


def _iso_week(day: date) -> str:
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02}"
