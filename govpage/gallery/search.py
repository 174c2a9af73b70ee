"""Finds components by any word that is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from govpage.describe import Description
from govpage.gallery.catalogue import Entry, entries
from govpage.gallery.styles import hooks

MOST_CHARACTERS = 200
"""What is longer is cut; the search box takes no more either."""

MOST_WORDS = 10

WORD = re.compile(r"[^\W_]+")

FIELDS: dict[str, str | Promise] = {
    "name": _("name"),
    "summary": _("summary"),
    "parameters": _("parameters"),
    "criteria": _("acceptance criteria"),
    "examples": _("examples"),
    "classes": _("classes"),
}
"""What is searched, that which tells most first."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A component that has all the words, and in which fields it has any of them."""

    entry: Entry
    fields: tuple[str, ...]


def search(query: str) -> list[Hit]:
    """Return the components that have every word of the query; those whose name has one come first."""
    wanted = words(query[:MOST_CHARACTERS])[:MOST_WORDS]
    hits = [_hit(entry, wanted) for entry in entries().values()] if wanted else []
    return sorted(filter(None, hits), key=lambda hit: list(FIELDS).index(hit.fields[0]))


def nearest(query: str) -> Entry | None:
    """Return the component whose name is most like the query; None if none is like it."""
    names = {entry.name.casefold(): entry for entry in entries().values()}
    near = get_close_matches(query[:MOST_CHARACTERS].casefold(), names, 1)
    return names[near[0]] if near else None


def words(text: str) -> list[str]:
    """Return the words of a text, as they are compared: "{% gov_banner %}" has two."""
    return WORD.findall(text.casefold())


def _hit(entry: Entry, wanted: list[str]) -> Hit | None:
    texts = _texts(entry)
    if not all(any(word in text for text in texts.values()) for word in wanted):
        return None
    return Hit(entry, tuple(name for name, text in texts.items() if any(word in text for word in wanted)))


@cache
def _texts(entry: Entry) -> dict[str, str]:
    found = {name: " ".join(words(" ".join(_said(entry, name)))) for name in FIELDS}
    # A query may write a name in one word.
    return found | {"name": f"{found['name']} {entry.component.__name__.casefold()}"}


def _said(entry: Entry, field: str) -> Iterator[str]:
    match field:
        case "name":
            yield from (entry.name, entry.tag)
        case "summary":
            yield from _described(entry.description)
        case "parameters":
            for parameter in entry.parameters:
                yield from (parameter.name, parameter.type, parameter.description)
        case "criteria":
            yield from entry.component.criteria
        case "examples":
            yield from entry.component.examples()
        case _:
            yield from sorted(hooks(entry.component))


def _described(description: Description) -> Iterator[str]:
    yield description.summary
    for _word, text in description.facts:
        yield text
