"""Asking what may not answer: nobody waits longer than was said, and all goes on when it works again."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from govpage.feedback.bounded import Bounded, TookTooLong

SECONDS, PAUSE = 0.05, 10.0


class Clock:
    """A clock that stands still until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Frozen:
    """Something that answers when it is woken; it counts who asked."""

    def __init__(self) -> None:
        self.woken, self.asked = threading.Event(), 0

    def __call__(self) -> str:
        self.asked += 1
        self.woken.wait(20)
        return "late"


@pytest.fixture
def frozen() -> Iterator[Frozen]:
    found = Frozen()
    yield found
    found.woken.set()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bounded(clock: Clock) -> Bounded:
    return Bounded(threads=2, seconds=SECONDS, pause=PAUSE, clock=clock)


def eventually(bounded: Bounded, clock: Clock) -> str:
    """Ask after pauses until there is an answer."""
    for _attempt in range(100):
        clock.now += PAUSE
        try:
            return bounded.ask(lambda: "well")
        except TookTooLong:
            continue
    raise AssertionError("It does not recover.")


def fails() -> None:
    raise ConnectionError("No route.")


def too_slow() -> None:
    raise TimeoutError


def refused(bounded: Bounded, frozen: Frozen) -> float:
    """Ask what is frozen and return how long that took."""
    began = time.monotonic()
    with pytest.raises(TookTooLong):
        bounded.ask(frozen)
    return time.monotonic() - began


def test_answer_is_returned(bounded: Bounded) -> None:
    assert bounded.ask(lambda: "well") == "well"


def test_thread_that_has_answered_answers_again(bounded: Bounded) -> None:
    names = set()
    for _time in range(5):
        names.add(bounded.ask(lambda: threading.current_thread().name))
        time.sleep(0.01)
    assert len(names) == 1


def test_error_is_raised_and_makes_no_pause(bounded: Bounded) -> None:
    with pytest.raises(ConnectionError, match="No route"):
        bounded.ask(fails)
    assert bounded.ask(lambda: "well") == "well"


def test_frozen_is_waited_for_as_long_as_was_said(bounded: Bounded, frozen: Frozen) -> None:
    assert SECONDS <= refused(bounded, frozen) < SECONDS + 0.25


def test_time_out_of_what_is_asked_is_a_time_out(bounded: Bounded) -> None:
    with pytest.raises(TookTooLong):
        bounded.ask(too_slow)


def test_during_the_pause_nobody_asks(bounded: Bounded, frozen: Frozen) -> None:
    refused(bounded, frozen)
    assert refused(bounded, frozen) < SECONDS
    assert frozen.asked == 1


def test_after_the_pause_one_asks(bounded: Bounded, frozen: Frozen, clock: Clock) -> None:
    refused(bounded, frozen)
    clock.now += PAUSE
    with ThreadPoolExecutor(5) as pool:
        list(pool.map(lambda _number: refused(bounded, frozen), range(5)))
    assert frozen.asked == 2


def test_threads_that_are_stuck_are_not_replaced_beyond_their_number(
    bounded: Bounded, frozen: Frozen, clock: Clock
) -> None:
    before = threading.active_count()
    for _time in range(5):
        refused(bounded, frozen)
        clock.now += PAUSE
    assert (frozen.asked, threading.active_count()) == (2, before + 2)


def test_recovers_by_itself_when_what_was_frozen_wakes(bounded: Bounded, frozen: Frozen, clock: Clock) -> None:
    for _time in range(5):
        refused(bounded, frozen)
        clock.now += PAUSE
    frozen.woken.set()
    assert eventually(bounded, clock) == "well"
    assert frozen.asked == 2, "what nobody waits for any more is not asked"


def test_recovers_without_the_threads_that_stay_stuck(bounded: Bounded, frozen: Frozen, clock: Clock) -> None:
    refused(bounded, frozen)
    clock.now += PAUSE
    assert bounded.ask(lambda: "well") == "well"
    assert bounded.ask(lambda: "at once") == "at once"


def test_threads_keep_no_process_from_ending(bounded: Bounded, frozen: Frozen) -> None:
    before = set(threading.enumerate())
    refused(bounded, frozen)
    (started,) = set(threading.enumerate()) - before
    assert started.daemon
