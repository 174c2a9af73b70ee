"""Read the text of one captured page into a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from govpage.news.importers.body import Body, is_wrapped, read_body
from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.facts import Facts
from govpage.news.importers.front import Front, read_front
from govpage.news.importers.heading import Heading, choose_heading
from govpage.news.importers.kinds import kind_line, kind_of_title
from govpage.news.importers.labels import Field
from govpage.news.importers.language import language_of
from govpage.news.importers.layouts import refuse_unknown
from govpage.news.importers.lines import CLOSED, Line, clean_lines
from govpage.news.importers.tail import Tail, read_tail
from govpage.news.importers.trail import read_contents
from govpage.news.text import slug_of

MAX_TITLE = 300
"""The longest title taken, in characters."""

Lines = tuple[Line, ...]


def read_capture(text: str) -> ReleaseDraft:
    """Read a decoded capture.

    Raises:  CaptureError if no title or no body can be found, or the text is no page text
    """
    lines = clean_lines(text)
    refuse_unknown(lines)
    lines, contents = _without_contents(lines)
    facts = Facts()
    front = read_front(lines, facts)
    heading = _heading(lines, front, facts)
    tail, body = _under(lines, heading, facts, contents)
    if not body.html and heading.subtitle_at is not None:
        heading = replace(heading, subtitle="", body=heading.subtitle_at)
        unspent = tuple(Line(line.number, 0, "") if at in front.spent else line for at, line in enumerate(lines))
        tail, body = _under(unspent, heading, facts, contents)
    _refuse_bodiless(body, front)
    return _draft(heading, front, facts, body, _cut_off(text, tail, body))


def _under(lines: Lines, heading: Heading, facts: Facts, contents: tuple[str, ...]) -> tuple[Tail, Body]:
    tail = read_tail(lines, heading.body, facts, slug=slug_of(heading.title))
    return tail, read_body(tail.body, contents, wrapped=is_wrapped(lines))


def _without_contents(lines: Lines) -> tuple[Lines, tuple[str, ...]]:
    found = read_contents(lines)
    if found is None:
        return lines, ()
    at, trail = found
    gap = (Line(lines[at].number, 0, ""),)
    return lines[:at] + gap + lines[trail.end :], trail.labels


def _heading(lines: Lines, front: Front, facts: Facts) -> Heading:
    heading = choose_heading(lines, front, facts)
    if heading and len(heading.title) <= MAX_TITLE:
        return heading
    if heading is None and (front.furnished or front.facts_at):
        raise CaptureError("cut off before the body: only the front of a page is there")
    raise CaptureError("unknown layout: no title can be found")


def _refuse_bodiless(body: Body, front: Front) -> None:
    if body.html:
        return
    if front.furnished or front.facts_at:
        raise CaptureError("cut off before the body: a title is there and no text under it")
    raise CaptureError("unknown layout: no body can be found")


def _cut_off(text: str, tail: Tail, body: Body) -> str:
    """The body is cut when the capture ends inside its last line, or with a colon that announces what is not there."""
    announces = body.last.endswith(":")
    whole = text.endswith("\n") or CLOSED.search(body.last[-8:])
    if tail.closed or (whole and not announces):
        return ""
    return f'cut off in the body, after "{body.last[-40:]}"'


def _draft(heading: Heading, front: Front, facts: Facts, body: Body, cut_off: str) -> ReleaseDraft:
    released = _release_date(facts, body)
    return ReleaseDraft(
        title=heading.title,
        subtitle=heading.subtitle,
        kind=_kind(heading.title, front.trail, facts),
        release_date=released,
        last_updated=facts.dates.get(Field.UPDATED),
        last_reviewed=facts.dates.get(Field.REVIEWED),
        breadcrumb=front.trail,
        archived=facts.archived,
        archive_notice=" ".join(facts.notices),
        language=language_of(f"{heading.title} {body.text}"),
        release_number=facts.number,
        dateline=body.dateline,
        byline=facts.byline,
        embargo=facts.embargo,
        contacts=tuple(facts.contacts),
        body_html=body.html,
        unsure=tuple(facts.unsure),
        cut_off=cut_off,
    )


def _release_date(facts: Facts, body: Body) -> date | None:
    """A date under a label counts before one without, that before the embargo's, and that before the dateline's."""
    told = facts.dates.get(Field.RELEASED) or facts.bare
    if told:
        return told
    day = facts.embargo.date() if facts.embargo else body.day
    if day:
        source = "embargo" if facts.embargo else "dateline"
        facts.unsure.append(f"The page has no release date of its own; {day} is that of its {source}.")
    else:
        facts.unsure.append("The page names no release date.")
    return day


def _kind(title: str, trail: Sequence[str], facts: Facts) -> str:
    crumbs = (kind_line(crumb) for crumb in reversed(trail[:-1]))
    if facts.kind and facts.kind != "press_release":
        return facts.kind
    named = kind_of_title(title) or facts.kind or next(filter(None, crumbs), "")
    return named or ("blog" if facts.byline else "press_release")
