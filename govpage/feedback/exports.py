"""Exports: all that was said, as CSV or JSON Lines, sent as it is read and never held as a whole.

Rows are found by their keys, some at a time: no database keeps a query open for a slow reader, and what is purged
meanwhile is simply not there any more.
"""

from __future__ import annotations

import csv
import io
import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from govpage.feedback.cells import inert
from govpage.feedback.models import Comment, Vote

KEYS = 20_000
"""Keys that are looked up at once."""

ROWS = 200
"""Rows that are read at once; as many long comments in any script take little memory."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """What is exported of a kind of rows.

    Shape: columns are names and the lookups behind them, in order; joined are further columns of several values each
    """

    name: str
    columns: Mapping[str, str]
    joined: Mapping[str, Callable[[Sequence[int]], Mapping[int, list[str]]]]

    @property
    def head(self) -> tuple[str, ...]:
        """The names of all columns."""
        return (*self.columns, *self.joined)


def _tags(keys: Sequence[int]) -> Mapping[int, list[str]]:
    """Return the tags of the comments of those keys."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    through = Comment.tags.through.objects.filter(comment__in=keys)
    for comment, name in through.order_by("tag__name").values_list("comment", "tag__name"):
        found[comment].append(name)
    return found


PAGE = {
    "page": "page__path",
    "title": "page__title",
    "language": "page__language",
    "section": "page__section__name",
}
VOTES = Table(
    "answers",
    {
        "id": "pk",
        "sent": "sent",
        **PAGE,
        "version": "version__name",
        "answer": "answer",
        "reason": "reason",
        "status": "status",
        "held_because": "held_because",
    },
    {},
)
COMMENTS = Table(
    "comments",
    {
        "id": "pk",
        "sent": "sent",
        "kind": "kind",
        **PAGE,
        "answer": "vote__answer",
        "reason": "reason",
        "comment": "text",
        "removed": "removed",
        "held_because": "held_because",
        "state": "state",
        "assignee": f"assignee__{get_user_model().USERNAME_FIELD}",
        "note": "note",
        "outcome": "outcome",
    },
    {"tags": _tags},
)
TABLES: Mapping[type[Any], Table] = {Vote: VOTES, Comment: COMMENTS}


def as_csv(table: Table, rows: QuerySet[Any]) -> Iterator[str]:
    """Return the file in pieces, its head first: UTF-8 with the mark by which spreadsheets know it."""
    yield "\ufeff" + _lines([table.head])
    for found in in_batches(table, rows):
        yield _lines([[_cell(value) for value in row.values()] for row in found])


def as_json_lines(table: Table, rows: QuerySet[Any]) -> Iterator[str]:
    """Return the file in pieces, one object a line; the first piece is empty and needs no query."""
    yield ""
    for found in in_batches(table, rows):
        yield "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in found)


FORMATS: Mapping[str, tuple[Callable[[Table, QuerySet[Any]], Iterator[str]], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "jsonl": (as_json_lines, "application/jsonl; charset=utf-8"),
}
"""Endings of files, what makes them, and their types."""


def in_batches(table: Table, rows: QuerySet[Any]) -> Iterator[list[Row]]:
    """Return the rows that are there now, oldest first, some at a time."""
    for keys in _keys(rows):
        for start in range(0, len(keys), ROWS):
            yield read(table, rows.model, keys[start : start + ROWS])


def read(table: Table, model: Any, keys: Sequence[int]) -> list[Row]:
    """Return the rows of those keys that are there."""
    joined = {name: values(keys) for name, values in table.joined.items()}
    found = model._default_manager.filter(pk__in=list(keys)).order_by("pk").values_list(*table.columns.values())
    return [_row(table, values, joined) for values in found]


def _row(table: Table, values: Sequence[Any], joined: Mapping[str, Mapping[int, list[str]]]) -> Row:
    plain = {name: _plain(value) for name, value in zip(table.columns, values, strict=True)}
    return {**plain, **{name: found.get(values[0], []) for name, found in joined.items()}}


def _keys(rows: QuerySet[Any]) -> Iterator[array[int]]:
    newest = rows.model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0
    last = 0
    while True:
        found = rows.filter(pk__gt=last, pk__lte=newest).order_by("pk").values_list("pk", flat=True)[:KEYS]
        keys = array("q", found.iterator(ROWS))
        if not keys:
            return
        yield keys
        last = keys[-1]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return inert(", ".join(value))
    return "" if value is None else inert(str(value))


def _lines(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()
