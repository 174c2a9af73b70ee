"""Telling Spanish from English."""

from __future__ import annotations

import re

from govpage.news.importers.lines import fold, phrases

_ENGLISH = phrases(
    """
    the|of|and|to|in|for|with|was|were|is|are|that|this|from|by|at|on|will|has|have|its|
    their|an
    """
)
_SPANISH = phrases(
    """
    el|la|los|las|de|del|y|en|para|con|una|un|que|por|se|su|sus|al|fue|son|este|esta|como|
    sera
    """
)
_WORD = re.compile(r"[a-z]{1,20}")


def language_of(text: str) -> str:
    """Give "es" when the small words of the text are Spanish, else "en"."""
    words = _WORD.findall(fold(text[:20_000]))
    spanish = sum(word in _SPANISH for word in words)
    return "es" if spanish > sum(word in _ENGLISH for word in words) else "en"
