"""What a visitor can narrow the list to: topics, offices and years that are there, from one query."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast
from django.utils.timezone import localdate

from govpage.news.lifecycle import PUBLIC, ReleaseQuerySet
from govpage.news.models import NewsRelease, Office, Topic
from govpage.news.models.release import UNDATED

COLUMNS = ("what", "value", "label")
MOST = 200
"""Topics and offices that are offered, each."""

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """What can be chosen: (value, label) by parameter."""

    topics: Choices
    offices: Choices
    years: Choices


def facets(releases: ReleaseQuerySet, at: datetime) -> Facets:
    """Return the topics and offices that have any of the releases, and the years from this one to the oldest.

    Shape: the oldest is that of all that is public at that moment
    """
    first, *others = _named(Topic, releases), _named(Office, releases), _oldest(at)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for what, value, label in first.union(*others, all=True):
        found[what].append((value, label))
    by_label = {what: tuple(sorted(found[what], key=lambda pair: pair[1])[:MOST]) for what in ("topic", "office")}
    return Facets(by_label["topic"], by_label["office"], _years(found["oldest"]))


def _named(model: type[Topic] | type[Office], releases: ReleaseQuerySet) -> QuerySet[Any, Any]:
    name = model._meta.model_name or ""
    path = "topics" if model is Topic else "office"
    # One that is limited is looked up for each name by its index; an EXISTS may be answered by reading all releases.
    one = releases.order_by().filter(**{path: OuterRef("pk")}).values(one=Value(1))[:1]
    rows = model._default_manager.alias(one=Subquery(one)).filter(one__isnull=False).order_by()
    return rows.annotate(what=_text(name), value=F("slug"), label=F("name")).values_list(*COLUMNS)


def _oldest(at: datetime) -> QuerySet[Any, Any]:
    """Read the oldest day off the end of its index; it is told as a year only."""
    dated = NewsRelease.objects.in_state(*PUBLIC, at=at).filter(sort_day__gt=UNDATED)
    first = dated.order_by("sort_day", "pk").values("pk")[:1]
    oldest = NewsRelease.objects.filter(pk=Subquery(first)).order_by().annotate(what=_text("oldest"))
    return oldest.annotate(value=Cast("sort_day", CharField()), label=_text("")).values_list(*COLUMNS)


def _text(words: str) -> Value:
    return Value(words, output_field=CharField())


def _years(oldest: list[tuple[str, str]]) -> Choices:
    """Return each year from this one to that of the oldest day; none if there is no day."""
    return tuple((str(year), str(year)) for day, _label in oldest for year in _down_to(int(day[:4])))


def _down_to(year: int) -> range:
    return range(localdate().year, year - 1, -1)
