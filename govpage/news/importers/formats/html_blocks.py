"""The blocks of a page: paragraphs, headings, lists, quotations and tables, in the order they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import strip_tags

from govpage.news.importers.draft import CaptureError
from govpage.news.importers.formats.html_inline import BLOCKS, MAX_DEPTH, Reading, children, inline, is_left_out
from govpage.news.importers.formats.html_lists import definition_html, list_html, list_lines, word_item, word_list
from govpage.news.importers.formats.html_tables import is_layout, table_rows, taken_apart
from govpage.news.importers.formats.html_text import plain, trimmed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SUBTITLE = re.compile(r"(?:^|[\s_-])(?:sub-?title|sub-?head(?:ing|line)?|dek|deck|tagline)(?:$|[\s_-])")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a block: its words, and its HTML where it can stand alone."""

    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list, a quotation or a table.

    Shape: tag is "p", "h1" to "h6", "ul", "blockquote" or "dl"; html is empty where the pieces make it
    """

    tag: str
    pieces: tuple[Piece, ...]
    html: str = ""
    role: str = ""
    """ "subtitle" where the page says so, "notes" for footnotes."""
    inside: bool = False
    """Whether it stands in the element that the page marks as its body."""


@dataclass(slots=True)
class _Walk:
    reading: Reading
    body: int | None
    """The node marked as the body."""


def blocks_of(root: LexborNode, reading: Reading, body: LexborNode | None = None) -> list[Block]:
    """Return the blocks of an element.

    Raises: CaptureError if its elements are too deep
    """
    walk = _Walk(reading, body.mem_id if body else None)
    found = list(_inside(root, walk, inside=body is not None and root.mem_id == body.mem_id, depth=0))
    return list(_with_word_lists(found))


def _inside(node: LexborNode, walk: _Walk, *, inside: bool, depth: int) -> Iterator[Block]:
    """Yield the blocks in an element; words that stand between them are paragraphs too."""
    if depth > MAX_DEPTH:
        raise CaptureError(f"unknown layout: more than {MAX_DEPTH} elements one inside another")
    run: list[str] = []
    for child in children(node):
        if not child.is_text_node and (child.tag in BLOCKS or _holds_blocks(child)):
            yield from _paragraphs("p", "".join(run), inside=inside)
            run = []
            within = inside or child.mem_id == walk.body
            if not is_left_out(child, walk.reading):
                yield from _block(child, walk, inside=within, depth=depth + 1)
        else:
            run.append(inline(child, walk.reading, depth))
    yield from _paragraphs("p", "".join(run), inside=inside)


def _holds_blocks(node: LexborNode) -> bool:
    return node.tag != "a" and node.css_first(_ANY_BLOCK) is not None


_ANY_BLOCK = ",".join(sorted(BLOCKS))


def _block(node: LexborNode, walk: _Walk, *, inside: bool, depth: int) -> Iterator[Block]:
    reading = walk.reading
    if node.tag in ("p", *_HEADINGS) and not _has_blocks(node):
        yield from _words(node, walk, inside=inside)
    elif node.tag in ("ul", "ol", "menu", "dir") and node.css_first("li"):
        notes = "notes" if node.css_first("li[id^=footnote-]") else ""
        html = list_html(node, reading, depth)
        yield Block("ul", tuple(Piece(line) for line in list_lines(html)), html, notes, inside)
    elif node.tag == "dl" and node.css_first("dt"):
        html = definition_html(node, reading, depth)
        yield Block("dl", tuple(Piece(line) for line in list_lines(html)), html, "", inside)
    elif node.tag == "blockquote":
        quoted = [block_html(each) for each in _inside(node, walk, inside=inside, depth=depth)]
        html = f"<blockquote>{''.join(quoted)}</blockquote>" if quoted else ""
        yield from [Block("blockquote", (Piece(plain(html)),), html, "", inside)] if plain(html) else []
    elif node.tag == "table" and not is_layout(node):
        for caption in node.css("caption"):
            yield from _words(caption, walk, inside=inside, tag="p")
        rows = table_rows(node, reading, depth)
        html = f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"
        yield from [Block("ul", tuple(Piece(plain(row)) for row in rows), html, "", inside)] if rows else []
    else:
        if reading.paper and node.tag == "table" and len(node.css("td, th")) > 1:
            taken_apart(reading)
        yield from _inside(node, walk, inside=inside, depth=depth)


def _has_blocks(node: LexborNode) -> bool:
    return any(each.tag in BLOCKS for each in node.traverse(include_text=False) if each.mem_id != node.mem_id)


def _words(node: LexborNode, walk: _Walk, *, inside: bool, tag: str = "") -> Iterator[Block]:
    role = "subtitle" if _SUBTITLE.search(f"{_class(node)} {_class(node.parent)}".lower()) else ""
    html = "".join(inline(child, walk.reading) for child in children(node))
    tag = tag or node.tag or "p"
    if tag == "p" and (item := word_item(node)):
        role = item
    yield from _paragraphs(tag, html, role=role, inside=inside)


def _class(node: LexborNode | None) -> str:
    return (node.attributes.get("class") or "")[:300] if node is not None else ""


def _paragraphs(tag: str, html: str, *, role: str = "", inside: bool) -> Iterator[Block]:
    """Yield a paragraph for each run of words; two line breaks in a row part paragraphs."""
    for part in re.split(r"<br>\s*<br>(?:\s|<br>)*", html):
        pieces = tuple(Piece(plain(line), trimmed(line)) for line in part.split("<br>") if plain(line))
        if pieces:
            yield Block(tag, pieces if tag == "p" else (_joined(pieces),), "", role, inside)


def _joined(pieces: tuple[Piece, ...]) -> Piece:
    return Piece(" ".join(each.text for each in pieces), " ".join(each.html for each in pieces))


def block_html(block: Block) -> str:
    """Return the HTML of a whole block, its headings as they are."""
    if block.html:
        return block.html
    return f"<{block.tag}>{'<br>'.join(piece.html for piece in block.pieces)}</{block.tag}>"


def _with_word_lists(blocks: list[Block]) -> Iterator[Block]:
    """Turn the paragraphs that a word processor numbered or bulleted back into lists."""
    run: list[Block] = []
    for block in [*blocks, Block("p", ())]:
        if block.role.startswith("mso-"):
            run.append(block)
            continue
        if run:
            html = word_list([(each.role, " ".join(piece.html for piece in each.pieces)) for each in run])
            lines = tuple(Piece(strip_tags(" ".join(p.text for p in each.pieces))) for each in run)
            yield Block("ul", lines, html, "", run[0].inside)
            run = []
        if block.pieces:
            yield block
