"""What the gallery knows of each component, read from the component itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from django.utils.functional import Promise

from govpage.component import Component
from govpage.components import GROUPS
from govpage.describe import Description, Parameter, description, parameters
from govpage.gallery.literals import public_module


@dataclass(frozen=True, slots=True)
class ValueType:
    """A class that a parameter takes values of."""

    name: str
    module: str
    description: Description
    signature: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A component as the gallery lists it."""

    component: type[Component]
    group: str | Promise
    slug: str
    description: Description
    parameters: tuple[Parameter, ...]

    @property
    def name(self) -> str:
        """Its name in words: "Last updated"."""
        return in_words(self.slug)

    @property
    def tag(self) -> str:
        """Its template tag and its Jinja2 global."""
        return f"gov_{self.component.slug()}"

    @property
    def class_name(self) -> str:
        """Its class in ``govpage.components``."""
        return self.component.__name__

    @property
    def template(self) -> str:
        """The name of its template."""
        return f"govpage/components/{self.component.slug()}.html"

    @property
    def value_types(self) -> tuple[ValueType, ...]:
        """The classes of the package that its parameters take values of."""
        hints = get_type_hints(self.component)
        found = {cls: None for p in self.parameters for cls in _classes(hints[p.name])}
        return tuple(map(_value_type, found))


@cache
def entries() -> dict[str, Entry]:
    """Return every component by its slug, in page order."""
    found = [_entry(component, group) for group, members in GROUPS for component in members]
    return {entry.slug: entry for entry in found}


def grouped(shown: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """Return the entries under the names of their groups, without empty groups."""
    found = [(str(group), [entry for entry in shown if entry.component in members]) for group, members in GROUPS]
    return [(group, members) for group, members in found if members]


def in_words(slug: str) -> str:
    """Return a slug as the words that it was made of: "Right to left"."""
    return slug.replace("-", " ").capitalize()


def _entry(component: type[Component], group: str | Promise) -> Entry:
    slug = component.slug().replace("_", "-")
    return Entry(component, group, slug, description(component.__doc__ or ""), tuple(parameters(component)))


def _classes(hint: Any) -> Iterator[type[Any]]:
    """Give the dataclasses in a type, those within unions and lists included."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _classes(part)


def _value_type(cls: type[Any]) -> ValueType:
    fields = ", ".join(f"{p.name}: {p.type}" + ("" if p.required else f" = {p.default}") for p in parameters(cls))
    return ValueType(cls.__name__, public_module(cls), description(cls.__doc__ or ""), f"{cls.__name__}({fields})")
