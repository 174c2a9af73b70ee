"""Zip files that expand to no more than is fit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from govpage.news.importers.draft import CaptureError

MAX_ZIP = 100 * 1024 * 1024
"""The most bytes of a zip file, packed or unpacked."""

MAX_RATIO = 200
"""How many times its own size a part may expand to."""

MAX_ENTRIES = 2_000
"""The most parts in a zip file."""

SMALL = 64 * 1024
"""Bytes up to which a part may expand by any ratio."""


@contextmanager
def guarded(source: BinaryIO) -> Iterator[ZipFile]:
    """Open a zip file that has been weighed by its directory; reading a part gives no more than that says.

    Raises: CaptureError if it is no zip file, is cut off or locked, or would expand to too much
    """
    size = source.seek(0, 2)
    if size > MAX_ZIP:
        raise CaptureError(f"too large: {size:,} bytes, and at most {MAX_ZIP:,} are read")
    source.seek(0)
    try:
        with ZipFile(source) as archive:
            _weigh(archive.infolist())
            yield archive
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise CaptureError(f"no whole zip file: {error}") from None


def _weigh(parts: list[ZipInfo]) -> None:
    if len(parts) > MAX_ENTRIES:
        raise CaptureError(f"too many parts: {len(parts):,}, and at most {MAX_ENTRIES:,} are read")
    if sum(part.file_size for part in parts) > MAX_ZIP:
        raise CaptureError(f"too large: unpacked it has more than {MAX_ZIP:,} bytes")
    for part in parts:
        if part.file_size > SMALL and part.file_size > part.compress_size * MAX_RATIO:
            raise CaptureError(f"too large: {part.filename[:100]} expands more than {MAX_RATIO} times")
        if part.flag_bits & 1:
            raise CaptureError("locked: the file asks for a password")


def members(archive: ZipFile, suffixes: tuple[str, ...]) -> list[ZipInfo]:
    """Return the parts with these endings, in order; zip files inside are not opened.

    Raises: CaptureError if there are none
    """
    found = [part for part in archive.infolist() if part.filename.lower().endswith(suffixes)]
    own = [part for part in found if not part.filename.startswith("__MACOSX/")]
    if not own:
        raise CaptureError(f"empty: the zip file holds no {' or '.join(suffixes)} file")
    return sorted(own, key=lambda part: part.filename)
