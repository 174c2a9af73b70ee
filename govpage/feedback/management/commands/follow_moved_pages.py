from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from govpage.feedback.moving import follow, moved_pages


class Command(BaseCommand):
    """Lets what was said follow to where GOVPAGE_FEEDBACK["resolver"] says pages stand now; run it every night."""

    help = "Let what was said about pages that have moved follow to their new addresses."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say which have moved")

    def handle(self, *_args: Any, dry_run: bool, **_options: Any) -> None:
        left = 0
        found = moved_pages()
        for page, path in found:
            self.stdout.write(f"{page.path} -> {path}")
            left += not dry_run and not follow(page, path)
        self.stdout.write(f"{len(found)} pages have moved." + (f" {left} are left for the next time." if left else ""))
