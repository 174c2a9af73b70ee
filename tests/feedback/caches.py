"""Caches as they are on a bad day."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache


class DownCache(BaseCache):
    """A cache whose server does not answer."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, *_args: Any, **_kwargs: Any) -> Any:
        raise ConnectionError("No route to the cache.")

    def clear(self) -> None:
        """Have nothing to drop."""


class LaterCache(LocMemCache):
    """A cache in which every entry is ``passed`` seconds older than it is; it remembers what was put into it."""

    entries: ClassVar[list[str]] = []

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(name, params)
        self.passed = params["OPTIONS"].get("passed", 0)

    def add(self, key: str, value: Any, timeout: Any = None, version: int | None = None) -> bool:
        self.entries.append(f"{key} = {value}")
        return super().add(key, value, timeout - self.passed, version)
