from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from govpage.news.content import Finding, Severity
from govpage.news.content.edge import check_releases
from govpage.news.lifecycle import ReleaseQuerySet, State
from govpage.news.models import NewsRelease


class Command(BaseCommand):
    """Says what is wrong with the content of releases; the exit status is 1 if there is any error."""

    help = "Check the content of news releases."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--state", choices=State.values, help="check those in this state only (default: all but deleted)"
        )
        parser.add_argument("--json", action="store_true", help="print one object a line")
        parser.add_argument(
            "--severity", choices=[str(s) for s in Severity], default="advice", help="print this and worse"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        shown = list(Severity)[: list(Severity).index(Severity(options["severity"])) + 1]
        show = self._print_json if options["json"] else self._print
        failed = False
        for release, findings in check_releases(_chosen(options["state"])):
            show(release.address, [finding for finding in findings if finding.severity in shown])
            failed = failed or any(finding.severity is Severity.ERROR for finding in findings)
        if failed:
            raise SystemExit(1)

    def _print(self, address: str, findings: list[Finding]) -> None:
        if findings:
            self.stdout.write(address)
        for finding in findings:
            self.stdout.write(f"  {finding.severity}: {finding.message} [{finding.check}]")

    def _print_json(self, address: str, findings: list[Finding]) -> None:
        for finding in findings:
            self.stdout.write(json.dumps({"address": address, **finding.as_json()}, ensure_ascii=False))


def _chosen(state: str | None) -> ReleaseQuerySet:
    """Return the releases in a state, or all that are not deleted."""
    releases = NewsRelease.objects.order_by("pk")
    return releases.in_state(State(state)) if state else releases.filter(deleted_at__isnull=True)
