"""Who wrote or posted a page."""

from __future__ import annotations

import re

from govpage.news.importers.contacts import reaches
from govpage.news.importers.dates import find_date, is_moment_part, whole_date
from govpage.news.importers.facts import Facts
from govpage.news.importers.kinds import after_immediate, kind_line
from govpage.news.importers.labels import Field, Labelled, labelled
from govpage.news.importers.lines import Line, fold, is_sentence

Lines = tuple[Line, ...]

_BYLINE = re.compile(
    r"(?:(?:posted|written|published|story|submitted|prepared) by|by|author|autora?|por|escrito por"
    r"|publicado por)(?P<colon> ?:)? "
)


def read_posted(lines: Lines, at: int, facts: Facts, label: Labelled) -> int:
    """Read "Posted by Press Office on March 3, 2017" and "Published March 3, 2017 by Press Office"."""
    found = find_date(label.rest) if len(label.rest) <= 120 else None
    if found is None or label.field is not Field.RELEASED:
        return at
    who = re.fullmatch(r"(?:posted |by |por )?(.{2,60}?),?(?: on| el)? ?", label.rest[: found.start], re.IGNORECASE)
    by = re.fullmatch(r",? ?(?:by|por):? (.{2,60})", label.rest[found.end :], re.IGNORECASE)
    said = (who if not label.rest[found.end :].strip(" .") else None) or (by if not found.start else None)
    if said is None or ("by" not in fold(lines[at].text).split() and "por" not in fold(lines[at].text).split()):
        return at
    facts.byline = facts.byline or said[1].strip()
    facts.add_date(label.field, found, lines[at])
    return at + 1


def read_stamp(lines: Lines, at: int, facts: Facts) -> int:
    """Read "Sat, 09/02/2017 - 12:00 \u2014 webmaster": a date and, behind a dash, the account that saved the page."""
    day, dash, said = re.sub(r" [\u2013\u2014] ", "\n", lines[at].text).rpartition("\n")
    found = whole_date(day) if dash and len(day) <= 60 and len(said.split()) <= 4 else None
    if found is None or is_sentence(said):
        return at
    facts.add_bare(found, lines[at])
    facts.doubt(lines[at], f'"{said}" is not understood and is left out')
    return at + 1


def read_byline(lines: Lines, at: int, facts: Facts) -> int:
    """Read "By: Name", with a date behind the name or a role on the line below."""
    text = lines[at].text
    match = _BYLINE.match(fold(text)) if len(text) <= 120 else None
    name = text[match.end() :].strip() if match else ""
    found = find_date(name)
    if found and name[: found.start].strip():
        facts.add_bare(found, lines[at])
        name = re.sub(r"[\s,|\u2013-]{0,3}(?:\b(?:on|el))?[\s,|]{0,3}$", "", name[: found.start])
    if match is None or not _is_name(name, colon=bool(match["colon"])):
        return at
    role = lines[at + 1].text if at + 1 < len(lines) else ""
    more = _is_role(role)
    facts.byline = facts.byline or (f"{name}, {role}" if more else name)
    return at + 2 if more else at + 1


def _is_name(text: str, *, colon: bool) -> bool:
    words = text.split()
    plain = bool(words) and len(words) <= 12 and not is_sentence(text) and text[0].isupper()
    small = [word for word in words if not word[0].isupper()]
    return plain and (
        colon or (words[0].lower() not in ("the", "el", "la") and len(small) <= len(words) // 3 and len(words) > 1)
    )


def _is_role(text: str) -> bool:
    plain = bool(text) and len(text) <= 80 and text[0].isupper() and ":" not in text and not is_sentence(text)
    label = labelled(text)
    return (
        plain
        and not is_moment_part(text)
        and (label is None or label.field is Field.OTHER)
        and not kind_line(text)
        and not reaches(text)
        and after_immediate(text) is None
    )
