from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govpage.hints import did_you_mean
from govpage.overrides import TEMPLATES, template_names


class Command(BaseCommand):
    """Copies one of our templates into a folder of the site, where it overrides ours."""

    help = "Copy a template out for overriding."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="component or template, such as banner or govpage/base.html")
        parser.add_argument("--into", default="templates", type=Path, help="folder of templates (default: %(default)s)")
        parser.add_argument("--force", action="store_true", help="overwrite a copy that is there already")

    def handle(self, *args: Any, **options: Any) -> str:
        name = _full_name(options["name"])
        copy: Path = options["into"] / name
        if copy.exists() and not options["force"]:
            raise CommandError(f"{copy} is there already; --force overwrites it.")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((TEMPLATES / name).read_bytes())
        return str(copy)


def _full_name(name: str) -> str:
    known = template_names()
    for candidate in (name, f"govpage/components/{name.replace('-', '_').removeprefix('gov_')}.html"):
        if candidate in known:
            return candidate
    short = {n.removeprefix("govpage/components/").removesuffix(".html"): n for n in known}
    raise CommandError(f"There is no template '{name}'. {did_you_mean(name, list(short))}")
