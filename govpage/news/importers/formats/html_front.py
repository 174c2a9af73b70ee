"""What stands around the body of a page or a paper: its title, and the facts above and below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from govpage.news.importers.archive import read_archive
from govpage.news.importers.contacts import is_office
from govpage.news.importers.draft import CaptureError
from govpage.news.importers.facts import Facts
from govpage.news.importers.formats.html_blocks import Block, Piece
from govpage.news.importers.furniture import is_furniture, is_rule, is_share
from govpage.news.importers.kinds import after_immediate, kind_line
from govpage.news.importers.lines import Line, clean_lines, fold, is_sentence, next_text
from govpage.news.importers.places import is_place, split_dateline
from govpage.news.importers.reading import read_fact
from govpage.news.importers.text import MAX_TITLE

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a page says of a release outside its words: in its head, its data and its marks."""

    title: str = ""
    subtitle: str = ""
    breadcrumb: tuple[str, ...] = ()
    language: str = ""
    address: str = ""
    description: str = ""
    released: date | None = None
    updated: date | None = None
    published: datetime | None = None
    is_release: bool = False
    """Whether the page says that it is an article, or a site's rules say where its body is."""
    above: tuple[str, ...] = ()
    """Lines that state facts elsewhere on the page: alerts, stamps of its last change."""


@dataclass(slots=True)
class Read:
    """The lines of all blocks, and what has been read off them."""

    lines: Lines
    pieces: dict[int, tuple[int, Piece]]
    """The block and the piece of each line, by its number."""
    facts: Facts = field(default_factory=Facts)
    title: str = ""
    subtitle: str = ""
    told: bool = False
    """Whether the page says "For Immediate Release" or names its kind."""


def lined(blocks: Sequence[Block]) -> Read:
    """Number the lines of the blocks, with an empty one between two."""
    rows: list[str] = []
    pieces: dict[int, tuple[int, Piece]] = {}
    for index, block in enumerate(blocks):
        for piece in block.pieces:
            rows.append(piece.text)
            pieces[len(rows)] = (index, piece)
        rows.append("")
    return Read(clean_lines("\n".join(rows)) if rows else (), pieces)


def read_above(known: Known, facts: Facts) -> None:
    lines = clean_lines("\n".join(known.above)) if known.above else ()
    at = next_text(lines, 0)
    while at < len(lines):
        notice = read_archive(lines, at)
        if notice:
            facts.archived, facts.notices = True, facts.notices or ([notice[1]] if notice[1] else [])
        at = next_text(lines, max(notice[0] if notice else read_fact(lines, at, facts, front=False), at + 1))


def _fact(read: Read, at: int) -> int:
    """Read a fact or a notice at the line; the same line if there is none."""
    text = read.lines[at].text
    notice = read_archive(read.lines, at)
    if notice:
        read.facts.archived = True
        read.facts.notices = read.facts.notices or ([notice[1]] if notice[1] else [])
        return notice[0]
    read.told = read.told or after_immediate(text) is not None or bool(kind_line(text))
    return read_fact(read.lines, at, read.facts)


def read_title(blocks: Sequence[Block], known: Known, read: Read) -> int:
    """Find the title, read the facts above it, and return the line below it."""
    named = fold(known.title)
    first = next((at for at, line in enumerate(read.lines) if named and fold(line.text) == named), None)
    at = next_text(read.lines, 0)
    while at < len(read.lines) if first is None else at < first:
        if first is None and named and _is_inside(blocks, read, at):
            break
        end = _fact(read, at)
        if end == at and first is None and not named and not is_rule(read.lines[at].text) and not _is_office(read, at):
            first = at
            break
        at = next_text(read.lines, max(end, at + 1))
    read.title = known.title or (read.lines[first].text if first is not None else "")
    if not read.title or len(read.title) > MAX_TITLE:
        raise CaptureError("unknown layout: no title can be found")
    read.subtitle = known.subtitle
    return next_text(read.lines, first + 1) if first is not None else (at if at < len(read.lines) else 0)


def _is_office(read: Read, at: int) -> bool:
    return is_office(read.lines[at].text) or is_furniture(read.lines[at].text)


def _is_inside(blocks: Sequence[Block], read: Read, at: int) -> bool:
    found = read.pieces.get(read.lines[at].number)
    return found is not None and (blocks[found[0]].inside or not any(block.inside for block in blocks))


def read_front(blocks: Sequence[Block], at: int, read: Read) -> int:
    """Read the facts under the title and return the first line of the body."""
    marked, facts_seen = any(block.inside for block in blocks), False
    while at < len(read.lines):
        block = blocks[read.pieces[read.lines[at].number][0]]
        text = read.lines[at].text
        end = _fact(read, at)
        if end > at:
            facts_seen = True
        elif fold(text) in (fold(read.title), fold(read.subtitle)) or is_share(text) or is_rule(text):
            end = at + 1
        elif not read.subtitle and _is_subtitle(blocks, read, at, facts_seen=facts_seen):
            read.subtitle, end = text, at + 1
        elif not (marked and not block.inside) and not (facts_seen and (is_office(text) or _is_lone_place(text))):
            return at
        elif marked and not block.inside and (is_sentence(text) or len(text) > 100):
            read.facts.doubt(read.lines[at], f'"{text[:80]}" stands above the body and is left out')
        at = next_text(read.lines, max(end, at + 1))
    return at


def _is_lone_place(text: str) -> bool:
    return is_place(text) and "," in text


def _is_subtitle(blocks: Sequence[Block], read: Read, at: int, *, facts_seen: bool) -> bool:
    """Tell a subtitle: the page marks it so, it stands between title and facts, or is set apart above the dateline."""
    index, piece = read.pieces[read.lines[at].number]
    block = blocks[index]
    if block.role == "subtitle":
        return True
    if len(block.pieces) != 1 or len(piece.text) > MAX_TITLE or block.html or split_dateline(piece.text):
        return False
    after = next_text(read.lines, at + 1)
    if after == len(read.lines):
        return False
    if _emphatic(piece) and split_dateline(read.lines[after].text):
        return True
    scratch = Facts()
    return not facts_seen and not is_sentence(piece.text) and read_fact(read.lines, after, scratch) > after


def _emphatic(piece: Piece) -> bool:
    return bool(re.fullmatch(r"<(em|strong)>(?:(?!</\1>).)*</\1>", piece.html))


def marked_end(blocks: Sequence[Block], read: Read) -> int:
    """Return the line after the element marked as the body; without one, that before the footnotes."""
    last = max((at for at, block in enumerate(blocks) if block.inside), default=len(blocks) - 1)
    notes = next((at for at, block in enumerate(blocks) if block.role == "notes"), len(blocks))
    past = min((number for number, (index, _piece) in read.pieces.items() if index > last or index >= notes), default=0)
    return past - 1 if past else len(read.lines)


def read_rest(read: Read, at: int) -> None:
    """Read the facts below the body."""
    at = next_text(read.lines, at)
    while at < len(read.lines):
        notice = read_archive(read.lines, at)
        if notice:
            read.facts.archived, read.facts.notices = True, read.facts.notices or ([notice[1]] if notice[1] else [])
        end = notice[0] if notice else read_fact(read.lines, at, read.facts, front=False)
        at = next_text(read.lines, max(end, at + 1))
