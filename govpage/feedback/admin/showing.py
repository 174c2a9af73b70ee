"""What the reports' templates show: words and small marks, made of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from govpage.feedback.periods import Period
from govpage.feedback.reports import PageReport, Row
from govpage.feedback.staff_words import (
    answers_words,
    change_words,
    interval_words,
    percent,
    reason_words,
    share_words,
    with_held_words,
)
from govpage.feedback.statistics import Share


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table of scores."""

    name: str
    url: str
    about: str
    language: str
    answers: int
    held: int
    share: str
    mark: SafeString
    trend: str
    direction: str


def line(row: Row, name: str, url: str = "", about: str = "", language: str = "") -> Line:
    """Return how a row is shown."""
    share, change = row.now.share, row.change
    said = (
        row.now.answers,
        row.now.held,
        share_words(share),
        mark(share),
        change_words(change),
        change.direction.value,
    )
    return Line(name, url, about, language, *said)


def lines(rows: Iterable[Row], name: Callable[[Any], str]) -> list[Line]:
    """Return rows that have but a name."""
    return [line(row, name(row.key)) for row in rows]


def page_lines(rows: Iterable[Row], query: str) -> list[Line]:
    """Return pages, each with a link to its report of the same days."""
    return [line(row, str(row.key), f"{_report_of(row.key.pk)}{query}", row.key.path, row.key.language) for row in rows]


def mark(share: Share) -> SafeString:
    """Draw a share and its interval on a line from 0 to 100; nothing where there are too few votes.

    What it shows stands beside it in words, so that it is hidden from those who do not see it.
    """
    if not share.enough:
        return SafeString("")
    low, high = share.interval.low * 100, share.interval.high * 100
    return format_html(
        '<svg class="gov-mark" viewBox="-2 0 104 10" preserveAspectRatio="xMinYMid" aria-hidden="true">'
        '<line class="gov-mark__all" x1="0" y1="5" x2="100" y2="5"/>'
        '<line class="gov-mark__interval" x1="{}" y1="5" x2="{}" y2="5"/>'
        '<circle class="gov-mark__share" cx="{}" cy="5" r="3.5"/></svg>',
        f"{low:.1f}",
        f"{high:.1f}",
        f"{share.value * 100:.1f}",
    )


def bar(share: Share) -> SafeString:
    """Draw a share as a bar; it stands beside its number."""
    return format_html(
        '<svg class="gov-mark" viewBox="0 0 100 10" preserveAspectRatio="xMinYMid" aria-hidden="true">'
        '<rect class="gov-mark__bar" x="0" y="1" width="{}" height="8"/></svg>',
        f"{share.value * 100:.1f}",
    )


def score(row: Row) -> dict[str, Any]:
    """Return the numbers on top of a report."""
    now = row.now
    return {
        "big": percent(now.share.value) if now.share.enough else "",
        "words": share_words(now.share),
        "interval": interval_words(now.share.interval),
        "mark": mark(now.share),
        "answers": now.answers,
        "answers_words": answers_words(now.answers),
        "yes": now.yes,
        "partly": now.partly,
        "no": now.no,
        "held": now.held,
        "with_held": with_held_words(now),
        "trend": change_words(row.change),
        "direction": row.change.direction.value,
    }


def reasons(report: PageReport) -> list[tuple[str, int, str, SafeString]]:
    """Return the words, the number, the share and the bar of each reason."""
    return [(reason_words(r.code), r.share.part, share_words(r.share), bar(r.share)) for r in report.reasons]


def versions(report: PageReport) -> list[dict[str, Any]]:
    """Return what changed with each version."""
    return [
        {
            "name": found.name or "–",
            "since": found.since,
            "before": (share_words(found.change.before), found.change.before.whole),
            "after": (share_words(found.change.after), found.change.after.whole),
            "change": change_words(found.change),
            "direction": found.change.direction.value,
        }
        for found in report.versions
    ]


def lengths(days: Iterable[int], today: date) -> list[tuple[str, str, str]]:
    """Return links to reports of so many days up to today: words, first and last day."""
    found = [(number, Period.ending(today, number)) for number in days]
    return [
        (ngettext("%(number)d day", "%(number)d days", number) % {"number": number}, str(p.first), str(p.last))
        for number, p in found
    ]


def _report_of(key: int) -> str:
    return reverse("admin:govpage_feedback_page_change", args=[key])
