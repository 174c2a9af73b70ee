"""Dates as a federal page shows them: the month in full, "June 27, 2024"."""

from __future__ import annotations

from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import pgettext


def long_date(day: date) -> str:
    """Return the day in words of the active language."""
    return format_date(day, pgettext("date format", "F j, Y"))
