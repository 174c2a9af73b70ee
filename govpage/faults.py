"""What is wrong with the HTML of a whole page and no component can know alone: for tests, and for pages under DEBUG."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from govpage.headings import Heading, headings_of

ID = re.compile(r'<[a-zA-Z][^<>]*?\sid="([^"]*)"')
TITLE_LEVEL = 1
"""Level of a page's title, which the headings of its text lie below."""


def page_faults(html: str) -> list[str]:
    """Return a sentence for every id that is there twice and every heading that skips a level; empty for a sound page.

    Shape: a whole page, or the text below its title
    """
    repeated = [
        f"The id {name!r} is on the page {times} times; give components a key of their own."
        for name, times in Counter(ID.findall(html)).items()
        if times > 1
    ]
    return [*repeated, *(_sentence(heading, legal) for heading, legal in skips(headings_of(html)))]


def skips(headings: Iterable[Heading]) -> Iterator[tuple[Heading, int]]:
    """Give each heading that lies more than one level below the one before it, and the lowest level that is legal."""
    above = TITLE_LEVEL
    for heading in headings:
        if heading.level > above + 1:
            yield heading, above + 1
        above = heading.level


def refuse_skips(component: str, headings: Iterable[Heading]) -> None:
    """Refuse headings that skip a level.

    Raises: ValueError that names the component, the heading and the legal level
    """
    for heading, legal in skips(headings):
        raise ValueError(f"{component}: {_sentence(heading, legal)}")


def _sentence(heading: Heading, legal: int) -> str:
    return f"The heading {heading.text!r} is of level {heading.level}; legal here are 2 to {legal}."


def refuse_repeated_ids(component: str, html: str, seen: dict[str, str]) -> None:
    """Refuse a component whose ids are on the page already; remember them otherwise.

    Raises: ValueError that names both components and the id
    """
    for name in ID.findall(html):
        if name in seen:
            hint = "give one of the two a key of its own."
            raise ValueError(f"{component}: the id {name!r} is on this page already, from {seen[name]}; {hint}")
        seen[name] = component
