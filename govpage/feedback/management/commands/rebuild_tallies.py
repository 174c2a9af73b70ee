from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from govpage.feedback.desk import persist
from govpage.feedback.models import AuditEvent
from govpage.feedback.recount import days_with_answers, recount


class Command(BaseCommand):
    """Counts all tallies anew from the answers; visitors may go on answering, and it may run twice at once."""

    help = "Counts the tallies of page feedback anew from the answers and says how many were wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say how many are wrong")

    def handle(self, *_args: Any, dry_run: bool, **_options: Any) -> None:
        days = wrong = 0
        for day in days_with_answers():
            days += 1
            wrong += persist(lambda day=day: recount(day, correct=not dry_run))  # type: ignore[misc]
        if not dry_run:
            AuditEvent.objects.create(action="rebuild_tallies", details={"days": days, "corrected": wrong})
        verb = "are wrong" if dry_run else "were wrong and are corrected"
        self.stdout.write(f"{days} days were counted; {wrong} tallies {verb}.")
