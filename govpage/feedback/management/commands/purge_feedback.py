from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from govpage.feedback.retention import purge, retention_days, would_purge


class Command(BaseCommand):
    """Removes comments after GOVPAGE_FEEDBACK["retention_days"] and forgets one-time keys; run it every night."""

    help = "Remove comments whose retention is over, forget old one-time keys, fold tallies of past days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say how many there are; remove nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        dry = options["dry_run"]
        found = would_purge(timezone.now()) if dry else purge(timezone.now())
        if not retention_days():
            self.stdout.write("'retention_days' is not set, so that no comment is removed.")
        removed, folded = (f"that would be {done}" if dry else done for done in ("removed", "folded"))
        self.stdout.write(f"Comments {removed}: {found.comments}. One-time keys {removed}: {found.keys}.")
        self.stdout.write(f"Tallies of past days {folded}: {found.days}.")
