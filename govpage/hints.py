"""The nearest right word for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, legal: Iterable[str]) -> str:
    """Return a hint that names the nearest legal word, or all of them."""
    choices = sorted(legal)
    near = get_close_matches(word, choices, 1)
    return f"Did you mean '{near[0]}'?" if near else f"Legal are: {', '.join(choices) or 'none'}."
