"""Tallies counted anew from the answers themselves, while visitors go on answering.

The rows of a day are locked, then answers and tallies are read by one statement: an answer and its tally are saved at
once, so that statement sees both or neither. What was counted in rows that are too new to be locked is left as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, router, transaction
from django.db.models import Count, Max, Min, Model, Q, QuerySet, Value
from django.utils import timezone

from govpage.feedback.models import AnswerCode, ReasonTally, Status, Tally, Vote
from govpage.feedback.tallies import COUNTS, GROUPS, local_day

TRIES = 5
"""How often a day is counted when others get in the way."""

ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class _Found:
    """What is counted in one place: by the answers, and by rows that are locked here or too new for that."""

    answers: Counter[str] = field(default_factory=Counter)
    locked: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)
    rows: list[int] = field(default_factory=list)

    def add(self, row: int, counts: dict[str, int], locked: bool) -> None:
        """Take in one line: without a row it is of the answers."""
        (self.answers if not row else self.locked if locked else self.new).update(counts)
        if row and locked:
            self.rows.append(row)

    def right(self, names: tuple[str, ...]) -> dict[str, int]:
        """Return what the locked rows should say together."""
        return {name: self.answers[name] - self.new[name] for name in names}

    @property
    def is_wrong(self) -> bool:
        """Whether answers and tallies differ."""
        return +self.answers != +(self.locked + self.new)


def days_with_answers() -> Iterator[date]:
    """Give the days that can be counted; the tallies of days before the first answer kept are all there is of them."""
    votes = Vote.objects.using(_using()).aggregate(first=Min("sent"), last=Max("sent"))
    tallied = Tally.objects.using(_using()).aggregate(last=Max("day"))["last"]
    if votes["first"] is None:
        return
    day, last = local_day(votes["first"]), max(local_day(votes["last"]), tallied or date.min)
    while day <= last:
        yield day
        day += ONE_DAY


def recount(day: date, *, correct: bool = True) -> int:
    """Count the answers of a day; return how many tallies were wrong, and correct them.

    Raises: django.db.IntegrityError if others got in the way again and again
    """
    for _try in range(TRIES - 1):
        try:
            return _recount(day, correct)
        except IntegrityError:  # a first answer, or another who counts, made a row meanwhile
            continue
    return _recount(day, correct)


def _recount(day: date, correct: bool) -> int:
    with transaction.atomic(using=_using()):
        return sum(_recount_model(model, day, correct) for model in COUNTS)


def _recount_model(model: type[Model], day: date, correct: bool) -> int:
    rows = model._default_manager.using(_using()).filter(day=day)
    locked = set(rows.select_for_update().order_by("pk").values_list("pk", flat=True))
    wrong = {place: found for place, found in _compare(model, day, rows, locked).items() if found.is_wrong}
    if correct:
        for place, found in wrong.items():
            _correct(model, {**dict(zip(_groups(model), place, strict=True)), "day": day}, found)
    return len(wrong)


def _compare(model: type[Model], day: date, rows: QuerySet[Any], locked: set[int]) -> dict[tuple[Any, ...], _Found]:
    groups, counts = _groups(model), COUNTS[model]
    found: defaultdict[tuple[Any, ...], _Found] = defaultdict(_Found)
    kept = rows.order_by().values_list("pk", *groups, *counts)
    for row, *rest in _answers(model, day).union(kept, all=True):
        place, numbers = tuple(rest[: len(groups)]), rest[len(groups) :]
        found[place].add(row, dict(zip(counts, numbers, strict=True)), row in locked)
    return found


def _answers(model: type[Model], day: date) -> Any:
    start, end = (datetime.combine(d, datetime.min.time()) for d in (day, day + ONE_DAY))
    zone = timezone.get_default_timezone()
    votes = Vote.objects.using(_using()).order_by()
    votes = votes.filter(sent__gte=timezone.make_aware(start, zone), sent__lt=timezone.make_aware(end, zone))
    if model is ReasonTally:
        votes = votes.filter(status=Status.COUNTED).exclude(reason="")
        columns = {"count": Count("pk")}
    else:
        columns = {code.value: Count("pk", filter=Q(status=Status.COUNTED, answer=code)) for code in AnswerCode}
        columns["held"] = Count("pk", filter=Q(status=Status.HELD))
        columns["held_yes"] = Count("pk", filter=Q(status=Status.HELD, answer=AnswerCode.YES))
    groups = _groups(model)
    return votes.values(*groups).annotate(row=Value(0), **columns).values_list("row", *groups, *COUNTS[model])


def _correct(model: type[Model], place: dict[str, Any], found: _Found) -> None:
    right = found.right(COUNTS[model])
    if not found.rows:
        model._default_manager.create(**place, **right)
        return
    first, *others = sorted(found.rows)
    model._default_manager.filter(pk__in=others).delete()
    model._default_manager.filter(pk=first).update(**right)


def _groups(model: type[Model]) -> tuple[str, ...]:
    return tuple(name for name in GROUPS[model] if name != "day")


def _using() -> str:
    return router.db_for_write(Vote)
