"""USWDS's own templates, rendered by the program they are written for."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

MODULES = Path(__file__).parent.parent / "browser" / "node_modules"
"""Where tests/browser/setup.sh puts the npm packages."""

PACKAGES = MODULES / "@uswds" / "uswds" / "packages"
DIST = MODULES / "@uswds" / "uswds" / "dist"
BRIDGE = Path(__file__).with_name("render.cjs")

Data = Mapping[str, Any]


def content(path: str) -> dict[str, Any]:
    """Return the content that USWDS shows a template with."""
    found: dict[str, Any] = json.loads((PACKAGES / path).read_text("utf-8"))
    return found


def merged(data: Data, changes: Data) -> dict[str, Any]:
    """Return the content with changes, as deep as these go."""
    result = dict(data)
    for key, value in changes.items():
        old = result.get(key)
        result[key] = merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return result


def render(requests: Sequence[tuple[str, Data]]) -> list[str]:
    """Return the HTML of each (template, data), the template's path being below USWDS's packages.

    Raises: subprocess.CalledProcessError if a template is not there or is wrong
    """
    text = json.dumps([{"template": template, "data": data} for template, data in requests])
    done = subprocess.run(["node", BRIDGE, MODULES], input=text, capture_output=True, text=True, check=True)
    html: list[str] = json.loads(done.stdout)
    return html
