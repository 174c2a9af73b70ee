"""The desk: an answer in time, from a few threads, whatever the database does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection, connections, transaction
from django.utils import timezone
from django.utils.translation import get_language, override
from pytest_django import Settings

from govpage.feedback import desk, patience
from govpage.feedback.breaker import FAILURES
from govpage.feedback.clerks import LONGEST_QUEUE, MOMENT, PLACES, Busy, Clerks, Job
from govpage.feedback.counting import notes
from govpage.feedback.desk import Unavailable, attend, persist
from govpage.feedback.holding import hold
from govpage.feedback.models import Vote
from govpage.feedback.patience import LIMIT, remaining
from govpage.feedback.store import AlreadyCommented, Answer, save_vote
from tests.feedback.databases import connected, down, rows
from tests.feedback.visits import KEY, PAGE

LONGEST = 2.5
"""Seconds in which a visitor has an answer."""


def vote() -> str:
    return save_vote(Answer(PAGE, "yes", (KEY,)))


def fail(failure: Exception) -> Any:
    raise failure


def thread_of(work: Callable[[], object]) -> int:
    """Do the work and return the thread that did it."""
    return attend(lambda: (work(), threading.get_ident())[1])


@contextmanager
def blocked(threads: int) -> Iterator[list[Future[Any]]]:
    """Let so many wait for what does not come before the end of the block."""
    release, began = threading.Event(), threading.Semaphore(0)
    known = connections["default"]

    def wait() -> None:
        began.release()
        release.wait(10)

    def visit() -> None:
        connections["default"] = known.copy()
        attend(wait)

    with ThreadPoolExecutor(threads) as pool:
        visits = [pool.submit(visit) for _number in range(threads)]
        for _number in range(threads):
            assert began.acquire(timeout=5)
        try:
            yield visits
        finally:
            release.set()


def test_work_is_done_by_a_thread_of_the_desk(database_file: Path) -> None:
    assert thread_of(vote) != threading.get_ident()
    assert rows(database_file, "vote") == 1


def test_work_within_a_transaction_is_part_of_it(db: None) -> None:
    assert thread_of(vote) == threading.get_ident()
    assert Vote.objects.get().key == KEY


def test_work_has_a_time(database_file: Path) -> None:
    left = attend(remaining)
    assert left is not None
    assert 0 < left <= LIMIT
    assert remaining() is None


def test_language_is_that_of_the_page(database_file: Path) -> None:
    with override("es"):
        assert attend(get_language) == "es"


def test_no_threads_means_that_of_the_request(database_file: Path, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"threads": 0}
    assert thread_of(vote) == threading.get_ident()
    assert rows(database_file, "vote") == 1
    assert 0 < (attend(remaining) or 0) <= LIMIT
    assert remaining() is None


def write_down() -> None:
    notes.refused("token", timezone.now())
    notes.write_down()


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(vote, id="vote"),
        pytest.param(lambda: hold(KEY, "honeypot"), id="vote-that-is-held"),
        pytest.param(write_down, id="what-was-refused"),
    ],
)
@pytest.mark.parametrize("threads", [0, 4])
def test_database_gives_up_by_itself(
    threads: int,
    work: Callable[[], object],
    database_file: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.GOVPAGE_FEEDBACK = {"threads": threads}
    limits = list[float]()
    monkeypatch.setattr(patience, "limit_statements", lambda _connection, seconds: limits.append(seconds))
    attend(work)
    (left,) = limits
    assert 0 < left <= LIMIT


@pytest.mark.parametrize("threads", [0, 4])
def test_what_the_work_says_is_passed_on(threads: int, database_file: Path, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"threads": threads}
    with pytest.raises(AlreadyCommented):
        attend(lambda: fail(AlreadyCommented()))


@pytest.mark.parametrize("threads", [0, 4])
def test_database_that_fails_is_unavailable(threads: int, failing_database: Path, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"threads": threads}
    with pytest.raises(Unavailable, match="Error"):
        attend(vote)


def test_failure_within_a_transaction_is_unavailable(db: None) -> None:
    with pytest.raises(Unavailable, match=r"\AIntegrityError\Z"), transaction.atomic():
        attend(lambda: fail(IntegrityError("what was sent")))


def test_answer_comes_in_time_when_the_database_does_not(database_file: Path) -> None:
    start = time.monotonic()
    release = threading.Event()
    with pytest.raises(Unavailable, match="Late"):
        attend(lambda: release.wait(10))
    release.set()
    assert time.monotonic() - start < LONGEST


def test_who_comes_while_all_wait_is_told_at_once(database_file: Path, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"threads": 1}
    with blocked(1):
        time.sleep(MOMENT)
        start = time.monotonic()
        with pytest.raises(Unavailable, match="Busy"):
            attend(vote)
        assert time.monotonic() - start < MOMENT
    time.sleep(MOMENT / 5)  # it is free as soon as it has looked after its connection
    assert attend(vote) == KEY


def test_who_comes_while_all_are_busy_waits_a_moment(database_file: Path, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"threads": 2}
    known = connections["default"]
    attend(vote)

    def visit(_number: int) -> str:
        connections["default"] = known.copy()
        return attend(vote)

    with ThreadPoolExecutor(5) as pool:
        assert list(pool.map(visit, range(20))) == [KEY] * 20


def test_bounded_share_of_the_threads_waits_for_a_slow_database(database_file: Path, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"threads": 2}
    known, all_there = connections["default"], threading.Barrier(20)

    def visit(_number: int) -> float:
        connections["default"] = known.copy()
        all_there.wait()
        start = time.monotonic()
        with suppress(Unavailable):
            attend(lambda: time.sleep(MOMENT * 0.6))
        return time.monotonic() - start

    with ThreadPoolExecutor(20) as pool:
        waited = sorted(pool.map(visit, range(20)))
    assert len([seconds for seconds in waited if seconds > MOMENT / 2]) <= 2 + 2 * PLACES
    assert waited[-1] < LIMIT + MOMENT


def test_after_failures_nobody_waits(database_file: Path) -> None:
    with down(database_file):
        for _time in range(FAILURES):
            with pytest.raises(Unavailable, match="OperationalError"):
                attend(vote)
    with pytest.raises(Unavailable, match="Paused"):
        attend(vote)
    desk.reset()
    assert attend(vote) == KEY


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(AlreadyCommented(), id="said-by-the-work"),
        pytest.param(Unavailable("x"), id="anything-else"),
    ],
)
def test_what_is_no_failure_of_the_database_counts_as_none(failure: Exception, database_file: Path) -> None:
    for _time in range(FAILURES):
        with pytest.raises(type(failure)):
            attend(lambda: fail(failure))
    assert attend(vote) == KEY


def test_row_that_is_refused_is_no_failure_of_the_database(database_file: Path) -> None:
    for _time in range(FAILURES):
        with pytest.raises(Unavailable, match="IntegrityError"):
            attend(lambda: fail(IntegrityError()))
    assert attend(vote) == KEY


def test_other_number_of_threads_is_other_threads(database_file: Path, settings: Settings) -> None:
    first = thread_of(vote)
    settings.GOVPAGE_FEEDBACK = {"threads": 2}
    assert thread_of(vote) != first


def test_other_database_is_other_threads(database_file: Path, tmp_path: Path) -> None:
    attend(vote)
    other = tmp_path / "other.sqlite3"
    other.write_bytes(database_file.read_bytes())
    with connected(other):
        assert attend(lambda: str(connection.settings_dict["NAME"])) == str(other)


# Trying again


def conflict(cause: Exception) -> OperationalError:
    failure = OperationalError()
    failure.__cause__ = cause
    return failure


class Locked(Exception):
    """As sqlite3 says that another writes, or has written since the transaction began."""

    def __init__(self, number: int) -> None:
        self.sqlite_errorcode = number


CONFLICTS = [
    pytest.param(psycopg.errors.DeadlockDetected(), id="postgresql-deadlock"),
    pytest.param(psycopg.errors.SerializationFailure(), id="postgresql-serialization"),
    pytest.param(Exception(1213, "Deadlock found"), id="mariadb-deadlock"),
    pytest.param(Exception(1020, "Record has changed"), id="mariadb-snapshot"),
    pytest.param(Locked(5), id="sqlite-busy"),
    pytest.param(Locked(517), id="sqlite-snapshot"),
]


class Failing:
    """Work that fails so many times."""

    def __init__(self, cause: Exception, times: int) -> None:
        self.cause, self.left = cause, times

    def __call__(self) -> str:
        if self.left:
            self.left -= 1
            raise conflict(self.cause)
        return "done"


@pytest.mark.parametrize("cause", CONFLICTS)
def test_conflict_is_tried_again(cause: Exception) -> None:
    assert persist(Failing(cause, 3)) == "done"


@pytest.mark.parametrize(
    "cause",
    [
        pytest.param(psycopg.errors.LockNotAvailable(), id="postgresql-lock-timeout"),
        pytest.param(Exception(1205, "Lock wait timeout"), id="mariadb-lock-timeout"),
        pytest.param(Exception(), id="without-a-number"),
    ],
)
def test_other_failure_is_not(cause: Exception) -> None:
    work = Failing(cause, 1)
    with pytest.raises(OperationalError):
        persist(work)
    assert work.left == 0


def test_conflict_that_lasts_ends_in_time(database_file: Path) -> None:
    start = time.monotonic()
    with pytest.raises(Unavailable, match="OperationalError"):
        attend(Failing(Exception(1213), 1_000_000))
    assert time.monotonic() - start < LIMIT


# The threads themselves


@pytest.fixture
def clerks(database_file: Path) -> Iterator[Callable[..., Clerks]]:
    """`clerks(count)` returns so many threads, which end with the test."""
    with ExitStack() as stack:

        def make(count: int, **how: Any) -> Clerks:
            made = Clerks(count, connections["default"], lambda: None, **how)
            stack.callback(made.dismiss, 5)
            return made

        yield make


def test_threads_of_a_parent_process_are_none_of_ours(
    clerks: Callable[..., Clerks], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = clerks(2)
    assert made.fits(2, connections["default"])
    monkeypatch.setattr("os.getpid", lambda: -1)
    assert not made.fits(2, connections["default"])


def test_work_that_nobody_waits_for_is_not_begun(clerks: Callable[..., Clerks]) -> None:
    done: list[str] = []
    made, release = clerks(2), threading.Event()
    first, second = Job(lambda: release.wait(5)), Job(lambda: done.append("done"))
    made.take(first)
    made.take(second)
    second.give_up()
    release.set()
    assert first.future.result(5)
    made.dismiss(5)
    assert (done, second.future.cancelled()) == ([], True)


def test_thread_that_is_done_is_left_alone(clerks: Callable[..., Clerks]) -> None:
    made, job = clerks(1), Job(lambda: "done")
    made.take(job)
    made.dismiss(5)
    job.give_up()
    assert job.future.result() == "done"


def test_longest_queue_has_an_end(clerks: Callable[..., Clerks]) -> None:
    made, release = clerks(1), threading.Event()
    made.take(Job(lambda: release.wait(5)))
    made._moved = time.monotonic() + 60  # as if others were served all the time
    start = time.monotonic()
    with pytest.raises(Busy):
        made.take(Job(lambda: None))
    release.set()
    assert LONGEST_QUEUE <= time.monotonic() - start < LIMIT


def test_no_more_wait_than_there_are_places(clerks: Callable[..., Clerks]) -> None:
    made, release = clerks(2), threading.Event()
    for _number in range(2):
        made.take(Job(lambda: release.wait(5)))
    taken = list[float]()

    def visit(_number: int) -> float:
        start = time.monotonic()
        with suppress(Busy):
            made.take(Job(lambda: None))
            taken.append(start)
        return time.monotonic() - start

    made._moved = time.monotonic() + 60  # as if others were served all the time
    with ThreadPoolExecutor(8) as pool:
        visits = [pool.submit(visit, number) for number in range(8)]
        until = time.monotonic() + MOMENT
        while sum(visit.done() for visit in visits) < 4 and time.monotonic() < until:
            time.sleep(0.01)
        assert sum(visit.done() for visit in visits) == 4
        release.set()
    assert len(taken) == 2 * PLACES


def test_connection_is_closed_when_nobody_comes(clerks: Callable[..., Clerks]) -> None:
    job = Job(lambda: (save_vote(Answer(PAGE, "yes", (KEY,))), connections["default"])[1])
    clerks(1, linger=0.05).take(job)
    used = job.future.result(5)
    assert used.connection is not None
    until = time.monotonic() + 5
    while used.connection is not None and time.monotonic() < until:
        time.sleep(0.01)
    assert used.connection is None


def test_as_many_threads_as_may_write_at_once(clerks: Callable[..., Clerks], monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(clerks(4)._threads) == 1
    monkeypatch.setattr(connections["default"].features, "has_select_for_update", True)
    assert len(clerks(4)._threads) == 4
