"""How many answers a network gives about a page, and a page gets: counted in Django's cache, and only there.

Names of entries are HMACs with a key of the day, entries live a day and a few hours, and the cache's answer is waited
for a moment only: without one nothing is known, which is for the caller to judge.
"""

from __future__ import annotations

import functools
import math
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain

from django.core.cache import DEFAULT_CACHE_ALIAS, caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.crypto import salted_hmac

from govpage.feedback.bounded import Bounded, TookTooLong

PATIENCE = 0.06
"""Seconds that an answer of the cache is waited for; with all else a held answer is taken within 0.1."""

PAUSE = 1.0
"""Seconds for which a cache that gave no answer in time is left alone."""

THREADS = 4
"""Threads of a process that ask the cache."""

REMEMBERED = 60
"""Seconds for which what was counted is known when it is sent again."""

PARTS = 6
"""Parts that a window moves by: a minute by ten seconds, a day by four hours."""

DAY = 24 * 60 * 60

ENTRIES = 100_000
"""Entries that a cache in memory has room for: an answer makes four, and the longest stay for 32 hours."""


class LimitsUnknown(Exception):
    """The cache is down, frozen or none, so nobody knows how many came before."""


@dataclass(frozen=True, slots=True)
class Window:
    """A span of time that moves on, in which at most so many count.

    Units: seconds
    """

    name: str
    seconds: int
    limit: int

    @property
    def part(self) -> int:
        """Length of what is counted together."""
        return self.seconds // PARTS

    def entries(self, subject: str, now: datetime) -> list[str]:
        """Return the names of its counters, that of now first; they cover the whole window and up to a part more."""
        newest = int(now.timestamp()) // self.part
        return [self._entry(subject, newest - back) for back in range(PARTS + 1)]

    def _entry(self, subject: str, number: int) -> str:
        return entry_name(f"{self.name}:{number}:{subject}", number * self.part // DAY)


def entry_name(value: str, day: int) -> str:
    """Return the name under which the cache keeps something of that day; who it is about cannot be read from it."""
    return f"govpage.feedback:{salted_hmac(f'govpage.feedback.limits:{day}', value, algorithm='sha256').hexdigest()}"


@dataclass(frozen=True, slots=True)
class Counted:
    """What asks to be counted.

    Shape: path is that of the page; answer is empty for a comment; once is the one-time key or token, or empty: what is
        sent again under it is one row in the database and counted once here
    """

    network: str = field(repr=False)
    path: str
    answer: str
    once: str = field(repr=False)
    now: datetime

    @property
    def by_network(self) -> str:
        """What the limits of a network are counted by."""
        return f"{self.network}\0{self.path}"

    @property
    def of_page(self) -> str:
        """What a burst is counted by."""
        return f"{self.answer}\0{self.path}"

    @property
    def seen(self) -> str:
        """Name of the entry that says that this was counted before."""
        value = f"once:{self.network}\0{self.path}\0{self.answer}\0{self.once}"
        return entry_name(value, int(self.now.timestamp()) // DAY)


def over_limit(counted: Counted, windows: tuple[Window, ...], burst: Window | None = None) -> tuple[str, bool]:
    """Count what came, where its network has not reached a limit; return the limit's name, and if it is in a burst.

    What is over a limit is part of a burst all the same.
    Raises: LimitsUnknown if the cache cannot say, or not in time
    """
    backend = type(caches[DEFAULT_CACHE_ALIAS])
    if issubclass(backend, DummyCache):
        raise LimitsUnknown(backend.__name__)
    try:
        if issubclass(backend, LocMemCache):  # this process's own memory, which cannot freeze
            return _count(counted, windows, burst)
        _load_client(str(backend))
        until = time.monotonic() + PATIENCE
        return _asker(os.getpid()).ask(lambda: _count(counted, windows, burst, until))
    except Exception as error:  # whatever a broken cache raises
        raise LimitsUnknown(type(error).__name__) from None


def in_burst(counted: Counted, burst: Window) -> bool:
    """Count towards a burst what something else holds, which uses up no limit; return whether it is in one.

    Raises: LimitsUnknown if the cache cannot say, or not in time
    """
    return over_limit(replace(counted, once=""), (), burst)[1]


@functools.cache
def _asker(_process: int) -> Bounded:
    """Return the threads of this process; a fork has none of its parent's."""
    return Bounded(threads=THREADS, seconds=PATIENCE, pause=PAUSE)


@functools.cache
def _load_client(_backend: str) -> None:
    """Let the first answer of a process not wait too long only because the cache's library is imported for it.

    Django's backends make their client when it is first asked for, and the client connects when it is first used.
    """
    getattr(caches[DEFAULT_CACHE_ALIAS], "_cache", None)


def _count(
    counted: Counted, windows: tuple[Window, ...], burst: Window | None, until: float = math.inf
) -> tuple[str, bool]:
    """Read all there is in one go, then count; see the guide to screening for what that costs.

    Units: until is a time of ``time.monotonic``, after which nobody waits for the answer and nothing more is counted
    """
    cache = caches[DEFAULT_CACHE_ALIAS]  # one and the same to the end, for a thread that was stuck as well
    once = [counted.seen] if counted.once else []
    counters = {window: window.entries(counted.by_network, counted.now) for window in windows}
    equal = burst.entries(counted.of_page, counted.now) if burst else []
    kept = cache.get_many([*once, *chain(*counters.values()), *equal])
    if once and once[0] in kept:
        return "", False
    reached = (window.name for window, names in counters.items() if _sum(kept, names) >= window.limit)
    exceeded = (window.name for window, names in counters.items() if _exceeds(cache, window, names, kept, until))
    over = next(chain(reached, exceeded), "")
    if once and not over:
        _check_time(until)
        cache.set(once[0], 1, REMEMBERED)
    return over, burst is not None and _exceeds(cache, burst, equal, kept, until)


def _exceeds(cache: BaseCache, window: Window, names: list[str], kept: Mapping[str, int], until: float) -> bool:
    """Count one more and say whether that is too many."""
    _check_time(until)
    number = _count_one(cache, names[0], window.seconds + 2 * window.part, is_kept=names[0] in kept)
    return _sum(kept, names[1:]) + number > window.limit


def _count_one(cache: BaseCache, name: str, lifetime: int, *, is_kept: bool) -> int:
    """Count one more in the entry and return its number: by one step that is atomic, or a second if that fails.

    An entry outlives the time in which it is written; a full cache may drop it all the same.
    """
    if is_kept:
        with suppress(ValueError):
            return cache.incr(name)
    return 1 if cache.add(name, 1, lifetime) else cache.incr(name)


def _check_time(until: float) -> None:
    if time.monotonic() > until:
        raise TookTooLong


def _sum(kept: Mapping[str, int], names: list[str]) -> int:
    return sum(kept.get(name, 0) for name in names)
