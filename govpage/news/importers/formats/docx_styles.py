"""What the styles of a word processor become."""

from __future__ import annotations

DEEPEST = 9
"""Levels that a word processor's lists have."""

NAMED = 5
"""Levels for which it has styles by name, such as "List Bullet 2"."""

_TAGS = {"Bullet": "ul", "Number": "ol"}
_KINDS = {"unordered-list": "ul", "ordered-list": "ol"}


def _item(tag: str, level: int) -> str:
    return f"{'ul|ol > li > ' * (level - 1)}{tag} > li:fresh"


def _named(kind: str, level: int) -> str:
    name = f"List {kind}" if level == 1 else f"List {kind} {level}"
    return f"p[style-name='{name}'] => {_item(_TAGS[kind], level)}"


STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p.subtitle:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        *(f"p[style-name='Heading {level}'] => h{level + 1}:fresh" for level in range(1, 6)),
        *(
            f"p:{kind}({level}) => {_item(tag, level)}"
            for kind, tag in _KINDS.items()
            for level in range(2, DEEPEST + 1)
        ),
        *(_named(kind, level) for kind in _TAGS for level in range(1, NAMED + 1)),
    ]
)
"""A style map of the converter: the title is above all headings, and lists keep their depth.

A level that a paragraph was moved to goes before the one that the name of its style says.
"""
