"""The front of a page: everything up to the first line of the body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from govpage.news.importers.archive import read_archive
from govpage.news.importers.contacts import is_office
from govpage.news.importers.facts import Facts
from govpage.news.importers.furniture import is_box, is_footer, is_furniture, is_rule
from govpage.news.importers.kinds import after_immediate, kind_line
from govpage.news.importers.lines import Line, fold, is_sentence, next_text
from govpage.news.importers.lists import marker_of
from govpage.news.importers.places import is_place, split_dateline
from govpage.news.importers.reading import read_fact
from govpage.news.importers.sites import is_above_title, is_short
from govpage.news.importers.trail import Trail, read_trail

Lines = tuple[Line, ...]

_BANNER = re.compile(
    r"official (?:web ?)?sites? of (?:the )?(?P<agency>.{3,80})$|sitio (?:web )?oficial de(?:l"
    r"| la)? (?P<agencia>.{3,80})$"
)
_LONG = 180
"""Characters above which a line without a full stop is taken for a paragraph."""

MAX_TITLES = 40
"""The most lines weighed as titles; no page has more lines above its body."""

MIN_MENU = 3
"""The fewest short lines in a row that make a menu."""


@dataclass(slots=True)
class Front:
    """Gather what stands before the body."""

    titles: list[int] = field(default_factory=list)
    facts_at: list[int] = field(default_factory=list)
    spent: set[int] = field(default_factory=set)
    """The lines that state facts."""
    menu: list[int] = field(default_factory=list)
    """The possible titles above a breadcrumb, for a page that has none below it."""
    trail: tuple[str, ...] = ()
    agency: str = ""
    furnished: bool = False
    end: int = 0
    last_prose: int = 0
    """The last line that is a sentence; what stands below it is not among the facts of the front."""


def read_front(lines: Lines, facts: Facts) -> Front:
    """Read furniture, facts and possible titles until a line can only be the body."""
    front, at = Front(last_prose=_last_prose(lines)), next_text(lines, 0)
    while at < len(lines):
        after = _furniture(lines, at, front, facts)
        if after == at:
            after = _fact(lines, at, front, facts)
        if after == at:
            if _is_body(lines, at, front):
                break
            after = _candidate(lines, at, front, facts)
        at = next_text(lines, after)
    front.end, front.titles = at, front.titles or front.menu
    return front


def _last_prose(lines: Lines) -> int:
    return max((at for at, line in enumerate(lines) if is_sentence(line.text) or len(line.text) > _LONG), default=0)


def _furniture(lines: Lines, at: int, front: Front, facts: Facts) -> int:
    """Pass over the page's own lines; a menu is furniture only before a title."""
    text = lines[at].text
    trail = read_trail(lines, at) if not (front.trail and _known(lines, front)) else None
    notice = None if trail else read_archive(lines, at)
    if trail:
        return _take_trail(lines, trail, front)
    if notice:
        facts.archived, front.furnished = True, True
        facts.notices += [notice[1]] if notice[1] else []
        return notice[0]
    banner = _BANNER.search(fold(text)) if len(text) < 300 else None
    if banner:
        front.agency = front.agency or text[banner.start(1 if banner["agency"] else 2) :]
    if is_rule(text) or (banner and len(text) < 200 and is_furniture(text)) or _is_page_line(lines, at, front):
        front.furnished = True
        return at + 1
    return _box_end(lines, at) if _known(lines, front) else _menu_end(lines, at, front)


def _menu_end(lines: Lines, at: int, front: Front) -> int:
    """Find the end of a menu: lines of three words at most, one right under another."""
    end = at
    while end < len(lines) and lines[end].text and is_short(lines[end].text) and not _states_something(lines, end):
        end += 1
    if end < at + MIN_MENU or end == len(lines) or lines[end].text:
        return at
    front.menu, front.furnished = front.menu or [*front.titles, *range(at, end)], True
    return end


def _box_end(lines: Lines, at: int) -> int:
    """Find the end of a box of links: its head and short lines under it, without a blank one between."""
    end = at + 1
    while end < len(lines) and lines[end].text and len(lines[end].text) <= 80 and not is_sentence(lines[end].text):
        end += 1
    closed = at + 1 < end < len(lines) and not lines[end].text
    return end if closed and is_box(lines[at].text) else at


