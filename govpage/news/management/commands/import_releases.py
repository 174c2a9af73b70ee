from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, connection, transaction

from govpage.news.importers.plan import Action, Step, plan, save
from govpage.news.models import NewsRelease


class Command(BaseCommand):
    """Imports releases from captures of page text; what was imported before is left as it is."""

    help = "Import news releases from captures of page text."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a capture, or a folder of *.txt")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and save nothing")
        parser.add_argument("--format", choices=["text"], default="text", help="what the captures are (default: text)")
        parser.add_argument("--json", action="store_true", help="print what was understood, one object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        steps = plan(_captures(options["paths"]), _taken())
        refused = [step for step in steps if not self._take(step, options)]
        if refused:
            raise CommandError(f"{len(refused)} of {len(steps)} captures refused.")

    def _take(self, step: Step, options: dict[str, Any]) -> bool:
        """Preview and, unless it is a dry run, save one step; say whether all went well."""
        if options["json"]:
            self._print_json(step)
        else:
            self._print(step)
        reason = step.reason if step.action is Action.REFUSE else ""
        if step.action is Action.CREATE and not options["dry_run"]:
            reason = _saved(step)
        if reason:
            self.stderr.write(f"{step.source}: {reason}")
        return not reason

    def _print_json(self, step: Step) -> None:
        if step.draft:
            self.stdout.write(json.dumps(step.draft.as_json(), ensure_ascii=False))

    def _print(self, step: Step) -> None:
        if not step.draft:
            return
        draft = step.draft
        what = [draft.language, "archived" if draft.archived else "", str(draft.release_date or "no date")]
        self.stdout.write(f"{step.action.value}: {draft.title} ({', '.join(filter(None, what))}) /{step.address}/")
        for sentence in draft.unsure:
            self.stdout.write(f"  unsure: {sentence}")


def _captures(paths: list[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        yield from sorted(path.glob("*.txt")) if path.is_dir() else [path]


def _taken() -> dict[str, str]:
    """Return the digest of the release at each address; nothing before the first migration."""
    if NewsRelease._meta.db_table not in connection.introspection.table_names():
        return {}
    return dict(NewsRelease.objects.values_list("address", "source_digest"))


def _saved(step: Step) -> str:
    """Save the step and return why that failed, if it did."""
    try:
        with transaction.atomic():
            save(step)
    except ValidationError as error:
        return " ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())
    except IntegrityError:
        return f"another release took {step.address} meanwhile"
    return ""
