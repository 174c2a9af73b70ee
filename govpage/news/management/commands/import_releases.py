from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

from govpage.news.importers.formats import AUTO, FORMATS, SUFFIXES
from govpage.news.importers.plan import Action, Step, plan, save, taken

EVERY = 100
"""After how many releases a terminal is told how far an import is."""


class Command(BaseCommand):
    """Imports releases from files; what was imported before is left as it is, so a run cut short is simply repeated."""

    help = "Import news releases from captures of page text and other files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder of files of the format")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and save nothing")
        parser.add_argument(
            "--format",
            choices=[*FORMATS, AUTO],
            default="text",
            help="what the files are (default: text); auto tells it by suffix and first bytes",
        )
        parser.add_argument("--json", action="store_true", help="print what was understood, one object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        form = FORMATS.get(options["format"])
        steps = plan(_files(options["paths"], form.suffixes if form else SUFFIXES), taken, form, told=self._read)
        refused = 0
        for done, step in enumerate(steps, 1):
            refused += not self._take(step, options)
            self._tell(done, f"{done:,} of {len(steps):,} releases done")
        if refused:
            raise CommandError(f"{refused} of {len(steps)} releases refused.")

    def _read(self, count: int) -> None:
        self._tell(count, f"{count:,} releases read")

    def _tell(self, count: int, what: str) -> None:
        """Say how far a long run is, to a terminal only."""
        if count % EVERY == 0 and self.stderr.isatty():
            self.stderr.write(what, self.style.NOTICE)

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
            self.stderr.write(f"{step.name}: {reason}")
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


def _files(paths: list[str], suffixes: Collection[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        yield from sorted(file for file in path.iterdir() if _fits(file, suffixes)) if path.is_dir() else [path]


def _fits(file: Path, suffixes: Collection[str]) -> bool:
    return file.suffix.lower() in suffixes and file.is_file()


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
