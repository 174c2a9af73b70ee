"""Whole pages at the price of a flat template: what only language decides is worked out once.

A template is taken apart when it is first used. Blocks are put in their places, components that read nothing of the
page become text in each language, and what is left is a short list of texts and nodes. A template that cannot be taken
apart without changing what it says, such as one with ``{{ block.super }}``, is rendered by Django as it is; so is every
template under DEBUG, where a changed file has to show at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.template import Context, Template, loader
from django.template.backends.django import Template as BackendTemplate
from django.template.base import FilterExpression, Node, NodeList, TextNode, VariableNode, render_value_in_context
from django.template.context import RequestContext
from django.template.defaulttags import IfNode, LoadNode
from django.template.loader_tags import BlockNode, ExtendsNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from govpage.component import kept
from govpage.templatetags.govpage import ComponentNode

Blocks = Mapping[str, BlockNode]
Render = Callable[[Context], str]
Processor = Callable[[HttpRequest], dict[str, Any]]


class CannotBeFlat(Exception):
    """The template says something that only Django's own way of rendering it gets right."""


@dataclass(frozen=True, slots=True)
class FlatNodes:
    """Nodes in one language: texts, and what renders a part that needs the page's own context."""

    parts: list[str | Render]

    def render(self, context: Context) -> str:
        """Return the HTML."""
        return "".join([part if isinstance(part, str) else part(context) for part in self.parts])


@dataclass(frozen=True, slots=True)
class FlatPage:
    """A page in one language."""

    template: Template
    nodes: FlatNodes

    def render(self, values: dict[str, Any], request: HttpRequest) -> str:
        """Return the HTML."""
        engine = self.template.engine
        context = RequestContext(request, autoescape=engine.autoescape)
        context.push(values)
        # As a template binds its context, which is not used again here and so never let go.
        context.dicts[context._processors_index] = Processed(  # type: ignore[attr-defined]
            engine.template_context_processors, request
        )
        context.template = context.render_context.template = self.template
        context.render_context.push()
        return self.nodes.render(context)


class Processed(dict[str, Any]):
    """What the site's context processors say; they are asked when the page looks for a name that is not its own."""

    def __init__(self, processors: Iterable[Processor], request: HttpRequest) -> None:
        super().__init__()
        self.processors = processors
        self.request = request

    def ask(self) -> None:
        """Take what the processors say, once."""
        processors, self.processors = self.processors, ()
        for processor in processors:
            self.update(processor(self.request))

    def __contains__(self, name: object) -> bool:
        self.ask()
        return super().__contains__(name)

    def __iter__(self) -> Iterator[str]:
        self.ask()
        return super().__iter__()

    def keys(self) -> Any:
        """Return the names, for a tag that copies the whole context."""
        self.ask()
        return super().keys()


def render_page(name: str, context: dict[str, Any], request: HttpRequest) -> str:
    """Return the template's HTML, the same as that of ``render_to_string``; it may use the request too."""
    values = {"request": request, **context}
    page = None if settings.DEBUG else _flat_page(name, get_language() or settings.LANGUAGE_CODE)
    return page.render(values, request) if page else loader.render_to_string(name, values, request)


@kept
def _flat_page(name: str, language: str) -> FlatPage | None:
    """Return the page, or None if Django has to render it."""
    found = loader.get_template(name)
    if not isinstance(found, BackendTemplate):
        return None
    try:
        return FlatPage(found.template, _flat_nodes(_flat(found.template, {}), language))
    except CannotBeFlat:
        return None


def _flat_nodes(nodes: Iterable[Node], language: str) -> FlatNodes:
    return FlatNodes(list(_joined([_text(node) or _render(node, language) for node in nodes])))


def _render(node: Node, language: str) -> Render:
    """Return what renders the node in the language of the page."""
    if isinstance(node, ComponentNode):
        return partial(node.render_in, language)
    if isinstance(node, VariableNode):
        return partial(_value, node.filter_expression)
    if isinstance(node, IfNode):
        # It asks of its nodes only that they render.
        return IfNode(
            [(c, cast(NodeList, _flat_nodes(nodes, language))) for c, nodes in node.conditions_nodelists]
        ).render
    # The stubs let a node render a number; none does.
    return cast(Render, node.render_annotated)


def _value(expression: FilterExpression, context: Context) -> str:
    """Return what a variable shows; it is a text nearly always, and a text needs no localizing."""
    value = expression.resolve(context)
    if type(value) is str and context.autoescape:
        return escape(value)
    return value if type(value) is SafeString else render_value_in_context(value, context)


def _joined(parts: list[str | Render]) -> Iterator[str | Render]:
    """Give the parts with neighbouring texts made one."""
    for is_text, run in groupby(parts, key=lambda part: isinstance(part, str)):
        if is_text:
            yield "".join(map(str, run))
        else:
            yield from run


def _flat(template: Template, overriding: Blocks) -> Iterator[Node]:
    """Give the nodes of a template with every block in its place.

    Raises: CannotBeFlat if what stands in a block's place is known only when it is rendered
    """
    if "block.super" in template.source:
        raise CannotBeFlat("A block shows what it overrides.")
    first = next((node for node in template.nodelist if not isinstance(node, TextNode)), None)
    if isinstance(first, ExtendsNode):
        blocks = {str(name): block for name, block in first.blocks.items()}
        yield from _flat(_parent(first, template), {**blocks, **overriding})
    else:
        found = template.nodelist.get_nodes_by_type(BlockNode)
        own = {block.name: block for block in found if isinstance(block, BlockNode)}
        yield from _inlined(template.nodelist, {**own, **overriding})


def _parent(node: ExtendsNode, template: Template) -> Template:
    name = node.parent_name
    if not isinstance(name, FilterExpression) or name.filters or not isinstance(name.var, str):
        raise CannotBeFlat("The parent is known only when the page is rendered.")
    return template.engine.get_template(name.var)


def _inlined(nodes: Iterable[Node], blocks: Blocks) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, BlockNode):
            yield from _inlined(blocks[node.name].nodelist, blocks)
        elif node.get_nodes_by_type(BlockNode):
            raise CannotBeFlat("A block is inside another tag.")
        elif not isinstance(node, LoadNode):
            yield node


def _text(node: Node) -> str:
    """The text of what depends on nothing but the language; empty for anything else."""
    if isinstance(node, TextNode):
        return node.s
    if isinstance(node, ComponentNode) and node.made and node.variable is None:
        return node.made.render_html()
    return ""
