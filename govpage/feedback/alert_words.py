"""What an alert says: what happened, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from govpage.dates import long_date
from govpage.feedback.models import Alert, AlertKind
from govpage.feedback.periods import Period
from govpage.feedback.staff_words import change_words, days_of, share_words
from govpage.feedback.statistics import Change, Share


def describe(alert: Alert) -> str:
    """Return what happened and what to do, without the page's name."""
    if alert.has_ended:
        return _clearance_ended(alert.details)
    return SENTENCES[AlertKind(alert.kind)](alert.details)


def _fell(details: Mapping[str, Any]) -> str:
    before = Share(details["yes_before"], details["before"])
    after = Share(details["yes_after"], details["after"])
    said = {"before": share_words(before), "after": share_words(after), "change": change_words(Change(before, after))}
    return _("From %(before)s to %(after)s. %(change)s. See what changed on the page and what its comments say.") % said


def _silent(details: Mapping[str, Any]) -> str:
    period = Period(date.fromisoformat(details["first"]), date.fromisoformat(details["last"]))
    said = {"days": days_of(period), "number": details["used_to_get"], "held": details["held"]}
    text = ngettext(
        "%(days)s: no answer counted, where at least %(number)d used to come in as many days. See whether the form "
        "still works. %(held)d answer was held.",
        "%(days)s: no answer counted, where at least %(number)d used to come in as many days. See whether the form "
        "still works. %(held)d answers were held.",
        details["held"],
    )
    return text % said


def _clearance(details: Mapping[str, Any]) -> str:
    said = _number_and_day(details)
    return _("The last day of clearance %(number)s is %(day)s. After it the form asks for no reasons.") % said


def _clearance_ended(details: Mapping[str, Any]) -> str:
    text = _(
        "The last day of clearance %(number)s was %(day)s. Unless it was renewed, the form asks for no reasons now."
    )
    return text % _number_and_day(details)


def _number_and_day(details: Mapping[str, Any]) -> dict[str, str]:
    return {"number": details["number"], "day": long_date(date.fromisoformat(details["expires"]))}


def _redaction(_details: Mapping[str, Any]) -> str:
    return _("The answer was kept and the comment was not. Tell whoever runs the site.")


def _burst(_details: Mapping[str, Any]) -> str:
    return _("Its answers count. Read them and the comments, and set aside those that are no visitors'.")


SENTENCES: Mapping[AlertKind, Callable[[Mapping[str, Any]], str]] = {
    AlertKind.FELL: _fell,
    AlertKind.SILENT_PAGE: _silent,
    AlertKind.SILENT_SITE: _silent,
    AlertKind.CLEARANCE: _clearance,
    AlertKind.REDACTION: _redaction,
    AlertKind.BURST: _burst,
}
