"""The front of a page: everything up to the first line of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govpage.news.importers.archive import read_archive
from govpage.news.importers.contacts import is_office
from govpage.news.importers.facts import Facts, read_fact
from govpage.news.importers.furniture import is_furniture, is_rule
from govpage.news.importers.kinds import kind_line
from govpage.news.importers.lines import Line, fold, is_sentence, next_text
from govpage.news.importers.lists import marker_of
from govpage.news.importers.places import is_place, split_dateline
from govpage.news.importers.trail import read_trail

Lines = tuple[Line, ...]

_SITE = re.compile(
    r"(?:the )?(?:u\.?s\.? )?(?:[\w.&'-]{1,20} ){0,6}(?:office|department|agency|administration|service|bureau|commission|authority|newsroom|news|white house|"
    r"affairs|secretary|spokesperson|corps|homeland security|archives?|oficina|departamento|agencia|administracion)"
    r"|(?:u\.?s\.? )?(?:department|office|bureau|agency|administration|commission|oficina|departamento|agencia|administracion|servicio) (?:of|de|del|for|on|para) [\w ,&'-]{2,60}"
    r"|[\w-]{2,30}(?:\.[\w-]{2,30}){0,3}\.(?:gov|mil)"
)
_ACTS = re.compile(r"\b(?:to|at|in|on|by|with|from|as|opens?|sends?|names?|announces?|launch(?:es)?|statement|remarks|report|a|en|con|abre|envia|anuncia|sobre)\b")
_BANNER = re.compile(r"official (?:web ?)?sites? of (?:the )?(?P<agency>.{3,80})$|sitio (?:web )?oficial de(?:l| la)? (?P<agencia>.{3,80})$")
_LONG = 180
"""Characters above which a line without a full stop is taken for a paragraph."""

MAX_TITLES = 40
"""The most lines weighed as titles; no page has more lines above its body."""

_ALERT = re.compile(r"(?:notice|alert|note|aviso|alerta|important|importante|nota|due to (?:a|the) lapse)\b")
_STOCK = frozenset(
    "overview background summary introduction highlights key points resumen antecedentes introduccion panorama general puntos clave what's new about".split()
) | {"key points", "fact sheet", "panorama general", "puntos clave", "at a glance"}


@dataclass(slots=True)
class Front:
    """Gather what stands before the body."""

    titles: list[int] = field(default_factory=list)
    facts_at: list[int] = field(default_factory=list)
    trail: tuple[str, ...] = ()
    agency: str = ""
    furnished: bool = False
    end: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """Report the title, the subtitle and the first line of the body."""

    title: str
    subtitle: str
    body: int


def read_front(lines: Lines, facts: Facts) -> Front:
    """Read furniture, facts and possible titles until a line can only be the body."""
    front, at = Front(), next_text(lines, 0)
    while at < len(lines):
        after = _furniture(lines, at, front, facts)
        if after == at:
            after = _fact(lines, at, front, facts)
        if after == at:
            if _is_body(lines, at, front, facts):
                break
            after = _candidate(lines, at, front, facts)
        at = next_text(lines, after)
    front.end = at
    return front


def _furniture(lines: Lines, at: int, front: Front, facts: Facts) -> int:
    """Pass over the page's own lines; a menu is furniture only before a title."""
    text = lines[at].text
    trail = read_trail(lines, at) if not _known(lines, front) else None
    notice = None if trail else read_archive(lines, at)
    if trail:
        front.trail, front.furnished = front.trail or trail.labels, True
        return trail.end
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
    return at


def _is_page_line(lines: Lines, at: int, front: Front) -> bool:
    text = lines[at].text
    menu = marker_of(text) is not None and not _known(lines, front)
    if is_furniture(text):
        return not kind_line(text)
    return menu


def _fact(lines: Lines, at: int, front: Front, facts: Facts) -> int:
    after = read_fact(lines, at, facts)
    front.facts_at += [at] if after > at else []
    return after


def _known(lines: Lines, front: Front) -> bool:
    """Tell whether a title, and not only the name of a site, has been met."""
    return any(not _is_site(lines[at].text, front) and not _is_alert(lines[at].text) for at in front.titles)


def _is_site(text: str, front: Front) -> bool:
    folded = fold(text)
    if front.trail and folded == fold(front.trail[-1]):
        return False
    named = bool(front.agency) and folded in fold(front.agency)
    return named or (len(text) <= 90 and len(folded.split()) <= 9 and bool(_SITE.fullmatch(folded)) and not _ACTS.search(folded))


