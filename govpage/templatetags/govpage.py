"""Template tags ``gov_<component>``, made from COMPONENTS; no tag is written by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from govpage.component import Component, as_text, check_parameters, kept
from govpage.components import COMPONENTS
from govpage.faults import refuse_repeated_ids

register = template.Library()

IDS = "govpage_ids"
"""Where a page under DEBUG remembers the ids that are on it."""


class ComponentNode(template.Node):
    """A component in a template; ``as name`` keeps its HTML in a variable instead of printing it."""

    def __init__(
        self,
        component: type[Component],
        positional: list[FilterExpression],
        named: dict[str, FilterExpression],
        variable: str | None,
    ) -> None:
        self.component = component
        self.positional = positional
        self.named = named
        self.names = tuple(named)
        self.variable = variable
        # Equal parameters of most components give equal HTML, so that not even the component need be made again.
        self.keeps = component.keep and not component.reads_context()
        self.made = None if component.reads_context() else self._made_of_constants()

    def render(self, context: template.Context) -> SafeString:
        language = get_language() or settings.LANGUAGE_CODE
        if not settings.DEBUG:
            return self.render_in(language, context)
        html = (self.made or self._make(context, *self._parameters(context))).render_in(language)
        if self.variable is None:
            refuse_repeated_ids(self.component.slug(), html, _ids_of_page(context))
        return self._shown(html, context)

    def render_in(self, language: str, context: template.Context) -> SafeString:
        """Return its HTML in the active language, for a caller that knows which that is and that DEBUG is off."""
        return self._shown(self.made.render_in(language) if self.made else self._kept(context, language), context)

    def _shown(self, html: SafeString, context: template.Context) -> SafeString:
        if self.variable is None:
            return html
        context[self.variable] = html
        return SafeString("")

    def _made_of_constants(self) -> Component | None:
        """Return the component if its parameters depend on nothing: it is made once, when the template is compiled."""
        if any(value.is_var or value.filters for value in (*self.positional, *self.named.values())):
            return None
        values = [as_text(value.var) for value in self.positional]
        return self.component(*values, **{name: as_text(value.var) for name, value in self.named.items()})

    def _parameters(self, context: template.Context) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        values = tuple([as_text(value.resolve(context)) for value in self.positional])
        return values, tuple([as_text(value.resolve(context)) for value in self.named.values()])

    def _make(self, context: template.Context, values: tuple[Any, ...], named: tuple[Any, ...]) -> Component:
        return self.component.from_context(context, *values, **dict(zip(self.names, named, strict=True)))

    def _kept(self, context: template.Context, language: str) -> SafeString:
        values, named = self._parameters(context)
        if self.keeps:
            try:
                return _rendered_once(self.component, values, self.names, named, language)
            except TypeError:
                # A list is no key; the component makes a tuple of it.
                if _is_key((values, named)):
                    raise
        return self._make(context, values, named).render_in(language)


@kept
def _rendered_once(
    component: type[Component], values: tuple[Any, ...], names: tuple[str, ...], named: tuple[Any, ...], language: str
) -> SafeString:
    return component(*values, **dict(zip(names, named, strict=True))).render_in(language)


def _is_key(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _ids_of_page(context: template.Context) -> dict[str, str]:
    """Return what the outermost template remembers of its ids; the templates that it includes share it."""
    outermost: dict[Any, Any] = context.render_context.dicts[:2][-1]
    ids: dict[str, str] = outermost.setdefault(IDS, {})
    return ids


def _compiler(component: type[Component]) -> Callable[[Parser, Token], ComponentNode]:
    def compile_tag(parser: Parser, token: Token) -> ComponentNode:
        bits = token.split_contents()[1:]
        variable = bits.pop() if len(bits) > 1 and bits[-2] == "as" else None
        if variable:
            bits.pop()
        named: dict[str, FilterExpression] = {}
        positional: list[FilterExpression] = []
        for bit in bits:
            pair = token_kwargs([bit], parser)
            named.update(pair)
            if not pair:
                positional.append(parser.compile_filter(bit))
        try:
            check_parameters(component, len(positional), list(named))
        except TypeError as error:
            raise template.TemplateSyntaxError(str(error)) from error
        return ComponentNode(component, positional, named, variable)

    return compile_tag


for _component in COMPONENTS:
    register.tag(f"gov_{_component.slug()}", _compiler(_component))
