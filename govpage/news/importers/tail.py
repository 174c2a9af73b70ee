"""The end of the body, and the facts that stand below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govpage.news.importers.archive import is_archive_heading, is_archive_notice, read_archive
from govpage.news.importers.contacts import ContactBlock, contact_label, read_contacts, read_signed
from govpage.news.importers.dates import whole_date
from govpage.news.importers.facts import Facts
from govpage.news.importers.furniture import (
    is_address_of,
    is_change_list,
    is_end_mark,
    is_feedback,
    is_footer,
    is_share,
    topic_label,
)
from govpage.news.importers.labels import DATES, Field, is_long_number_label, labelled, number_in
from govpage.news.importers.lines import Line, is_sentence, next_text
from govpage.news.importers.reading import read_fact

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Tail:
    """Report the lines of the body, whether anything stands below them, and what of that says nothing known."""

    body: Lines = ()
    closed: bool = False
    unread: Lines = ()


def read_tail(lines: Lines, start: int, facts: Facts, *, paper: bool = False, slug: str = "") -> Tail:
    """Find where the body ends, read the facts below it, and take contacts and sharing out of it.

    Shape: a paper has no site around it, so that no foot of one ends its body; slug is in the address
        that the page prints of itself, and empty where it prints none
    """
    first = next((at for at in range(start, len(lines)) if _is_prose(lines[at].text)), len(lines))
    hard = next((at for at in range(start, len(lines)) if _ends_surely(lines, at, first)), len(lines))
    prose = max((at for at in range(start, hard) if _is_prose(lines[at].text)), default=start)
    end = next((at for at in range(prose + 1, hard) if _ends_perhaps(lines, at, paper=paper, slug=slug)), hard)
    body, taken = _without_contacts(lines, start, end, facts)
    unread = tuple(_read_below(lines, end, facts))
    return Tail(body, closed=end < len(lines) or taken, unread=unread)


def _ends_surely(lines: Lines, at: int, prose: int) -> bool:
    """A mark of the end, a feedback form or a date of the page itself ends the body, and so do tags below prose."""
    text = lines[at].text
    if not text or len(text) > 300:
        return False
    if is_end_mark(text) or is_feedback(text) or is_change_list(text) or is_archive_heading(text):
        return True
    topics = at > prose and ":" in text and topic_label(text) is not None
    return topics or _is_dated(lines, at, strong=True)


def _ends_perhaps(lines: Lines, at: int, *, paper: bool, slug: str) -> bool:
    """A weaker sign ends the body only where no prose follows it."""
    text = lines[at].text
    if not text or len(text) > 300:
        return False
    return (
        (not paper and (is_footer(text) or is_share(text)))
        or is_address_of(text, slug)
        or topic_label(text) is not None
        or _is_dated(lines, at, strong=False)
        or _is_numbered(lines, at)
        or _is_row(lines, at)
    )


def _is_dated(lines: Lines, at: int, *, strong: bool) -> bool:
    label = labelled(lines[at].text)
    if label is None or label.field not in DATES or (strong and (not label.strong or label.field is Field.RELEASED)):
        return False
    return bool(whole_date(label.rest or _below(lines, at)))


def _is_numbered(lines: Lines, at: int) -> bool:
    label = labelled(lines[at].text)
    if label is None or label.field is not Field.NUMBER or not is_long_number_label(lines[at].text):
        return False
    return bool(number_in(label.rest or _below(lines, at)))


def _is_row(lines: Lines, at: int) -> bool:
    """Tell whether the line is a label with its value below and another label under that, as "Agency" may be."""
    label = labelled(lines[at].text)
    value = next_text(lines, at + 1)
    after = next_text(lines, value + 1)
    if label is None or label.rest or after >= len(lines):
        return False
    return len(lines[value].text) <= 60 and not is_sentence(lines[value].text) and bool(labelled(lines[after].text))


def _below(lines: Lines, at: int) -> str:
    after = next_text(lines, at + 1)
    return lines[after].text if after < len(lines) else ""


def _is_prose(text: str) -> bool:
    return len(text) >= 50 and is_sentence(text) and not is_footer(text) and not is_archive_notice(text)


def _without_contacts(lines: Lines, start: int, end: int, facts: Facts) -> tuple[Lines, bool]:
    """Keep the lines of the body; say whether its last ones were contacts."""
    kept: list[Line] = []
    at, last = start, start
    while at < end:
        block = _contacts_at(lines, at, end)
        if block:
            facts.add_contacts(block.contacts)
            kept.append(Line(lines[at].number, 0, ""))
            at = last = block.end
            continue
        if not is_share(lines[at].text):
            kept.append(lines[at])
        at += 1
    return tuple(kept), last > start and next_text(lines, last) >= end


def _contacts_at(lines: Lines, at: int, end: int) -> ContactBlock | None:
    """Read the contacts at the line from a window around it, so that a long page is not copied for each line."""
    if contact_label(lines[at].text) is None:
        return None
    first = max(at - 1, 0)
    block = read_contacts(lines[first : min(end, at + 40)], at - first)
    return ContactBlock(block.contacts, block.end + first) if block else None


def _read_below(lines: Lines, at: int, facts: Facts) -> Iterator[Line]:
    """Read the facts under the body, and give the lines that state none; below a feedback form only its dates."""
    at = _read_signed(lines, next_text(lines, at), facts)
    form = False
    while at < len(lines):
        form = form or is_feedback(lines[at].text)
        if form and not (_is_dated(lines, at, strong=True)):
            at = next_text(lines, at + 1)
            continue
        notice = read_archive(lines, at)
        if notice:
            facts.archived = True
            facts.notices += [notice[1]] if notice[1] else []
        after = notice[0] if notice else read_fact(lines, at, facts, front=False)
        if after <= at and not is_end_mark(lines[at].text) and not is_share(lines[at].text):
            yield lines[at]
        at = next_text(lines, max(after, at + 1))


def _read_signed(lines: Lines, at: int, facts: Facts) -> int:
    """Read the contacts right under a mark of the end, which often stand there without a label."""
    if at == len(lines) or not is_end_mark(lines[at].text):
        return at
    end = next_text(lines, at + 1)
    while block := read_signed(lines, end):
        facts.add_contacts(block.contacts)
        end = next_text(lines, block.end)
    return end
