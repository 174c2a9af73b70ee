"""Where a release stands at a moment, computed from its dates by one queryset method; no job has to run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Case, Min, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from govpage.news.models import NewsRelease  # noqa: F401  (in the annotation of a base class)


class State(models.TextChoices):
    """Where a release stands."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    EMBARGOED = "embargoed", _("Embargoed")
    SCHEDULED = "scheduled", _("Scheduled")
    LIVE = "live", _("Live")
    UPDATED = "updated", _("Updated")
    ARCHIVED = "archived", _("Archived")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DELETED = "deleted", _("Deleted")


CURRENT = (State.LIVE, State.UPDATED)
"""States in which a release is in the list of news."""

PUBLIC = (*CURRENT, State.ARCHIVED)
"""States in which a release can be read at its address."""

GONE = (State.EXPIRED, State.WITHDRAWN)
"""States in which a release could be read before, so that its address says that it is gone."""

MOMENTS = ("publish_at", "updated_at", "archives_at", "expires_at", "withdraw_at", "deleted_at")
"""Fields whose moment changes the state."""

MADE_FROM: Mapping[str, frozenset[str]] = {
    "search_text": frozenset({"title", "subtitle", "body"}),
    "sort_day": frozenset({"release_date"}),
    "archives_at": frozenset({"archive_at", "kind", "release_date", "publish_at", "kept_current"}),
    "archive_sort_day": frozenset({"archive_at", "kind", "release_date", "publish_at", "kept_current"}),
}
"""Fields that are made, and from which; update() makes them anew."""

REMADE_AT_ONCE = 200


class ReleaseQuerySet(models.QuerySet["NewsRelease"]):
    """Releases with their state."""

    def with_state(self, at: datetime | None = None) -> ReleaseQuerySet:
        """Annotate each release with its ``state`` at that moment, now when not given.

        Shape: a moment counts from its first instant on; deleted goes before withdrawn, withdrawn before everything
            else, and nothing is archived that was not published
        """
        conditions = _conditions(at or timezone.now())
        whens = [When(condition, then=Value(state)) for state, condition in conditions.items()]
        state = Case(*whens, output_field=models.CharField(max_length=16))
        return self.annotate(state=state)  # type: ignore[no-redef]

    def in_state(self, *states: State, at: datetime | None = None) -> ReleaseQuerySet:
        """Return the releases in any of the states at that moment."""
        return self.with_state(at).filter(state_condition(states, at or timezone.now()))

    def next_change(self, at: datetime | None = None) -> datetime | None:
        """Return when the state of any of the releases changes next; None if never."""
        now = at or timezone.now()
        # Each moment is read off the end of its own index, however many releases there are.
        first, *others = (self._next(name, now) for name in MOMENTS)
        return min((moment for (moment,) in first.union(*others, all=True) if moment), default=None)

    def _next(self, name: str, now: datetime) -> models.QuerySet[Any, Any]:
        later = self.filter(**{f"{name}__gt": now}).order_by()
        return later.values(nothing=Value(1)).annotate(next=Min(name)).values_list("next")

    def update(self, **values: Any) -> int:
        """Update the releases, and what is made from the fields that change."""
        made = [name for name, sources in MADE_FROM.items() if sources & values.keys()]
        if not made:
            return super().update(**values)
        with transaction.atomic(using=self.db):
            # A release may leave the selection by the very change.
            keys = list(self.order_by().values_list("pk", flat=True))
            count = super().update(**values)
            type(self)(self.model, using=self.db).remake(keys, made)
        return count

    update.alters_data = True  # type: ignore[attr-defined]

    def remake(self, keys: list[int], made: Iterable[str]) -> None:
        """Make fields of the releases with these keys anew from the fields that they follow from."""
        for begin in range(0, len(keys), REMADE_AT_ONCE):
            releases = list(self.filter(pk__in=keys[begin : begin + REMADE_AT_ONCE]))
            for release in releases:
                for name in made:
                    release._meta.get_field(name).pre_save(release, add=False)  # type: ignore[union-attr]
            self.bulk_update(releases, list(made))

    remake.alters_data = True  # type: ignore[attr-defined]


def _conditions(now: datetime) -> dict[State, Q]:
    """Return when a release is in each state, in the order in which they go before one another."""
    return {
        State.DELETED: Q(deleted_at__lte=now),
        State.WITHDRAWN: Q(withdraw_at__lte=now),
        State.IN_REVIEW: Q(publish_at__isnull=True, in_review=True),
        State.DRAFT: Q(publish_at__isnull=True),
        State.EMBARGOED: Q(publish_at__gt=now, embargoed=True),
        State.SCHEDULED: Q(publish_at__gt=now),
        State.EXPIRED: Q(expires_at__lte=now),
        State.ARCHIVED: Q(archives_at__lte=now),
        State.UPDATED: Q(updated_at__lte=now),
        State.LIVE: Q(pk__isnull=False),
    }


def state_condition(states: Iterable[State], now: datetime) -> Q:
    """Return when a release is in any of the states.

    Shape: what is current, archived or public is said so that an index can answer it; for any other states the releases
        need their state annotated
    """
    wanted = frozenset(states)
    published = Q(publish_at__lte=now) & _not_yet("deleted_at", now) & _not_yet("withdraw_at", now)
    readable = published & _not_yet("expires_at", now)
    if wanted == frozenset(PUBLIC):
        return readable
    if wanted == frozenset(CURRENT):
        return readable & _not_yet("archives_at", now)
    if wanted == {State.ARCHIVED}:
        return readable & Q(archives_at__lte=now)
    return reduce(or_, (Q(state=state) for state in wanted), Q(pk__in=[]))


def _not_yet(name: str, now: datetime) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gt": now})
