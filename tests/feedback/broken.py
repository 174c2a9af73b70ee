"""Tables that refuse every new row for a while."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def refusing(path: Path, table: str) -> Iterator[None]:
    """Let a table of a file refuse every new row."""
    trigger = f"BEFORE INSERT ON govpage_feedback_{table} BEGIN SELECT RAISE(ABORT, 'refused'); END"
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"CREATE TRIGGER refuse_rows {trigger}")
        yield
        other.execute("DROP TRIGGER refuse_rows")
