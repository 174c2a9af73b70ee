"""Django signals for projects that want to do more with feedback.

They are sent after the commit, by the thread that saved it; a receiver that raises is logged by Django and harms
nothing. The visitor waits for receivers, so a slow one belongs into a queue of the project's own.
"""

from __future__ import annotations

from functools import partial

from django.db import router, transaction
from django.db.models import Model
from django.dispatch import Signal

from govpage.feedback.models import Comment, Status, Vote

vote_counted = Signal()
"""An answer counts, at once or as staff released it. Arguments: vote"""

vote_held = Signal()
"""An answer is held for review. Arguments: vote"""

comment_kept = Signal()
"""What a visitor wrote is kept, without the personal information in it, or let into the queue. Arguments: comment"""

OF_STATUS = {Status.COUNTED: (vote_counted,), Status.HELD: (vote_held,)}


def announce_vote(vote: Vote, status: str) -> None:
    """Send the signal of a status that a vote has from this transaction on, once that is committed."""
    for signal in OF_STATUS.get(Status(status), ()):
        _after_commit(signal, vote=vote)


def announce_comment(comment: Comment) -> None:
    """Send the signal of a comment that this transaction keeps or lets into the queue, once that is committed."""
    _after_commit(comment_kept, comment=comment)


def _after_commit(signal: Signal, **instance: Model) -> None:
    sender = type(next(iter(instance.values())))
    transaction.on_commit(partial(signal.send_robust, sender=sender, **instance), using=router.db_for_write(Vote))
