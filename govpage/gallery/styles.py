"""Which stylesheets a component needs, and whether the script works on it: read from the files, as nobody lists it."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from django.utils.translation import override

from govpage.component import Component

STATIC = Path(__file__).resolve().parent.parent / "static" / "govpage"
SCRIPT = "govpage.js"
OWN = "gallery.css"
"""The gallery's own stylesheet, which styles no component."""

HOOK = re.compile(r"\.(-?[A-Za-z_][\w-]*)|\[(data-[\w-]+)")
"""A class or a data attribute, as a stylesheet or a script names it."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Hooks(HTMLParser):
    """The classes and data attributes of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "class":
                self.found |= set((value or "").split())
            elif name.startswith("data-"):
                self.found.add(name)


def hooks(component: type[Component]) -> set[str]:
    """Return the classes and data attributes of a component in all its examples."""
    found: set[str] = set()
    for example in component.examples().values():
        with override(example.language):
            found |= Hooks(example.component.render_html()).found
    return found


def stylesheets(component: type[Component]) -> list[str]:
    """Return the names of the stylesheets that style it."""
    own = hooks(component)
    return [name for name, named in _named_in_stylesheets().items() if own & named]


def is_scripted(component: type[Component]) -> bool:
    """Whether the script works on it."""
    return bool(hooks(component) & _named(STATIC / SCRIPT))


@cache
def _named_in_stylesheets() -> dict[str, set[str]]:
    return {file.name: _named(file) for file in sorted((STATIC / "css").glob("*.css")) if file.name != OWN}


@cache
def _named(file: Path) -> set[str]:
    return {name or data for name, data in HOOK.findall(COMMENT.sub("", file.read_text("utf-8")))}
