"""Reading the facts of a release off the lines around its body."""

from __future__ import annotations

import re
from collections.abc import Callable

from govpage.news.importers.bylines import read_byline, read_posted, read_stamp
from govpage.news.importers.contacts import is_office, name_in, reaches, read_contacts
from govpage.news.importers.dates import find_date, find_moment, is_moment_part, is_time, whole_date
from govpage.news.importers.draft import Contact
from govpage.news.importers.facts import Facts
from govpage.news.importers.furniture import topic_label
from govpage.news.importers.kinds import after_immediate, kind_line
from govpage.news.importers.labels import (
    DATES,
    Field,
    Labelled,
    compact_number,
    is_bare_number,
    is_long_number_label,
    labelled,
    number_in,
)
from govpage.news.importers.lines import Line, fold, is_sentence, next_text
from govpage.news.importers.places import is_place

Lines = tuple[Line, ...]

MAX_ROW = 4
"""The most labels read as the heads of one row."""

_EMBARGO = re.compile(r"\bembarg(?:oed|o|ad[oa])\b")
_SITE = re.compile(
    r"\[?(?:https?://)?(?:www\.)?[\w-]{1,40}(?:\.[\w-]{1,40}){1,5}(?:/\S{0,200})?\]?(?: \(?[a-z]{2,4}\)?)?"
)


def read_fact(lines: Lines, at: int, facts: Facts, *, front: bool = True) -> int:
    """Read the facts that start at the line into the gathering.

    Shape:   the line after them; the same line if it states no fact
    """
    for reader in FRONT if front else TAIL:
        end = reader(lines, at, facts)
        if end > at:
            return end
    return at


def _embargo(lines: Lines, at: int, facts: Facts) -> int:
    line = lines[at]
    label = labelled(line.text)
    if label is None or label.field is not Field.EMBARGO:
        return _embargo_sentence(line, at, facts) if at + 1 == len(lines) else _embargo_lines(lines, at, facts)
    end = at + 1
    moment = find_moment(line.text)
    while moment.when is None and end < min(at + 4, len(lines)) and is_moment_part(lines[end].text):
        end += 1
        moment = find_moment(" ".join(each.text for each in lines[at:end]))
    facts.embargo = facts.embargo or moment.when
    if moment.problem:
        facts.doubt(line, f"the embargo is unsure: {moment.problem}")
    return end


def _embargo_lines(lines: Lines, at: int, facts: Facts) -> int:
    """Read a sentence on the embargo whose day and hour may stand on the line below."""
    line, below = lines[at], lines[at + 1].text
    if len(line.text) > 300 or not fold(line.text).endswith(("until", "hasta")) or not is_moment_part(below):
        return _embargo_sentence(line, at, facts)
    told = _embargo_sentence(Line(line.number, 0, f"{line.text} {below}"), at, facts) > at
    return at + 2 if told else at


def _embargo_sentence(line: Line, at: int, facts: Facts) -> int:
    """Read "Transmission of this material is embargoed until 8:30 a.m. (EST) Friday, March 6, 2020"."""
    parts = line.parts or (line.text,)
    said = next((part for part in parts if len(part) <= 300 and _EMBARGO.search(fold(part))), "")
    moment = find_moment(said) if said else None
    if moment is None or moment.when is None:
        return at
    facts.embargo = facts.embargo or moment.when
    for part in parts:
        if part != said:
            _read_part(Line(line.number, 0, part), facts)
    return at + 1


def _immediate(lines: Lines, at: int, facts: Facts) -> int:
    rest = after_immediate(lines[at].text)
    if rest is None or is_sentence(rest) or len(rest) > 120:
        return at
    if rest:
        _read_part(Line(lines[at].number, 0, rest), facts)
    return at + 1


def _read_part(line: Line, facts: Facts) -> None:
    """Read a part of a line; a short name of an office or a topic is let go, anything else is reported."""
    if read_fact((line,), 0, facts) == 0 and not is_office(line.text) and not is_place(line.text):
        facts.doubt(line, f'"{line.text}" is not understood and is left out')


def _dated(lines: Lines, at: int, facts: Facts) -> int:
    label = _label_of_date(lines[at].text)
    if label is None or label.field not in DATES or not label.rest:
        return at
    found = whole_date(label.rest)
    if found is None:
        return _run_on(lines, at, facts, label) or read_posted(lines, at, facts, label)
    facts.add_date(label.field, found, lines[at])
    if fold(lines[at].text).startswith("for release") and facts.embargo is None:
        facts.embargo = find_moment(label.rest).when
    return at + 1


def _label_of_date(text: str) -> Labelled | None:
    """Find a label, behind the kind of the release perhaps, as in "ALERT: Release Date 08/31/2017"."""
    kind, _, rest = text.partition(": ")
    return (labelled(rest) if kind_line(kind) else None) or labelled(text)


def _run_on(lines: Lines, at: int, facts: Facts, label: Labelled) -> int:
    """Read "Release Date: March 3, 2017 Release Number: HO-17-1"; nothing but 0 if no label follows the date."""
    found = find_date(label.rest)
    after = label.rest[found.end :].strip(" ,;") if found else ""
    if found is None or not whole_date(label.rest[: found.end]) or not labelled(after) or ":" not in after:
        return 0
    facts.add_date(label.field, found, lines[at])
    _read_part(Line(lines[at].number, 0, after), facts)
    return at + 1


def _numbered(lines: Lines, at: int, facts: Facts) -> int:
    text = lines[at].text
    label = labelled(text)
    if label is None or label.field is not Field.NUMBER or not label.rest:
        return at
    number = number_in(label.rest) if is_long_number_label(text) else compact_number(label.rest)
    if number:
        facts.add_number(number, lines[at])
    return at + 1 if number else at


