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
    cells = table.css("td")
    if table.attributes.get("role") in ("presentation", "none") or any(cell.css_first("table") for cell in cells):
        return True
    if table.css_first("th"):
        return False
    widest = max((len(row.css("td")) for row in table.css("tr")), default=0)
    return widest < 2 or any(cell.css_first(_PLACES) or len(cell.text(deep=True)) > 600 for cell in cells)


def table_rows(table: LexborNode, reading: Reading, depth: int) -> list[str]:
    """Return a line of HTML for each row of values, and ask about what the list cannot show.

    A row below headings names them, "Port: Bayview; Vessels: 12", unless cells are joined in it.
    """
    reading.tables += 1
    rows = [row for row in (_cells(each, reading, depth) for each in table.css("tr")) if any(map(plain, row))]
    first = table.css_first("tr")
    headed = len(rows) > 1 and first is not None and not first.css("td")
    question = "" if headed else f" Does the first row of table {reading.tables} hold headings?"
    reading.unsure.append(f"Table {reading.tables} is kept as a list of its rows.{question}")
    return [_named(rows[0], row) for row in rows[1:]] if headed else ["; ".join(filter(plain, row)) for row in rows]


def taken_apart(reading: Reading) -> None:
    """Ask about a table whose cells hold more than words, so that it cannot be a list of its rows."""
    reading.tables += 1
    reading.unsure.append(
        f"The cells of table {reading.tables} stand one after another. Does its first row hold headings?"
    )


def _cells(row: LexborNode, reading: Reading, depth: int) -> list[str]:
    cells = [each for each in row.css("td, th") if not is_left_out(each, reading)]
    return [inline(cell, reading, depth).replace("<br>", " ").strip() for cell in cells]


def _named(heads: list[str], row: list[str]) -> str:
    if len(heads) != len(row):
        return "; ".join(filter(plain, row))
    return "; ".join(f"{head}: {cell}" if head else cell for head, cell in zip(heads, row, strict=True) if plain(cell))
