"""Asking something that may be slow, down or frozen, and never waiting longer for it than was said."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")


class TookTooLong(Exception):
    """No answer within the limit, or none lately."""


class Bounded:
    """A few threads that do the asking, so that whoever asks can go on without an answer.

    After an answer that did not come in time nobody asks for a while; then one does, and all do again when it works.
    A thread that is stuck is not replaced beyond their number, and goes on when what it asked wakes up.
    """

    def __init__(
        self, *, threads: int, seconds: float, pause: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._threads, self._seconds, self._pause, self._clock = threads, seconds, pause, clock
        self._tasks: SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = SimpleQueue()
        self._lock, self._idle, self._started = threading.Lock(), threading.Semaphore(0), 0
        self._resume_at = 0.0

    def ask(self, work: Callable[[], T]) -> T:
        """Return what the work returns, or raise what it raises.

        Raises: TookTooLong if it does neither in time, or did not a moment ago
        """
        if not self._may_ask():
            raise TookTooLong
        future: Future[T] = Future()
        self._tasks.put((future, work))
        self._have_a_thread()
        try:
            answer = future.result(self._seconds)
        except TimeoutError as error:
            future.cancel()
            self._resume_at = self._clock() + self._pause
            raise TookTooLong from error
        self._resume_at = 0.0
        return answer

    def _may_ask(self) -> bool:
        """Say no during a pause, and yes to the first who asks after it."""
        with self._lock:
            if self._clock() < self._resume_at:
                return False
            if self._resume_at:
                self._resume_at = self._clock() + self._pause
            return True

    def _have_a_thread(self) -> None:
        if self._idle.acquire(blocking=False):
            return
        with self._lock:
            if self._started == self._threads:
                return
            self._started += 1
        # Not one of concurrent.futures: those are waited for when the process ends, frozen or not.
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            _do(*self._tasks.get())
            self._idle.release()


def _do(future: Future[Any], work: Callable[[], Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(work())
    except BaseException as error:  # whatever it is, it belongs to whoever asked
        future.set_exception(error)
