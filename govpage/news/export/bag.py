"""A folder of files with their checksums, as records offices take it.

Source: RFC 8493, BagIt 1.0
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

CHUNK = 1 << 20


class BagError(Exception):
    """Says in one line why a bag cannot be made."""


class Bag:
    """Writes files below ``data/`` and notes the checksum of each; the folder is there when the whole bag is.

    Shape: what is not finished stands beside it, under the same name with ".partial" at its end
    Raises: BagError if the folder has anything in it, or another bag is being made there
    """

    def __init__(self, folder: Path) -> None:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise BagError(f"{folder} is not an empty folder; name a new one.")
        self.folder = folder
        self.partial = folder.with_name(f"{folder.name}.partial")
        if self.partial.exists():
            raise BagError(f"{self.partial} is there from another run; remove it when that has ended.")
        self.sums: dict[str, str] = {}
        self.bytes = 0
        self.data = self.partial / "data"
        self.data.mkdir(parents=True)

    def __enter__(self) -> Bag:
        return self

    def __exit__(self, *_error: object) -> None:
        """Leave nothing of a bag that was not closed."""
        if self.partial.exists():
            shutil.rmtree(self.partial)

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write a file; name is its path below the root of the site.

        Raises: BagError if the name leads out of the folder
        """
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise BagError(f"{name!r} is no path below the folder.")
        target = self.data.joinpath(*path.parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = sha256()
        with target.open("wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                self.bytes += file.write(chunk)
        self.sums[f"data/{path}"] = digest.hexdigest()

    def has(self, name: str) -> bool:
        """Whether a file of that name is written."""
        return f"data/{name}" in self.sums

    def close(self, about: Mapping[str, str]) -> None:
        """Write the manifest and what the bag is about, the manifest of these last."""
        oxum = {"Payload-Oxum": f"{self.bytes}.{len(self.sums)}"}
        info = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in {**about, **oxum}.items())
        texts = {
            "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "bag-info.txt": info,
            "manifest-sha256.txt": "".join(f"{digest}  {name}\n" for name, digest in sorted(self.sums.items())),
        }
        tags = "".join(f"{sha256(text.encode()).hexdigest()}  {name}\n" for name, text in texts.items())
        for name, text in {**texts, "tagmanifest-sha256.txt": tags}.items():
            (self.partial / name).write_bytes(text.encode())
        if self.folder.exists():
            self.folder.rmdir()
        self.partial.rename(self.folder)
