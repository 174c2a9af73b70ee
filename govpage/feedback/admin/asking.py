"""What the forms above the reports ask, and what of it is legal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from govpage.feedback.models import Section
from govpage.feedback.periods import Period
from govpage.feedback.reports import NO_SECTION, ORDERS

USUAL = 28
"""Days of a report that nobody asked another of."""

LENGTHS = (7, 28, 91, 364)
"""Days that can be asked for by a link; whole weeks, so that each weekday is in them as often as before."""

EARLIEST = date(2000, 1, 1)
LONGEST = 3653
"""Days of the longest report: ten years."""

ORDER_WORDS = {"answers": gettext_lazy("Most answers"), "lowest": gettext_lazy("Lowest share")}


class Day(forms.DateInput):
    """A box for a day, as browsers have it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PeriodForm(forms.Form):
    """The days of a report; the last 28 where nothing, or nothing legal, is asked for."""

    first = forms.DateField(label=gettext_lazy("From"), required=False, widget=Day)
    last = forms.DateField(label=gettext_lazy("To"), required=False, widget=Day)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data, label_suffix="")

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        if not self.errors:
            last = asked.get("last") or localdate()
            first = asked.get("first") or max(EARLIEST, last) - timedelta(days=USUAL - 1)
            self._check(first, last)
            asked |= {"first": first, "last": last}
        return asked

    def _check(self, first: date, last: date) -> None:
        if last < EARLIEST:
            self.add_error("last", _("A report has at most ten years, and none before 2000."))
        elif last < first:
            self.add_error("last", _("The last day is before the first."))
        elif first < EARLIEST or (last - first).days >= LONGEST:
            self.add_error("first", _("A report has at most ten years, and none before 2000."))
        elif last > localdate():
            self.add_error("last", _("This day is yet to come."))

    @property
    def period(self) -> Period:
        """The days that are asked for."""
        if self.is_valid():
            return Period(self.cleaned_data["first"], self.cleaned_data["last"])
        return Period.ending(localdate(), USUAL)


class OverviewForm(PeriodForm):
    """Which pages, of which days, in which order."""

    section = forms.ChoiceField(label=gettext_lazy("Section"), required=False)
    owner = forms.ChoiceField(label=gettext_lazy("Owner"), required=False)
    language = forms.CharField(label=gettext_lazy("Language"), required=False, max_length=16)
    q = forms.CharField(label=gettext_lazy("Title or address has"), required=False, max_length=200)
    order = forms.ChoiceField(
        label=gettext_lazy("Order"), required=False, choices=[(o, ORDER_WORDS[o]) for o in ORDERS]
    )

    def __init__(self, data: Mapping[str, Any], sections: Mapping[int, Section], *, all_sections: bool) -> None:
        super().__init__(data)
        owners: dict[int, Group] = {s.owner.pk: s.owner for s in sections.values() if s.owner}
        none = [(NO_SECTION, _("In no section"))] if all_sections else []
        everything = [("", _("All"))]
        self.fields["section"].choices = [*everything, *((str(k), s.name) for k, s in sections.items()), *none]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [*everything, *((str(k), g.name) for k, g in owners.items())]  # type: ignore[attr-defined]

    @property
    def asks_for_another_s(self) -> bool:
        """Whether it asks for what is not there for this user."""
        return bool({"section", "owner"} & self.errors.keys())

    def asked(self, name: str, otherwise: str = "") -> str:
        """Return what is asked for, if it is legal."""
        return str(self.cleaned_data.get(name) or otherwise)
