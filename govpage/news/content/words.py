"""Checks of words: capitals, the language of a passage and how hard the text is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from govpage.news.content.finding import Fault, fault
from govpage.news.content.subject import Subject

ENGLISH = """
    the of and to in is that for with was on are as by this be from at which have it not or were will has their an been
    its who they you your our we must can
"""

SPANISH = """
    el la los las de del que y en un una por con para se es su al lo como más o pero sus le ha este esta son sin sobre
    también fue desde ser están entre
"""

FUNCTION_WORDS = {"en": frozenset(ENGLISH.split()), "es": frozenset(SPANISH.split())}
"""Words that every text of the language is full of; no word is in both."""

CAPITALS_WORDS = 4
CAPITALS_LETTERS = 40
ACRONYM_LENGTH = 5
"""Letters of an acronym at most."""

PASSAGE_WORDS = 8
TOLD_APART = 3
"""Function words of the other language for each of the release's own, and at least as many in all."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def capitals(subject: Subject) -> Iterator[Fault]:
    """Source: plain language: no capitals for emphasis; WCAG 2.2, understanding SC 3.1.5"""
    for block in subject.body.blocks:
        yield from _capitals(block.text)


def title_capitals(subject: Subject) -> Iterator[Fault]:
    """Source: plain language: no capitals for emphasis"""
    yield from _capitals(subject.content.title)


def _capitals(text: str) -> Iterator[Fault]:
    # A number, or a word of a script without capitals, ends no run and counts for none.
    for without_small, group in groupby(text.split(), key=lambda word: word == word.upper()):
        words = list(group)
        if without_small and _too_many([_letters(word) for word in words if word.isupper()]):
            yield fault(_("“%(quote)s” is in capitals; write it as a sentence."), " ".join(words))


def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, word))


def _too_many(words: list[str]) -> bool:
    many = len(words) >= CAPITALS_WORDS or sum(map(len, words)) >= CAPITALS_LETTERS
    return many and not all(_may_be_acronym(word) for word in words)


def _may_be_acronym(word: str) -> bool:
    # Short function words are codes of states as well: "IN", "LA", "OR".
    common = len(word) > 2 and any(word.lower() in words for words in FUNCTION_WORDS.values())
    return len(word) <= ACRONYM_LENGTH and not common


def passage_language(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 3.1.2; technique H58"""
    own = subject.content.base_language
    other = {"en": "es", "es": "en"}.get(own)
    for block in subject.body.blocks if other else ():
        words = [word.lower() for word in WORD.findall(block.unmarked)]
        if other and len(words) >= PASSAGE_WORDS and _is_in(words, other, own):
            message = _('“%(quote)s” is in another language; mark the passage with it: lang="%(language)s".')
            yield fault(message, block.unmarked, language=other)


def _is_in(words: list[str], language: str, rather_than: str) -> bool:
    count, against = (sum(word in FUNCTION_WORDS[code] for word in words) for code in (language, rather_than))
    return count >= TOLD_APART * max(1, against)
