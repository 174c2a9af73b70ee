"""JSON whose size and depth are bounded, and values in it that are what they should be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

from govpage.news.importers.decode import decode_bytes
from govpage.news.importers.draft import CaptureError


def load(source: BinaryIO) -> Any:
    """Read one JSON value.

    Raises: CaptureError if the file is not JSON, or nested too deep
    """
    return parse(decode_bytes(source.read()))


def parse(text: str) -> Any:
    """Read one JSON value from text.

    Raises: CaptureError if it is not JSON, or nested too deep
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise CaptureError("JSON nested too deep") from None
    except ValueError as error:
        raise CaptureError(f"not JSON: {error}") from None


def table(value: Any) -> Mapping[str, Any]:
    """Return an object as it is, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: Any) -> list[Any]:
    """Return a list as it is, a lone value in one, nothing for null and the like."""
    if isinstance(value, list):
        return value
    return [value] if value else []


def words(value: Any) -> str:
    """Return a text, or a number as text; "" for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
