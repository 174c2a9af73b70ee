"""What a class says of itself, for docs and gallery: its docstring taken apart, and its parameters or keys."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields
from itertools import pairwise
from typing import Any, cast

FACTS = ("Shape", "Units", "Raises", "Source")
"""The words under which a docstring says what a signature cannot."""

FACT = re.compile(rf"^({'|'.join(FACTS)}):\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Description:
    """A docstring taken apart.

    Shape: facts is a list of (word, text), the words out of FACTS; no text has a line break
    """

    summary: str
    facts: tuple[tuple[str, str], ...] = ()


def description(text: str) -> Description:
    """Return what a docstring says first, and the facts that it names after that."""
    summary, *facts = FACT.split(inspect.cleandoc(text))
    pairs = zip(facts[::2], facts[1::2], strict=True)
    return Description(_one_line(summary), tuple((word, _one_line(fact)) for word, fact in pairs))


def _one_line(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Parameter:
    """A field of a dataclass as its reader needs it."""

    name: str
    type: str
    default: str
    required: bool
    description: str


def parameters(cls: type[Any]) -> list[Parameter]:
    """Return the fields of a dataclass with the strings that stand under them, in order."""
    described = dict(_field_docs(cls))
    return [_parameter(field, described.get(field.name, "")) for field in fields(cls)]


def _parameter(field: Field[Any], description: str) -> Parameter:
    if field.default_factory is not MISSING:
        return Parameter(field.name, str(field.type), repr(field.default_factory()), False, description)
    required = is_required(field)
    return Parameter(field.name, str(field.type), "" if required else repr(field.default), required, description)


def is_required(field: Field[Any]) -> bool:
    """Whether a field of a dataclass has no default."""
    return field.default is MISSING and field.default_factory is MISSING


def _field_docs(cls: type[Any]) -> Iterator[tuple[str, str]]:
    definition = cast(ast.ClassDef, ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0])
    for field, text in pairwise(definition.body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            yield ast.unparse(field.target), inspect.cleandoc(str(text.value.value))
