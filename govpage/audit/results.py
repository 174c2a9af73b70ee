"""What axe found, as typed values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

LONGEST_SNIPPET = 200
"""How much of an element's HTML a message shows.

Units: characters
"""


class Impact(StrEnum):
    """How hard a finding hits, as axe rates it."""

    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class NodeFinding:
    """One element that a rule looked at."""

    selector: str
    """Its CSS selector; " >> " enters a frame or a shadow tree."""

    html: str
    """Its opening, as axe quotes it."""

    summary: str
    """How to put it right; empty when it passed."""

    def __str__(self) -> str:
        return f"  {self.selector}\n    {self.html[:LONGEST_SNIPPET]}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found on the page."""

    rule: str
    impact: Impact | None
    """None when axe gives none, as for every rule that passed."""

    help: str
    help_url: str
    nodes: tuple[NodeFinding, ...]

    def __str__(self) -> str:
        head = f"{self.rule} ({self.impact or 'no impact given'}): {self.help}"
        return "\n".join([head, *map(str, self.nodes), f"  {self.help_url}"])


@dataclass(frozen=True, slots=True)
class AuditResult:
    """The outcome of every rule that ran on a page."""

    url: str
    axe_version: str
    violations: tuple[Finding, ...]
    """Of every impact, minor ones too."""

    incomplete: tuple[Finding, ...]
    """What axe could not decide and a person has to."""

    passes: tuple[Finding, ...]
    inapplicable: tuple[Finding, ...]
    """Rules that ran and found nothing to look at."""

    @property
    def rules_run(self) -> int:
        """How many rules ran, with whatever outcome."""
        return len(self.violations) + len(self.incomplete) + len(self.passes) + len(self.inapplicable)

    def assert_accessible(self) -> None:
        """Hold the page to having no violation.

        Raises:  AssertionError that lists every violation with its elements
        """
        __tracebackhide__ = True
        if self.violations:
            raise AssertionError(self.report())

    def report(self) -> str:
        """The violations for a person to read."""
        head = f"{len(self.violations)} accessibility violations on {self.url} (axe-core {self.axe_version})"
        return "\n\n".join([head, *map(str, self.violations)])


def read_result(data: Mapping[str, Any]) -> AuditResult:
    """The typed form of the JSON that axe.run gives."""
    return AuditResult(
        url=data["url"],
        axe_version=data["testEngine"]["version"],
        violations=_findings(data["violations"]),
        incomplete=_findings(data["incomplete"]),
        passes=_findings(data["passes"]),
        inapplicable=_findings(data["inapplicable"]),
    )


def _findings(data: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    return tuple(map(_finding, data))


def _finding(data: Mapping[str, Any]) -> Finding:
    return Finding(
        rule=data["id"],
        impact=Impact(data["impact"]) if data["impact"] else None,
        help=data["help"],
        help_url=data["helpUrl"],
        nodes=tuple(map(_node, data["nodes"])),
    )


def _node(data: Mapping[str, Any]) -> NodeFinding:
    return NodeFinding(
        selector=" >> ".join(_steps(data["target"])),
        html=data["html"],
        summary=data.get("failureSummary") or "",
    )


def _steps(target: Iterable[str | list[str]]) -> Iterable[str]:
    """The selectors on the way to an element; axe gives a list for each shadow tree and a string otherwise."""
    for step in target:
        yield from [step] if isinstance(step, str) else step
