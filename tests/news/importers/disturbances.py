"""Harmless changes of a capture, after which a reader must understand the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

_BULLET_INDENT = re.compile(r"(?m)^((?: {2})+) ?(?=[•◦▪*-] )")
_NUMBER = re.compile(r"(?<=[A-Za-z]) (?=\d)")
_CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def straighten(value: Any) -> Any:
    """Make the quotes of every text in a value straight."""
    if isinstance(value, str):
        return value.translate(_CURLY)
    if isinstance(value, list):
        return [straighten(each) for each in value]
    return {key: straighten(each) for key, each in value.items()} if isinstance(value, dict) else value


def _tabs(text: str) -> str:
    return _BULLET_INDENT.sub(lambda match: "\t" * (len(match[1]) // 2), text)


DISTURBANCES: dict[str, Callable[[str], str]] = {
    "as-captured": lambda text: text,
    "windows-line-ends": lambda text: text.replace("\n", "\r\n"),
    "old-line-ends": lambda text: text.replace("\n", "\r"),
    "byte-order-mark": lambda text: "\ufeff" + text,
    "no-break-spaces": lambda text: _NUMBER.sub("\u00a0", text),
    "tabs": _tabs,
    "trailing-blanks": lambda text: text.replace("\n", " \t\n"),
    "doubled-blank-lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "other-bullets": lambda text: text.replace("•", "▪"),
    "decomposed-accents": lambda text: unicodedata.normalize("NFD", text),
    "soft-hyphens": lambda text: re.sub(r"(?<=[a-z]{4})(?=[a-z]{4})", "\u00ad", text),
    "straight-quotes": straighten,
}
