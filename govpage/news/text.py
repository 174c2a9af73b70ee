"""What is made from the words of a release: its slug, first words, version and what a search looks through."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256
from html import unescape

from django.utils.text import slugify

from govpage.component import KEPT_RENDERINGS

TAG = re.compile(r'<(?>[^>"]+|"[^"]*")*+>')
"""A tag of sanitised HTML, whose attribute values stand in double quotes; reads every character once."""

WITHIN_A_WORD = re.compile(r"</?(?:a|abbr|em|span|strong|sub|sup)[ >]")
"""Tags that part no words: the full stop after a link stays beside its last letter."""

DESCRIPTION_LENGTH = 160
"""Characters of a meta description. Source: Federal website standards."""

READ_FOR_BEGINNING = 4000
"""Characters of a body that are looked at for its first words."""


def slug_of(title: str) -> str:
    """Return a slug in ASCII where the title has any letter of it, else in its own script."""
    return (slugify(title) or slugify(title, allow_unicode=True) or "release")[:150].strip("-_")


@lru_cache(maxsize=KEPT_RENDERINGS)
def beginning_of(body: str) -> str:
    """Return the first words of sanitised HTML as text, at most a meta description's length."""
    # Far more than the words need, and up to the beginning of a tag, so that none is cut.
    head = body if len(body) <= READ_FOR_BEGINNING else body[: body.rfind("<", 0, READ_FOR_BEGINNING)]
    text = plain_text(head)
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def plain_text(html: str) -> str:
    """Return the words of sanitised HTML, one blank between any two."""
    return " ".join(unescape(TAG.sub(_gap, html)).split())


def _gap(tag: re.Match[str]) -> str:
    return "" if WITHIN_A_WORD.match(tag[0]) else " "


def folded(text: str) -> str:
    """Return the text as a search compares it: small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@lru_cache(maxsize=KEPT_RENDERINGS)
def version_of(*texts: str) -> str:
    """Return what changes whenever one of the texts does."""
    return sha256("\0".join(texts).encode()).hexdigest()[:12]