def _is_body(lines: Lines, at: int, front: Front, facts: Facts) -> bool:
    """Tell whether the body starts at a line that is neither furniture nor a fact."""
    if not front.titles or len(front.titles) > MAX_TITLES:
        return bool(front.titles)
    text = lines[at].text
    since = [fact for fact in front.facts_at if fact > front.titles[-1]]
    known = _known(lines, front)
    if known and marker_of(text):
        return True
    if len(text) > _LONG or is_sentence(text) or split_dateline(text):
        return not _leads_to_fact(lines, at, facts) or bool(since) or len(text) > 320 or bool(split_dateline(text))
    if not since or not known or _repeats(lines, at, front):
        return False
    return not (_touches_fact(lines, at, front) or _leads_to_fact(lines, at, facts))


def _repeats(lines: Lines, at: int, front: Front) -> bool:
    return any(fold(lines[at].text) == fold(lines[each].text) for each in front.titles)


def _leads_to_fact(lines: Lines, at: int, facts: Facts) -> bool:
    """Tell whether the next line with text states a fact of the release."""
    after = next_text(lines, at + 1)
    return after < len(lines) and read_fact(lines, after, Facts()) > after


def _touches_fact(lines: Lines, at: int, front: Front) -> bool:
    return at > 0 and bool(lines[at - 1].text) and max(front.facts_at) >= at - 3 and at - 1 not in front.titles


def _candidate(lines: Lines, at: int, front: Front, facts: Facts) -> int:
    """Keep a line as a possible title; let an office, a place or a topic among the facts go."""
    text = lines[at].text
    after_facts = bool(front.titles) and any(fact > front.titles[-1] for fact in front.facts_at)
    if _known(lines, front) and (is_office(text) or (after_facts and is_place(text))):
        return at + 1
    if _known(lines, front) and after_facts and not _repeats(lines, at, front):
        facts.doubt(lines[at], f'"{text[:80]}" is not understood and is left out')
        return at + 1
    front.titles.append(at)
    return at + 1


def choose_heading(lines: Lines, front: Front, facts: Facts) -> Heading | None:
    """Choose title and subtitle among the possible ones, and say where the body starts."""
    titles = _without_sites(lines, front)
    if not titles:
        return None
    crumb = fold(front.trail[-1]) if front.trail else ""
    first = next((at for at in titles if fold(lines[at].text) == crumb), titles[0])
    later = [at for at in titles if at > first and fold(lines[at].text) != fold(lines[first].text)]
    _report_before(lines, [at for at in titles if at < first], facts)
    subtitle = later[0] if later and _is_subtitle(lines, later, front) else None
    rest = later[1:] if subtitle is not None else later
    last_fact = max(front.facts_at, default=-1)
    body = min((at for at in rest if at > last_fact), default=front.end)
    for at in rest:
        if at < last_fact:
            facts.doubt(lines[at], f'"{lines[at].text[:80]}" is not understood and is left out')
    return Heading(_clean_title(lines[first].text, facts), "" if subtitle is None else lines[subtitle].text, body)


def _without_sites(lines: Lines, front: Front) -> Sequence[int]:
    """Drop names of sites before the title, as long as a title remains."""
    titles = list(front.titles)
    while len(titles) > 1 and (_is_site(lines[titles[0]].text, front) or _is_alert(lines[titles[0]].text) or _is_page_title(lines, titles)):
        titles.pop(0)
    return titles


def _is_alert(text: str) -> bool:
    """Tell whether the line is a message above the title that the whole site shows."""
    return is_sentence(text) and (len(text) > 120 or bool(_ALERT.match(fold(text))))


def _is_page_title(lines: Lines, titles: list[int]) -> bool:
    """Tell whether the first line is the title of the browser's window, "Title | Site"."""
    first = fold(lines[titles[0]].text)
    return any(re.match(r" [|\u00bb:-] ", first[len(other) :]) for at in titles[1:] if first.startswith(other := fold(lines[at].text)))


def _is_subtitle(lines: Lines, later: list[int], front: Front) -> bool:
    """A line between title and facts is a subtitle; so is a lone one between a title below the facts and the body."""
    first = later[0]
    if any(fact > first for fact in front.facts_at):
        return True
    above = any(fact < first for fact in front.facts_at)
    lone = len(later) == 1 and front.end < len(lines) and marker_of(lines[front.end].text) is None
    return above and lone and fold(lines[first].text) not in _STOCK


def _report_before(lines: Lines, skipped: Sequence[int], facts: Facts) -> None:
    for at in skipped:
        facts.doubt(lines[at], f'"{lines[at].text[:80]}" stands before the title and is left out')


def _clean_title(title: str, facts: Facts) -> str:
    """Take a mark of the archive off a title."""
    match = re.match(r"[\[(]?archived?[\])]? ?[:\u2013\u2014|-] |\[archived?\] ?", title, re.IGNORECASE)
    facts.archived = facts.archived or bool(match)
    return title[match.end() :] if match else title
