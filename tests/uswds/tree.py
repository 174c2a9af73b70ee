"""The structure of a piece of HTML, and how alike two of them are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
REFERENCES = frozenset(["for", "aria-controls", "aria-labelledby", "aria-describedby"])
ATTRIBUTES = REFERENCES | frozenset(
    ["alt", "hidden", "href", "lang", "property", "role", "scope", "tabindex", "title", "type", "typeof", "vocab"]
)
"""What is compared beside everything that begins with "aria-"."""

PRESENCE = frozenset(["href", "hidden"])
"""Attributes whose value is not compared: where a link leads is content, and USWDS writes hidden="true"."""

DRAWING = frozenset(["svg", "path", "circle", "g", "use", "rect"])
"""What an icon is drawn with; only its title and description are structure."""


@dataclass(slots=True, eq=False)
class Node:
    """An element with its attributes and the elements in it.

    Shape: text is its own, without that of the elements in it
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None
    text: str = ""

    @property
    def classes(self) -> list[str]:
        """Its classes that USWDS has, in alphabetical order; those of our own are no part of the structure."""
        return sorted(name for name in {*self.attributes.get("class", "").split()} if not name.startswith("gov-"))

    @property
    def place(self) -> str:
        """What is seen of it from below: element, classes and role."""
        role = self.attributes.get("role")
        return ".".join([self.tag, *self.classes]) + (f"[{role}]" if role else "")

    def walk(self) -> Iterator[Node]:
        """Give everything in it, in the order of the document."""
        for child in self.children:
            yield child
            yield from child.walk()

    def words(self) -> str:
        """All text in it, in no particular order: enough to tell headings apart."""
        return " ".join(" ".join([self.text, *(node.text for node in self.walk())]).split())

    def adopt(self, child: Node, index: int | None = None) -> None:
        """Take an element in, at the end or before the child with that index."""
        child.parent = self
        self.children.insert(len(self.children) if index is None else index, child)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Node("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: " ".join((value or "").split()) for name, value in attrs})
        if tag not in DRAWING or tag == "svg":
            self.open.adopt(node)
            self.open = self.open if tag in VOID else node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID | DRAWING:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in DRAWING - {"svg"} or tag in VOID:
            return
        if self.open.tag != tag or self.open.parent is None:
            raise ValueError(f"</{tag}> closes <{self.open.tag}>")
        self.open = self.open.parent

    def handle_data(self, data: str) -> None:
        self.open.text += data


def parse(html: str) -> Node:
    """Return a nameless root that holds the elements of a piece of HTML.

    Raises: ValueError if an end tag closes another element, or one is missing
    """
    builder = _Builder()
    builder.feed(html)
    builder.close()
    if builder.open is not builder.root:
        raise ValueError(f"<{builder.open.tag}> is not closed")
    return builder.root


def tokens(root: Node) -> list[str]:
    """Return a line for each element in the order of the document: where it is, and what is said of it.

    Shape: where is element, classes and role of its grandparent, its parent and itself; what is said are the compared
        attributes, each reference to an id as the element with that id
    """
    names = _targets(root)
    return [f"{_way(node)} {_said(node, names)}".rstrip() for node in root.walk()]


def _way(node: Node) -> str:
    parent = node.parent or Node("")
    grandparent = parent.parent or Node("")
    return " > ".join(filter(None, [grandparent.place, parent.place, node.place]))


def _targets(root: Node) -> dict[str, str]:
    """Name every element with an id: what it is, and which of those it is."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for node in root.walk():
        counts[node.place] += 1
        if node.attributes.get("id"):
            names[node.attributes["id"]] = f"{node.place} {counts[node.place]}"
    return names


def _said(node: Node, names: dict[str, str]) -> str:
    said = []
    for name, value in sorted(node.attributes.items()):
        if name in REFERENCES:
            said.append(f"{name}->{', '.join(names.get(id_, 'nothing') for id_ in value.split())}")
        elif name in PRESENCE:
            said.append(name)
        elif name != "role" and (name in ATTRIBUTES or name.startswith("aria-")):
            said.append(f"{name}={value!r}")
    return " ".join(said)


def similarity(ours: list[str], theirs: list[str]) -> float:
    """Return how alike two lists of lines are: twice their longest common subsequence by the lines of both.

    Units: share from 0 to 1; 1 only if they are equal. An element that is missing, is of another kind, stands in another
        place or order, or says something else is not common; a wrong element round others makes those others differ too
    """
    row = [0] * (len(theirs) + 1)
    for line in ours:
        last = row
        row = [0]
        for index, other in enumerate(theirs):
            row.append(last[index] + 1 if line == other else max(row[index], last[index + 1]))
    return 2 * row[-1] / (len(ours) + len(theirs)) if ours or theirs else 1.0


LANDMARKS = {"aside": "complementary", "main": "main", "nav": "navigation", "footer": "contentinfo"}
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


def outline(root: Node) -> list[str]:
    """Return the landmarks and headings in the order of the document, each as deep as the landmarks that it is in.

    Source: HTML Accessibility API Mappings: a section is a region, and a header a banner, as they are used here
    """
    ids = {node.attributes["id"]: node for node in root.walk() if node.attributes.get("id")}
    lines: list[str] = []

    def go(node: Node, depth: int) -> None:
        for child in node.children:
            line = _outlined(child, ids)
            if line:
                lines.append("  " * depth + line)
            go(child, depth + 1 if line and child.tag not in HEADINGS else depth)

    go(root, 0)
    return lines


def _outlined(node: Node, ids: dict[str, Node]) -> str:
    if node.tag in HEADINGS:
        return f"{node.tag} {node.words()}"
    name = node.attributes.get("aria-label", "")
    label = node.attributes.get("aria-labelledby", "")
    if not name and label in ids:
        name = ids[label].words()
    role = node.attributes.get("role") or LANDMARKS.get(node.tag, "")
    if node.tag == "section" and name:
        role = "region"
    if node.tag == "header" and node.parent and not node.parent.tag:
        role = "banner"
    return f"{role} {name}".rstrip() if role in {*LANDMARKS.values(), "region", "banner", "search"} else ""
