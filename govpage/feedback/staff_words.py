"""Shares, changes and days as staff read them."""

from __future__ import annotations

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from govpage.feedback.periods import Period
from govpage.feedback.statistics import Change, Count, Direction, Interval, Share
from govpage.feedback_words import REASONS, known_reasons

BIAS = gettext_lazy(
    "Only visitors who chose to answer are counted. They are no sample of all visitors: compare a page with itself "
    "over time rather than with other pages, and read what people wrote before you conclude."
)
"""What stands by every score."""

DIRECTIONS = {
    Direction.UP: gettext_lazy("Rose"),
    Direction.DOWN: gettext_lazy("Fell"),
    Direction.UNCLEAR: gettext_lazy("No clear change"),
}


def percent(share: float) -> str:
    """Return a share as a whole number of hundredths."""
    return _("%(number)d%%") % {"number": round(share * 100)}


def interval_words(interval: Interval) -> str:
    """Return the ends of the interval of a share."""
    return _("%(low)s to %(high)s") % {"low": percent(interval.low), "high": percent(interval.high)}


def share_words(share: Share) -> str:
    """Return a share with its interval, or why there is none."""
    if not share.whole:
        return _("No answers")
    if not share.enough:
        return _("Not enough votes")
    return f"{percent(share.value)} ({interval_words(share.interval)})"


def with_held_words(count: Count) -> str:
    """Say what the share would be if what is held counted; nothing where none is held or too few votes there are."""
    share = count.share_with_held
    if not count.held or not share.enough:
        return ""
    return _("With them it would be %(share)s.") % {"share": percent(share.value)}


def points(difference: float) -> str:
    """Return a difference of shares in points, with its sign; whole ones, unless that would hide on which side of 0."""
    number = abs(difference * 100)
    written = f"{number:.0f}" if number >= 0.5 or number < 0.05 else f"{number:.1f}"
    return written if number < 0.05 else f"{'+' if difference > 0 else '−'}{written}"


def answers_words(number: int) -> str:
    """Return how many answers there are."""
    return ngettext("%(number)d answer", "%(number)d answers", number) % {"number": number}


def change_words(change: Change) -> str:
    """Return what can be said of a change, with its interval, or why nothing can."""
    if not change.enough:
        return _("Not enough votes")
    interval = change.interval
    said = {"points": points(change.difference), "low": points(interval.low), "high": points(interval.high)}
    return f"{DIRECTIONS[change.direction]}: " + _("%(points)s points (%(low)s to %(high)s)") % said


def days_of(period: Period) -> str:
    """Return a day, or the first and the last of several."""
    form = pgettext("short date format", "M j, Y")
    first = format_date(period.first, form)
    return first if period.days == 1 else f"{first} – {format_date(period.last, form)}"


def reason_words(code: str) -> str:
    """Return the words of a reason, also of one that is no longer offered; its code when it has none."""
    return str({**REASONS, **known_reasons()}.get(code, code))
