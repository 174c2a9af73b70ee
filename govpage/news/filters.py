"""What a list of releases can be narrowed to, read from a query in one place for pages, feeds and the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.conf import settings

from govpage.hints import did_you_mean
from govpage.news.kinds import Kind
from govpage.news.lifecycle import ReleaseQuerySet
from govpage.news.search import search

MAX_QUERY = 200
"""Characters of a search that are looked at."""

MAX_SLUG = 150


class FilterError(ValueError):
    """Says in one line which value is not legal, and which are."""


@dataclass(frozen=True, slots=True)
class ReleaseFilters:
    """What a list is narrowed to; what is empty narrows nothing.

    Shape: topic and office are slugs; month needs a year; q is words to look for
    """

    kind: str = ""
    topic: str = ""
    office: str = ""
    language: str = ""
    year: int | None = None
    month: int | None = None
    q: str = ""

    def apply(self, releases: ReleaseQuerySet) -> ReleaseQuerySet:
        """Return the releases that it leaves, in their order."""
        named = {"kind": self.kind, "topics__slug": self.topic, "office__slug": self.office, "language": self.language}
        found = releases.filter(**{name: value for name, value in named.items() if value})
        if self.year:
            begin, end = _span(self.year, self.month)
            found = found.filter(sort_day__gte=begin, sort_day__lt=end)
        return search(found, self.q) if self.q else found

    def query(self) -> dict[str, str]:
        """Return it as the parameters that it is read from."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in values.items() if value}


def read_filters(query: Mapping[str, str]) -> ReleaseFilters:
    """Return what the query narrows a list to; parameters that are no filter are left to others.

    Raises: FilterError if a value is not legal
    """
    return ReleaseFilters(**{name: read(name, query[name]) for name, read in READERS.items() if query.get(name)})


def _span(year: int, month: int | None) -> tuple[date, date]:
    if not month:
        return date(year, 1, 1), date(year + 1, 1, 1)
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _one_of(legal: Callable[[], list[str]]) -> Callable[[str, str], str]:
    def read(name: str, value: str) -> str:
        if value not in legal():
            raise FilterError(f"{name} is {value[:40]!r}. {did_you_mean(value[:40], legal())}")
        return value

    return read


def _slug(name: str, value: str) -> str:
    if len(value) > MAX_SLUG or "\0" in value:
        raise FilterError(f"{name} is {value[:40]!r}; legal are slugs of at most {MAX_SLUG} characters.")
    return value


def _whole(lowest: int, highest: int) -> Callable[[str, str], int]:
    def read(name: str, value: str) -> int:
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 5 else 0
        if not lowest <= number <= highest:
            raise FilterError(f"{name} is {value[:40]!r}; legal are {lowest} to {highest}.")
        return number

    return read


def _words(_name: str, value: str) -> str:
    return value[:MAX_QUERY].replace("\0", "").strip()


READERS: dict[str, Callable[[str, str], Any]] = {
    "kind": _one_of(lambda: list(Kind.values)),
    "topic": _slug,
    "office": _slug,
    "language": _one_of(lambda: [code for code, _name in settings.LANGUAGES]),
    "year": _whole(1, 9998),
    "month": _whole(1, 12),
    "q": _words,
}
"""How each parameter is read."""
