from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from govpage.feedback.moves import follow_all


class Command(BaseCommand):
    """Puts what was said about pages that moved under their new addresses; run it after pages have moved."""

    help = "Ask GOVPAGE_FEEDBACK['resolver'] where each page stands now, and let its history follow it."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Pages that moved: {follow_all()}.")
