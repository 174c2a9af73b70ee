"""Full-text search of releases: one function, whatever the database; the words of a visitor are never syntax."""

from __future__ import annotations

import re
from typing import cast

from django.db import connections
from django.db.models import Q

from govpage.news.lifecycle import ReleaseQuerySet
from govpage.news.search_index import INDEX, KEY, RELEASES, VECTOR, has_index
from govpage.news.text import folded, plain_text

MAX_WORDS = 12
MAX_WORD = 40
"""Words of a search that are looked for, and characters of each."""

WORD = re.compile(r"\w+")

EXCERPT = 200
"""Characters around the first word that is found."""

READ_FOR_EXCERPT = 100_000
"""Characters of a body that are looked at for it."""

Excerpt = tuple[tuple[str, bool], ...]


def words_of(query: str) -> tuple[str, ...]:
    """Return the words to look for, folded, each once."""
    found = (word[:MAX_WORD] for word in WORD.findall(folded(query)))
    return tuple(dict.fromkeys(found))[:MAX_WORDS]


def search(releases: ReleaseQuerySet, query: str) -> ReleaseQuerySet:
    """Return the releases that have all words of the query, in any order and form, newest first.

    Shape: a query without a letter or digit finds nothing
    """
    words = words_of(query)
    if not words:
        return releases.none()
    connection = connections[releases.db]
    if not has_index(connection):
        return releases.filter(*(Q(search_text__contains=word) for word in words))
    if connection.vendor == "postgresql":
        match = f"{RELEASES}.{VECTOR} @@ plainto_tsquery('english', %s)"
        return cast(ReleaseQuerySet, releases.extra(where=[match], params=[" ".join(words)]))  # noqa: S610
    quoted = " ".join(f'"{word}"' for word in words)
    where = [f"{INDEX} MATCH %s", f"{RELEASES}.id = ({INDEX}.rowid & {KEY})"]
    # The index gives its rows in the order of the list, so that a page ends the search.
    found = releases.extra(tables=[INDEX], where=where, params=[quoted], order_by=[f"-{INDEX}.rowid"])  # noqa: S610
    return cast(ReleaseQuerySet, found)


def excerpt(body: str, query: str) -> Excerpt:
    """Return the lines of a body around the first word that is found, each of the words told apart.

    Shape: list of (text, whether it is one of the words); empty if none of the words is in the body
    """
    text = plain_text(body[: body.rfind("<", 0, READ_FOR_EXCERPT)] if len(body) > READ_FOR_EXCERPT else body)
    stems = tuple(_stem(word) for word in words_of(query))
    found = [match.span() for match in WORD.finditer(text) if folded(match[0]).startswith(stems)] if stems else []
    if not found:
        return ()
    begin, end = _window(text, found[0][0])
    return tuple(_pieces(text, begin, end, [span for span in found if begin <= span[0] and span[1] <= end]))


def _stem(word: str) -> str:
    """What the forms of a word have in common, as near as a mark needs it."""
    return word[: max(4, len(word) - 3)]


def _window(text: str, at: int) -> tuple[int, int]:
    begin = max(0, at - EXCERPT // 3)
    begin = text.rfind(" ", 0, begin + 1) + 1 if begin else 0
    end = begin + EXCERPT
    return begin, len(text) if end >= len(text) else max(text.rfind(" ", begin, end), at + MAX_WORD)


def _pieces(text: str, begin: int, end: int, found: list[tuple[int, int]]) -> list[tuple[str, bool]]:
    pieces = [("… ", False)] if begin else []
    at = begin
    for start, stop in found:
        pieces += [(text[at:start], False), (text[start:stop], True)]
        at = stop
    pieces.append((text[at:end] + (" …" if end < len(text) else ""), False))
    return [piece for piece in pieces if piece[0]]
