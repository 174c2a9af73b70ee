"""Formats that releases are imported from: a module each, loaded when a file of it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from govpage.news.importers.decode import MAX_BYTES
from govpage.news.importers.draft import CaptureError, ReleaseDraft

MEGABYTE = 1024 * 1024
HEAD = 4096
"""How many bytes of a file are looked at to tell its format."""

AUTO = "auto"
"""Takes the format of each file from its name and its first bytes."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way in which releases are kept in files.

    Shape:   suffixes in small letters with their dot; of formats that share a suffix the one with a mark in the first
             bytes is meant, else the one without marks
    Units:   limit is bytes, the largest file read
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    limit: int
    many: bool = True
    marks: tuple[bytes, ...] = ()

    @property
    def module(self) -> str:
        """Path of the module whose `read` reads a file of this format."""
        return f"{__name__}.{self.name}"

    def read(self, source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
        """Read the releases of a file one by one, an error for each that cannot be read.

        Raises: CaptureError, also on the way, if the file as a whole cannot be read
        """
        items: Iterator[ReleaseDraft | CaptureError] = import_module(self.module).read(source, name)
        return items


_ALL = (
    Format("text", "text of a page", (".txt",), MAX_BYTES, many=False),
    Format("html", "HTML page", (".html", ".htm", ".xhtml"), 10 * MEGABYTE, many=False),
    Format("html_site", "site saved as a zip file", (".zip",), 100 * MEGABYTE),
    Format("docx", "Word document", (".docx",), 20 * MEGABYTE, many=False),
    Format("feed", "RSS or Atom feed", (".rss", ".atom", ".xml"), 10 * MEGABYTE),
    Format("wordpress", "WordPress export", (".xml", ".wxr"), 100 * MEGABYTE, marks=(b"wordpress.org/export",)),
    Format("drupal", "Drupal JSON:API", (".json",), 20 * MEGABYTE, marks=(b'"jsonapi"', b'"data"')),
    Format("justice", "justice.gov press release JSON", (".json",), 20 * MEGABYTE, marks=(b'"results"',)),
    Format("csv", "CSV", (".csv",), 20 * MEGABYTE),
    Format("json", "JSON or JSON Lines", (".json", ".jsonl", ".ndjson"), 20 * MEGABYTE),
)
FORMATS = {each.name: each for each in _ALL}
"""Every format, by the name that `--format` takes; the largest file of each is stated here and nowhere else."""

SUFFIXES = frozenset(suffix for each in _ALL for suffix in each.suffixes)


def sniff(path: Path) -> Format:
    """Tell the format of a file by its suffix and, where formats share it, by its first bytes.

    Raises: CaptureError if no format has the suffix; OSError if the file cannot be read
    """
    found = [each for each in _ALL if path.suffix.lower() in each.suffixes]
    if not found:
        raise CaptureError(f"unknown suffix {path.suffix!r}; legal are {', '.join(sorted(SUFFIXES))}")
    with path.open("rb") as file:
        head = file.read(HEAD)
    marked = (each for each in found if any(mark in head for mark in each.marks))
    return next(marked, None) or next((each for each in found if not each.marks), found[0])


def package(name: str) -> ModuleType:
    """Import a package that only some formats need.

    Raises: CaptureError if it is not installed
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        missing = (error.name or name).partition(".")[0]
        raise CaptureError(f"this format needs {missing}: pip install govpage[import]") from None
