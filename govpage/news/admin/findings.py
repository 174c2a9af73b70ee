"""What the content checks say of a release, where the press office sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from govpage.news.conf import news_settings
from govpage.news.content import Finding, check_content
from govpage.news.content.body import left_out
from govpage.news.content.edge import content_of, existing
from govpage.news.models import NewsRelease, Revision


def findings_of(release: NewsRelease, *, embargo_new: bool = False, typed: str | None = None) -> tuple[Finding, ...]:
    """Return what the checks say of a saved release.

    Shape: embargo_new says whether this very change sets the embargo; typed is the text before it was sanitised
    """
    content = content_of(release, embargo_new=embargo_new)
    if typed is not None:
        content = replace(content, body=typed, left_out=left_out(typed))
    skipped = news_settings().skipped_checks
    return check_content(content, now=timezone.now(), exists=existing([content]), skipped=skipped)


def newest_findings(release: NewsRelease) -> tuple[Finding, ...]:
    """Return the findings that were kept with the newest revision."""
    newest = Revision.objects.filter(release=release).values_list("findings", flat=True).first()
    return tuple(Finding.from_json(finding) for finding in newest or ())


def as_list(findings: Iterable[Finding]) -> SafeString:
    """Return the findings as a list of HTML, each with its severity in words."""
    rows = format_html_join("", "<li><strong>{}</strong>: {}</li>", ((f.severity, f.message) for f in findings))
    return format_html('<ul class="gov-findings">{}</ul>', rows)
