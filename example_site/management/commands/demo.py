from __future__ import annotations

import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from govpage.news.lifecycle import State
from govpage.news.models import NewsRelease

CAPTURES = Path(__file__).resolve().parents[2] / "captures"


class Command(BaseCommand):
    """Makes the example site ready and serves it; data of an earlier run are kept."""

    help = "Make the example site ready and serve it on http://HOST:PORT until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")
        parser.add_argument("--prepare-only", action="store_true", help="make everything ready and end")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("import_releases", *sorted(map(str, CAPTURES.glob("*.txt"))), stdout=self.stdout)
        self._admin_user()
        if not options["prepare_only"]:
            self._serve(options["host"], options["port"])

    def _admin_user(self) -> None:
        users = get_user_model()
        if users.objects.filter(is_superuser=True).exists():
            self.stdout.write("Admin user: admin, with the password printed at the first start.")
            return
        password = secrets.token_urlsafe(12)
        users.objects.create_superuser("admin", "", password)
        self.stdout.write(f"Admin user: admin, password: {password}")

    def _serve(self, host: str, port: str) -> None:
        shown = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        self.stdout.write(f"The site:             {shown}/")
        for release in NewsRelease.objects.in_state(State.ARCHIVED)[:1]:
            self.stdout.write(f"An archived release:  {shown}{release.get_absolute_url()}")
        self.stdout.write(f"The admin:            {shown}/admin/\nCtrl-C ends it.")
        self.stdout.flush()
        call_command("runserver", f"{host}:{port}" if ":" not in host else f"[{host}]:{port}", use_reloader=False)
