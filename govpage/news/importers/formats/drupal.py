"""Drupal's JSON:API: the nodes of one page of a collection, or one node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, BinaryIO

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.parts import (
    address_of,
    day_of,
    draft_of,
    moment_of,
    names,
    plain,
    summary_of,
)
from govpage.news.importers.formats.records import load, rows, table, words

DATES = ("field_release_date", "field_date", "field_news_date", "field_publish_date", "field_published_date")
"""Fields that name the day of a release, the first that is there counts; else the day the node was created."""

NUMBERS = ("field_release_number", "field_number", "field_press_release_number")
SUBTITLES = ("field_subtitle", "field_subhead", "field_subheading")

Node = Mapping[str, Any]
Names = Mapping[tuple[str, str], str]


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Read each node; taxonomy terms that are included give its topics.

    Raises: CaptureError if there is no data, or it is the answer to a request that failed
    """
    document = table(load(source))
    if "data" not in document:
        raise CaptureError('no Drupal JSON:API document: there is no "data"')
    known = {_key(each): words(table(each.get("attributes")).get("name")) for each in _tables(document.get("included"))}
    more = "next" in table(document.get("links"))
    for node in rows(document["data"]):
        yield _node(table(node), known, more)


def _tables(value: Any) -> Iterator[Node]:
    return map(table, rows(value))


def _key(resource: Node) -> tuple[str, str]:
    return words(resource.get("type")), words(resource.get("id"))


def _node(node: Node, known: Names, more: bool) -> ReleaseDraft | CaptureError:
    title = words(table(node.get("attributes")).get("title"))
    try:
        return _draft(node, title, known, more)
    except CaptureError as error:
        return CaptureError(f"{plain(title)[:80] or 'node without a title'}: {error}")


def _draft(node: Node, title: str, known: Names, more: bool) -> ReleaseDraft:
    values, unsure = table(node.get("attributes")), list[str]()
    if more:
        unsure.append("The file is one page of several; the next is not fetched.")
    body = table(values.get("body"))
    created, changed = words(values.get("created")), words(values.get("changed"))
    released = _first(values, DATES)
    if not day_of(released):
        unsure.append("No field names the day of the release; that on which the node was created was taken.")
    public = values.get("status", True) is True
    if not public:
        unsure.append("The node is not published there, so it is a draft here.")
    day = day_of(released) or day_of(created)
    description = summary_of(words(body.get("summary")), unsure)
    original = address_of(words(table(values.get("path")).get("alias")), unsure)
    draft = draft_of(title, words(body.get("processed")) or words(body.get("value")), unsure=unsure)
    return replace(
        draft,
        subtitle=plain(_first(values, SUBTITLES)),
        release_date=day,
        last_updated=_later(changed, day),
        published=moment_of(created) if public and day == day_of(created) else None,
        release_number=plain(_first(values, NUMBERS)),
        topics=names(_topics(node, known)),
        description=description,
        original_address=original,
        public=public,
        language=_language(values) or draft.language,
    )


def _first(values: Node, keys: tuple[str, ...]) -> str:
    texts = (words(values.get(key)) or words(table(values.get(key)).get("value")) for key in keys)
    return next(filter(None, texts), "")


def _later(changed: str, day: date | None) -> date | None:
    updated = day_of(changed)
    return updated if updated and day and updated > day else None


def _language(values: Node) -> str:
    code = words(values.get("langcode")).lower()
    return "" if code in ("und", "zxx") else code[:16]


def _topics(node: Node, known: Names) -> Iterator[str]:
    for relation in table(node.get("relationships")).values():
        for each in _tables(table(relation).get("data")):
            if words(each.get("type")).startswith("taxonomy_term--"):
                yield known.get(_key(each), "")
