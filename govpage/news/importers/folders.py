"""Files of a folder that may be captures."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path


def files_in(folder: Path, suffixes: Collection[str], linked: Callable[[Path], None]) -> Iterator[Path]:
    """Give the files with these suffixes of a folder and of all folders in it.

    Symbolic links may lead anywhere: none is followed, and linked is called with each that would have been.
    Raises: OSError if a folder cannot be read
    """
    for place, folders, files in os.walk(folder, onerror=_fail):
        folders.sort()
        fit = (Path(place, name) for name in sorted(files) if Path(name).suffix.lower() in suffixes)
        for path in (*(Path(place, name) for name in folders), *fit):
            if path.is_symlink():
                linked(path)
            elif path.is_file():
                yield path


def _fail(error: OSError) -> None:
    raise error
