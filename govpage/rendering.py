"""Whole pages at the price of a flat template: what only language decides is worked out once.

A template is taken apart when it is first used. Blocks are put in their places, components that read nothing of the
page become text in each language, and what is left is a short list of texts and nodes. A template that cannot be taken
apart without changing what it says, such as one with ``{{ block.super }}``, is rendered by Django as it is; so is every
template under DEBUG, where a changed file has to show at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.template import Context, Template, loader
from django.template.backends.django import Template as BackendTemplate
from django.template.base import FilterExpression, Node, TextNode
from django.template.context import make_context
from django.template.defaulttags import LoadNode
from django.template.loader_tags import BlockNode, ExtendsNode
from django.utils.translation import get_language

from govpage.component import kept
from govpage.templatetags.govpage import ComponentNode

Blocks = Mapping[str, BlockNode]


class CannotBeFlat(Exception):
    """The template says something that only Django's own way of rendering it gets right."""


@dataclass(frozen=True, slots=True)
class FlatPage:
    """A page in one language: texts, and the nodes that need the page's own context."""

    template: Template
    language: str
    parts: list[str | Node]

    def render(self, context: Context) -> str:
        """Return the HTML."""
        with context.render_context.push_state(self.template), context.bind_template(self.template):
            return "".join([p if isinstance(p, str) else self._rendered(p, context) for p in self.parts])

    def _rendered(self, node: Node, context: Context) -> str:
        if isinstance(node, ComponentNode):
            return node.render_in(self.language, context)
        # The stubs let a node render a number; none does.
        return cast(str, node.render_annotated(context))


def render_page(name: str, context: dict[str, Any], request: HttpRequest) -> str:
    """Return the template's HTML, the same as that of ``render_to_string``."""
    page = None if settings.DEBUG else _flat_page(name, get_language() or settings.LANGUAGE_CODE)
    if page is None:
        return loader.render_to_string(name, context, request)
    return page.render(make_context(context, request, autoescape=page.template.engine.autoescape))


@kept
def _flat_page(name: str, language: str) -> FlatPage | None:
    """Return the page, or None if Django has to render it."""
    found = loader.get_template(name)
    if not isinstance(found, BackendTemplate):
        return None
    try:
        nodes = list(_flat(found.template, {}))
    except CannotBeFlat:
        return None
    return FlatPage(found.template, language, list(_joined([_text(node) or node for node in nodes])))


def _joined(parts: list[str | Node]) -> Iterator[str | Node]:
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
