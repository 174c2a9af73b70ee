"""What has to be done now and then, by whoever has just saved something: no site may lack the cron job for it."""

from __future__ import annotations

import logging
import threading
import time
from datetime import timedelta

from django.utils import timezone

from govpage.feedback.counting import notes
from govpage.feedback.keys import forget_old_keys
from govpage.feedback.tallies import fold, local_day

logger = logging.getLogger(__name__)

HOUR = 60 * 60
LATELY = timedelta(days=7)
"""How far back tallies are folded here; ``purge_feedback`` folds them all."""

_lock = threading.Lock()
_next = 0.0


def after_each() -> None:
    """Do what is due after something was saved."""
    try:
        notes.write_down()
    except Exception as failure:  # what was noted is kept, and written down a little later
        logger.error("What the checks noted could not be written down: %s.", type(failure).__name__)
    hourly()


def hourly() -> None:
    """Forget old keys and fold the slots of past days, unless this process did it within the hour."""
    if not _is_due():
        return
    try:
        now = timezone.now()
        forget_old_keys(now)
        fold(local_day(now), since=local_day(now - LATELY))
    except Exception as failure:  # nothing that a visitor sent depends on it, and it is done again in an hour
        logger.error("Old keys could not be forgotten: %s.", type(failure).__name__)


def _is_due() -> bool:
    global _next
    with _lock:
        now = time.monotonic()
        if now < _next:
            return False
        _next = now + HOUR
        return True


def reset() -> None:
    """Let it be due again."""
    global _next
    with _lock:
        _next = 0.0