def _take_trail(lines: Lines, trail: Trail, front: Front) -> int:
    """Keep a breadcrumb; lines above it are a menu, unless its last label repeats one of them."""
    front.trail, front.furnished = front.trail or trail.labels, True
    crumb = fold(trail.labels[-1]) if trail.labels else ""
    if crumb and all(fold(lines[at].text) != crumb for at in front.titles):
        front.menu, front.titles = front.titles or front.menu, []
    return trail.end


def _is_page_line(lines: Lines, at: int, front: Front) -> bool:
    text = lines[at].text
    menu = marker_of(text) is not None and not _known(lines, front)
    if is_furniture(text):
        return not kind_line(text)
    menu = menu or (is_footer(text) and not _known(lines, front))
    return menu or text.count(" | ") >= 4


def _fact(lines: Lines, at: int, front: Front, facts: Facts) -> int:
    after = read_fact(lines, at, facts)
    front.facts_at += [at] if after > at else []
    front.spent.update(range(at, after))
    return after


def _known(lines: Lines, front: Front) -> bool:
    """Tell whether a title, and not only the name of a site, has been met."""
    return any(not is_above_title(lines[at].text, front.trail, front.agency) for at in front.titles)


def _is_body(lines: Lines, at: int, front: Front) -> bool:
    """Tell whether the body starts at a line that is neither furniture nor a fact."""
    if not front.titles and _is_text(lines[at].text):
        front.titles = front.menu
    if not front.titles or len(front.titles) > MAX_TITLES:
        return bool(front.titles)
    text = lines[at].text
    since = [fact for fact in front.facts_at if fact > front.titles[-1]]
    known = _known(lines, front)
    if known and marker_of(text):
        return True
    if _is_text(text):
        return not _leads_to_fact(lines, at, reach=1) or bool(since) or len(text) > 320 or bool(split_dateline(text))
    if not since or not known or _repeats(lines, at, front) or is_office(text) or (is_place(text) and "," in text):
        return False
    among = at < front.last_prose and _leads_to_fact(lines, at, reach=3)
    return not (_touches_fact(lines, at, front) or among)


def _is_text(text: str) -> bool:
    return len(text) > _LONG or is_sentence(text) or split_dateline(text) is not None


def _repeats(lines: Lines, at: int, front: Front) -> bool:
    return any(fold(lines[at].text) == fold(lines[each].text) for each in front.titles)


def _leads_to_fact(lines: Lines, at: int, *, reach: int) -> bool:
    """Tell whether a fact of the release is among the next lines, with none but short ones before it."""
    for _ in range(reach):
        at = next_text(lines, at + 1)
        if at == len(lines):
            return False
        if _states_something(lines, at):
            return True
        if len(lines[at].text) > 80 or is_sentence(lines[at].text) or marker_of(lines[at].text):
            return False
    return False


def _states_something(lines: Lines, at: int) -> bool:
    """Tell whether the line states a fact that a draft keeps, which an address of a site is not."""
    scratch = Facts()
    return read_fact(lines, at, scratch) > at and (scratch != Facts() or after_immediate(lines[at].text) is not None)


def _touches_fact(lines: Lines, at: int, front: Front) -> bool:
    return at > 0 and bool(lines[at - 1].text) and max(front.facts_at) >= at - 3 and at - 1 not in front.titles


def _candidate(lines: Lines, at: int, front: Front, facts: Facts) -> int:
    """Keep a line as a possible title; let an office, a place or a topic among the facts go."""
    text = lines[at].text
    after_facts = bool(front.titles) and any(fact > front.titles[-1] for fact in front.facts_at)
    if at - 1 in front.spent and is_place(text) and "," in text:
        return at + 1
    if _known(lines, front) and (is_office(text) or (after_facts and is_place(text))):
        return at + 1
    if _known(lines, front) and after_facts and not _repeats(lines, at, front):
        facts.doubt(lines[at], f'"{text[:80]}" is not understood and is left out')
        return at + 1
    front.titles.append(at)
    return at + 1
