"""How HTML is nested, told without reading it as a tree, which takes a time that grows with the square of the depth."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ENDED_BY_THE_NEXT = VOID | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "colgroup", "option"}
"""Elements that need no end, so that many of them in a row are not within one another."""


class Nesting(NamedTuple):
    """How many elements there are, and how many of one name are within one another."""

    elements: int
    depth: int


def nesting_of(html: str) -> Nesting:
    """Return how the HTML is nested, as its tags have it; reads every character once."""
    elements = deepest = 0
    open_now: dict[str, int] = defaultdict(int)
    for end, written in TAG.findall(html):
        name = written.lower()
        elements += not end
        if name not in ENDED_BY_THE_NEXT:
            open_now[name] = max(0, open_now[name] + (-1 if end else 1))
            deepest = max(deepest, open_now[name])
    return Nesting(elements, deepest)
