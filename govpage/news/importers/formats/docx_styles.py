"""What the styles of a word processor become."""

from __future__ import annotations

_ORDERED = {"Bullet": "ul", "Number": "ol"}


def _list(kind: str, level: int) -> str:
    tag = _ORDERED[kind]
    name = f"List {kind}" if level == 1 else f"List {kind} {level}"
    return f"p[style-name='{name}'] => {'ul|ol > li > ' * (level - 1)}{tag} > li:fresh"


STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p.subtitle:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        *(f"p[style-name='Heading {level}'] => h{level + 1}:fresh" for level in range(1, 6)),
        *(_list(kind, level) for kind in _ORDERED for level in (1, 2, 3)),
    ]
)
"""A style map of the converter: the title is above all headings, and named lists keep their depth."""
