"""What a visitor wrote, made fit to be kept: no invisible or direction-changing characters, one kind of line break."""

from __future__ import annotations

import unicodedata

KEPT_CONTROLS = {"\n", "\t"}
JOINERS = {"\u200c", "\u200d"}
"""Zero-width (non-)joiner: Persian, Hindi and emoji need them between letters."""

BLANKS = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"}
"""Letters and signs that show nothing: the Hangul fillers and the Braille pattern without dots."""

IGNORABLE = (range(0x2065, 0x2066), range(0xFFF0, 0xFFF9), range(0xE0000, 0xE1000))
"""Code points that show nothing, whatever they will be assigned to. Source: Unicode, Default_Ignorable_Code_Point"""

NONCHARACTERS = range(0xFDD0, 0xFDF0)
"""With the last two code points of each plane, those that never will be characters. Source: Unicode, 23.7"""

MAX_MARKS = 4
"""Combining marks in a row that are kept; no living language stacks more."""


def clean_comment(text: str) -> str:
    """Return the text in NFC without what cannot be seen or stored; empty if nothing visible is left."""
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if _is_kept(c))
    kept = unicodedata.normalize("NFC", _without_mark_stacks(kept))
    return kept.strip() if any(_is_visible(c) for c in kept) else ""


def _is_kept(character: str) -> bool:
    if character in KEPT_CONTROLS or character in JOINERS:
        return True
    # Cc control, Cf format (zero width, direction), Cs lone surrogate, Co private
    category = unicodedata.category(character)
    return _may_be_assigned(ord(character)) if category == "Cn" else not category.startswith("C")


def _may_be_assigned(code: int) -> bool:
    """Whether a code point that this Python does not know may be a visible character, such as a newer emoji."""
    is_noncharacter = code in NONCHARACTERS or code & 0xFFFE == 0xFFFE
    return not is_noncharacter and not any(code in codes for codes in IGNORABLE)


def _without_mark_stacks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_visible(character: str) -> bool:
    category = unicodedata.category(character)
    return category == "Cn" or (character not in BLANKS and category[0] not in "ZCM")
