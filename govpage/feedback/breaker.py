"""The breaker: after repeated failures of the database nobody waits for it but one who tries."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

FAILURES = 8
"""Failures in a row after which nobody waits: more than all threads meet when a disk is slow for a moment."""

PAUSE = 1.0
"""Seconds between two who try then."""


class Breaker:
    """Says who may try; safe for threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._next_try = 0.0

    def allows(self) -> bool:
        """Return whether this one may try: everybody while all is well, else one in each pause."""
        with self._lock:
            if self._failures < FAILURES:
                return True
            if self._clock() < self._next_try:
                return False
            self._next_try = self._clock() + PAUSE
            return True

    def failed(self) -> None:
        """Count a failure."""
        with self._lock:
            self._failures += 1
            self._next_try = self._clock() + PAUSE

    def succeeded(self) -> None:
        """Let everybody try again."""
        with self._lock:
            self._failures = 0
