"""What the environment says: DATABASE_URL, CACHE_URL, SECRET_KEY, DEBUG, ALLOWED_HOSTS."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

from govpage.feedback import sqlite
from govpage.feedback.limits import ENTRIES


def flag(name: str) -> bool:
    """Return whether the variable says yes."""
    return os.environ.get(name, "").lower() in ("1", "true", "yes", "on")


def names(name: str, default: str) -> list[str]:
    """Return the variable's list, parted by commas."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def database(folder: Path) -> dict[str, Any]:
    """Return the database of DATABASE_URL, or SQLite in the folder."""
    found = dict(dj_database_url.parse(os.environ.get("DATABASE_URL") or f"sqlite:///{folder / 'db.sqlite3'}"))
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found["OPTIONS"] = sqlite.OPTIONS
    return found


def cache() -> dict[str, Any]:
    """Return the cache of CACHE_URL, or this process's memory."""
    address = os.environ.get("CACHE_URL", "")
    if address.startswith(("redis://", "rediss://")):
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": ENTRIES}}


def secret_key(folder: Path) -> str:
    """Return SECRET_KEY, or one made at the first start and kept in the folder."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    file = folder / "secret_key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(secrets.token_urlsafe(50), "utf-8")
        file.chmod(0o600)
    return file.read_text("utf-8")
