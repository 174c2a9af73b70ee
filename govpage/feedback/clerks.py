"""The threads that wait for the database on behalf of visitors."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import get_language, override

from govpage.feedback.patience import LINGER, cut_off, make_impatient

MOMENT = 0.5
"""Seconds in which something ends while the threads are busy; when nothing does, they are blocked."""

LONGEST_QUEUE = 1.0
"""Seconds that somebody waits for a busy thread, at most."""

PLACES = 2
"""How many wait for each thread, at most: as many as click at once on a good day, so that a slow database does not keep
all threads of the server."""

T = TypeVar("T")


class Busy(Exception):
    """All threads wait for the database, and enough wait for them."""


class Job(Generic[T]):
    """Work that somebody waits for."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.future: Future[T] = Future()
        self.clerk: Clerk | None = None
        self._work = work
        self._context = copy_context()
        self._language = get_language() or settings.LANGUAGE_CODE  # that of the page

    def do(self) -> None:
        """Do the work, unless nobody waits for it any more."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self._context.run(self._in_its_language)
        except Exception as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)

    def _in_its_language(self) -> T:
        with override(self._language):
            return self._work()

    def give_up(self) -> None:
        """Do not begin it; where it has begun, let the thread come back from a database that does not answer."""
        if not self.future.cancel() and self.clerk is not None:
            self.clerk.come_back(self)


class Clerk(threading.Thread):
    """One thread with a connection of its own."""

    def __init__(self, desk: Clerks) -> None:
        super().__init__(name="govpage-feedback", daemon=True)
        self._desk = desk
        self._lock = threading.Lock()
        self._job: Job[Any] | None = None

    def run(self) -> None:
        """Do one job after the other until there is to be none any more."""
        connections[self._desk.connection.alias] = self._connection = self._desk.connection.copy()
        make_impatient(self._connection, self._desk.linger)
        for job in self._desk.jobs():
            self._serve(job)
        connections.close_all()

    def _serve(self, job: Job[Any] | None) -> None:
        if job is None:
            self._look_after_connection()
            return
        self._take(job)
        try:
            self._look_after_connection()
            job.do()
        finally:
            self._take(None)
            self._desk.ended()
        self._desk.afterwards()

    def _look_after_connection(self) -> None:
        with suppress(Exception):  # it is closed all the same
            self._connection.close_if_unusable_or_obsolete()

    def _take(self, job: Job[Any] | None) -> None:
        with self._lock:
            self._job = job
            if job is not None:
                job.clerk = self

    def come_back(self, job: Job[Any]) -> None:
        """End the connection that this thread waits for, if it still is at that job."""
        with self._lock:
            if self._job is job:
                cut_off(self._connection)


class Clerks:
    """So many threads, of this process; one does the work where the database lets only one write at a time."""

    def __init__(
        self, count: int, connection: BaseDatabaseWrapper, afterwards: Callable[[], None], linger: float = LINGER
    ) -> None:
        self.linger = linger
        self.connection = connection.copy()
        self.afterwards = afterwards
        self._process = os.getpid()
        self._count = count
        self._free = threading.Semaphore(count)
        self._places = threading.Semaphore(PLACES * count)
        self._jobs: SimpleQueue[Job[Any] | None] = SimpleQueue()
        self._moved = time.monotonic()
        one_by_one = not connection.features.has_select_for_update
        self._threads = [Clerk(self) for _number in range(1 if one_by_one else count)]
        for thread in self._threads:
            thread.start()

    def fits(self, count: int, connection: BaseDatabaseWrapper) -> bool:
        """Whether these are the threads asked for; those of a parent process are not there after a fork."""
        known = (self._count, self._process, self.connection.alias, self.connection.settings_dict)
        return known == (count, os.getpid(), connection.alias, connection.settings_dict)

    def take(self, job: Job[Any]) -> None:
        """Give the job to a free thread, or wait for one where there is a place to wait.

        Raises: Busy if none gets free: at once when all are blocked, or all places are taken
        """
        if not self._free.acquire(blocking=False):
            self._queue()
        self._moved = time.monotonic()
        self._jobs.put(job)

    def _queue(self) -> None:
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            self._wait_for_a_free_one(time.monotonic() + LONGEST_QUEUE)
        finally:
            self._places.release()

    def _wait_for_a_free_one(self, until: float) -> None:
        while not self._free.acquire(timeout=MOMENT if self._moves() else 0):
            if not self._moves() or time.monotonic() > until:
                raise Busy

    def _moves(self) -> bool:
        return time.monotonic() - self._moved < MOMENT

    def jobs(self) -> Iterator[Job[Any] | None]:
        """Give one thread its jobs until it is dismissed; none after a while without."""
        while True:
            try:
                job = self._jobs.get(timeout=self.linger)
            except Empty:
                yield None
                continue
            if job is None:
                return
            yield job

    def ended(self) -> None:
        """Count a thread as free again."""
        self._moved = time.monotonic()
        self._free.release()

    def dismiss(self, patience: float = 0) -> None:
        """Let the threads end after what they have to do, and wait for them so many seconds."""
        for _thread in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join(patience)
