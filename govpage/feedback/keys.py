"""One-time keys: one submission is one row, whatever is sent again; the database's unique constraint sees to it.

A submission is known by the key that the script made or, without a script, by a key made from where it comes from and
what it says. What is stored is the HMAC of that key under a key of the day, and that is forgotten after a day as well.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import product

from django.conf import settings
from django.db import router
from django.db.models import Model
from django.utils.crypto import salted_hmac

from govpage.feedback.models import Comment, Vote

KEY = re.compile(r"[0-9a-f]{32}")
"""A key as the script makes it: 128 random bits in hexadecimal."""

SAME_SUBMISSION = timedelta(seconds=5)
"""How long, at least, the same answer about the same page from the same network is the same submission."""

KEPT = timedelta(days=1)
"""How long a key is kept: with a nightly purge, or a vote in the hour, it is gone well within 48 hours."""

AT_ONCE = 500
"""Rows whose keys are forgotten in one statement, so that no vote waits long for it."""

SHARED = 2
"""Characters that the keys of one submission have in common, whatever the time; they choose the slot of its tally."""


def submission_key(posted: str, network: str, page: str, answer: str, now: datetime) -> str:
    """Return the key that a form carries when it is to be sent again: the script's, else one made of what was sent."""
    return _submission_keys(posted, network, page, answer, now)[0]


def vote_keys(posted: str, network: str, page: str, answer: str, now: datetime) -> tuple[str, ...]:
    """Return the keys under which the submission may be stored: the first is that of a new one.

    Shape: the others are those of a moment ago, of yesterday, and of the secrets in SECRET_KEY_FALLBACKS
    """
    keys = _submission_keys(posted, network, page, answer, now)
    days = (now, now - KEPT)
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return tuple(_stored(key, day, secret) for secret, day, key in product(secrets, days, keys))


def forget_old_keys(now: datetime) -> int:
    """Forget the keys of votes and comments that are a day old; return how many."""
    return sum(_forget(model, now - KEPT) for model in (Vote, Comment))


def _submission_keys(posted: str, network: str, page: str, answer: str, now: datetime) -> tuple[str, ...]:
    if KEY.fullmatch(posted):
        return (posted,)
    return tuple(_made(moment, network, page, answer) for moment in (now, now - SAME_SUBMISSION))


def _made(moment: datetime, *parts: str) -> str:
    text = "\0".join(parts)
    bucket = int(moment.timestamp() // SAME_SUBMISSION.total_seconds())
    shared, own = _hmac("network", text), _hmac("network", f"{text}\0{_day(moment)}\0{bucket}")
    return shared[:SHARED] + own[SHARED:32]


def _stored(key: str, day: datetime, secret: str | bytes) -> str:
    return key[:SHARED] + _hmac(_day(day), key, secret)[SHARED:]


def _hmac(name: str, text: str, secret: str | bytes | None = None) -> str:
    value = text.encode(errors="replace")
    return salted_hmac(f"govpage.feedback.keys:{name}", value, secret, algorithm="sha256").hexdigest()


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()


def _forget(model: type[Model], before: datetime) -> int:
    rows = model._default_manager.using(router.db_for_write(model))
    forgotten = 0
    # Rows without a key are the most by far; the index of the keys leaves them out when it is asked for a range.
    while found := list(rows.filter(key__gt="", sent__lt=before).values_list("pk", flat=True)[:AT_ONCE]):
        forgotten += rows.filter(pk__in=found).update(key=None)
    return forgotten
