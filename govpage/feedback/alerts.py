"""Finding what somebody has to look at. However often and wherever it is looked for, one cause is one alert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils.timezone import localdate, make_aware

from govpage.feedback.clearance import step
from govpage.feedback.models import Alert, AlertKind, Tally
from govpage.feedback.outages import Outage, hidden_by, is_same, outages
from govpage.feedback.periods import DAY, Period
from govpage.feedback.statistics import KINDS, Change, Count
from govpage.feedback.watching import (
    DAYS,
    PAGE_SILENCE,
    WEEKS,
    Days,
    Silence,
    fall,
    last_answer,
    last_week,
    silence,
)
from govpage.feedback_settings import Clearance, feedback_settings


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found; the cause names it for good."""

    kind: AlertKind
    cause: str
    page: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


def find(today: date) -> Iterator[Found]:
    """Give everything that there is to look at on a day."""
    week = last_week(today)
    period = Period(Period.ending(week.last, DAYS).first, today - DAY)
    site = {day: Count(*counts) for day, *counts in _rows(period, "day")}
    silent, told = outages(site, period), _told(period)
    yield from _clearance(feedback_settings().clearance, today)
    yield from _site(site, [outage for outage in silent if outage.period.last >= week.first], told)
    yield from _pages(week, _fallen(told, week), hidden_by(silent))


def raise_alerts(now: datetime) -> list[Alert]:
    """Keep an alert for each cause that has none; return the new ones."""
    raised = []
    for found in find(localdate(now)):
        # The unique cause lets one of two machines make it.
        alert, made = Alert.objects.get_or_create(
            cause=found.cause,
            defaults={"kind": found.kind, "page_id": found.page, "details": dict(found.details), "raised": now},
        )
        if made:
            raised.append(alert)
    return raised


def _clearance(clearance: Clearance | None, today: date) -> Iterator[Found]:
    reached = step(clearance, today)
    if clearance and reached is not None:
        cause = f"clearance:{clearance.number}:{clearance.expires}:{reached}"
        details = {"number": clearance.number, "expires": str(clearance.expires)}
        yield Found(AlertKind.CLEARANCE, cause[:128], None, details)


def _site(site: Days, silent: Iterable[Outage], told: Iterable[Alert]) -> Iterator[Found]:
    """Give outages of last week and this one, so that one is told also if nobody looked while it lasted."""
    named = {alert.cause: _days_of(alert) for alert in told if alert.kind == AlertKind.SILENT_SITE}
    for outage in silent:
        # What staff let count or set aside since then moves the day of the last answer.
        known = (cause for cause, days in named.items() if is_same(site, days, outage.found.period))
        cause = next(known, f"silent-site:{outage.period.first - DAY}")
        yield Found(AlertKind.SILENT_SITE, cause, None, _silence_details(outage.found))


def _pages(week: Period, fallen: Mapping[int, date], hidden: frozenset[date]) -> Iterator[Found]:
    """Look at each page once its week is over."""
    rows = _rows(Period.ending(week.last, DAYS), "page", "day")
    for page, members in groupby(rows, key=lambda row: row[0]):
        days = {day: Count(*counts) for _page, day, *counts in members}
        yield from _fall(page, days, week, fallen.get(page))
        yield from _silent_page(page, days, week, hidden)


def _fall(page: int, days: Days, week: Period, fallen: date | None) -> Iterator[Found]:
    """Compare the last weeks with those before; after an alert only with what came since, as before is known."""
    weeks = [_week(days, week.last - 7 * number * DAY, fallen) for number in reversed(range(WEEKS))]
    if change := fall(weeks):
        year, number, _day = week.first.isocalendar()
        details = {"week": str(week.last), **_change_details(change)}
        yield Found(AlertKind.FELL, f"fell:{page}:{year}-W{number:02}", page, details)


def _week(days: Days, last: date, since: date | None) -> Count:
    if since is not None and last <= since:
        return Count()
    return sum((days.get(last - number * DAY, Count()) for number in range(7)), Count())


def _silent_page(page: int, days: Days, week: Period, hidden: frozenset[date]) -> Iterator[Found]:
    if found := silence(days, week.last, PAGE_SILENCE, hidden):
        cause = f"silent-page:{page}:{last_answer(days, week.last)}"
        yield Found(AlertKind.SILENT_PAGE, cause, page, _silence_details(found))


def _told(period: Period) -> list[Alert]:
    """Return what was told of falls and of the site's silences since a period began, the newest last."""
    since = make_aware(datetime.combine(period.first, time.min))
    kinds = (AlertKind.FELL, AlertKind.SILENT_SITE)
    return list(Alert.objects.filter(kind__in=kinds, raised__gte=since).order_by("raised", "pk"))


def _fallen(told: Iterable[Alert], week: Period) -> dict[int, date]:
    """Return the last day before the weeks of each page's newest alert, as long as any of them are compared."""
    return {
        alert.page_id: date.fromisoformat(alert.details["week"]) - 7 * DAY
        for alert in told
        if alert.page_id and alert.details["week"] != str(week.last)
    }


def _rows(period: Period, *by: str) -> Iterable[tuple[Any, ...]]:
    """Give the sums of a period's tallies, ordered by what they are of, without keeping them."""
    sums: QuerySet[Tally, dict[str, Any]] = Tally.objects.filter(day__range=(period.first, period.last)).values(*by)
    named = {f"sum_{kind}": Sum(kind) for kind in KINDS}
    return sums.annotate(**named).order_by(*by).values_list(*by, *named).iterator()


def _change_details(change: Change) -> dict[str, int]:
    before, after = change.before, change.after
    return {"yes_before": before.part, "before": before.whole, "yes_after": after.part, "after": after.whole}


def _silence_details(found: Silence) -> dict[str, Any]:
    ends = {"first": str(found.period.first), "last": str(found.period.last)}
    return {**ends, "used_to_get": found.used_to_get, "held": found.held}


def _days_of(alert: Alert) -> Period:
    return Period(date.fromisoformat(alert.details["first"]), date.fromisoformat(alert.details["last"]))
