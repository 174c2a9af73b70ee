"""Measures the redaction against its corpus for the tables of feedback-privacy.md; with --check it only compares."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "feedback-privacy.md"
START, END = "<!-- Written by docs/redaction.py. -->\n", "<!-- End -->\n"
EXTRA = ("phonenumbers", "stdnum", "stdnum.luhn", "stdnum.us.itin", "stdnum.us.ssn")
HEAD = (
    "| Kind | Held out: recall | gone | precision | Tuned: recall | gone | precision |",
    "|---|---|---|---|---|---|---|",
)


def tables() -> str:
    """Return both tables: with the libraries of the extra, and without."""
    with patch.dict(sys.modules, dict.fromkeys(EXTRA)):
        without = table()
    return f"\nWith the extra `pii`:\n\n{table()}\n\nWithout it:\n\n{without}\n\n{counts()}\n\n"


def table() -> str:
    """Return a line for each kind and one for all of them."""
    from tests.feedback.privacy.corpus import PARTS, samples, scores

    held_out, tuned = (scores(comment for comment in samples() if comment.part == part) for part in PARTS)
    rows = [f"| {kind} | {cells(held_out[kind])} | {cells(tuned[kind])} |" for kind in held_out]
    return "\n".join([*HEAD, *rows, f"| all | {cells(whole(held_out))} | {cells(whole(tuned))} |"])


def whole(scores: dict[str, Any]) -> Any:
    """Return the sum of the scores of all kinds."""
    first, *others = scores.values()
    return sum(others, first)


def cells(score: Any) -> str:
    """Return what was found of what there is, what is gone, and what is right of what was found."""
    shares = ((score.recalled, score.planted), (score.gone, score.planted), (score.right, score.found))
    return " | ".join(share(part, whole) for part, whole in shares)


def share(part: int, whole: int) -> str:
    """Return a share as a number and as the counts that it is made of; few are not to look like many."""
    return f"{part / whole:.2f} ({part}/{whole})"


def counts() -> str:
    """Return how many comments there are."""
    from tests.feedback.privacy.corpus import PARTS, samples

    return "\n".join(said(part, [comment for comment in samples() if comment.part == part]) for part in PARTS)


def said(part: str, comments: list[Any]) -> str:
    """Return the line about one part of the corpus."""
    spanish = sum(comment.language == "es" for comment in comments)
    innocent = [comment for comment in comments if not comment.planted]
    untouched = sum(not comment.found() for comment in innocent)
    return (
        f"- {part}: {len(comments)} comments, {spanish} of them Spanish; "
        f"of the {len(innocent)} without anything personal, {untouched} are left as they are."
    )


def pages() -> Iterator[tuple[Path, str]]:
    """Give the page as it should be."""
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    yield PAGE, f"{before}{START}{tables()}{END}{rest.partition(END)[2]}"


def main() -> int:
    """Write the page, or say that it is stale; return the exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    sys.path.insert(0, str(ROOT))
    django.setup()
    for file, text in pages():
        if "--check" in sys.argv and file.read_text("utf-8") != text:
            print(f"{file.relative_to(ROOT)} is out of date: run make docs")
            return 1
        file.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
