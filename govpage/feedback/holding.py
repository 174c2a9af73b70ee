"""What becomes of held answers: staff let them count or set them aside, and may change their mind; nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db import router, transaction
from django.utils import timezone

from govpage.feedback import tallies
from govpage.feedback.counting import count_held
from govpage.feedback.models import AuditEvent, Status, Vote
from govpage.feedback.patience import keep_time
from govpage.feedback.signals import announce_vote
from govpage.feedback.store import Words, save_comment

AT_ONCE = 500
"""Answers whose rows are asked for in one query."""


def release(votes: Iterable[Vote], actor: str) -> int:
    """Let answers count that were held or set aside; return how many that changed.

    Shape: actor is the name of the user who does it
    """
    return _change(votes, Status.COUNTED, "vote.release", actor)


def set_aside(votes: Iterable[Vote], actor: str) -> int:
    """Let answers no longer count, and no longer wait; return how many that changed.

    Shape: actor is the name of the user who does it
    """
    return _change(votes, Status.SET_ASIDE, "vote.set-aside", actor)


def hold(key: str, because: str) -> bool:
    """Hold the answer that counts under that key, for what came after it; return whether there was one.

    Shape: key is that of ``store.save_vote``
    """
    using = router.db_for_write(Vote)
    with transaction.atomic(using=using):
        keep_time(using)
        votes = list(Vote.objects.select_for_update().filter(key=key, status=Status.COUNTED))
        _move(votes, Status.HELD, held_because=because)
        for _vote in votes:
            count_held(because, timezone.now())
    return bool(votes)


def keep_words(words: Words, because: str) -> None:
    """Keep what was said; if a check has something against the words, hold the answer that they follow, or them alone.

    Raises: what ``store.save_comment`` raises
    """
    if because and words.joins_vote:
        hold(words.key, because)
    elif because:
        words = replace(words, held_because=because)
    if words.reason or words.text:
        save_comment(words)


def _change(votes: Iterable[Vote], to: Status, action: str, actor: str) -> int:
    """Change status, tallies and the log of what staff do, all or nothing."""
    asked = sorted({vote.pk for vote in votes})
    changed: list[int] = []
    with transaction.atomic(using=router.db_for_write(Vote)):
        for start in range(0, len(asked), AT_ONCE):
            rows = Vote.objects.select_for_update().order_by("pk").filter(pk__in=asked[start : start + AT_ONCE])
            found = list(rows.exclude(status=to))  # as they are now, not as they were when staff saw them
            _move(found, to)
            changed += [vote.pk for vote in found]
        if changed:
            AuditEvent.objects.create(actor=actor, action=action, details={"count": len(changed), "votes": changed})
    return len(changed)


def _move(votes: list[Vote], to: Status, **more: str) -> None:
    tallies.move(votes, to)
    Vote.objects.filter(pk__in=[vote.pk for vote in votes]).update(status=to, **more)
    for vote in votes:
        vote.status = to
        announce_vote(vote, to)
