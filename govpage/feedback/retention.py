"""How long what visitors wrote is kept: as long as the site's records schedule says, and no longer."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning
from django.db import router, transaction
from django.db.models import Model, QuerySet

from govpage.conf import problems
from govpage.feedback import keys, tallies
from govpage.feedback.audit import record
from govpage.feedback.desk import persist
from govpage.feedback.models import AuditEvent, Comment, Vote
from govpage.feedback_settings import FeedbackSettings, feedback_settings

AT_ONCE = 500
"""Comments that are removed in one transaction, so that no visitor waits long for it."""


@dataclass(frozen=True, slots=True)
class Purge:
    """What a purge removed, or would remove: comments, one-time keys, and rows of past days put together."""

    comments: int
    keys: int
    days: int


def purge(now: datetime, actor: str = "") -> Purge:
    """Remove comments whose time is over, forget old one-time keys, fold the tallies of past days, and log it.

    Votes and tallies hold no person's data and are kept. The log has one line: comments are counted in it as they are
    removed, keys and days before they are attended to, so that nothing goes which is not in the log.
    """
    event = persist(lambda: record(actor, "feedback.purge", retention_days=retention_days(), comments=0))
    removed = _remove(now, event)
    done = Purge(removed, sum(_with_old_keys(model, now).count() for model in (Vote, Comment)), _unfolded(now))
    persist(lambda: _log(event, **asdict(done)))
    persist(lambda: keys.forget_old_keys(now))
    persist(lambda: tallies.fold(tallies.local_day(now)))
    return done


def would_purge(now: datetime) -> Purge:
    """Return what a purge at that time would do; nothing is changed but for a line in the log."""
    kept = _with_old_keys(Comment, now).exclude(pk__in=_expired(now).values("pk"))
    found = Purge(
        _expired(now).count(),
        _with_old_keys(Vote, now).count() + kept.count(),
        _unfolded(now),
    )
    record("", "feedback.purge-dry-run", retention_days=retention_days(), **asdict(found))
    return found


def _expired(now: datetime) -> QuerySet[Comment]:
    comments = Comment.objects.using(router.db_for_write(Comment))
    return comments.filter(sent__lt=now - timedelta(days=days)) if (days := retention_days()) else comments.none()


def retention_days() -> int:
    """Return the days that comments are kept, 0 where nobody has said so and all are kept."""
    return max(feedback_settings().retention_days or 0, 0)


def _with_old_keys(model: type[Model], now: datetime) -> QuerySet[Model]:
    rows = model._default_manager.using(router.db_for_write(model))
    return rows.filter(key__gt="", sent__lt=now - keys.KEPT)


def _unfolded(now: datetime) -> int:
    return tallies.unfolded(tallies.local_day(now))


def _remove(now: datetime, event: AuditEvent) -> int:
    removed = 0
    while some := persist(partial(_remove_some, now, event, removed)):
        removed += some
    return removed


def _remove_some(now: datetime, event: AuditEvent, before: int) -> int:
    """Count some more comments in the log and remove them, both or neither; return how many."""
    found = list(_expired(now).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    with transaction.atomic(using=router.db_for_write(Comment)):
        _log(event, comments=before + len(found))
        Comment.objects.filter(pk__in=found).delete()
    return len(found)


def _log(event: AuditEvent, **details: int) -> None:
    event.details = {**event.details, **details}
    event.save(update_fields=["details"])


@register
def check_retention(**_kwargs: object) -> list[CheckMessage]:
    """Report a site that has not said how long it keeps comments."""
    if problems("GOVPAGE_FEEDBACK", FeedbackSettings) or retention_days():
        return []
    message = "GOVPAGE_FEEDBACK does not say how long comments are kept, so that purge_feedback removes none."
    hint = "Set 'retention_days' to what your records schedule says."
    return [CheckWarning(message, hint=hint, id="govpage_feedback.W030")]
