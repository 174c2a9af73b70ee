"""Values as a person would write them: in Python, in Jinja2, and where it can be done in a Django template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import Field, dataclass, fields, is_dataclass
from datetime import date
from typing import Any, TypeAlias

from govpage import component, components
from govpage.describe import is_required
from govpage.links import Link, NavItem

LINE = 88
"""Characters of a line; what is longer is laid out over several."""

INDENT = 4

SPECIAL = re.compile(r"[<>&\"'\\\r\n]|%\}")
"""What a string in a Django template cannot hold: it is not escaped there, and the tag ends at its bracket."""


@dataclass(frozen=True, slots=True)
class Brackets:
    """A piece of code that may be laid out over several lines: what opens it, its items, what closes it."""

    opening: str
    items: tuple[Node, ...]
    closing: str


Node: TypeAlias = str | Brackets


def laid_out(node: Node, indent: int = 0) -> str:
    """Return the code in one line if it fits, else with an item a line."""
    line = _flat(node)
    if isinstance(node, str) or not node.items or indent + len(line) <= LINE:
        return line
    blank = " " * (indent + INDENT)
    inner = "".join(f"{blank}{laid_out(item, indent + INDENT)},\n" for item in node.items)
    return f"{node.opening}\n{inner}{' ' * indent}{node.closing}"


def _flat(node: Node) -> str:
    if isinstance(node, str):
        return node
    return node.opening + ", ".join(map(_flat, node.items)) + node.closing


def named(name: str, node: Node, sign: str = "=") -> Node:
    """Return the code with a name before it, as an argument or a key has it."""
    if isinstance(node, str):
        return f"{name}{sign}{node}"
    return Brackets(f"{name}{sign}{node.opening}", node.items, node.closing)


def written(value: Any) -> Node:
    """Return the value as Python; a link as the pair that every component takes."""
    if isinstance(value, str):
        return "HOSTILE" if value == component.HOSTILE else _quoted(value)
    if isinstance(value, tuple | list):
        return Brackets("[", tuple(map(written, value)), "]")
    if isinstance(value, Link | NavItem) and not _is_current(value):
        return Brackets("(", tuple(map(written, _parts(value))), ")")
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if is_dataclass(value) and not isinstance(value, type):
        return Brackets(f"{type(value).__name__}(", tuple(_arguments(value)), ")")
    return repr(value)


def _quoted(text: str) -> str:
    code = repr(str(text))
    return f'"{code[1:-1]}"' if code[0] == "'" and '"' not in text else code


def _parts(link: Link | NavItem) -> tuple[Any, ...]:
    children = link.children if isinstance(link, NavItem) else ()
    return (link.label, link.url, children) if children else (link.label, link.url)


def _is_current(value: Link | NavItem) -> bool:
    return isinstance(value, NavItem) and value.current


def _arguments(value: Any) -> Iterator[Node]:
    for field, part in given(value):
        yield written(part) if is_required(field) else named(field.name, written(part))


def given(value: Any) -> list[tuple[Field[Any], Any]]:
    """Return the fields of a dataclass that somebody has to write to get it, with their values."""
    usual = _usual(value)
    return [
        (field, getattr(value, field.name))
        for field in fields(value)
        if field.name not in usual or getattr(value, field.name) != usual[field.name]
    ]


def _usual(value: Any) -> dict[str, Any]:
    """Return what the optional fields are when nobody says it; some are made from the required ones."""
    optional = [field for field in fields(value) if not is_required(field)]
    try:
        made = type(value)(**{f.name: getattr(value, f.name) for f in fields(value) if is_required(f)})
    except ValueError:
        return {field.name: field.default for field in optional}
    return {field.name: getattr(made, field.name) for field in optional}


def is_django_literal(value: Any) -> bool:
    """Whether a tag of a Django template can hold the value itself, and mean the same."""
    return value is None or isinstance(value, bool | int) or (isinstance(value, str) and not SPECIAL.search(value))


def is_jinja_literal(value: Any) -> bool:
    """Whether an expression of a Jinja2 template can hold the value itself, and mean the same."""
    return not imported(value)


def imported(value: Any) -> frozenset[tuple[str, str]]:
    """Return the names, each with its module, that the value as Python needs."""
    if isinstance(value, date):
        return frozenset({("datetime", "date")})
    if value == component.HOSTILE:
        return frozenset({(component.__name__, "HOSTILE")})
    if isinstance(value, tuple | list):
        return _all_imported(value)
    if isinstance(value, Link | NavItem) and not _is_current(value):
        return _all_imported(_parts(value))
    if is_dataclass(value) and not isinstance(value, type):
        return frozenset({(public_module(type(value)), type(value).__name__)}) | _all_imported(
            part for _field, part in given(value)
        )
    return frozenset()


def _all_imported(values: Iterable[Any]) -> frozenset[tuple[str, str]]:
    return frozenset[tuple[str, str]]().union(*map(imported, values))


def public_module(cls: type[Any]) -> str:
    """Return the module that a class is imported from."""
    return components.__name__ if cls.__name__ in components.__all__ else cls.__module__
