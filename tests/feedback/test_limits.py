"""Limits per network and page: what is counted, for how long, under which names, and what a bad cache does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from pytest_django import Settings

from govpage.feedback import limits
from govpage.feedback.limits import Counted, LimitsUnknown, Window, entry_name, in_burst, over_limit
from tests.feedback.frozen import REDIS, DistantCache, FreezableCache, Relay, redis_at, relay_to, silent_server
from tests.feedback.visits import KEY, OTHER_KEY

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
MINUTE, DAY, BURST = Window("minute", 60, 3), Window("day", 86400, 5), Window("burst", 3600, 7)
ONE = Counted("192.0.2.7", "/news/harbor-report/", "no", "", NOW)


def count(counted: Counted = ONE, /, *, after: float = 0, **other: Any) -> tuple[str, bool]:
    """Count an answer so many seconds later."""
    moved = replace(counted, now=counted.now + timedelta(seconds=after), **other)
    return over_limit(moved, (MINUTE, DAY), BURST)


def over(*afters: float, **other: Any) -> list[str]:
    """Return the limit that each of the answers meets, given after so many seconds."""
    return [count(after=after, **other)[0] for after in afters]


@pytest.fixture
def fresh_threads() -> Iterator[None]:
    """Threads of the test's own, as those of one that was frozen stay stuck."""
    limits._asker.cache_clear()
    yield
    limits._asker.cache_clear()


@pytest.mark.parametrize(
    ("afters", "limits_met"),
    [
        pytest.param([0, 1, 2], ["", "", ""], id="as-many-as-may"),
        pytest.param([0] * 10, [""] * 3 + ["minute"] * 7, id="ten-at-once"),
        pytest.param(range(0, 60, 6), [""] * 3 + ["minute"] * 7, id="ten-over-a-minute"),
        pytest.param([55, 56, 57, 61, 62], [""] * 3 + ["minute"] * 2, id="across-a-full-minute"),
        pytest.param([0, 0, 0, 59, 70], ["", "", "", "minute", ""], id="a-minute-later"),
        pytest.param([0, 0, 0, 30, 70], ["", "", "", "minute", ""], id="what-is-held-extends-nothing"),
        pytest.param([0, 100, 200, 300, 400, 500], [""] * 5 + ["day"], id="more-than-in-a-day"),
        pytest.param([32000, 32100, 32200, 32300, 32400, 32500], [""] * 5 + ["day"], id="across-midnight"),
        pytest.param([0, 100, 200, 300, 400, 28 * 3600], [""] * 6, id="a-day-later"),
    ],
)
def test_limit_that_is_met(afters: list[float], limits_met: list[str]) -> None:
    assert over(*afters) == limits_met


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"network": "192.0.2.8"}, id="another-network"),
        pytest.param({"path": "/news/"}, id="another-page"),
    ],
)
def test_limits_are_per_network_and_page(other: dict[str, str]) -> None:
    over(0, 0, 0)
    assert over(0, **other) == [""]


def test_other_answer_is_under_the_same_limit() -> None:
    over(0, 0, 0)
    assert over(0, answer="yes") == ["minute"]


def test_same_key_again_is_counted_once() -> None:
    assert over(0, 1, 2, 3, 4, 5, once=KEY) == [""] * 6
    assert over(6, 7, once=OTHER_KEY) + over(8, 9) == ["", "", "", "minute"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"network": "192.0.2.8"}, id="another-network"),
        pytest.param({"path": "/news/"}, id="another-page"),
        pytest.param({"answer": "yes"}, id="another-answer"),
    ],
)
def test_same_key_for_something_else_is_counted(other: dict[str, str]) -> None:
    over(0, once=KEY)
    assert over(0, 0, 0, 0, once=OTHER_KEY, **other)[:1] == [""]
    over(0, **{"once": KEY, **other})
    assert over(0, 0, 0, **other)[-1] == "minute"


def test_key_of_what_was_held_is_not_let_through_later() -> None:
    over(0, 0, 0)
    assert over(1, 2, once=KEY) == ["minute", "minute"]


def test_ten_at_once_in_threads() -> None:
    with ThreadPoolExecutor(10) as pool:
        found = list(pool.map(lambda _number: count()[0], range(10)))
    assert sorted(found) == [""] * 3 + ["minute"] * 7


