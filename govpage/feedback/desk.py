"""The desk: what a visitor sends is done in a bounded time, by a bounded number of threads, or known not to be done.

A database may be locked, stopped or frozen. Whoever attends to a submission here has an answer in less than two seconds
all the same, and pages that need no database never wait behind one that is blocked. What is given up at the deadline
may still be saved later; as its key makes it one, nothing is doubled when it is sent again.
"""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import wait
from typing import Any, TypeVar

from django.db import DataError, IntegrityError, OperationalError, connections, router
from django.db import Error as DatabaseFailure
from django.db.backends.base.base import BaseDatabaseWrapper

from govpage.feedback import upkeep
from govpage.feedback.breaker import Breaker
from govpage.feedback.clerks import Busy, Clerks, Job
from govpage.feedback.models import Vote
from govpage.feedback.patience import LIMIT, deadline, own_limits, remaining
from govpage.feedback_settings import feedback_settings

T = TypeVar("T")

CONFLICTS = {"40001", "40P01", 1020, 1213, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_SNAPSHOT}
"""How databases say that two transactions were in each other's way and this one may simply be tried again."""

ENOUGH = 0.5
"""Seconds that must be left for trying again."""


class Unavailable(Exception):
    """It is not known to be saved; the reason is the name of what went wrong and quotes nothing that was sent."""


def attend(work: Callable[[], T]) -> T:
    """Do the work, in time or not at all.

    Raises: Unavailable if the database could not do it, or not in time
    """
    connection = connections[router.db_for_write(Vote)]
    threads = feedback_settings().threads
    if connection.in_atomic_block:
        return _named(work)
    if not threads:
        return _named(lambda: _do_here(work, connection))
    return _attend(work, threads, connection)


def persist(work: Callable[[], T]) -> T:
    """Do the work, again when another transaction was in its way, for as long as there is time."""
    left = remaining()
    until = time.monotonic() + (LIMIT if left is None else left) - ENOUGH
    while True:
        try:
            return work()
        except OperationalError as failure:
            if not _is_conflict(failure) or time.monotonic() > until:
                raise
            time.sleep(random.uniform(0, 0.05))  # noqa: S311  (so that the two do not meet again)


def _is_conflict(failure: OperationalError) -> bool:
    cause: Any = failure.__cause__
    names = (getattr(cause, name, None) for name in ("sqlstate", "pgcode", "sqlite_errorcode"))
    return bool(CONFLICTS & {*names, *getattr(cause, "args", ())[:1]})


def _named(work: Callable[[], T]) -> T:
    try:
        return work()
    except DatabaseFailure as failure:
        raise Unavailable(type(failure).__name__) from failure


def _do_here(work: Callable[[], T], connection: BaseDatabaseWrapper) -> T:
    """Do the work in the thread of the request, which nobody can call back: the database has to give up by itself."""
    with deadline(time.monotonic() + LIMIT), own_limits(connection):
        result = persist(work)
        upkeep.after_each()
    return result


def _attend(work: Callable[[], T], threads: int, connection: BaseDatabaseWrapper) -> T:
    until = time.monotonic() + LIMIT
    if not _breaker.allows():
        raise Unavailable("Paused")
    job = Job(lambda: _timed(work, until))
    try:
        _clerks(threads, connection).take(job)
    except Busy as busy:
        raise Unavailable("Busy") from busy
    return _wait(job, until)


def _timed(work: Callable[[], T], until: float) -> T:
    with deadline(until):
        return persist(work)


def _wait(job: Job[T], until: float) -> T:
    done, _not_done = wait([job.future], max(until - time.monotonic(), 0))
    if not done:
        job.give_up()
        _breaker.failed()
        raise Unavailable("Late")
    failure = job.future.exception()
    if isinstance(failure, DatabaseFailure) and not isinstance(failure, IntegrityError | DataError):
        _breaker.failed()
    else:
        _breaker.succeeded()
    return _named(job.future.result)


_lock = threading.Lock()
_breaker = Breaker()
_staff: Clerks | None = None


def _clerks(threads: int, connection: BaseDatabaseWrapper) -> Clerks:
    global _staff
    with _lock:
        if _staff is not None and not _staff.fits(threads, connection):
            _staff.dismiss()
            _staff = None
        if _staff is None:
            _staff = Clerks(threads, connection, upkeep.after_each)
        return _staff


def reset(patience: float = 5) -> None:
    """Let the threads end and forget what failed, as at the start of the process."""
    global _staff, _breaker
    with _lock:
        if _staff is not None:
            _staff.dismiss(patience)
        _staff, _breaker = None, Breaker()
    upkeep.reset()
