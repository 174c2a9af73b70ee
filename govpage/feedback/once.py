"""What is done once, wherever and however often it is tried: claimed first, done then, and claimed anew if it failed.

No lock is held while the work is done, since a mail server may be slow and votes must not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from govpage.feedback.models import AuditEvent

GIVEN_UP = timedelta(hours=1)
"""After which a claim of somebody who never said that it was done is open to others."""

CLAIMED = "claimed"


def claim(name: str, now: datetime) -> bool:
    """Whether the caller may do it now: nobody has done it, and nobody is at it."""
    event, made = AuditEvent.objects.get_or_create(once=name, defaults={"action": CLAIMED, "at": now})
    if made:
        return True
    # Of two that take over a claim that was given up, the database lets one change it.
    return AuditEvent.objects.filter(pk=event.pk, action=CLAIMED, at__lt=now - GIVEN_UP).update(at=now) == 1


def done(names: Collection[str], action: str, now: datetime) -> None:
    """Say that what was claimed is done, under its own name."""
    AuditEvent.objects.filter(once__in=names).update(action=action, at=now)


def release(names: Collection[str]) -> None:
    """Give claims back, so that the next run tries again."""
    AuditEvent.objects.filter(once__in=names, action=CLAIMED).delete()
