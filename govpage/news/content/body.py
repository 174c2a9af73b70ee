"""The body of a release, read once into blocks, links and tables, which all checks share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

from govpage.richtext import RELEASE_BODY

MAX_BODY = 200_000
"""Characters of a body that are read; a check reports a longer one."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TABLE = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"})
BLOCKS = HEADINGS | TABLE | {"p", "li", "ul", "ol", "blockquote", "dl", "dt", "dd"}
OPENED = re.compile(r"<([a-z][a-z0-9]*)", re.IGNORECASE)
READ = RELEASE_BODY.tags | HEADINGS | TABLE
"""Elements that are read; what only unsaved text holds, too."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are marked up alike."""

    text: str
    strong: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell; words outside of any have no tag."""

    tag: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its words, one blank between any two."""
        return " ".join("".join(piece.text for piece in self.pieces).split())

    @property
    def lines(self) -> tuple[str, ...]:
        """Its words by line, as <br> breaks them; none is empty."""
        lines = "".join(piece.text for piece in self.pieces).split("\n")
        return tuple(line.strip() for line in lines if line.strip())

    @property
    def strong(self) -> bool:
        """Whether all of its words are bold."""
        return all(piece.strong for piece in self.pieces if piece.text.strip())

    @property
    def unmarked(self) -> str:
        """The words whose language no lang attribute says."""
        return " ".join("".join(piece.text for piece in self.pieces if not piece.lang).split())


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link; both are empty where it has none."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and whether it has any header cell."""

    headed: bool
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """What the checks look at."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Anchor, ...] = ()
    tables: tuple[Table, ...] = ()


def body_of(html: str) -> Body:
    """Return the parts of the first MAX_BODY characters of an HTML text."""
    # What nh3 gives is well nested and has every attribute in quotes, so that the parser below never looks ahead far.
    attributes = {**RELEASE_BODY.attributes, "*": {"lang"}}
    reader = _Reader()
    reader.feed(nh3.clean(html[:MAX_BODY], tags=set(READ), attributes=attributes, link_rel=None))
    reader.close()
    reader.end_block()
    return Body(tuple(reader.blocks), tuple(reader.links), tuple(reader.tables))


def left_out(html: str) -> tuple[str, ...]:
    """Return the elements of a text, as it was typed, of which nothing but the words is kept; each named once."""
    names = dict.fromkeys(name.lower() for name in OPENED.findall(html[:MAX_BODY]))
    return tuple(name for name in names if name not in RELEASE_BODY.tags | TABLE - {"table"})


@dataclass(slots=True)
class _OpenTable:
    headed: bool = False
    texts: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects parts; what it keeps of elements around the words is a stack of (bold, language)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.links: list[Anchor] = []
        self.tables: list[Table] = []
        self._around = [(False, "")]
        self._tag = ""
        self._pieces: list[Piece] = []
        self._href = ""
        self._link: list[str] = []
        self._open: list[_OpenTable] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._pieces.append(Piece("\n"))
            self._link.append(" ")
            return
        values = dict(attrs)
        strong, lang = self._around[-1]
        self._around.append((strong or tag == "strong", values.get("lang") or lang))
        if tag in BLOCKS:
            self._begin_block(tag)
        if tag == "a":
            self._href, self._link = values.get("href") or "", []

    def handle_endtag(self, tag: str) -> None:
        self._around.pop()
        if tag in BLOCKS:
            self.end_block()
        if tag == "a":
            self.links.append(Anchor(self._href.strip(), " ".join("".join(self._link).split())))
        if tag == "table":
            table = self._open.pop()
            self.tables.append(Table(table.headed, " ".join(" ".join(table.texts).split())))

    def handle_data(self, data: str) -> None:
        strong, lang = self._around[-1]
        # A line of the source is none of the text.
        text = data.replace("\n", " ")
        self._pieces.append(Piece(text, strong, lang))
        self._link.append(text)
        if self._open:
            self._open[-1].texts.append(text)

    def _begin_block(self, tag: str) -> None:
        self.end_block()
        self._tag = tag
        if tag == "table":
            self._open.append(_OpenTable())
        if tag == "th":
            self._open[-1].headed = True

    def end_block(self) -> None:
        """Keep the words since the last block began, if there are any."""
        if any(piece.text.strip() for piece in self._pieces):
            self.blocks.append(Block(self._tag, tuple(self._pieces)))
        self._tag, self._pieces = "", []
