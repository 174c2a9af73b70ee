"""When a release is old enough to be archived by the rule of its kind."""

from __future__ import annotations

import calendar
from datetime import date, datetime, time

from django.utils import timezone


def moment_after(day: date, months: int) -> datetime:
    """Return the first instant, in the site's time zone, of the day that many months later.

    Shape: a day that the month does not have is its last one
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    last = calendar.monthrange(year, month)[1]
    return timezone.make_aware(datetime.combine(date(year, month, min(day.day, last)), time()))
