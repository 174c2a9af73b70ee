"""The Nu HTML checker: one run over a folder of pages."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@dataclass(frozen=True, slots=True)
class Message:
    """What the checker says of a page."""

    kind: str
    """"error", "warning" or "info"."""

    text: str
    extract: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.text} {self.extract!r}"


def check(folder: Path) -> Mapping[str, list[Message]]:
    """What the checker says of each page of a folder, by its name without ".html".

    Raises: RuntimeError if it has not looked at the pages
    """
    java = shutil.which("java")
    if java is None or not JAR.is_file():
        raise RuntimeError("The HTML checker needs java and the npm package vnu-jar: run sh tests/browser/setup.sh")
    command = [java, "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found: dict[str, list[Message]] = defaultdict(list)
    for message in answer["messages"]:
        found[Path(message["url"]).stem].append(_message(message))
    return found


def _message(data: Mapping[str, Any]) -> Message:
    if data["type"] == "non-document-error":
        raise RuntimeError(f"The HTML checker has not read a page: {data['message']}")
    return Message(data.get("subType", data["type"]), data["message"], data.get("extract", ""))
