"""Elements of XML as text: whatever the words are, they are never markup."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from govpage.news.outputs.clean import legal

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def text(words: str) -> str:
    """Return words as an element's content."""
    return escape(legal(words))


def plain_title(words: str) -> str:
    """Return words as readers of RSS take them that would read "&lt;" as markup.

    Source: RSS Advisory Board, best practices profile, character data
    """
    return legal(words).replace("&", "&#x26;").replace("<", "&#x3C;").replace(">", "&#x3E;")


def element(name: str, content: str | Iterable[str] = "", **attributes: str) -> str:
    """Return an element around content that is XML already.

    Shape: of an attribute's name "__" is a colon; an attribute without a value is left out
    """
    given = (f" {key.replace('__', ':')}={quoteattr(legal(value))}" for key, value in attributes.items() if value)
    inner = content if isinstance(content, str) else "".join(content)
    return f"<{name}{''.join(given)}>{inner}</{name}>" if inner else f"<{name}{''.join(given)}/>"


def worded(name: str, words: str) -> str:
    """Return an element around words, nothing where there are none."""
    return element(name, text(words)) if words else ""
