"""Our markup beside USWDS's: how alike they are, as they are and with the declared departures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.uswds.cases import Case
from tests.uswds.changes import found
from tests.uswds.departures import DEPARTURES, Departure
from tests.uswds.tree import Node, outline, parse, similarity, tokens


@dataclass(frozen=True, slots=True)
class Comparison:
    """A case, and the HTML that USWDS makes of it."""

    case: Case
    html: str

    def ours(self) -> Node:
        """Our tree."""
        return parse(self.case.ours())

    def theirs(self, departures: Iterable[Departure] = DEPARTURES) -> Node:
        """USWDS's tree, changed by those departures that are this component's."""
        root = parse(self.html)
        if self.case.part:
            whole, root = root, Node("")
            for child in found(whole, self.case.part)[0].children:
                root.adopt(child)
        for departure in departures:
            if departure.is_of(self.case.group, self.case.name):
                for change in departure.changes:
                    change(root)
        return root

    def score(self, departures: Iterable[Departure] = DEPARTURES) -> float:
        """How alike they are, from 0 to 1."""
        return similarity(tokens(self.ours()), tokens(self.theirs(departures)))

    def outlines(self) -> tuple[list[str], list[str]]:
        """The landmarks and headings of ours and of USWDS's."""
        return outline(self.ours()), outline(self.theirs())

    def difference(self) -> str:
        """What is in one of them alone, for a person to read."""
        ours, theirs = tokens(self.ours()), tokens(self.theirs())
        lines = [f"+ {line}" for line in ours if line not in theirs] + [
            f"- {line}" for line in theirs if line not in ours
        ]
        return "\n".join(lines or [f"? {line}" for line in ours])
