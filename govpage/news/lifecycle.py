"""Where a release stands at a moment, computed from its dates by one queryset method; no job has to run."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from govpage.news.models import NewsRelease  # noqa: F401  (in the annotation of a base class)


class State(models.TextChoices):
    """Where a release stands."""

    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    LIVE = "live", _("Live")
    ARCHIVED = "archived", _("Archived")
    WITHDRAWN = "withdrawn", _("Withdrawn")


PUBLIC = (State.LIVE, State.ARCHIVED)
"""States in which a release can be read at its address."""

MOMENTS = ("publish_at", "archive_at", "withdraw_at")
"""Fields whose moment changes the state."""


class ReleaseQuerySet(models.QuerySet["NewsRelease"]):
    """Releases with their state."""

    def with_state(self, at: datetime | None = None) -> ReleaseQuerySet:
        """Annotate each release with its ``state`` at that moment, now when not given.

        Shape: a moment counts from its first instant on; withdrawn goes before everything, and nothing is archived
            that was not published
        """
        now = at or timezone.now()
        state = Case(
            When(withdraw_at__lte=now, then=Value(State.WITHDRAWN)),
            When(publish_at__isnull=True, then=Value(State.DRAFT)),
            When(publish_at__gt=now, then=Value(State.SCHEDULED)),
            When(archive_at__lte=now, then=Value(State.ARCHIVED)),
            default=Value(State.LIVE),
            output_field=models.CharField(max_length=16),
        )
        return self.annotate(state=state)  # type: ignore[no-redef]

    def in_state(self, *states: State, at: datetime | None = None) -> ReleaseQuerySet:
        """Return the releases in any of the states at that moment."""
        return self.with_state(at).filter(state__in=states)  # type: ignore[misc]

    def next_change(self, at: datetime | None = None) -> datetime | None:
        """Return when the state of any of the releases changes next; None if never."""
        now = at or timezone.now()
        earliest = {name: models.Min(name, filter=Q(**{f"{name}__gt": now})) for name in MOMENTS}
        # The ordering and the annotated state are of no use to an aggregate.
        found = self.order_by().aggregate(**earliest)
        return min((moment for moment in found.values() if moment), default=None)
