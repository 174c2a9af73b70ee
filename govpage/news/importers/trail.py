"""Breadcrumbs and tables of contents, which look alike in a page text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govpage.news.importers.lines import Line, fold, next_text

MAX_CRUMBS = 15
"""The most labels read as one trail."""

MAX_BARS = 5
"""The most labels between bars that are taken for a trail if the last is not the title."""

MAX_GAP = 60
"""The most lines between a trail on one line and the title it ends in."""

MAX_ENTRIES = 100
"""The most entries read of a table of contents."""

_TRAIL_HEADING = re.compile(
    r"breadcrumbs?|you are here|breadcrumb navigation|ruta de navegacion|ruta de acceso|usted esta aqui"
    r"|se encuentra usted aqui|esta aqui|migas? de pan|"
    r"sobrescribir enlaces de ayuda a la navegacion|enlaces de ayuda a la navegacion"
)
_HOME = re.compile(r"(?:home|home page|inicio|pagina principal|pagina de inicio|portada)")
_CONTENTS = re.compile(
    r"(?:on|in) this (?:page|article|release)|table of contents|contents|page contents|jump to|in-page navigation|"
    r"en esta pagina|tabla de contenidos?|contenidos?|indice|contenido de (?:esta|la) pagina"
)
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+")
_BULLET = re.compile(r"[\u2022\u25e6\u25aa\u25ab\u2023\u25cf\u25cb\u25a0\u00b7*-]\s+")
BETWEEN = re.compile(
    r"\s(?:>>?|\u00bb|\u203a|/|\||\u2192|\\|::|[\u2022\u00b7\u25aa\u25e6])\s|\s?[\u00bb\u203a\u2192]\s?"
)
_FIRST_NUMBER = re.compile(r"\(?(\d{1,2})[.)]")
_EDGE = " >\u00bb\u203a/|\u2192:"


@dataclass(frozen=True, slots=True)
class Trail:
    """Report the labels of a breadcrumb and the line after it."""

    labels: tuple[str, ...]
    end: int


def strip_marker(text: str) -> str:
    """Take the number or bullet off the front of a line."""
    match = _NUMBER.match(text) or _BULLET.match(text)
    return text[match.end() :].strip() if match else text


def is_marked(text: str) -> bool:
    """Tell whether the line starts with a number or a bullet."""
    return bool(_NUMBER.match(text) or _BULLET.match(text))


def is_home(text: str) -> bool:
    """Tell whether the label is that of the first page of a site."""
    return bool(_HOME.fullmatch(fold(text).strip(_EDGE)))


def read_trail(lines: tuple[Line, ...], at: int) -> Trail | None:
    """Read a breadcrumb that starts at the line, with or without its heading."""
    if _TRAIL_HEADING.fullmatch(fold(lines[at].text).strip(" :")):
        after = next_text(lines, at + 1)
        trail = _crumbs(lines, after, named=True) if after < len(lines) else None
        return trail or Trail((), at + 1)
    heading = re.match(r"(?:you are here|usted esta aqui|breadcrumb) ?: ?", fold(lines[at].text))
    row = lines[at].text[heading.end() :] if heading else lines[at].text
    return _row(lines, row, at) or _crumbs(lines, at, named=False)


def _row(lines: tuple[Line, ...], text: str, at: int) -> Trail | None:
    """Read a trail that stands on one line, "Home > News > Title"; a long row between bars is a menu."""
    labels = [label.strip(_EDGE) for label in BETWEEN.split(text[:600])]
    labels = [label for label in labels if label]
    if len(labels) < 2 or not is_home(labels[0]):
        return None
    menu = len(labels) > MAX_BARS and " | " in text and not _comes_back(lines[at : at + MAX_GAP], 0, fold(labels[-1]))
    return Trail(() if menu else tuple(labels), at + 1)


def _crumbs(lines: tuple[Line, ...], at: int, *, named: bool) -> Trail | None:
    row = _row(lines, lines[at].text, at)
    if row:
        return row
    first = strip_marker(lines[at].text)
    marked = is_marked(lines[at].text)
    if not (is_home(first) and (named or marked or _follows(lines, at))) and not (named and marked):
        return None
    end = _trail_end(lines, at, marked)
    labels = [strip_marker(line.text).strip(_EDGE) for line in lines[at:end]]
    return Trail(tuple(label for label in labels if label), end) if end > at + 1 else None


def _trail_end(lines: tuple[Line, ...], at: int, marked: bool) -> int:
    """A numbered trail goes on while the numbers do; a bare one until the first blank line."""
    end = at + 1
    while end < min(len(lines), at + MAX_CRUMBS):
        text = lines[end].text
        after = next_text(lines, end)
        if text and len(text) <= 300 and (is_marked(text) or not marked):
            end += 1
        elif not text and after < len(lines) and _goes_on(lines[end - 1].text, lines[after].text):
            end = after + 1
        else:
            break
    return end


def _goes_on(before: str, then: str) -> bool:
    first, second = _FIRST_NUMBER.match(before), _FIRST_NUMBER.match(then)
    return bool(first and second and int(second[1]) == int(first[1]) + 1)


def _follows(lines: tuple[Line, ...], at: int) -> bool:
    """Tell a bare trail ("Home", "News", "Title" on lines of their own) by a separator at a line's edge."""
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    if _meets_title(lines, at):
        return True
    return bool(after) and (lines[at].text[-1] in ">\u00bb\u203a/" or after[0] in ">\u00bb\u203a/")


def _meets_title(lines: tuple[Line, ...], at: int) -> bool:
    """Tell a bare trail without separators by its last label, which the next line with text repeats."""
    end = at + 1
    while end < min(len(lines), at + MAX_CRUMBS) and 0 < len(lines[end].text) <= 300:
        end += 1
    after = next_text(lines, end)
    return end > at + 1 and after < len(lines) and fold(lines[after].text) == fold(lines[end - 1].text)


def read_contents(lines: tuple[Line, ...]) -> tuple[int, Trail] | None:
    """Read the first table of contents: its heading, and the entries that come back later as headings.

    Shape:   the line of its heading, and the entries with the line after them
    """
    for at, line in enumerate(lines):
        if line.text and len(line.text) <= 60 and _CONTENTS.fullmatch(fold(line.text).strip(" :")):
            trail = _entries(lines, next_text(lines, at + 1))
            return (at, trail) if trail else None
    return None


def _entries(lines: tuple[Line, ...], start: int) -> Trail | None:
    end, labels = start, list[str]()
    while (after := next_text(lines, end)) < len(lines) and len(labels) < MAX_ENTRIES:
        label = strip_marker(lines[after].text)
        near = after == end and is_marked(lines[after].text)
        if not near and not _comes_back(lines, after, fold(label)):
            break
        labels.append(label)
        end = after + 1
    return Trail(tuple(labels), end) if labels else None


def _comes_back(lines: tuple[Line, ...], at: int, label: str) -> bool:
    return len(label) <= 200 and any(
        fold(line.text) == label for line in lines[at + 1 :] if len(line.text) == len(label)
    )
