"""The time of a redaction grows with the length of the text and with nothing else."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from time import process_time
from typing import Any

import pytest

from govpage.feedback import privacy
from govpage.feedback.privacy import redact
from govpage.feedback.privacy.kept import _patterns

MODULES = [
    importlib.import_module(f"{privacy.__name__}.{found.name}") for found in pkgutil.iter_modules(privacy.__path__)
]
PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
} | dict(zip(("own-number", "own-address"), _patterns(("800-555-0100", "help@harbor.example.gov")), strict=True))
PARSER: Any = importlib.import_module("re._parser")
WIDEST = 1000
"""Characters that a pattern may look at from one place of a text."""


def unbounded(pattern: re.Pattern[str]) -> list[str]:
    """Return the repetitions that may go on for ever and then fail.

    One of a single character at the very end cannot: once it has its fewest, it has matched.
    """
    return [str(item) for item in _repeats(PARSER.parse(pattern.pattern, pattern.flags & ~re.UNICODE), last=True)]


def _repeats(sequence: Any, last: bool) -> Iterator[Any]:
    items = list(sequence)
    for place, (code, argument) in enumerate(items):
        ends = last and place == len(items) - 1
        if _goes_on(argument) and not (ends and argument[2].getwidth() == (1, 1)):
            yield argument
        for part in _parts(argument):
            yield from _repeats(part, ends and code in (PARSER.BRANCH, PARSER.SUBPATTERN))


def _goes_on(argument: Any) -> bool:
    return isinstance(argument, tuple) and len(argument) == 3 and argument[1] is PARSER.MAXREPEAT


def _parts(argument: Any) -> Iterator[Any]:
    if isinstance(argument, PARSER.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for part in argument:
            yield from _parts(part)


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_pattern_looks_at_so_many_characters_at_most(pattern: re.Pattern[str]) -> None:
    assert unbounded(pattern) == []
    (_fewest, most) = PARSER.parse(pattern.pattern, pattern.flags & ~re.UNICODE).getwidth()
    assert most <= WIDEST or pattern in (PATTERNS["folding.LONG"], PATTERNS["redaction.ENDLESS"])


@pytest.mark.parametrize("wrong", [r"(?:a+)+b", r"\d+-", r"x(?=a*b)", r"(a|b*)c", r"(?:ab)+", r"(?:(?=a*))b"])
def test_a_pattern_that_may_go_on_is_found(wrong: str) -> None:
    assert unbounded(re.compile(wrong)) != []


PIECES = {
    "letters": "a",
    "digits": "1",
    "signs": "a@",
    "points": "@a.",
    "spelled": "a at ",
    "dots": "x.gov@",
    "groups": "4111 ",
    "hyphens": "1-",
    "abroad": "+1 ",
    "labels": "call is ",
    "births": "born 1 ",
    "licences": "licencia no 1 ",
    "labels-afar": "passport or ssn ",
    "named-behind": "1234567 is my ",
    "days": "1/2/1970 ",
    "telephones": "2025550101 ",
    "numbers": "123-45-6789 ",
    "addresses": "https://",
    "invisible": "\u200b1",
    "prose": "The form I-9 asks for my number. ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_is_linear(piece: str) -> None:
    """Ten times as many characters take far less than a hundred times as long."""

    def time(length: int) -> float:
        text = (piece * length)[:length]
        start = process_time()
        redact(text)
        return process_time() - start

    time(100)
    assert min(time(10_000) for _ in range(2)) < 40 * max(min(time(1_000) for _ in range(3)), 0.0005)
