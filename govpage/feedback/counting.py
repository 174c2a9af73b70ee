"""How often each check held, refused or noticed something on a day, so that staff see what it catches.

What is held is counted in the transaction that keeps the answer. What is refused writes nothing of its own: it is noted
in memory and written down by the process now and then, so that a flood of it is a row or two.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime

from django.db import router, transaction
from django.db.models import F

from govpage.feedback.models import Alert, AlertKind, Page, ScreeningTally
from govpage.feedback.origin import Verdict
from govpage.feedback.patience import keep_time
from govpage.feedback.resolving import current_path
from govpage.feedback.screening import Screening
from govpage.feedback.tallies import local_day

SECONDS = 10.0
"""How long a process notes what it refuses before it writes that down."""

SIGNAL = "signal"
"""What stands in the place of a verdict for something that was noticed and changed nothing."""


class Notes:
    """What a process has noted: how often which check said what on which day, and pages with a burst of answers."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self.forget()

    def forget(self) -> None:
        """Have nothing noted, as at the start of the process."""
        self._counts: Counter[tuple[date, str, str]] = Counter()
        self._bursts: set[tuple[date, str]] = set()
        self._due_at = 0.0

    def refused(self, reason: str, now: datetime) -> None:
        """Note that something was refused."""
        with self._lock:
            self._counts[local_day(now), reason, Verdict.REFUSE.value] += 1

    def add(self, screening: Screening, path: str, now: datetime) -> None:
        """Note what the checks said about an answer or a comment about the page at that path."""
        if screening.verdict is Verdict.REFUSE:
            self.refused(screening.reason, now)
        day = local_day(now)
        with self._lock:
            self._counts.update((day, name, SIGNAL) for name in screening.signals)
            if "burst" in screening.signals:
                self._bursts.add((day, path))

    def is_due(self) -> bool:
        """Whether there is something to write down, and it is time."""
        return bool(self._counts) and self._clock() >= self._due_at

    def write_down(self) -> None:
        """Write down what was noted, if that is due. Nothing is forgotten when it cannot be written.

        Raises: django.db.Error if the database cannot
        """
        with self._lock:
            if not self.is_due():
                return
            counts, bursts = self._counts, self._bursts
            self._counts, self._bursts, self._due_at = Counter(), set(), self._clock() + SECONDS
        try:
            _write(counts, bursts)
        except Exception:
            with self._lock:
                self._counts.update(counts)
                self._bursts |= bursts
            raise


notes = Notes()
"""Those of this process."""


def count_held(reason: str, now: datetime) -> None:
    """Count what is held; to be called in the transaction that keeps it."""
    _increase(local_day(now), reason, Verdict.HOLD.value, 1)


def _write(counts: Counter[tuple[date, str, str]], bursts: set[tuple[date, str]]) -> None:
    using = router.db_for_write(ScreeningTally)
    with transaction.atomic(using=using):
        keep_time(using)
        for (day, name, verdict), times in sorted(counts.items()):  # in one order, so that no two block each other
            _increase(day, name, verdict, times)
        for day, path in sorted(bursts):
            _flag(day, path)


def _increase(day: date, name: str, verdict: str, times: int) -> None:
    where = {"day": day, "check_name": name, "verdict": verdict}
    rows = ScreeningTally.objects.filter(**where)
    if not rows.update(count=F("count") + times):
        ScreeningTally.objects.bulk_create([ScreeningTally(**where)], ignore_conflicts=True)
        rows.update(count=F("count") + times)


def _flag(day: date, path: str) -> None:
    """Let staff know of a burst, once for a page and day; the page is there as its answers are, where it now stands."""
    digest = Page.digest_of(current_path(path))
    if page := Page.objects.filter(digest=digest).first():
        values = {"kind": AlertKind.BURST, "page": page}
        Alert.objects.get_or_create(cause=f"burst:{day}:{digest}", defaults=values)
