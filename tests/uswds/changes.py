"""What is done to USWDS's tree where we depart from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.uswds.tree import Node, parse

Change = Callable[[Node], bool]
"""Changes a tree, and says whether it did."""


def found(root: Node, selector: str) -> list[Node]:
    """Return the elements that match a selector, in the order of the document.

    Shape: name, classes, ``.!class`` for one that is not there, ``[attribute]`` and ``[attribute=value]``, at the end
        ``::first``, ``::later`` or ``::last`` among the siblings that match, or ``::empty`` for one without elements;
        below one another where a blank stands between them
    """
    nodes = [root]
    for step in selector.split():
        below = {node: None for start in nodes for node in start.walk() if _matches(node, step)}
        nodes = [node for node in root.walk() if node in below]
    return nodes


def _matches(node: Node, step: str) -> bool:
    step, _colon, order = step.partition("::")
    name, *attributes = step.replace("]", "").split("[")
    tag, *classes = name.split(".")
    return (
        tag in ("", "*", node.tag)
        and all((name.removeprefix("!") in node.classes) is not name.startswith("!") for name in classes)
        and all(_has(node, attribute) for attribute in attributes)
        and (not order or order in _order(node, step))
    )


def _order(node: Node, step: str) -> set[str]:
    """Say where an element is among those of its siblings that match, and whether there is none in it."""
    alike = [sibling for sibling in (node.parent or Node("", children=[node])).children if _matches(sibling, step)]
    places = {"first" if alike[0] is node else "later", "last" if alike[-1] is node else ""}
    return places if node.children else {*places, "empty"}


def _has(node: Node, attribute: str) -> bool:
    name, equals, value = attribute.partition("=")
    return name in node.attributes and (not equals or node.attributes[name] == value)


def _place(node: Node) -> tuple[Node, int]:
    assert node.parent is not None
    return node.parent, node.parent.children.index(node)


@dataclass(frozen=True, slots=True)
class Attributes:
    """Sets attributes, or takes away those without a value."""

    selector: str
    values: dict[str, str | None]

    def __call__(self, root: Node) -> bool:
        nodes = found(root, self.selector)
        before = [dict(node.attributes) for node in nodes]
        for node in nodes:
            node.attributes.update({name: value for name, value in self.values.items() if value is not None})
            for name in [name for name, value in self.values.items() if value is None]:
                node.attributes.pop(name, None)
        return before != [node.attributes for node in nodes]


@dataclass(frozen=True, slots=True)
class Classes:
    """Adds classes and takes others away."""

    selector: str
    added: str = ""
    removed: str = ""

    def __call__(self, root: Node) -> bool:
        changed = False
        for node in found(root, self.selector):
            before = node.classes
            kept = [name for name in before if name not in self.removed.split()]
            node.attributes["class"] = " ".join(dict.fromkeys([*kept, *self.added.split()]))
            changed |= before != node.classes
        return changed


@dataclass(frozen=True, slots=True)
class Renamed:
    """Makes elements of another kind."""

    selector: str
    tag: str

    def __call__(self, root: Node) -> bool:
        nodes = [node for node in found(root, self.selector) if node.tag != self.tag]
        for node in nodes:
            node.tag = self.tag
        return bool(nodes)


@dataclass(frozen=True, slots=True)
class Removed:
    """Takes elements away with everything in them, or leaves that in their place."""

    selector: str
    keep_content: bool = False

    def __call__(self, root: Node) -> bool:
        nodes = found(root, self.selector)
        for node in nodes:
            parent, index = _place(node)
            del parent.children[index]
            for child in reversed(node.children if self.keep_content else []):
                parent.adopt(child, index)
        return bool(nodes)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Puts each of the elements into another one."""

    selector: str
    html: str

    def __call__(self, root: Node) -> bool:
        nodes = found(root, self.selector)
        for node in nodes:
            parent, index = _place(node)
            del parent.children[index]
            outer = parse(self.html).children[0]
            parent.adopt(outer, index)
            innermost = [outer, *outer.walk()][-1]
            innermost.adopt(node)
        return bool(nodes)


@dataclass(frozen=True, slots=True)
class Grouped:
    """Puts each of the elements into another one, together with its siblings up to the next of the elements."""

    selector: str
    html: str

    def __call__(self, root: Node) -> bool:
        nodes = found(root, self.selector)
        for node in nodes:
            parent, index = _place(node)
            later = [number for number, child in enumerate(parent.children) if number > index and child in nodes]
            members = parent.children[index : min(later, default=None)]
            outer = parse(self.html).children[0]
            parent.children = [child for child in parent.children if child not in members]
            parent.adopt(outer, index)
            for member in members:
                outer.adopt(member)
        return bool(nodes)


@dataclass(frozen=True, slots=True)
class Inserted:
    """Puts new elements into each of the elements or beside them."""

    selector: str
    html: str
    where: str = field(default="end", kw_only=True)
    """"start" or "end" of the element, "before" or "after" it."""

    def __call__(self, root: Node) -> bool:
        nodes = found(root, self.selector)
        for node in nodes:
            parent, index = (node, 0 if self.where == "start" else len(node.children))
            if self.where in ("before", "after"):
                parent, index = _place(node)
                index += self.where == "after"
            for new in reversed(parse(self.html).children):
                parent.adopt(new, index)
        return bool(nodes)