def test_one_that_passes_at_the_same_moment_is_seen_by_the_second_look(settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.BlindCache", "LOCATION": "blind"}}
    assert over(*[0] * 10) == [""] * 3 + ["minute"] * 7


def test_entry_that_is_dropped_after_it_was_read_is_made_anew(settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.DroppingCache", "LOCATION": "dropping"}}
    assert over(0, 1) == ["", ""]
    assert len(cache._cache) == 3  # type: ignore[attr-defined]


def test_memory_of_the_example_site_holds_one_network_that_goes_round_100_pages() -> None:
    found = [count(path=f"/news/{number}/", after=rounds)[0] for rounds in range(6) for number in range(100)]
    assert (found.count(""), found.count("minute")) == (300, 300)


def test_limit_of_none_holds_all() -> None:
    assert over_limit(ONE, (replace(MINUTE, limit=0),)) == ("minute", False)


def burst(number: int, **other: Any) -> bool:
    return count(network=f"198.51.100.{number}", **other)[1]


def test_burst_from_many_networks_is_noticed() -> None:
    assert [burst(number, after=60 * number) for number in range(10)] == [False] * 7 + [True] * 3


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"path": "/news/"}, id="another-page"),
        pytest.param({"answer": "yes"}, id="another-answer"),
        pytest.param({"after": 70 * 60}, id="an-hour-later"),
    ],
)
def test_burst_is_of_one_answer_about_one_page_in_an_hour(other: dict[str, Any]) -> None:
    assert [burst(number) for number in range(8)][-1]
    assert not burst(9, **other)


def test_burst_from_one_network_is_noticed_though_it_is_over_its_limit() -> None:
    found = [count(after=number) for number in range(10)]
    assert [name for name, _burst in found] == [""] * 3 + ["minute"] * 7
    assert [burst for _name, burst in found] == [False] * 7 + [True] * 3


def test_what_something_else_holds_is_part_of_a_burst_and_uses_up_no_limit() -> None:
    assert [in_burst(replace(ONE, once=KEY), BURST) for _time in range(9)] == [False] * 7 + [True] * 2
    assert count(once=KEY) == ("", True)


def test_nobody_can_read_from_the_cache_who_it_was(settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.NotingCache", "LOCATION": "noting"}}
    count(once=KEY)
    said = " ".join(cache.noted)  # type: ignore[attr-defined]
    assert "govpage.feedback:" in said
    assert not [word for word in (ONE.network, ONE.path, KEY) if word in said]


def test_names_are_made_with_a_key_of_the_day(settings: Settings) -> None:
    names = {entry_name("a", 1), entry_name("a", 2), entry_name("b", 1)}
    settings.SECRET_KEY = "other"
    assert len(names | {entry_name("a", 1)}) == 4


def test_what_is_counted_is_printed_without_who_it_was() -> None:
    said = repr(replace(ONE, once=KEY))
    assert ONE.path in said
    assert not [word for word in (ONE.network, KEY) if word in said]


def test_nothing_stays_longer_than_a_day_and_some_hours(settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.NotingCache", "LOCATION": "lifetimes"}}
    count(once=KEY)
    lifetimes = cache.lifetimes  # type: ignore[attr-defined]
    assert len(lifetimes) == 4
    assert max(lifetimes) <= 32 * 3600


@pytest.mark.parametrize(
    "backend",
    [
        pytest.param("tests.feedback.caches.DownCache", id="down"),
        pytest.param("django.core.cache.backends.dummy.DummyCache", id="none"),
        pytest.param("tests.feedback.frozen.FullCache", id="full"),
        pytest.param("tests.feedback.frozen.SpoiltCache", id="entries-that-are-no-numbers"),
    ],
)
def test_cache_that_knows_nothing(backend: str, settings: Settings, fresh_threads: None) -> None:
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "bad"}}
    with pytest.raises(LimitsUnknown):
        count()


def took() -> float:
    """Ask a cache that does not answer, and return how long that took."""
    began = time.monotonic()
    with pytest.raises(LimitsUnknown):
        count()
    return time.monotonic() - began


def took_afresh() -> float:
    """Return how long it takes a process that knows nothing yet; the best of five, as the machine may be busy."""
    times = []
    for _time in range(5):
        limits._asker.cache_clear()
        times.append(took())
    return min(times)


def recovers() -> bool:
    """Ask until there is an answer."""
    for _attempt in range(20):
        with suppress(LimitsUnknown):
            return count(after=70) == ("", False)
        time.sleep(limits.PAUSE / 4)
    return False


def test_server_that_takes_the_connection_and_never_answers(settings: Settings, fresh_threads: None) -> None:
    with silent_server() as port:
        settings.CACHES = redis_at(f"redis://127.0.0.1:{port}")
        assert took_afresh() < 0.1
        assert min(took() for _time in range(3)) < limits.PATIENCE / 2, "it is left alone for a while"


