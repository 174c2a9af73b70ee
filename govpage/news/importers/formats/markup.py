"""The markup of other systems as what the text of a release may hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3

from govpage.news.importers.decode import MAX_BYTES
from govpage.news.importers.draft import CaptureError
from govpage.richtext import RELEASE_BODY

_RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
_BLOCKS = {"p", "h2", "h3", "ul", "ol", "dl", "blockquote"}
_BREAKS = {
    "address", "article", "aside", "caption", "center", "details", "div", "figcaption", "figure", "footer", "header",
    "hr", "main", "nav", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
}  # fmt: skip
_CELLS = {"td", "th"}
_OF_WORDS = {"p", "h2", "h3"}
_MAX_INLINE = 20
"""How many elements around words are taken into the next block; more would let a text grow without end."""

_TAGS = RELEASE_BODY.tags | set(_RENAMED) | _BREAKS | _CELLS | {"img"}
_DROPPED = {"script", "style", "svg", "math", "template", "noscript", "title", "iframe", "object"}
_MEDIA = re.compile(r"<(?:iframe|video|audio|object|embed|form)[\s/>]", re.IGNORECASE)
_EMPTY = re.compile(r"<(p|h2|h3)>(?:\s|&nbsp;|<br>)*</\1>\n?")
_PARAGRAPHS = re.compile(r"\n[ \t\n]*\n")
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Body:
    """Report the text as clean HTML, and in sentences what of it was left out or taken apart."""

    html: str
    unsure: tuple[str, ...]


def body_of(html: str, *, paragraphs: bool = False) -> Body:
    """Return what may stay of a text: its headings from level 2 on, loose words in paragraphs, tables taken apart.

    Shape:   with paragraphs, an empty line between loose words begins one and a line end breaks the line
    Raises:  CaptureError if the text is too long or holds characters that are none
    """
    if len(html) > MAX_BYTES:
        raise CaptureError(f"too large: a text of {len(html):,} characters, and at most {MAX_BYTES:,} are read")
    builder = _Builder(paragraphs=paragraphs)
    builder.feed(nh3.clean(fit(html), tags=set(_TAGS), clean_content_tags=_DROPPED, link_rel=None))
    builder.close()
    kept = RELEASE_BODY.clean("".join(builder.parts))
    return Body(_EMPTY.sub("", kept).strip(), tuple(_left_out(builder.seen, html)))


def fit(text: str) -> str:
    """Return the text, its lines ending in a newline.

    Raises:  CaptureError if it holds a control character or half a character
    """
    found = _UNFIT.search(text)
    if found:
        raise CaptureError(f"binary: a text holds U+{ord(found[0]):04X}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _left_out(seen: Counter[str], html: str) -> list[str]:
    said = []
    if seen["table"]:
        said.append(f"Tables in the text were taken apart, a paragraph a row: {seen['table']}.")
    if seen["img"]:
        said.append(f"Pictures in the text were left out: {seen['img']}.")
    if _MEDIA.search(html):
        said.append("The text held a player, a frame or a form, which was left out.")
    return said


class _Builder(HTMLParser):
    """Put blocks one after another; its input is well-formed, and what it writes is cleaned again."""

    def __init__(self, *, paragraphs: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.paragraphs = paragraphs
        self.parts: list[str] = []
        self.seen: Counter[str] = Counter()
        self.depth = 0
        self.loose = False
        self.inline: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        name = _RENAMED.get(tag, tag)
        if name in _BLOCKS:
            self._break()
            self.parts.append(self._tag(tag, name) + self._opened(name))
            self.depth += 1
        elif name in _BREAKS or name in _CELLS:
            self._apart(name)
        elif name != "img":
            self._inline(name, self._tag(tag, name))

    def _inline(self, name: str, tag: str) -> None:
        """Begin an element around words; before the first word of a paragraph it waits for that."""
        if self.depth or self.loose:
            self.parts.append(tag)
        if not self.depth and name != "br" and len(self.inline) < _MAX_INLINE:
            self.inline.append((name, tag))

    def _opened(self, name: str) -> str:
        return "".join(tag for _name, tag in self.inline) if name in _OF_WORDS and not self.depth else ""

    def _closed(self, name: str) -> str:
        words = name in _OF_WORDS and not self.depth
        return "".join(f"</{each}>" for each, _tag in reversed(self.inline)) if words else ""

    def _tag(self, tag: str, name: str) -> str:
        return f"<{name}{(self.get_starttag_text() or '')[len(tag) + 1 :]}"

    def handle_endtag(self, tag: str) -> None:
        name = _RENAMED.get(tag, tag)
        if name in _BLOCKS:
            self.depth -= 1
            self.parts.append(f"{self._closed(name)}</{name}>" + ("" if self.depth else "\n"))
        elif name in _BREAKS or name in _CELLS:
            self._apart(name)
        else:
            self._end(name)

    def _end(self, name: str) -> None:
        if not self.depth and self.inline and self.inline[-1][0] == name:
            self.inline.pop()
        if self.depth or self.loose:
            self.parts.append(f"</{name}>")

    def _apart(self, name: str) -> None:
        """End a loose paragraph; where none can be, or between two cells, keep the words apart."""
        if self.depth or (name in _CELLS and self.loose):
            self.parts.append(" ")
        elif name in _BREAKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if self.depth or not self.paragraphs:
            self._words(data)
            return
        first, *others = _PARAGRAPHS.split(data)
        self._lines(first)
        for other in others:
            self._break()
            self._lines(other)

    def _lines(self, text: str) -> None:
        broken = self.parts[-1:] == ["<br>"] and text.startswith("\n")
        self._words(text[broken:].replace("\n", "<br>") if self.loose else text.lstrip("\n").replace("\n", "<br>"))

    def handle_entityref(self, name: str) -> None:
        self._words(f"&{name};")

    def _words(self, words: str) -> None:
        if not self.depth and not self.loose:
            if not words.strip():
                return
            self.parts.append(f"<p>{self._opened('p')}")
            self.loose = True
        self.parts.append(words)

    def close(self) -> None:
        super().close()
        self._break()

    def _break(self) -> None:
        if self.loose:
            self.parts[-1] = self.parts[-1].removesuffix("<br>")
            self.parts.append(f"{self._closed('p')}</p>\n")
            self.loose = False
