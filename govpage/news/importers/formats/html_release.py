"""From the blocks of a page or a paper to a draft, by the rules that read captures of text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.html import escape

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.facts import Facts
from govpage.news.importers.formats.html_blocks import Block, Piece, block_html
from govpage.news.importers.formats.html_front import (
    Known,
    Lines,
    Read,
    lined,
    marked_end,
    read_above,
    read_front,
    read_rest,
    read_title,
)
from govpage.news.importers.formats.html_inline import Reading
from govpage.news.importers.formats.html_text import plain, without_start
from govpage.news.importers.furniture import is_box, is_footer, is_rule
from govpage.news.importers.kinds import kind_line, kind_of_title
from govpage.news.importers.labels import Field
from govpage.news.importers.language import language_of
from govpage.news.importers.places import split_dateline
from govpage.news.importers.tail import Tail, read_tail
from govpage.richtext import RELEASE_BODY

RELATIVE = "Links without a host are kept as they are, because the page does not say its own address."


def draft_of(blocks: Sequence[Block], known: Known, reading: Reading) -> ReleaseDraft:
    """Return the draft that blocks make.

    Raises: CaptureError if they make no news release, or have no title or no body
    """
    read = lined(blocks)
    read_above(known, read.facts)
    at = read_title(blocks, known, read)
    start = read_front(blocks, at, read)
    end = marked_end(blocks, read)
    tail = read_tail(read.lines[:end], start, read.facts, paper=reading.paper) if start < end else Tail()
    read_rest(read, end)
    _doubt_left(tail.unread, blocks, read, paper=reading.paper)
    body = _body(blocks, tail.body, read)
    unsure = [*reading.unsure, *([RELATIVE] if reading.relative and 'href="' in body.html else [])]
    return _draft(read, known, body, unsure)


def _doubt_left(unread: Lines, blocks: Sequence[Block], read: Read, *, paper: bool) -> None:
    """Say what of a paper, or of what a page marks as its body, stands below the end of the text and says no fact."""
    mine = [line for line in unread if paper or blocks[read.pieces[line.number][0]].inside]
    if mine:
        more = f" and {len(mine) - 1} more" if mine[1:] else ""
        read.facts.doubt(mine[0], f'left out, for it stands below the end of the text: "{mine[0].text[:80]}"{more}')


@dataclass(frozen=True, slots=True)
class _Body:
    html: str
    text: str
    dateline: str = ""
    day: date | None = None


def _body(blocks: Sequence[Block], kept: Lines, read: Read) -> _Body:
    """Put the blocks of the lines that were kept together again, without the dateline."""
    mine: dict[int, list[Piece]] = defaultdict(list)
    for line in kept:
        if line.number in read.pieces:
            index, piece = read.pieces[line.number]
            mine[index] += [piece] if line.text else []
    chosen = [_left(block, tuple(mine[index])) for index, block in enumerate(blocks)]
    made = [block for block in chosen if block is not None]
    place, day = "", None
    for at, block in enumerate(made[:2]):
        found = split_dateline(block.pieces[0].text) if block.tag == "p" else None
        if found:
            place, day = found.place, found.day
            made[at] = _without_dateline(block, found.text)
            break
    html = "\n".join(block_html(block) for block in _shifted(_unboxed(made, read.facts)) if block.pieces)
    clean = RELEASE_BODY.clean(html)
    if not plain(clean):
        raise CaptureError("unknown layout: no body can be found")
    return _Body(clean, plain(clean), place, day)


def _left(block: Block, mine: tuple[Piece, ...]) -> Block | None:
    """Return what is left of a block when only these of its lines are."""
    if block.role == "notes":
        return block
    if block.html:
        return block if mine else None
    return None if all(is_rule(piece.text) for piece in mine) else replace(block, pieces=mine)


def _without_dateline(block: Block, text: str) -> Block:
    first = block.pieces[0]
    rest = without_start(first.html, text) if text else ""
    pieces = ((Piece(text, rest),) if rest else ()) + block.pieces[1:]
    return replace(block, pieces=pieces)


def _unboxed(blocks: list[Block], facts: Facts) -> list[Block]:
    """Take the heads of link boxes off the end, as "Related Links" is, with the list under each."""
    for at, block in enumerate(blocks):
        head = block.pieces[0].text if at and len(block.pieces) == 1 and not block.html else ""
        if not is_box(head) and not is_footer(head):
            continue
        rest = blocks[at + 1 :]
        if all(each.html and each.tag == "ul" for each in rest):
            facts.unsure.append(f'The box "{head}" at the end is left out; add its links if the release needs them.')
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


def _draft(read: Read, known: Known, body: _Body, unsure: Sequence[str]) -> ReleaseDraft:
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
