"""What to write to get a component as it is: the Django tag, the Jinja2 global and the Python class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, dataclass
from typing import Any

from govpage.component import Component
from govpage.gallery.literals import (
    Brackets,
    Node,
    given,
    imported,
    is_django_literal,
    is_jinja_literal,
    laid_out,
    named,
    written,
)

Given = list[tuple[Field[Any], Any]]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line to copy, and the Python that gives a template the variables in it; none where it needs none."""

    code: str
    context: str = ""


def django_snippet(component: Component) -> Snippet:
    """Return the tag; what a tag cannot hold becomes a variable."""
    arguments = given(component)
    words = [f"gov_{component.slug()}", *(_django(field.name, value) for field, value in arguments)]
    return Snippet(f"{{% {' '.join(words)} %}}", _context(arguments, is_django_literal))


def _django(name: str, value: Any) -> str:
    return f"{name}={laid_out(written(value)) if is_django_literal(value) else name}"


def jinja_snippet(component: Component) -> Snippet:
    """Return the expression; what Jinja2 cannot write becomes a variable."""
    arguments = given(component)
    items = tuple(
        named(field.name, written(value) if is_jinja_literal(value) else field.name) for field, value in arguments
    )
    call = Brackets(f"{{{{ gov_{component.slug()}(", items, ") }}")
    return Snippet(laid_out(call), _context(arguments, is_jinja_literal))


def python_snippet(component: Component) -> Snippet:
    """Return the expression with what it imports."""
    arguments = given(component)
    items = tuple(named(field.name, written(value)) for field, value in arguments)
    call = Brackets(f"{type(component).__name__}(", items, ").render_html()")
    return Snippet(f"{_imports([component])}\n\n{laid_out(call)}")


def _context(arguments: Given, is_literal: Callable[[Any], bool]) -> str:
    variables = [(field.name, value) for field, value in arguments if not is_literal(value)]
    if not variables:
        return ""
    entries: tuple[Node, ...] = tuple(named(f'"{name}"', written(value), ": ") for name, value in variables)
    code = laid_out(Brackets("context = {", entries, "}"))
    imports = _imports([value for _name, value in variables])
    return f"{imports}\n\n{code}" if imports else code


def _imports(values: list[Any]) -> str:
    """Return the lines that import what the values need, a module a line, the standard library first."""
    names = imported(values)
    modules = sorted({module for module, _name in names}, key=lambda module: (module.startswith("govpage"), module))
    return "\n".join(
        f"from {module} import {', '.join(sorted(name for m, name in names if m == module))}" for module in modules
    )
