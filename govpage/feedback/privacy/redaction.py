"""A comment without the personal information in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from govpage.feedback.privacy.cards import cards
from govpage.feedback.privacy.folding import Folded, fold
from govpage.feedback.privacy.kept import own_numbers, public_numbers
from govpage.feedback.privacy.kinds import Found, Kind
from govpage.feedback.privacy.labelled import labelled
from govpage.feedback.privacy.mail import mail_addresses, spelled_addresses
from govpage.feedback.privacy.nearby import nearby
from govpage.feedback.privacy.numbers import government_numbers, nine_digits
from govpage.feedback.privacy.phones import phones
from govpage.feedback_settings import feedback_settings

Finder = Callable[[str], Iterator[Found]]
OF_MAIL: tuple[Finder, ...] = (mail_addresses, spelled_addresses)
OF_NUMBERS: tuple[Finder, ...] = (
    labelled,
    cards,
    government_numbers,
    phones,
    nearby,
    nine_digits,
)
"""What looks for what, the surest first: what one has found, the next ones leave alone."""

ANY_DIGIT = re.compile(r"\d")

ROUNDS = 8
"""How often a text is looked through: what stands beside a place that was emptied may now be whole."""

READ = 1000
"""Characters at both ends of an endless word that are looked at."""

ENDLESS = re.compile(r"(?<!\S)\S{5001,}+")
"""Far more without a blank than a whole comment has, also with the words that stand for what was removed from it."""

OWN = "\n"
"""What the agency's own numbers are to those who look: the end of what stands before."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is left of a text, and what was removed from it."""

    text: str
    """The text, with words in the place of what was removed."""

    removed: tuple[str, ...] = ()
    """Codes of the kinds that were removed, each once, in the order in which they were found."""

    @property
    def names(self) -> tuple[str, ...]:
        """What was removed, in words of the page's language."""
        return tuple(Kind(code).words for code in self.removed)


def redact(text: str) -> Redaction:
    """Return the text with words in the place of personal information; done again, it changes nothing.

    The time grows with the length of the text and with nothing else.
    """
    return settled(text, ROUNDS)


def settled(text: str, rounds: int) -> Redaction:
    """Look until nothing more is found; where something is left after the last round, nothing near it is kept."""
    removed: list[str] = []
    for _round in range(rounds):
        text = _without_middles(text, removed)
        folded = fold(text)
        places = found_in(folded.text)
        if not places:
            return Redaction(text, tuple(dict.fromkeys(removed)))
        removed += [place.kind.value for place in places]
        text = _replaced(text, folded, places)
    return _given_up(text, removed)


def _given_up(text: str, removed: list[str]) -> Redaction:
    """Return the text without all from the first to the last that is still found in it; nothing, if there is more."""
    text = _without_middles(text, removed)
    folded = fold(text)
    if places := found_in(folded.text):
        removed = [*removed, *(place.kind.value for place in places), Kind.UNSETTLED.value]
        text = _replaced(text, folded, [Found(places[0].start, places[-1].end, Kind.UNSETTLED)])
        text = Kind.UNSETTLED.replacement if found_in(fold(text).text) else text
    return Redaction(text, tuple(dict.fromkeys(removed)))


def _without_middles(text: str, removed: list[str]) -> str:
    """Return the text without the middles of endless words, and say so in the list."""
    if (
        shorter := ENDLESS.sub(lambda word: word[0][:READ] + Kind.UNSETTLED.replacement + word[0][-READ:], text)
    ) != text:
        removed.append(Kind.UNSETTLED.value)
    return shorter


def found_in(text: str) -> list[Found]:
    """Return what has to go, in the order of the text; no two places overlap."""
    public = _marked(text, public_numbers(text))
    text = _without(text, own_numbers(text, feedback_settings().own_numbers))
    taken = bytearray(len(text))
    places: list[Found] = []
    finders = (*OF_MAIL, *OF_NUMBERS) if ANY_DIGIT.search(text) else OF_MAIL
    for place in (place for finder in finders for place in finder(text)):
        part = slice(place.start, place.end)
        if any(taken[part]) or (not place.sure and any(public[part])):
            continue
        taken[part] = b"\1" * (place.end - place.start)
        places.append(place)
    return sorted(places)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    return "".join(OWN if mark else character for character, mark in zip(text, _marked(text, spans), strict=True))


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    marks = bytearray(len(text))
    for start, end in spans:
        marks[start:end] = b"\1" * (end - start)
    return marks


def _replaced(text: str, folded: Folded, places: list[Found]) -> str:
    pieces: list[str] = []
    kept = 0
    for place in places:
        start, end = folded.original(place.start, place.end)
        pieces += (text[kept:start], place.kind.replacement)
        kept = end
    return "".join([*pieces, text[kept:]])
