"""Checks of how hard a text is to read; they advise and never forbid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from govpage.news.content.body import Body
from govpage.news.content.finding import Fault
from govpage.news.content.subject import Subject
from govpage.news.content.words import WORD

FEWEST_WORDS = 100
"""Words below which the formulas say nothing."""

GRADE = 12
"""Years of school that an English text may ask for. Source: Kincaid and others, 1975"""

EASE = 50
"""Points of Fernández Huerta below which a Spanish text is difficult. Source: Fernández Huerta, 1959"""

SENTENCE_WORDS = 25
"""Words of a sentence on average at most. Source: plain language guidance"""

PROSE = frozenset({"p", "li", "blockquote", "dd", ""})
SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)[.!?…][\"”’»)\]]?\s")
ENGLISH_SYLLABLE = re.compile(r"[aeiouy]+")
SPANISH_SYLLABLE = re.compile(r"[iuüy]?[aeoáéíóú][iuüy]?|[iuüy]+")


@dataclass(frozen=True, slots=True)
class Counts:
    """Words, sentences and syllables of a text."""

    words: int
    sentences: int
    syllables: int


def counts_of(body: Body, syllables: Callable[[str], int]) -> Counts:
    """Count what the formulas need in paragraphs and lists; a block ends a sentence."""
    texts = [block.text for block in body.blocks if block.tag in PROSE]
    words = [word.lower() for text in texts for word in WORD.findall(text)]
    sentences = sum(1 for text in texts for part in SENTENCE_END.split(text) if WORD.search(part))
    return Counts(len(words), sentences, sum(map(syllables, words)))


def english_syllables(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, a silent e apart."""
    silent = word.endswith("e") and not word.endswith(("le", "ee"))
    return max(1, len(ENGLISH_SYLLABLE.findall(word)) - silent)


def spanish_syllables(word: str) -> int:
    """Return how many syllables a Spanish word has: strong vowels, and weak ones that stand alone."""
    return max(1, len(SPANISH_SYLLABLE.findall(word)))


def grade(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade."""
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def ease(counts: Counts) -> float:
    """Return the points of Fernández Huerta: the more, the easier."""
    return 206.84 - 60 * counts.syllables / counts.words - 1.02 * counts.words / counts.sentences


def readability(subject: Subject) -> Iterator[Fault]:
    """Source: WCAG 2.2 SC 3.1.5; Plain Writing Act"""
    language = subject.content.base_language
    if language == "en":
        yield from _english(counts_of(subject.body, english_syllables))
    elif language == "es":
        yield from _spanish(counts_of(subject.body, spanish_syllables))


def _english(counts: Counts) -> Iterator[Fault]:
    if counts.words >= FEWEST_WORDS and grade(counts) > GRADE:
        message = _("The text asks for %(grade)d years of school; shorter words and sentences bring it to %(most)d.")
        yield Fault(message % {"grade": round(grade(counts)), "most": GRADE})


def _spanish(counts: Counts) -> Iterator[Fault]:
    if counts.words >= FEWEST_WORDS and ease(counts) < EASE:
        message = _("The text has %(ease)d points of ease; shorter words and sentences bring it to %(least)d.")
        yield Fault(message % {"ease": round(ease(counts)), "least": EASE})


def sentence_length(subject: Subject) -> Iterator[Fault]:
    """Source: plain language: short sentences"""
    counts = counts_of(subject.body, len)
    if counts.words >= FEWEST_WORDS and counts.words > SENTENCE_WORDS * counts.sentences:
        message = _("A sentence has %(count)d words on average; divide long ones until it is %(most)d or fewer.")
        yield Fault(message % {"count": round(counts.words / counts.sentences), "most": SENTENCE_WORDS})
