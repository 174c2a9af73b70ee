"""Choosing the title and subtitle among the lines above the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govpage.news.importers.contacts import is_office
from govpage.news.importers.facts import Facts
from govpage.news.importers.front import Front
from govpage.news.importers.lines import Line, fold, phrases
from govpage.news.importers.lists import marker_of
from govpage.news.importers.sites import is_above_title, is_alert, is_site

Lines = tuple[Line, ...]

_STOCK = phrases(
    """
    key points|fact sheet|panorama general|puntos clave|at a glance|overview|background|summary|
    introduction|highlights|key|points|resumen|antecedentes|introduccion|panorama|general|puntos|
    clave|what's|new|about
    """
)


@dataclass(frozen=True, slots=True)
class Heading:
    """Report the title, the subtitle and the first line of the body."""

    title: str
    subtitle: str
    subtitle_at: int | None
    body: int


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
    return Heading(
        _clean_title(lines[first].text, facts), "" if subtitle is None else lines[subtitle].text, subtitle, body
    )


def _without_sites(lines: Lines, front: Front) -> Sequence[int]:
    """Drop names and messages of the site, as long as a title remains."""
    own = [at for at in front.titles if not _is_of_site(lines[at].text, front)] or front.titles[-1:]
    while len(own) > 1 and (_is_page_title(lines, own) or _gives_way(lines, front, own[0], own[1])):
        own.pop(0)
    return own


def _is_of_site(text: str, front: Front) -> bool:
    named = not front.trail or fold(text) != fold(front.trail[-1])
    return is_site(text, front.trail, front.agency) or is_alert(text) or (named and is_office(text))


def _gives_way(lines: Lines, front: Front, first: int, second: int) -> bool:
    """Two or three words give way to a longer line that is set apart from them."""
    if not is_above_title(lines[first].text, front.trail, front.agency):
        return False
    apart = front.furnished or any(first < fact < second for fact in front.facts_at)
    return apart and len(lines[second].text.split()) > 4


def _is_page_title(lines: Lines, titles: list[int]) -> bool:
    """Tell whether the first line is the title of the browser's window, "Title | Site"."""
    first = fold(lines[titles[0]].text)
    return any(
        re.match(r" [|\u00bb:-] ", first[len(other) :])
        for at in titles[1:]
        if first.startswith(other := fold(lines[at].text))
    )


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
    title = title[match.end() :] if match else title
    head, bar, site = title.rpartition(" | ")
    return head if bar and is_site(site, (), "") else title
