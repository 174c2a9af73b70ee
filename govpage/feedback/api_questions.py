"""What the API can be asked, and nothing else: a parameter that is misspelt, twice or illegal is named, not ignored."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.timezone import localdate

from govpage.feedback.models import Comment, CommentKind, CommentState, Page
from govpage.feedback.periods import Period

USUAL = 28
"""Days of scores that nobody asked others of."""

MOST = 200
"""Rows of an answer at most."""

EARLIEST = date(2000, 1, 1)
"""The first day that can be asked for."""

NO_KEY = 2**63 - 1


class Question(forms.Form):
    """What every list can be asked: how many rows after which key, about pages in a section or a language."""

    after = forms.IntegerField(required=False, min_value=0, max_value=NO_KEY)
    limit = forms.IntegerField(required=False, min_value=1, max_value=MOST)
    section = forms.IntegerField(required=False, min_value=1, max_value=NO_KEY)
    language = forms.CharField(required=False, max_length=16)
    first = forms.DateField(required=False, input_formats=["%Y-%m-%d"])
    last = forms.DateField(required=False, input_formats=["%Y-%m-%d"])

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked)
        self.asked = asked

    @property
    def problems(self) -> dict[str, list[str]]:
        """What is wrong with it, by the names of parameters; empty if nothing is."""
        found = {name: [str(message) for message in messages] for name, messages in self.errors.items()}
        known = f"There is no such parameter; there are {', '.join(self.fields)}."
        found |= {name: [known] for name in self.asked if name not in self.fields}
        found |= {name: ["Give it once."] for name, values in self.asked.lists() if len(values) > 1}
        return found

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for name in ("first", "last"):
            if said.get(name) and said[name] < EARLIEST:
                self.add_error(name, f"It is before {EARLIEST}.")
        if said.get("first") and said.get("last") and said["last"] < said["first"]:
            self.add_error("last", "It is before 'first'.")
        return said

    @property
    def most(self) -> int:
        """How many rows are asked for."""
        return self.cleaned_data["limit"] or MOST

    @property
    def since(self) -> int:
        """The key after which rows are asked for."""
        return self.cleaned_data["after"] or 0


class PagesQuestion(Question):
    """What the list of pages can be asked; the days are those of the scores."""

    @property
    def period(self) -> Period:
        """The days of the scores, the last 28 where no others are asked for."""
        last = self.cleaned_data["last"] or localdate()
        first = self.cleaned_data["first"] or min(last, Period.ending(last, USUAL).first)
        return Period(first, max(first, last))

    def narrow(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        """Return the pages that are asked for."""
        asked = self.cleaned_data
        legal = {"section": asked["section"], "language": asked["language"]}
        return pages.filter(**{name: value for name, value in legal.items() if value})


class CommentsQuestion(Question):
    """What the list of comments can be asked; the days are those on which they were sent."""

    page = forms.IntegerField(required=False, min_value=1, max_value=NO_KEY)
    kind = forms.ChoiceField(required=False, choices=CommentKind.choices)
    state = forms.ChoiceField(required=False, choices=CommentState.choices)
    reason = forms.CharField(required=False, max_length=32)
    tag = forms.CharField(required=False, max_length=50)
    q = forms.CharField(required=False, max_length=200)

    LOOKUPS = {
        "page": "page",
        "section": "page__section",
        "language": "page__language",
        "kind": "kind",
        "state": "state",
        "reason": "reason",
        "tag": "tags__name",
        "q": "text__icontains",
    }

    def narrow(self, comments: QuerySet[Comment]) -> QuerySet[Comment]:
        """Return the comments that are asked for."""
        asked = self.cleaned_data
        lookups = {lookup: asked[name] for name, lookup in self.LOOKUPS.items() if asked[name]}
        if asked["first"]:
            lookups["sent__gte"] = _midnight(asked["first"])
        if asked["last"] and asked["last"] < date.max:
            lookups["sent__lt"] = _midnight(asked["last"] + timedelta(days=1))
        return comments.filter(**lookups)


def _midnight(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
