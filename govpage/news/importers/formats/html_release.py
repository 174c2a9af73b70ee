"""From the blocks of a page or a paper to a draft, by the rules that read captures of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils.html import escape

from govpage.news.importers.archive import read_archive
from govpage.news.importers.contacts import is_office
from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.facts import Facts
from govpage.news.importers.formats.html_blocks import Block, Piece, block_html
from govpage.news.importers.formats.html_text import plain, without_start
from govpage.news.importers.furniture import is_box, is_footer, is_furniture, is_rule, is_share
from govpage.news.importers.kinds import after_immediate, kind_line, kind_of_title
from govpage.news.importers.labels import Field
from govpage.news.importers.language import language_of
from govpage.news.importers.lines import Line, clean_lines, fold, is_sentence, next_text
from govpage.news.importers.places import is_place, split_dateline
from govpage.news.importers.reading import read_fact
from govpage.news.importers.tail import read_tail
from govpage.news.importers.text import MAX_TITLE
from govpage.richtext import RELEASE_BODY

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
class _Read:
    """The lines of all blocks, and what has been read off them."""

    lines: Lines
    pieces: dict[int, tuple[int, Piece]]
    """The block and the piece of each line, by its number."""
    facts: Facts = field(default_factory=Facts)
    title: str = ""
    subtitle: str = ""
    told: bool = False
    """Whether the page says "For Immediate Release" or names its kind."""


def draft_of(blocks: Sequence[Block], known: Known, unsure: Sequence[str] = ()) -> ReleaseDraft:
    """Return the draft that blocks make.

    Raises: CaptureError if they make no news release, or have no title or no body
    """
    read = _lined(blocks)
    _read_above(known, read.facts)
    at = _title(blocks, known, read)
    start = _front(blocks, at, read)
    end = _marked_end(blocks, read)
    kept = read_tail(read.lines[:end], start, read.facts).body[start:] if start < end else ()
    _read_rest(read, end)
    body = _body(blocks, kept, read)
    return _draft(read, known, body, unsure)


def _lined(blocks: Sequence[Block]) -> _Read:
    """Number the lines of the blocks, with an empty one between two."""
    rows: list[str] = []
    pieces: dict[int, tuple[int, Piece]] = {}
    for index, block in enumerate(blocks):
        for piece in block.pieces:
            rows.append(piece.text)
            pieces[len(rows)] = (index, piece)
        rows.append("")
    return _Read(clean_lines("\n".join(rows)) if rows else (), pieces)


def _read_above(known: Known, facts: Facts) -> None:
    lines = clean_lines("\n".join(known.above)) if known.above else ()
    at = next_text(lines, 0)
    while at < len(lines):
        notice = read_archive(lines, at)
        if notice:
            facts.archived, facts.notices = True, facts.notices or ([notice[1]] if notice[1] else [])
        at = next_text(lines, max(notice[0] if notice else read_fact(lines, at, facts, front=False), at + 1))


def _fact(read: _Read, at: int) -> int:
    """Read a fact or a notice at the line; the same line if there is none."""
    text = read.lines[at].text
    notice = read_archive(read.lines, at)
    if notice:
        read.facts.archived = True
        read.facts.notices = read.facts.notices or ([notice[1]] if notice[1] else [])
        return notice[0]
    read.told = read.told or after_immediate(text) is not None or bool(kind_line(text))
    return read_fact(read.lines, at, read.facts)


def _title(blocks: Sequence[Block], known: Known, read: _Read) -> int:
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


def _is_office(read: _Read, at: int) -> bool:
    return is_office(read.lines[at].text) or is_furniture(read.lines[at].text)


def _is_inside(blocks: Sequence[Block], read: _Read, at: int) -> bool:
    found = read.pieces.get(read.lines[at].number)
    return found is not None and (blocks[found[0]].inside or not any(block.inside for block in blocks))


def _front(blocks: Sequence[Block], at: int, read: _Read) -> int:
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


def _is_subtitle(blocks: Sequence[Block], read: _Read, at: int, *, facts_seen: bool) -> bool:
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


def _marked_end(blocks: Sequence[Block], read: _Read) -> int:
    """Return the line after the element marked as the body; without one, that before the footnotes."""
    last = max((at for at, block in enumerate(blocks) if block.inside), default=len(blocks) - 1)
    notes = next((at for at, block in enumerate(blocks) if block.role == "notes"), len(blocks))
    past = min((number for number, (index, _piece) in read.pieces.items() if index > last or index >= notes), default=0)
    return past - 1 if past else len(read.lines)


def _read_rest(read: _Read, at: int) -> None:
    """Read the facts below the body."""
    at = next_text(read.lines, at)
    while at < len(read.lines):
        notice = read_archive(read.lines, at)
        if notice:
            read.facts.archived, read.facts.notices = True, read.facts.notices or ([notice[1]] if notice[1] else [])
        end = notice[0] if notice else read_fact(read.lines, at, read.facts, front=False)
        at = next_text(read.lines, max(end, at + 1))


@dataclass(frozen=True, slots=True)
class _Body:
    html: str
    text: str
    dateline: str = ""
    day: date | None = None


def _body(blocks: Sequence[Block], kept: Lines, read: _Read) -> _Body:
    """Put the blocks of the lines that were kept together again, without the dateline."""
    numbers = {line.number for line in kept if line.text}
    chosen = [_left(block, index, numbers, read) for index, block in enumerate(blocks)]
    made = [block for block in chosen if block is not None]
    place, day = "", None
    for at, block in enumerate(made[:2]):
        found = split_dateline(block.pieces[0].text) if block.tag == "p" else None
        if found:
            place, day = found.place, found.day
            made[at] = _without_dateline(block, found.text)
            break
    html = "\n".join(block_html(block) for block in _shifted(_unboxed(made)) if block.pieces)
    clean = RELEASE_BODY.clean(html)
    if not plain(clean):
        raise CaptureError("unknown layout: no body can be found")
    return _Body(clean, plain(clean), place, day)


def _left(block: Block, index: int, numbers: set[int], read: _Read) -> Block | None:
    """Return what is left of a block when only the lines of these numbers are."""
    if block.role == "notes":
        return block
    if not any(number in numbers for number, (of, _piece) in read.pieces.items() if of == index):
        return None
    if block.html:
        return block
    mine = tuple(piece for number, (of, piece) in read.pieces.items() if of == index and number in numbers)
    return None if all(is_rule(piece.text) for piece in mine) else replace(block, pieces=mine)


def _without_dateline(block: Block, text: str) -> Block:
    first = block.pieces[0]
    rest = without_start(first.html, text) if text else ""
    pieces = ((Piece(text, rest),) if rest else ()) + block.pieces[1:]
    return replace(block, pieces=pieces)


def _unboxed(blocks: list[Block]) -> list[Block]:
    """Take the heads of link boxes off the end, as "Related Links" is, with the list under each."""
    for at, block in enumerate(blocks):
        rest = blocks[at + 1 :]
        head = block.pieces[0].text if len(block.pieces) == 1 and not block.html else ""
        if at and head and (is_box(head) or is_footer(head)) and all(each.html and each.tag == "ul" for each in rest):
            return [*blocks[:at], *(each for each in rest if each.role == "notes")]
    return blocks


def _shifted(blocks: list[Block]) -> list[Block]:
    """Number the headings from 2 on without a gap; what is too deep for a release stays at its deepest level."""
    levels = sorted({block.tag for block in blocks if re.fullmatch("h[1-6]", block.tag)})
    as_level = {tag: f"h{min(at + 2, max(RELEASE_BODY.headings))}" for at, tag in enumerate(levels)}
    under, made = False, list[Block]()
    for block in blocks:
        tag = as_level.get(block.tag, block.tag)
        tag = "h2" if tag in as_level.values() and not under else tag
        under = under or tag == "h2"
        made.append(
            replace(block, tag=tag, pieces=tuple(map(_unbold, block.pieces)))
            if tag != block.tag or tag in as_level.values()
            else block
        )
    return made


def _unbold(piece: Piece) -> Piece:
    return replace(piece, html=re.sub(r"</?strong>", "", piece.html) or escape(piece.text))


def _draft(read: _Read, known: Known, body: _Body, unsure: Sequence[str]) -> ReleaseDraft:
    facts = read.facts
    released = _released(facts, known, body)
    updated = _updated(facts, known)
    states = (released, facts.number, body.dateline, facts.contacts, facts.embargo, known.is_release, read.told)
    if not any(states):
        raise CaptureError("no news release: the page names no date, number, place or contact of one")
    return ReleaseDraft(
        title=read.title,
        subtitle=read.subtitle,
        kind=_kind(read.title, known.breadcrumb, facts),
        release_date=released,
        last_updated=updated,
        last_reviewed=facts.dates.get(Field.REVIEWED),
        breadcrumb=known.breadcrumb,
        archived=facts.archived,
        archive_notice=" ".join(facts.notices),
        language=known.language or language_of(f"{read.title} {body.text}"),
        release_number=facts.number,
        dateline=body.dateline,
        byline=facts.byline,
        embargo=facts.embargo,
        contacts=tuple(facts.contacts),
        body_html=body.html,
        unsure=(*facts.unsure, *unsure),
        cut_off="",
        published=known.published,
        original_address=known.address,
        description=known.description,
    )


def _released(facts: Facts, known: Known, body: _Body) -> date | None:
    """The day the page shows counts before the one its data names, and that before those of embargo and dateline."""
    told = facts.dates.get(Field.RELEASED) or facts.bare
    if told and known.released and told != known.released:
        facts.unsure.append(f"The page's data name {known.released} as its day; {told}, which it shows, is kept.")
    day = told or known.released
    if day:
        return day
    day = facts.embargo.date() if facts.embargo else body.day
    source = "embargo" if facts.embargo else "dateline"
    found = f"The page has no release date of its own; {day} is that of its {source}."
    facts.unsure.append(found if day else "The page names no release date.")
    return day


def _updated(facts: Facts, known: Known) -> date | None:
    told = facts.dates.get(Field.UPDATED)
    if told is None and known.updated:
        facts.unsure.append(f"The page does not show when it was last updated; {known.updated} is from its data.")
    return told or known.updated


def _kind(title: str, trail: Sequence[str], facts: Facts) -> str:
    crumbs = (kind_line(crumb) for crumb in reversed(trail[:-1]))
    if facts.kind and facts.kind != "press_release":
        return facts.kind
    return kind_of_title(title) or facts.kind or next(filter(None, crumbs), "") or "press_release"
