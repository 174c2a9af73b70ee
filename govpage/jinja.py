"""The components as Jinja2 globals, under the names of the tags and with the same HTML.

Add ``"extensions": ["govpage.jinja.Components"]`` to the OPTIONS of Django's Jinja2 backend, or to an Environment.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup

from govpage.component import Component, as_text, check_parameters
from govpage.components import COMPONENTS


class Components(Extension):
    """Gives an environment one global function a component."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.globals.update({f"gov_{component.slug()}": as_global(component) for component in COMPONENTS})


def as_global(component: type[Component]) -> Callable[..., Markup]:
    """Return the function that renders the component in a template.

    Raises: TypeError that names a wrong parameter and the nearest right one
    """

    @pass_context
    def render(context: Context, *args: Any, **kwargs: Any) -> Markup:
        check_parameters(component, len(args), list(kwargs))
        values, named = map(as_text, args), {name: as_text(value) for name, value in kwargs.items()}
        # A component's HTML is escaped by its own template.
        return Markup(component.from_context(context, *values, **named).render_html())  # noqa: S704

    return render
