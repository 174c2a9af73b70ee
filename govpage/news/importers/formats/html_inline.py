"""The words of a page with the few elements that a release may have inside a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from django.utils.html import escape

from govpage.news.importers.draft import CaptureError
from govpage.news.importers.formats.html_bytes import visible
from govpage.news.importers.lines import phrases, squeeze

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_DEPTH = 150
"""The most elements read one inside another; a release has a tenth of it."""

INERT = phrases(
    """
    script|style|noscript|template|svg|math|iframe|object|embed|applet|form|button|input|select|
    textarea|nav|footer|head|link|meta|canvas|audio|video|map|frameset|frame|dialog|xmp|plaintext|
    noembed|noframes|title
    """
)
"""Elements whose words are none of the release's."""

BLOCKS = phrases(
    """
    address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|
    h1|h2|h3|h4|h5|h6|header|hgroup|hr|html|li|main|ol|p|pre|section|summary|table|tbody|td|
    tfoot|th|thead|tr|ul|caption|menu|dir
    """
)
_AS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "sub": "sub", "sup": "sup"}
_SCHEMES = ("https", "http", "mailto", "tel")
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|sharethis|social-(?:share|links|media|icons)|breadcrumbs?|feedback|related|pager"
    r"|pagination|sidebar|skip(?:-?nav|-?link)?|(?:visually|element)-(?:hidden|invisible)|sr-only|usa-(?:banner|footer"
    r"|identifier|in-page-nav|skipnav|header|nav|alert|site-alert)|addtoany|addthis|print-?(?:link|button)|rate-this"
    r"|comments?|comment-respond|newsletter|subscribe|site-(?:header|footer|nav)|menu|jp-relatedposts|sharedaddy|toc"
    r"|cookie|back-to-top|noprint|screen-reader-text)(?:$|[\s_])"
)
_HIDDEN = re.compile(
    r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all|mso-list\s{0,5}:\s{0,5}ignore",
    re.I,
)


@dataclass(slots=True)
class Reading:
    """Carry what is known while a page is walked: its address, and what was left out on the way."""

    address: str = ""
    unsure: list[str] = field(default_factory=list)
    drop: frozenset[int] = frozenset()
    """Nodes that the site's rules drop."""
    tables: int = 0
    relative: bool = False
    """Whether a link leads to a place that only the page's address would tell."""
    paper: bool = False
    """Whether it is a paper, around which stands no site."""


def is_left_out(node: LexborNode, reading: Reading) -> bool:
    """Tell whether an element is furniture, is hidden or holds no words of the release."""
    found = node.attributes
    if node.tag in INERT or node.mem_id in reading.drop or "hidden" in found or found.get("aria-hidden") == "true":
        return True
    named = f"{(found.get('class') or '')[:500]} {(found.get('id') or '')[:200]}".lower()
    return bool(_FURNITURE.search(named) or _HIDDEN.search((found.get("style") or "")[:2000]))


def children(node: LexborNode) -> list[LexborNode]:
    """Return the elements and texts right inside an element."""
    return [each for each in node.iter(include_text=True) if each.is_text_node or each.is_element_node]


def inline(node: LexborNode, reading: Reading, depth: int = 0) -> str:
    """Return the words of a text or an element as HTML that is closed and escaped; a line break is ``<br>``.

    Raises: CaptureError if the elements are too deep
    """
    if depth > MAX_DEPTH:
        raise CaptureError(f"unknown layout: more than {MAX_DEPTH} elements one inside another")
    if node.is_text_node:
        return escape(" ".join(f".{visible(node.text_content or '')}.".split())[1:-1])
    if node.tag == "br":
        return "<br>"
    if node.tag == "img":
        _picture(node, reading)
        return ""
    if is_left_out(node, reading):
        return ""
    inner = "".join(inline(child, reading, depth + 1) for child in children(node))
    return _wrapped(node, inner, reading) if inner.replace("<br>", "").strip() else inner


def _wrapped(node: LexborNode, inner: str, reading: Reading) -> str:
    if node.tag == "q":
        return f"“{inner}”"
    if node.tag in _AS:
        return f"<{_AS[node.tag]}>{inner}</{_AS[node.tag]}>"
    if node.tag == "a":
        if (node.attributes.get("href") or "").startswith("#footnote-ref-"):
            return ""
        href = _href(node.attributes.get("href") or "", reading.address)
        reading.relative = reading.relative or bool(href and not urlsplit(href).scheme)
        return f'<a href="{escape(href)}">{inner}</a>' if href else inner
    if node.tag == "abbr" and node.attributes.get("title"):
        return f'<abbr title="{escape(visible(node.attributes["title"] or ""))}">{inner}</abbr>'
    lang = node.attributes.get("lang") if node.tag == "span" else ""
    return f'<span lang="{escape(lang)}">{inner}</span>' if lang else inner


def _href(written: str, address: str) -> str:
    """Return where a link leads, absolute where the page says its address; nothing if it leads nowhere safe."""
    plain = "".join(visible(written).split("\n")).strip()
    if not plain or plain.startswith("#") or len(plain) > 2000:
        return ""
    try:
        full = urljoin(address, plain)
        scheme = urlsplit(full).scheme
    except ValueError:
        return ""
    return full if scheme in _SCHEMES or (not scheme and ":" not in full.partition("/")[0]) else ""


def _picture(node: LexborNode, reading: Reading) -> None:
    words = squeeze(visible(node.attributes.get("alt") or ""))[:200]
    if words and not is_left_out(node, reading):
        reading.unsure.append(f'The picture "{words}" is left out; add it if the release needs it.')
