from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from govpage.feedback.digest import digest
from govpage.feedback.mailing import send_digest
from govpage.feedback.watching import last_week


class Command(BaseCommand):
    """Mails what was said last week, once a week; run it daily or hourly, on as many machines as you like."""

    help = "Mail the digest of the last ISO week to GOVPAGE_FEEDBACK['digest_recipients']."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="print the digest; mail nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            self.stdout.write(digest(last_week(timezone.localdate())).as_text())
            return
        letter = send_digest(timezone.now())
        self.stdout.write(f"Mailed: {letter.subject}." if letter else "Nothing to mail.")
