"""The rules of archiving, seen before they apply."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from govpage.news.ages import moment_after
from govpage.news.models import ArchiveRule, NewsRelease

NAMED = 50
"""Releases that a preview names at most."""

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Move:
    """A release whose moment of archiving the rules change."""

    key: int
    title: str
    before: datetime | None
    after: datetime | None


@dataclass(slots=True)
class Counts:
    """How many releases go into the archive and come back from it, by a moment."""

    archived: int = 0
    back: int = 0

    def count(self, move: Move, at: datetime) -> bool:
        """Count the release, and say whether it moves."""
        before, after = _is_past(move.before, at), _is_past(move.after, at)
        self.archived += after and not before
        self.back += before and not after
        return after != before


@dataclass(slots=True)
class ArchivePlan:
    """What applying the rules would do.

    Shape: named are the first releases that move, into the archive or back, by a month from now
    """

    changed: int = 0
    now: Counts = field(default_factory=Counts)
    next_month: Counts = field(default_factory=Counts)
    named: list[Move] = field(default_factory=list)

    @property
    def numbers(self) -> str:
        """The numbers as one text, which whoever applies the rules sends back."""
        parts = (self.changed, self.now.archived, self.now.back, self.next_month.archived, self.next_month.back)
        return "-".join(str(part) for part in parts)


class PlanChangedError(Exception):
    """The rules would now do something else than what was seen."""


def plan(at: datetime) -> ArchivePlan:
    """Return what applying the rules as they are would do at that moment and a month later."""
    found, later = ArchivePlan(), moment_after(localdate(at), 1)
    for move in _moves():
        found.changed += 1
        moves = found.now.count(move, at) | found.next_month.count(move, later)
        if moves and len(found.named) < NAMED:
            found.named.append(move)
    return found


def apply(numbers: str, at: datetime) -> ArchivePlan:
    """Apply the rules to all releases, if they do what was seen.

    Raises: PlanChangedError if the numbers are not those of ``plan()`` any more
    """
    with transaction.atomic():
        found = plan(at)
        if found.numbers != numbers:
            raise PlanChangedError(found.numbers)
        batch: list[Move] = []
        for move in list(_moves()):
            batch.append(move)
            if len(batch) == AT_ONCE:
                _save(batch)
                batch = []
        _save(batch)
    return found


def _save(moves: list[Move]) -> None:
    after = {move.key: move.after for move in moves}
    releases = list(NewsRelease.objects.filter(pk__in=after).only("pk", "sort_day", "archives_at", "archive_sort_day"))
    for release in releases:
        release.archives_at = after[release.pk]
        release.archive_sort_day = release.sort_day if release.archives_at else None
    NewsRelease.objects.bulk_update(releases, ["archives_at", "archive_sort_day"])


def _moves() -> Iterator[Move]:
    """Give every release whose moment of archiving is not what the rules say, newest first."""
    months = dict(ArchiveRule.objects.values_list("kind", "months"))
    names = ("pk", "title", "kind", "release_date", "publish_at", "kept_current", "archives_at")
    releases = NewsRelease.objects.filter(archive_at__isnull=True, publish_at__isnull=False)
    for key, title, kind, day, published, kept, before in releases.values_list(*names).iterator(chunk_size=2000):
        after = None if kept else _moment(day or localdate(published), months.get(kind))
        if before != after:
            yield Move(key, title, before, after)


def _moment(day: date, months: int | None) -> datetime | None:
    return moment_after(day, months) if months else None


def _is_past(moment: datetime | None, at: datetime) -> bool:
    return moment is not None and moment <= at
