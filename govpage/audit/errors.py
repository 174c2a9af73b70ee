"""What can keep an audit from being carried out."""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Self


class AuditError(Exception):
    """The audit could not be carried out; this says nothing about the page."""


class UnknownName(AuditError, ValueError):
    """A name that axe does not know was asked for."""

    @classmethod
    def of(cls, kind: str, name: str, known: Collection[str]) -> Self:
        """The error for one name, with the nearest legal names, or all of them when none is near."""
        near = get_close_matches(name, known)
        hint = f"Did you mean {' or '.join(map(repr, near))}?" if near else f"Legal: {', '.join(sorted(known))}."
        return cls(f"axe has no {kind} {name!r}. {hint}")
