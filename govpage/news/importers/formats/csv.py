"""CSV with a row of column names, which are the keys that a dry run prints."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any, BinaryIO

from govpage.news.importers.decode import decode_bytes
from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.keys import LISTS, TRUTHS, draft_from, refuse_unknown
from govpage.news.importers.formats.records import parse

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
SEPARATOR = ";"
"""What stands between the topics, or the labels of a breadcrumb, of one cell."""


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Read each row.

    Raises: CaptureError if a column is unknown or named twice, title or body_html is missing, or the quoting is broken
    """
    rows = csv.reader(StringIO(decode_bytes(source.read()), newline=""), strict=True)
    try:
        columns = [cell.strip().lower() for cell in next(rows, [])]
        _refuse(columns)
        for cells in rows:
            if any(cells):
                yield _row(columns, cells)
    except csv.Error as error:
        raise CaptureError(f"not CSV, at line {rows.line_num}: {error}") from None


def _refuse(columns: list[str]) -> None:
    refuse_unknown(dict.fromkeys(columns))
    missing = [key for key in ("title", "body_html") if key not in columns]
    if missing:
        raise CaptureError(f"the first row names no column {' and no column '.join(missing)}")
    if len(set(columns)) < len(columns):
        raise CaptureError("the first row names a column twice")


def _row(columns: list[str], cells: list[str]) -> ReleaseDraft | CaptureError:
    if len(cells) != len(columns):
        return CaptureError(f"{len(cells)} cells in a row, and {len(columns)} columns")
    try:
        return draft_from({key: _value(key, cell.strip()) for key, cell in zip(columns, cells, strict=True)})
    except CaptureError as error:
        return error


def _value(key: str, cell: str) -> Any:
    """Return what JSON would give for the cell."""
    if not cell:
        return None
    if key in TRUTHS:
        return _TRUTH.get(cell.lower(), cell)
    if key in LISTS:
        return [part.strip() for part in cell.split(SEPARATOR)]
    return parse(cell) if key == "contacts" else cell