def _row(lines: Lines, at: int, facts: Facts) -> int:
    """Read labels whose values stand on the lines below, "Release Date Release Number" among them."""
    wanted = _labels_only(lines[at].text)
    if Field.OTHER in wanted and ":" not in lines[at].text:
        return at
    end = at + 1
    while wanted and end < len(lines) and (more := _bare_labels(lines[end].text)) and len(wanted) < MAX_ROW:
        wanted, end = wanted + more, end + 1
    told = len(wanted) > 1 or (bool(wanted) and lines[at].text.endswith(":"))
    while wanted and (after := next_text(lines, end)) < len(lines):
        taken = next((key for key in wanted if _take(key, lines[after], facts)), None)
        if taken is None:
            break
        wanted.remove(taken)
        told, end = True, after + 1
    return end if told else at


def _bare_labels(text: str) -> list[Field]:
    """Give the labels of a line that is the head of a column: no colon, and no value behind it."""
    fields = _labels_only(text) if text and ":" not in text else []
    return [] if Field.OTHER in fields else fields


def _labels_only(text: str) -> list[Field]:
    fields: list[Field] = []
    while (
        text
        and (label := labelled(text))
        and label.field is not Field.EMBARGO
        and len(fields) < MAX_ROW
        and len(label.rest) < len(text)
    ):
        fields.append(label.field)
        text = label.rest
    return [] if text else fields


def _take(key: Field, line: Line, facts: Facts) -> bool:
    found = whole_date(line.text)
    if key in DATES and found:
        facts.add_date(key, found, line)
        return True
    if key is Field.NUMBER and (number := number_in(line.text)) and not labelled(line.text):
        facts.add_number(number, line)
        return True
    return key is Field.OTHER and len(line.text) <= 60 and not is_sentence(line.text) and not labelled(line.text)


def _other(lines: Lines, at: int, facts: Facts) -> int:
    label = labelled(lines[at].text)
    colon = ":" in lines[at].text[:40]
    return at + 1 if label and label.field is Field.OTHER and label.rest and colon and len(label.rest) <= 120 else at


def _contacts(lines: Lines, at: int, facts: Facts) -> int:
    block = read_contacts(lines, at)
    if block is None:
        return at
    facts.add_contacts(block.contacts)
    return block.end


def _topics(lines: Lines, at: int, facts: Facts) -> int:
    """Pass over tags and topics, which a draft does not keep."""
    rest = topic_label(lines[at].text)
    if rest is None:
        return at
    end = at + 1
    while not rest and end < min(at + 20, len(lines)) and _is_topic(lines, end):
        end += 1
    return end


def _is_topic(lines: Lines, at: int) -> bool:
    text = lines[at].text
    return (
        bool(text)
        and len(text) <= 80
        and not is_sentence(text)
        and not labelled(text)
        and topic_label(text) is None
        and not whole_date(text)
    )


def _kind(lines: Lines, at: int, facts: Facts) -> int:
    text = lines[at].text
    words, _, number = text.rpartition(" ")
    numbered = is_bare_number(number)
    kind = kind_line(words.rstrip(" #\u2013\u2014-") if numbered else text)
    facts.kind = facts.kind or kind
    if kind and numbered:
        facts.add_number(number, lines[at])
    return at + 1 if kind else at


def _bare(lines: Lines, at: int, facts: Facts) -> int:
    """Read a line that is only a date, a place and a date, an hour, or a number."""
    line = lines[at]
    found = find_date(line.text) if len(line.text) <= 100 else None
    if found and (
        found.whole
        or (is_place(line.text[: found.start].strip(" ,-\u2013\u2014(")) and not line.text[found.end :].strip(" ).,"))
    ):
        facts.add_bare(found, line)
        return at + 1
    if is_bare_number(line.text):
        facts.add_number(line.text, line)
        return at + 1
    return at + 1 if is_time(line.text) or (len(line.text) <= 120 and _SITE.fullmatch(fold(line.text))) else at


def _reach(lines: Lines, at: int, facts: Facts) -> int:
    """Read a line with nothing but a telephone number or an address, under the office it belongs to."""
    text = lines[at].text
    if len(text) > 100 or not reaches(text) or name_in(text):
        return at
    above = lines[at - 1].text if at else ""
    block = read_contacts((Line(0, 0, f"Contact: {text}"),), 0)
    found = block.contacts if block else ()
    facts.add_contacts([Contact(above if is_office(above) else "", each.phone, each.email) for each in found])
    return at + 1


def _segments(lines: Lines, at: int, facts: Facts) -> int:
    """Read a line that holds several facts side by side, as "March 3, 2017 | Washington, DC" does."""
    line = lines[at]
    columns = (line.parts or line.text.split("|")) if len(line.text) <= 300 else ()
    parts = [part.strip() for part in columns if part.strip()]
    if len(parts) < 2 or not (_states(parts[0]) or (_states(parts[-1]) and is_place(parts[0]))):
        return at
    for part in parts:
        _read_part(Line(line.number, 0, part), facts)
    return at + 1


def _states(text: str) -> bool:
    scratch = Facts()
    line = (Line(0, 0, text),)
    return any(reader(line, 0, scratch) for reader in FRONT if reader is not _segments)


Reader = Callable[[Lines, int, Facts], int]
TAIL: tuple[Reader, ...] = (_embargo, _dated, _numbered, _contacts, _topics, _row)
FRONT: tuple[Reader, ...] = (
    _embargo, _immediate, _dated, _numbered, _contacts, _topics, _row, _other, _kind, _bare, read_stamp, read_byline,
    _reach, _segments,
)  # fmt: skip
