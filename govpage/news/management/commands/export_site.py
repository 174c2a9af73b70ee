from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govpage.news.export.bag import BagError
from govpage.news.export.site import export_site


class Command(BaseCommand):
    """Writes the newsroom as static files with a manifest."""

    help = "Write all that is public in the newsroom as static files, with checksums, into a new folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="a folder that is not there yet, or is empty")
        parser.add_argument("--base-url", required=True, help="the site, such as https://agency.example.gov")
        parser.add_argument("--forms-url", default="", help="what answers feedback and searches (default: BASE_URL)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = export_site(options["folder"], options["base_url"], options["forms_url"])
        except BagError as error:
            raise CommandError(str(error)) from error
        size = f"{done.bytes:,} bytes"
        self.stdout.write(f"{done.releases} releases in {done.files} files, {size}: {options['folder']}")
