"""Saved means saved: real processes, real databases, and what may happen to both.

`FEEDBACK_LOAD=2000` makes each of the two processes take so many votes, as `make bench` does.
"""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from django.utils import timezone

from govpage.feedback.keys import vote_keys
from govpage.page import PageReference
from tests.feedback.load.scratch import KINDS
from tests.feedback.load.site import Site
from tests.feedback.load.visitors import Seen, Visitor
from tests.test_databases import MARIADB, POSTGRESQL, connect_mariadb, connect_postgresql

VOTES = int(os.environ.get("FEEDBACK_LOAD", "200"))
"""Votes that each of the two processes takes."""

AT_ONCE = 4
"""Visitors of a process at any moment."""

LONGEST = 2.5
"""Seconds in which a visitor has an answer."""

TROUBLE = 5.0
"""Seconds that a trouble lasts: longer than anybody waits."""

RECOVERY = 10.0
"""Seconds after which all is well again."""

LOST_REPLIES = 10
"""One reply in so many is lost."""

SERVERS: dict[str, tuple[str, Callable[[], None]]] = {
    "postgresql": (POSTGRESQL, connect_postgresql),
    "mariadb": (MARIADB, connect_mariadb),
}


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Site]]:
    """`sites(kind)` returns the site on that kind of database; it runs until the session ends."""
    running: dict[str, Site] = {}

    def site_on(kind: str) -> Site:
        if kind not in running:
            running[kind] = Site(KINDS[kind](tmp_path_factory.mktemp(kind)))
        return running[kind]

    yield site_on
    for site in running.values():
        site.close()


@pytest.fixture(params=KINDS)
def site(request: pytest.FixtureRequest, sites: Callable[[str], Site]) -> Site:
    return started(request.param, sites)


def started(kind: str, sites: Callable[[str], Site]) -> Site:
    if kind in SERVERS:
        address, connect = SERVERS[kind]
        try:
            connect()
        except Exception as error:
            pytest.skip(f"no database answers at {address}: {str(error).splitlines()[0]}")
    return sites(kind)


@pytest.fixture
def page(request: pytest.FixtureRequest) -> PageReference:
    """A page of the test's own."""
    return PageReference(f"/{request.node.name}/", "Harbor report", "v1")


class Crowd:
    """Visitors of both processes, who vote until they are told to stop or have voted so many times; two only read."""

    def __init__(self, site: Site, page: PageReference, votes: int = 0, seconds: float = 120 + VOTES / 4) -> None:
        self.site, self.page, self.seen = site, page, Seen()
        self._votes, self._until = votes, time.monotonic() + seconds
        self._enough = threading.Event()
        self._pool = ThreadPoolExecutor(2 * AT_ONCE + 2)
        self._visits = [self._pool.submit(self._vote, n % 2, n // 2) for n in range(2 * AT_ONCE)]
        self._readers = [self._pool.submit(self._read, process) for process in range(2)]

    def _visitor(self, process: int) -> Visitor:
        return Visitor(self.page, lambda: self.site.workers[process].port, self.seen, self._until)

    def _read(self, process: int) -> None:
        visitor = self._visitor(process)
        while not self._enough.wait(0.1) and time.monotonic() < self._until:
            visitor.read()

    def _vote(self, process: int, first: int) -> None:
        visitor = self._visitor(process)
        count = range(first, self._votes, AT_ONCE) if self._votes else iter(lambda: first, -1)
        for number in count:
            if self._enough.is_set() or time.monotonic() > self._until:
                return
            visitor.vote(lose_reply=bool(self._votes) and number % LOST_REPLIES == 0)

    def leave(self) -> Seen:
        """Let everybody end what was begun, and return what they saw."""
        if not self._votes:
            self._enough.set()
        wait(self._visits)
        self._enough.set()
        for visit in (*self._visits, *self._readers):
            visit.result()
        self._pool.shutdown()
        return self.seen


def assert_all_is_saved(site: Site, page: PageReference, seen: Seen) -> None:
    """Hold votes, tallies and thanks to each other."""
    votes = site.votes(page)
    counts = Counter(answer if status == "counted" else "held" for _key, answer, status in votes)
    assert site.tallies(page) == tuple(counts[name] for name in ("yes", "no", "partly", "held"))
    stored, now = {key for key, _answer, _status in votes}, timezone.now()
    lost = [key for key in seen.thanked if not stored & {*vote_keys(key, "", "", "", now)}]
    assert (lost, seen.wrong) == ([], [])
    assert len(votes) == len(seen.thanked)
    assert seen.slowest < LONGEST + seen.slowest_page  # on a machine that has nothing else to do, that is nothing


def report(what: str, site: Site, seen: Seen, seconds: float) -> None:
    """Print what `make bench` is asked for."""
    kind = type(site.database).__name__
    print(
        f"\n{kind}, {what}: {len(seen.thanked)} thanked, {seen.failures} times 503, {seen.unanswered} unanswered, "
        f"slowest answer {seen.slowest:.2f} s (page: {seen.slowest_page:.2f} s), {len(seen.thanked) / seconds:.0f} votes a second"
    )


def test_votes_tallies_and_thanks_are_equal(site: Site, page: PageReference) -> None:
    start = time.monotonic()
    seen = Crowd(site, page, votes=VOTES).leave()
    report("two processes, lost replies", site, seen, time.monotonic() - start)
    assert len(seen.thanked) == 2 * VOTES
    assert_all_is_saved(site, page, seen)


def test_process_that_is_killed_loses_nothing(site: Site, page: PageReference) -> None:
    start = time.monotonic()
    crowd = Crowd(site, page, votes=VOTES)
    while len(crowd.seen.thanked) < VOTES // 2 and time.monotonic() < start + 60:
        time.sleep(0.01)
    site.kill_and_replace(0)
    seen = crowd.leave()
    report("a process killed", site, seen, time.monotonic() - start)
    assert len(seen.thanked) == 2 * VOTES
    assert seen.unanswered
    assert_all_is_saved(site, page, seen)


@pytest.mark.parametrize(
    ("kind", "trouble"),
    [
        pytest.param("sqlite", "locked", id="sqlite-locked"),
        *(
            pytest.param(kind, trouble, id=f"{kind}-{trouble}")
            for kind in SERVERS
            for trouble in ("locked", "stopped", "frozen")
        ),
    ],
)
def test_trouble_of_the_database_is_survived(
    kind: str, trouble: str, page: PageReference, sites: Callable[[str], Site]
) -> None:
    site, start = started(kind, sites), time.monotonic()
    crowd = Crowd(site, page)
    assert thanked_again(crowd, RECOVERY)
    with site.database.troubles()[trouble]:
        time.sleep(TROUBLE)
    recovered = thanked_again(crowd, RECOVERY)
    seen = crowd.leave()
    report(trouble, site, seen, time.monotonic() - start)
    assert recovered
    assert seen.failures
    assert seen.slowest_page < LONGEST / 2  # nobody who reads waits behind those who vote
    assert_all_is_saved(site, page, seen)


def thanked_again(crowd: Crowd, patience: float) -> bool:
    """Wait for further thanks."""
    known, until = len(crowd.seen.thanked), time.monotonic() + patience
    while len(crowd.seen.thanked) < known + 2 * AT_ONCE and time.monotonic() < until:
        time.sleep(0.02)
    return len(crowd.seen.thanked) > known
