"""Tallies: how many answers a version of a page got on a day, right to the last one at any moment.

They are changed in the transaction that changes the answer. Where a database locks single rows, the tally of a day is
spread over slots, so that many who answer about one page at once do not wait for one row; past days have one again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import connections, router, transaction
from django.db.models import Count, F, Model
from django.utils import timezone

from govpage.feedback.models import AnswerCode, ContentVersion, Page, ReasonTally, Status, Tally, Vote

SLOTS = 8

COUNTS: dict[type[Model], tuple[str, ...]] = {
    Tally: ("yes", "no", "partly", "held", "held_yes"),
    ReasonTally: ("count",),
}
"""The columns that count."""

GROUPS: dict[type[Model], tuple[str, ...]] = {
    Tally: ("page_id", "version_id", "day"),
    ReasonTally: ("page_id", "version_id", "day", "reason"),
}
"""The columns that say what is counted."""

Place = tuple[tuple[str, Any], ...]


def local_day(moment: datetime) -> date:
    """Return the day of a moment in the site's own time zone, whatever zone is active."""
    return timezone.localdate(moment, timezone.get_default_timezone())


def add(vote: Vote) -> None:
    """Count a new vote. Its row is locked until the commit: the same submission, sent twice at once, waits here."""
    if columns := _columns(vote.answer, vote.status):
        _increase(Tally, _place(vote), _slot(vote), *columns)


def add_reason(vote: Vote) -> None:
    """Count the reason that a vote has got, if the vote counts."""
    if vote.reason and vote.status == Status.COUNTED:
        _increase(ReasonTally, _place(vote, reason=vote.reason), _slot(vote), "count")


def move(votes: Iterable[Vote], to: Status) -> None:
    """Count votes under another status than they have.

    To be called in the transaction that then changes their status, with their rows locked.
    """
    _exchange((vote, vote.answer, to) for vote in votes)


def correct(vote: Vote, answer: str, to: Status) -> None:
    """Count a vote as another answer than it is, and under that status; to be called as ``move`` is."""
    _exchange([(vote, answer, to)])


def _exchange(votes: Iterable[tuple[Vote, str, Status]]) -> None:
    """Count each vote as that answer and under that status, and no longer as it is."""
    changes: defaultdict[tuple[type[Model], Place], Counter[str]] = defaultdict(Counter)
    for vote, given, to in votes:
        for answer, status, by in ((vote.answer, vote.status, -1), (given, to, 1)):
            for column in _columns(answer, status):
                changes[Tally, _place(vote)][column] += by
            if vote.reason and status == Status.COUNTED:
                changes[ReasonTally, _place(vote, reason=vote.reason)]["count"] += by
    for (model, place), change in sorted(changes.items(), key=str):  # in one order, so that two do not block each other
        _shift(model, place, change)


def fold(before: date, since: date = date.min) -> int:
    """Let the tallies of the days before that one have one row each; return how many had more."""
    return sum(_fold(model, before, since) for model in COUNTS)


def shift_to(row: Any, page: Page, version: ContentVersion) -> None:
    """Count what a row counts for a version of another page as well; the caller removes the row."""
    model = type(row)
    place = {name: getattr(row, name) for name in GROUPS[model]} | {"page_id": page.pk, "version_id": version.pk}
    _shift(model, tuple(place.items()), {name: getattr(row, name) for name in COUNTS[model]})


def unfolded(before: date) -> int:
    """Return how many tallies of the days before that one have more rows than one."""
    return sum(len(_places(model, before, date.min)) for model in COUNTS)


def _fold(model: type[Model], before: date, since: date) -> int:
    places = _places(model, before, since)
    for place in places:
        with transaction.atomic(using=router.db_for_write(model)):
            _shift(model, place, {})
    return len(places)


def _places(model: type[Model], before: date, since: date) -> list[Place]:
    """Return what is counted in more rows than one on those days."""
    rows = model._default_manager.using(router.db_for_write(model)).filter(day__lt=before, day__gte=since)
    many = rows.values(*GROUPS[model]).annotate(rows=Count("pk")).filter(rows__gt=1).order_by()
    return [tuple((name, found[name]) for name in GROUPS[model]) for found in many]


def _columns(answer: str, status: str) -> tuple[str, ...]:
    """Return the columns in which a vote counts; none for one that is set aside."""
    if status == Status.COUNTED:
        return (answer,)
    if status == Status.HELD:
        return ("held", "held_yes") if answer == AnswerCode.YES else ("held",)
    return ()


def _place(vote: Vote, **more: str) -> Place:
    where: dict[str, Any] = {"page_id": vote.page_id, "version_id": vote.version_id, "day": local_day(vote.sent)}
    return tuple((where | more).items())


def _slot(vote: Vote) -> int:
    """Return the slot of a vote: one and the same for whatever may be the same submission."""
    if not vote.key or not connections[router.db_for_write(Tally)].features.has_select_for_update:
        return 0
    return int(vote.key[:2], 16) % SLOTS


def _increase(model: type[Model], place: Place, slot: int, *columns: str) -> None:
    where = {**dict(place), "slot": slot}
    rows, one_more = model._default_manager.filter(**where), {column: F(column) + 1 for column in columns}
    if not rows.update(**one_more):
        model._default_manager.bulk_create([model(**where)], ignore_conflicts=True)
        rows.update(**one_more)


def _shift(model: type[Model], place: Place, change: Mapping[str, int]) -> None:
    """Change what is counted at a place and put it into one row. A count that was wrong before ends at none."""
    rows = list(model._default_manager.select_for_update().filter(**dict(place)).order_by("slot"))
    counts = {name: max(0, sum(getattr(row, name) for row in rows) + change.get(name, 0)) for name in COUNTS[model]}
    if not rows:
        model._default_manager.create(**dict(place), **counts)
        return
    model._default_manager.filter(pk=rows[0].pk).update(**counts)
    model._default_manager.filter(pk__in=[row.pk for row in rows[1:]]).delete()
