"""What the words of a page and their language have to do with each other: own names, direction, fall-back."""

from __future__ import annotations

from typing import TypeVar
from unicodedata import normalize

from django.conf import settings
from django.utils.translation import get_language, get_language_info

T = TypeVar("T")

OWN_NAMES = {"ht": "Kreyòl ayisyen", "tl": "Tagalog"}
"""Languages that we speak and not every Django knows, by their own names for themselves."""


def own_name(code: str) -> str:
    """Return a language's own name for itself, with a capital first letter.

    Raises: KeyError if neither Django nor we know the language
    """
    code = code.lower()
    if code in OWN_NAMES:
        return OWN_NAMES[code]
    # Django writes some names with combining marks.
    name = normalize("NFC", str(get_language_info(code)["name_local"]))
    return name[:1].upper() + name[1:]


def page_language() -> str:
    """Return the code of the language that is active, English where none is."""
    return get_language() or "en"


def in_language(texts: dict[str, T], language: str) -> T:
    """Return the text in that language, else in English, else in the first one that there is."""
    for code in (language, language.partition("-")[0], "en"):
        if code in texts:
            return texts[code]
    return next(iter(texts.values()))


def is_foreign(code: str, page: str) -> bool:
    """Whether words in that language need a ``lang`` of their own on a page."""
    return code not in (page, page.partition("-")[0])


def direction(code: str) -> str:
    """Return the value of ``dir`` for words in that language."""
    return "rtl" if code.partition("-")[0] in settings.LANGUAGES_BIDI else "ltr"
