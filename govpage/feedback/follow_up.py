"""The single-use token that joins a comment to its vote."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from django.core import signing
from django.utils.crypto import salted_hmac

from govpage.page import PageReference, read_page

LIFETIME = 60 * 60
"""Seconds in which the token joins a comment to its vote; after that the comment stands alone."""

SALT = "govpage.feedback.follow_up"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Which submission a comment belongs to.

    Shape: page is a signed reference; key is that of the vote, or a fresh one for a comment that stands alone; removed
        are the kinds of personal information that were taken out of the words before
    """

    page: str
    key: str
    joins_vote: bool = True
    removed: tuple[str, ...] = ()

    def sign(self) -> str:
        """Return the token."""
        return signing.dumps(asdict(self), salt=SALT)

    def alone(self) -> FollowUp:
        """Return what words become that come too late for this; always the same, so that they are one however often."""
        key = salted_hmac(f"{SALT}.alone", self.key, algorithm="sha256").hexdigest()
        return replace(self, key=key, joins_vote=False)

    @property
    def reference(self) -> PageReference:
        """The page it is about."""
        return read_page(self.page)


def read_follow_up(token: str, *, max_age: int | None = LIFETIME) -> FollowUp:
    """Return what the token names; with max_age None its age does not matter.

    Raises: django.core.signing.SignatureExpired if it is too old; BadSignature if it is not ours
    """
    try:
        values = signing.loads(token, salt=SALT, max_age=max_age)
        follow_up = FollowUp(**{**values, "removed": tuple(values.get("removed", ()))})
    except (AttributeError, TypeError) as error:
        raise signing.BadSignature("The token names no submission.") from error
    read_page(follow_up.page)
    return follow_up
