"""What the redaction of comments costs: of 2,000 characters, and of 100,000 beside 10,000. Run by ``make bench``."""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMENT, FEW, MANY = 2_000, 10_000, 100_000
REPEATS = 7
MOST_RATIO = 20
"""How many times the time of few characters that of ten times as many may be; 10 is linear, 100 is quadratic."""

MOST_MILLISECONDS = 50
"""For one word of many characters, whatever they are."""

WORDS = {
    "a word of letters": "a",
    "a word of accented letters": "é",
    "a word of digits": "1",
    "a word of fractions": "½",
    "a word of letters that stand for eighteen": "ﷺ",
    "a word of circled digits": "①",
    "a word of fractions and digits": "½1",
    "a word of letters and digits": "a1",
    "a word of digits and hyphens": "1-",
    "a word of digits and underscores": "_1",
    "a word of digits and plus signs": "+1",
    "a word of digits that cannot be seen between": "1\u200b",
    "a word of signs": "a@",
    "a word of mail addresses": "a@b.co,",
    "a word of telephone numbers": "2025550101,",
    "a word of telephone numbers with hyphens": "202-555-0101,",
    "a word of Social Security numbers": "123-45-6789/",
    "a word of cards": "4111111111111111,",
    "a word of A-numbers": "A123456789,",
}
TEXTS = {
    "prose": "The form I-9 asks for my number, and page 12 has none. ",
    "digits and hyphens": "1- ",
    "signs": "a@ ",
    "groups of four": "4111 ",
    "mail addresses": "reader@example.gov ",
    "telephone numbers": "2025550101 ",
    "Social Security numbers": "123-45-6789 ",
}


def main() -> None:
    """Print one line a text."""
    from govpage.feedback.privacy import redact

    def milliseconds(piece: str, length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        redact(text)
        return (time.process_time() - start) * 1000

    for name, piece in (WORDS | TEXTS).items():
        comment = statistics.median(milliseconds(piece, COMMENT) for _ in range(REPEATS))
        many = [milliseconds(piece, MANY) for _ in range(REPEATS)]
        ratios = [time_of_many / max(milliseconds(piece, FEW), 0.1) for time_of_many in many]
        middle, ratio = statistics.median(many), statistics.median(ratios)
        print(
            f"{name}: {comment:.1f} ms for {COMMENT:,} characters, {middle:.0f} ms for {MANY:,}, "
            f"{ratio:.1f} times those of {FEW:,} ({min(ratios):.1f} to {max(ratios):.1f})"
        )
        if ratio > MOST_RATIO:
            raise SystemExit(f"{name}: the time grows faster than the text.")
        if name in WORDS and middle >= MOST_MILLISECONDS:
            raise SystemExit(f"{name}: {middle:.0f} ms.")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    import django

    django.setup()
    main()
