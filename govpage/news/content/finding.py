"""What a content check says: a finding, shown beside the field that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from govpage.news.conf import news_settings

QUOTE_LENGTH = 80
"""Characters of the text that a finding quotes, at most."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found; the registry knows the rest."""

    message: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found in a release."""

    check: str
    severity: Severity
    field: str
    message: str
    quote: str = ""

    def as_json(self) -> dict[str, str]:
        """Return it as plain strings."""
        return {key: str(value) for key, value in asdict(self).items()}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Finding:
        """Return what as_json() gave.

        Raises: TypeError if a key is unknown or missing; ValueError if the severity is not one of Severity
        """
        found = cls(**values)
        return cls(found.check, Severity(found.severity), found.field, found.message, found.quote)


def fault(message: str, text: str, **values: object) -> Fault:
    """Return a fault whose message quotes the beginning of a text.

    Shape: the message has %(quote)s and the names of the values
    """
    short = " ".join(text[: QUOTE_LENGTH * 4].split())
    quote = short if len(short) <= QUOTE_LENGTH else short[: QUOTE_LENGTH - 1].rstrip() + "…"
    return Fault(message % {"quote": quote, **values}, quote)


def blocks_publication(findings: Iterable[Finding]) -> bool:
    """Whether the site does not publish a release with these findings."""
    return news_settings().block_publication and any(f.severity is Severity.ERROR for f in findings)


class BlockedError(Exception):
    """The release cannot be published while its content has errors."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
        super().__init__("; ".join(finding.message for finding in self.findings))


def refuse_blocked(findings: Iterable[Finding]) -> None:
    """Refuse publication where the settings say that errors block it.

    Raises: BlockedError
    """
    found = tuple(findings)
    if blocks_publication(found):
        raise BlockedError(found)


def by_field(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings by the field that they are shown beside, in their order."""
    fields: dict[str, list[Finding]] = {}
    for finding in findings:
        fields.setdefault(finding.field, []).append(finding)
    return fields
