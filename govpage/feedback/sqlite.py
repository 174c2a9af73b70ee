"""Settings of SQLite under which a saved answer stays saved and visitors do not wait for each other.

from govpage.feedback.sqlite import OPTIONS

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "site.sqlite3", "OPTIONS": OPTIONS}}
"""

from __future__ import annotations

from typing import Any

OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",  # a writer waits for its turn instead of failing in the middle
    "timeout": 1.2,  # seconds; less than a visitor waits
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",  # survives a power cut
}
"""``OPTIONS`` of the database."""
