"""Where a number begins and ends: what stands beside it may make it a part of something longer."""

from __future__ import annotations

BEGINNING = (
    r"(?<![\w$€£])(?<![$€£] )(?:(?<!\w[-.])|(?<=[^\W\d_]\.)"
    r"|(?<=(?<!\d)\d{9}[-.])|(?<=(?<!\d)[2-9]\d{9}[-.])|(?<=(?<!\d)1\d{10}[-.]))"
)
"""No price, no decimals and no part of a code; a comma protects nothing, and neither does another such number."""

ENDING = r"(?![-.]\d{1,8}(?!\d))"
"""No decimals and no further part of a code, unless that is as long as another number."""


def is_within(text: str, start: int, end: int) -> bool:
    """Say whether hyphens join what stands there to other digits."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return any(joint[:1] == "-" and joint[1:].isdigit() for joint in (before[::-1], behind))
