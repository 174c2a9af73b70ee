"""A site's own copies of our templates: which there are, and which were made from an older version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.template import engines
from django.template.backends.django import DjangoTemplates

TEMPLATES = Path(__file__).resolve().parent / "templates"
VERSION = re.compile(r"\{# govpage: ([a-z_]+)/(\d+) #\}")
"""The mark in a template's first line: its name, and the version of its context and structure."""


@dataclass(frozen=True, slots=True)
class Override:
    """A template of the site that stands in for one of ours.

    Shape: version is None where the copy has lost the mark; ours is the version that this release ships
    """

    name: str
    path: Path
    version: int | None
    ours: int


def template_names() -> list[str]:
    """Return the names of the templates that can be overridden, such as "govpage/components/banner.html"."""
    return sorted(str(file.relative_to(TEMPLATES)) for file in TEMPLATES.rglob("*.html") if version_of(file))


def version_of(file: Path) -> int | None:
    """Return the version in the first line of a template; None if there is none."""
    with file.open(encoding="utf-8") as lines:
        mark = VERSION.search(lines.readline(500))
    return int(mark[2]) if mark else None


def overrides() -> Iterator[Override]:
    """Give every template of ours that Django finds somewhere else first."""
    yield from filter(None, map(override_of, template_names()))


def override_of(name: str) -> Override | None:
    """Return the template that stands in for one of ours; None where ours is used."""
    ours = TEMPLATES / name
    found = next(_files(name), ours)
    return Override(name, found, version_of(found), version_of(ours) or 0) if found.resolve() != ours else None


def _files(name: str) -> Iterator[Path]:
    """Give the files of that name in the order in which Django looks for them, without compiling any."""
    for backend in engines.all():
        if isinstance(backend, DjangoTemplates):
            sources = (
                origin for loader in backend.engine.template_loaders for origin in loader.get_template_sources(name)
            )
            yield from (file for file in (Path(str(origin.name)) for origin in sources) if file.is_file())
