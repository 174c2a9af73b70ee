"""JSON and JSON Lines with the keys that a dry run prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from govpage.news.importers.decode import decode_bytes
from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.keys import draft_from
from govpage.news.importers.formats.records import parse


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Read each object of a list, each of a file with one a line, or the one that a file is.

    Raises: CaptureError if the file is neither
    """
    text = decode_bytes(source.read())
    lines = [line for line in text.split("\n") if line.strip()]
    if _is_lines(lines):
        yield from (_line(line) for line in lines)
        return
    value = parse(text)
    yield from map(_object, value if isinstance(value, list) else [value])


def _is_lines(lines: list[str]) -> bool:
    """Tell whether each line is an object of its own; a file of one line may be a list as well."""
    return all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines)


def _line(line: str) -> ReleaseDraft | CaptureError:
    try:
        return _object(parse(line))
    except CaptureError as error:
        return error


def _object(value: Any) -> ReleaseDraft | CaptureError:
    try:
        if not isinstance(value, dict):
            raise CaptureError(f"{type(value).__name__} in place of an object")
        return draft_from(value)
    except CaptureError as error:
        return error
