from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

from govpage.news.importers.bar import Bar
from govpage.news.importers.folders import files_in
from govpage.news.importers.formats import AUTO, FORMATS, SUFFIXES, Format
from govpage.news.importers.plan import Action, Plan, Step, plan, reason_of, save, taken

EVERY = 100
"""How many releases make an import a long one, which shows a terminal how far it is."""


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
        files = self._files(options["paths"], form.suffixes if form else SUFFIXES)
        self.bar = Bar(self.stderr)
        steps = self._planned(files, form)
        refused = 0
        for done, step in enumerate(steps, 1):
            self.bar.clear()
            refused += not self._take(step, options)
            if len(steps) >= EVERY:
                self.bar.show(done, len(steps), f"{done:,} of {len(steps):,} releases done")
        self.bar.clear()
        if refused:
            raise CommandError(f"{refused} of {len(steps)} releases refused.")

    def _planned(self, files: list[Path], form: Format | None) -> Plan:
        """Read all files; how far that is, their number says where there are several."""
        total = len(files) if files[1:] else 0
        return plan(self._counted(files), taken, form, told=lambda count: self._read(count, total))

    def _counted(self, files: list[Path]) -> Iterator[Path]:
        for self.begun, file in enumerate(files):
            yield file

    def _read(self, count: int, total: int) -> None:
        if count % EVERY == 0:
            self.bar.show(self.begun, total, f"{count:,} releases read")

    def _files(self, paths: list[str], suffixes: Collection[str]) -> list[Path]:
        """Return the files that are meant.

        Raises: CommandError if a folder cannot be read or has none
        """
        try:
            return [file for path in map(Path, paths) for file in self._files_of(path, suffixes)]
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error

    def _files_of(self, path: Path, suffixes: Collection[str]) -> list[Path]:
        files = list(files_in(path, suffixes, self._linked)) if path.is_dir() else [path]
        if not files:
            endings = ", ".join(sorted(suffixes))
            raise CommandError(f"{path} has no file that ends in {endings}; is another --format meant?")
        return files

    def _linked(self, path: Path) -> None:
        self.stderr.write(f"{path}: a symbolic link, which is not followed")

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


def _saved(step: Step) -> str:
    """Save the step and return why that failed, if it did."""
    try:
        with transaction.atomic():
            save(step)
    except ValidationError as error:
        return reason_of(error)
    except IntegrityError:
        return f"another release took {step.address} meanwhile"
    return ""
