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
    """Look until nothing more is found; of a text that still is not settled after the last round nothing is kept."""
    removed: list[str] = []
    for _round in range(rounds):
        folded = fold(text)
        places = found_in(folded.text)
        if not places:
            return Redaction(text, tuple(dict.fromkeys(removed)))
        removed += [place.kind.value for place in places]
        text = _replaced(text, folded, places)
    return Redaction(Kind.UNSETTLED.replacement, (*dict.fromkeys(removed), Kind.UNSETTLED.value))


def found_in(text: str) -> list[Found]:
    """Return what has to go, in the order of the text; no two places overlap."""
    own = _marked(text, own_numbers(text, feedback_settings().own_numbers))
    public = _marked(text, public_numbers(text))
    taken = bytearray(len(text))
    places: list[Found] = []
    finders = (*OF_MAIL, *OF_NUMBERS) if ANY_DIGIT.search(text) else OF_MAIL
    for place in (place for finder in finders for place in finder(text)):
        part = slice(place.start, place.end)
        if any(taken[part]) or all(own[part]) or (not place.sure and any(public[part])):
            continue
        taken[part] = b"\1" * (place.end - place.start)
        places.append(place)
    return sorted(places)


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
