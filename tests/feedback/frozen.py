"""Caches as the limits meet them: frozen, forgetful, spoilt, and a real one."""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, ClassVar
from urllib.parse import urlsplit

import pytest
import redis  # noqa: F401  (the first answer of a process waits for it; these tests are about later ones)
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379")


def redis_at(address: str) -> dict[str, Any]:
    """Return a setting of caches, with names of entries that no other test has."""
    backend = "django.core.cache.backends.redis.RedisCache"
    return {"default": {"BACKEND": backend, "LOCATION": address, "KEY_PREFIX": secrets.token_hex(8)}}


@contextmanager
def silent_server() -> Iterator[int]:
    """Give the port of a server that takes every connection and never says a word, as a frozen one does."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        yield server.getsockname()[1]


class Relay:
    """What stands between the site and a server, and can stop to pass on what it gets."""

    def __init__(self, host: str, port: int) -> None:
        self._target, self._open = (host, port), list[socket.socket]()
        self.delay = 0.0  # seconds that each question takes on its way
        self._awake = threading.Event()
        self._awake.set()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def freeze(self) -> None:
        self._awake.clear()

    def wake(self) -> None:
        self._awake.set()

    def stop(self) -> None:
        self.wake()
        for open_ in (self._server, *self._open):
            with suppress(OSError):
                open_.shutdown(socket.SHUT_RDWR)
            open_.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _address = self._server.accept()
                server = socket.create_connection(self._target, 2)
                server.settimeout(None)
                self._open += [client, server]
                for source, target in ((client, server), (server, client)):
                    threading.Thread(target=self._pass_on, args=(source, target), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                self._awake.wait()
                time.sleep(self.delay / 2)  # there and back
                target.sendall(data)


@contextmanager
def relay_to(address: str) -> Iterator[Relay]:
    """Give a relay to a server, where one answers."""
    at = urlsplit(address)
    host, port = at.hostname or "127.0.0.1", at.port or 6379
    try:
        socket.create_connection((host, port), 1).close()
    except OSError as error:
        pytest.skip(f"no cache answers at {address}: {error}")
    relay = Relay(host, port)
    yield relay
    relay.stop()


class FreezableCache(BaseCache):
    """A cache on a server that can freeze: whoever asks it then waits."""

    awake: ClassVar[threading.Event] = threading.Event()

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.kept = LocMemCache(name, params)

    @classmethod
    @contextmanager
    def frozen(cls) -> Iterator[None]:
        """Let it be frozen for a while."""
        cls.awake.clear()
        yield
        cls.awake.set()

    def get_many(self, keys: Any, version: int | None = None) -> dict[str, Any]:
        self.awake.wait()
        return self.kept.get_many(keys, version)

    def add(self, key: str, value: Any, timeout: Any = None, version: int | None = None) -> bool:
        return self.kept.add(key, value, timeout, version)

    def set(self, key: str, value: Any, timeout: Any = None, version: int | None = None) -> None:
        self.kept.set(key, value, timeout, version)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        return self.kept.incr(key, delta, version)


FreezableCache.awake.set()


class NotingCache(LocMemCache):
    """A cache that notes what it is told, and for how long."""

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(name, params)
        self.noted: list[str] = []
        self.lifetimes: list[int] = []

    def add(self, key: str, value: Any, timeout: Any = None, version: int | None = None) -> bool:
        self._note(key, value, timeout)
        return super().add(key, value, timeout, version)

    def set(self, key: str, value: Any, timeout: Any = None, version: int | None = None) -> None:
        self._note(key, value, timeout)
        super().set(key, value, timeout, version)

    def _note(self, key: str, value: Any, timeout: Any) -> None:
        self.noted.append(f"{key} = {value}")
        self.lifetimes.append(timeout)


class BlindCache(LocMemCache):
    """A cache read before any of those was written who write at the same moment."""

    def get_many(self, *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        return {}


class FullCache(LocMemCache):
    """A cache that takes nothing more."""

    def add(self, *_args: Any, **_kwargs: Any) -> bool:
        return False


class DroppingCache(LocMemCache):
    """A cache that drops what was read before anything is written."""

    def get_many(self, keys: Any, version: int | None = None) -> dict[str, Any]:
        found = super().get_many(keys, version)
        self.clear()
        return found


class DistantCache(BaseCache):
    """A cache on a server that is far away: each call takes its time, and is noted."""

    calls: ClassVar[list[str]] = []
    seconds: ClassVar[float] = 0

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._kept = LocMemCache(name, params)

    def _call(self, name: str, *values: Any) -> Any:
        time.sleep(self.seconds)
        self.calls.append(name)
        return getattr(self._kept, name)(*values)

    def get_many(self, keys: Any, version: int | None = None) -> dict[str, Any]:
        return dict(self._call("get_many", keys, version))

    def add(self, key: str, value: Any, timeout: Any = None, version: int | None = None) -> bool:
        return bool(self._call("add", key, value, timeout, version))

    def set(self, key: str, value: Any, timeout: Any = None, version: int | None = None) -> None:
        self._call("set", key, value, timeout, version)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        return int(self._call("incr", key, delta, version))


class SpoiltCache(BaseCache):
    """A cache in which something else stands under our names."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get_many(self, keys: Any, version: int | None = None) -> dict[str, Any]:
        return dict.fromkeys(keys, "spoilt")
