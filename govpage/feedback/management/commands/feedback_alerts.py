from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from govpage.feedback.alerts import find, raise_alerts
from govpage.feedback.mailing import mail_alerts


class Command(BaseCommand):
    """Raises an alert for each new cause, and mails it; run it daily, on as many machines as you like."""

    help = "Raise alerts about page feedback and mail them to GOVPAGE_FEEDBACK['digest_recipients']."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what there is; keep and mail nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            for found in find(timezone.localdate()):
                self.stdout.write(f"{found.cause} {dict(found.details)}")
            return
        raised = raise_alerts(timezone.now())
        mailed = mail_alerts(timezone.now())
        self.stdout.write(f"New alerts: {len(raised)}; mailed: {mailed}.")
