"""The part of docs/uswds.md that says what the comparison found."""

from __future__ import annotations

from collections.abc import Iterable

from tests.uswds.comparison import Comparison
from tests.uswds.departures import DEPARTURES

BEGIN, END = "<!-- Written by make golden from tests/uswds. -->", "<!-- End of what is written. -->"


def measured(comparisons: Iterable[Comparison]) -> str:
    """Return the scores of every component and the departures, as Markdown."""
    groups: dict[str, list[Comparison]] = {}
    for comparison in comparisons:
        groups.setdefault(comparison.case.group, []).append(comparison)
    scores = "\n".join(_row(group, cases) for group, cases in groups.items())
    departures = "\n".join(f"| `{d.group}` | {d.what} | {d.why} |" for d in DEPARTURES)
    return (
        f"{BEGIN}\n\n## Scores\n\n| Component | States compared | Lowest as it is | Lowest with the departures |\n|---|---|---|---|\n"
        f"{scores}\n\n## Departures\n\n| Component | What differs | Why |\n|---|---|---|\n{departures}\n\n{END}"
    )


def _row(group: str, cases: list[Comparison]) -> str:
    names = ", ".join(comparison.case.name for comparison in cases)
    raw = min(comparison.score(()) for comparison in cases)
    declared = min(comparison.score() for comparison in cases)
    return f"| `{group}` | {names} | {raw:.2f} | {declared:.3f} |"


def replaced(text: str, part: str) -> str:
    """Return the document with that part in place of the one between the marks."""
    before, rest = text.split(BEGIN, 1)
    return before + part + rest.split(END, 1)[1]
