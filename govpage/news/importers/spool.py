"""Keeping what was read on disk until it is settled, so that memory does not grow with an import."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar
from weakref import finalize

Item = TypeVar("Item")

MEMORY = 8 * 1024 * 1024
"""How much is kept in memory before it goes to disk, in bytes."""


class Spool(Generic[Item]):
    """Hold items in the order they came; they can be gone through again and again once all are there."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(MEMORY)  # noqa: SIM115 - closed when this goes
        finalize(self, self._file.close)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, item: Item) -> None:
        """Put an item at the end."""
        pickle.dump(item, self._file, pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __iter__(self) -> Iterator[Item]:
        self._file.seek(0)
        for _ in range(self._count):
            # Nothing but what this very process has put there is in the file, which has no name.
            item: Item = pickle.load(self._file)  # noqa: S301
            yield item
