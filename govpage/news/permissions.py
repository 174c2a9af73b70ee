"""Who may do what to a release, and which fields of it that locks."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol


class User(Protocol):
    """Whoever has permissions, of whatever model the site has for its users."""

    def has_perm(self, perm: str, /) -> bool: ...


class Act(StrEnum):
    """What is done to a release; the value begins the codename of its permission."""

    WRITE = "change"
    PUBLISH = "publish"
    ARCHIVE = "archive"
    WITHDRAW = "withdraw"


FIELDS: Mapping[Act, tuple[str, ...]] = {
    Act.PUBLISH: ("publish_at", "embargoed", "expires_at"),
    Act.ARCHIVE: (
        "archive_at",
        "kept_current",
        "archive_date_known",
        "archive_reason",
        "successor",
        "successor_title",
    ),
    Act.WITHDRAW: ("withdraw_at", "withdrawal_reason"),
}
"""Fields that only somebody who may do it can change."""


def may(user: User, act: Act) -> bool:
    """Whether the user may do it to releases."""
    return user.has_perm(f"govpage_news.{act}_newsrelease")


def locked_fields(user: User) -> tuple[str, ...]:
    """Return the fields of a release that the user can read and not change."""
    return tuple(name for act, names in FIELDS.items() if not may(user, act) for name in names)
