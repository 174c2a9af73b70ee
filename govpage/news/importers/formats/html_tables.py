"""Tables of a page: those that only place things, and those that hold values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpage.news.importers.formats.html_inline import Reading, inline, is_left_out
from govpage.news.importers.formats.html_text import plain

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PLACES = "table, ul, ol, h1, h2, h3, h4, p + p, blockquote, article, main"


def is_layout(table: LexborNode) -> bool:
    """Tell whether a table only places things: one column, or paragraphs, lists or tables in its cells."""
    if table.attributes.get("role") in ("presentation", "none"):
        return True
    if table.css_first("th"):
        return False
    cells = table.css("td")
    widest = max((len(row.css("td")) for row in table.css("tr")), default=0)
    held = any(cell.css_first(_PLACES) is not None for cell in cells)
    return widest < 2 or held or any(len(cell.text(deep=True)) > 600 for cell in cells)


def table_rows(table: LexborNode, reading: Reading, depth: int) -> list[str]:
    """Return a line of HTML for each row of values, and ask about what the list cannot show.

    A row below headings names them: "Port: Bayview; Vessels: 12".
    """
    reading.tables += 1
    rows = [row for row in map(lambda each: _cells(each, reading, depth), table.css("tr")) if any(map(plain, row))]
    first = table.css_first("tr")
    headed = len(rows) > 1 and first is not None and not first.css("td")
    question = "" if headed else f" Does the first row of table {reading.tables} hold headings?"
    reading.unsure.append(f"Table {reading.tables} is kept as a list of its rows.{question}")
    if not headed:
        return ["; ".join(filter(plain, row)) for row in rows]
    return [_named(rows[0], row) for row in rows[1:]]


def _cells(row: LexborNode, reading: Reading, depth: int) -> list[str]:
    cells = [each for each in row.css("td, th") if not is_left_out(each, reading)]
    return [inline(cell, reading, depth).replace("<br>", " ").strip() for cell in cells]


def _named(heads: list[str], row: list[str]) -> str:
    names = [f"{head}: " if head else "" for head in heads]
    names += [""] * max(0, len(row) - len(names))
    return "; ".join(f"{name}{cell}" for name, cell in zip(names, row, strict=False) if plain(cell))
