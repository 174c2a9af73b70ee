"""One-time keys: one submission is one row, whatever is sent again."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable

from django.conf import settings
from django.core.cache import cache

KEY = re.compile(r"[0-9a-f]{32}")
"""A key as the script makes it: 128 random bits in hexadecimal."""

SAME_SUBMISSION = 5
"""Seconds in which the same answer about the same page from the same client is the same submission."""


def one_time_key(posted: str, *, client: Iterable[str]) -> str:
    """Return the key of a submission: the one the script made, else one found by who sends it.

    Shape: client is what tells this submission from others, such as address, program, page and answer; it is hashed
        with the site's secret, kept in the cache for some seconds and stored nowhere
    """
    if KEY.fullmatch(posted):
        return posted
    fresh = secrets.token_hex(16)
    name = "govpage.feedback:" + _fingerprint(client)
    try:
        kept = cache.get_or_set(name, fresh, SAME_SUBMISSION)
    except Exception:  # whatever a broken cache raises, the answer matters more
        return fresh
    return str(kept or fresh)


def _fingerprint(client: Iterable[str]) -> str:
    text = "\0".join(client).encode(errors="replace")
    return hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()


def vote_keys(posted: str, network: str, page: str, answer: str, now: object) -> tuple[str, ...]:
    """Return the keys."""
    return (one_time_key(posted, client=(network, page, answer)),)


def submission_key(posted: str, network: str, page: str, answer: str, now: object) -> str:
    """Return the key."""
    return vote_keys(posted, network, page, answer, now)[0]