def test_server_that_is_gone(settings: Settings, fresh_threads: None) -> None:
    with silent_server() as port:
        pass
    settings.CACHES = redis_at(f"redis://127.0.0.1:{port}")
    assert took_afresh() < 0.1


def test_recovers_when_the_cache_does(settings: Settings, fresh_threads: None) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.FreezableCache", "LOCATION": "freezable"}}
    with FreezableCache.frozen():
        assert took_afresh() < 0.1
    assert recovers()


@pytest.fixture
def distant(settings: Settings, fresh_threads: None, monkeypatch: pytest.MonkeyPatch) -> type[DistantCache]:
    """A cache that is far away, and empty."""
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.DistantCache", "LOCATION": "distant"}}
    cache._kept.clear()  # type: ignore[attr-defined]
    monkeypatch.setattr(DistantCache, "calls", [])
    return DistantCache


@pytest.mark.parametrize(
    ("before", "counted", "calls"),
    [
        pytest.param(0, {"once": KEY}, "get_many add add set add", id="first-of-a-network-and-of-a-page"),
        pytest.param(0, {"once": ""}, "get_many add add add", id="without-a-key"),
        pytest.param(1, {"once": OTHER_KEY}, "get_many incr incr set incr", id="one-more"),
        pytest.param(1, {"once": OTHER_KEY, "network": "192.0.2.8"}, "get_many add add set incr", id="first-here"),
        pytest.param(1, {"once": KEY}, "get_many", id="sent-again"),
        pytest.param(3, {"once": OTHER_KEY}, "get_many incr", id="over-the-limit"),
    ],
)
def test_calls_of_the_cache(before: int, counted: dict[str, Any], calls: str, distant: type[DistantCache]) -> None:
    for number in range(before):
        count_patiently(replace(ONE, once=KEY if number == 0 else ""))
    distant.calls.clear()
    count_patiently(replace(ONE, **counted))
    assert distant.calls == calls.split()


def answered(times: int) -> bool:
    """Whether one of some visitors of other networks is counted in time, as the machine may be busy."""
    for number in range(times):
        limits._asker.cache_clear()
        with suppress(LimitsUnknown):
            return count(once=KEY, network=f"198.51.100.{number}")[0] == ""  # after many tries they are a burst
    return False


def test_cache_that_takes_8_ms_for_each_call_is_waited_for(
    distant: type[DistantCache], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distant, "seconds", 0.008)
    assert answered(40)


def test_what_nobody_waits_for_any_more_uses_up_no_limit(settings: Settings, fresh_threads: None) -> None:
    settings.CACHES = {"default": {"BACKEND": "tests.feedback.frozen.FreezableCache", "LOCATION": "abandoned"}}
    with FreezableCache.frozen():
        took()
    time.sleep(limits.PATIENCE)  # for the thread that goes on now
    assert [count_patiently()[0] for _time in range(4)] == ["", "", "", "minute"]


@pytest.fixture
def redis(settings: Settings, fresh_threads: None) -> Iterator[Relay]:
    """A real server, and what stands between it and the site."""
    with relay_to(REDIS) as relay:
        settings.CACHES = redis_at(f"redis://127.0.0.1:{relay.port}")
        yield relay


def count_patiently(counted: Counted = ONE) -> tuple[str, bool]:
    """Count without a limit of time, as the machine may be busy."""
    return limits._count(counted, (MINUTE, DAY), BURST)


def test_real_server_counts_ten_at_once(redis: Relay) -> None:
    with ThreadPoolExecutor(10) as pool:
        found = list(pool.map(lambda _number: count_patiently()[0], range(10)))
    assert sorted(found) == [""] * 3 + ["minute"] * 7


def test_real_server_keeps_keys(redis: Relay) -> None:
    found = [count_patiently(replace(ONE, once=key))[0] for key in [KEY, KEY, KEY, OTHER_KEY, "", ""]]
    assert found == [""] * 5 + ["minute"]


def test_real_server_notices_a_burst(redis: Relay) -> None:
    found = [count_patiently(replace(ONE, network=f"198.51.100.{number}"))[1] for number in range(9)]
    assert found == [False] * 7 + [True] * 2


def test_real_server_that_takes_5_ms_for_each_command_is_waited_for(redis: Relay) -> None:
    count_patiently()  # which connects
    redis.delay = 0.005
    assert answered(40)


def test_real_server_that_freezes_and_wakes(redis: Relay) -> None:
    redis.freeze()
    assert took_afresh() < 0.1
    redis.wake()
    assert recovers()


def test_real_server_that_is_stopped(redis: Relay) -> None:
    assert recovers()
    redis.stop()
    assert took_afresh() < 0.1
