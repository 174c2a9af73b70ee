"""Lists of a page, however deep, and the paragraphs that word processors dress as lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpage.news.importers.draft import CaptureError
from govpage.news.importers.formats.html_inline import BLOCKS, MAX_DEPTH, Reading, children, inline, is_left_out
from govpage.news.importers.formats.html_text import plain

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LISTS = ("ul", "ol", "menu", "dir")
_WORD_LEVEL = re.compile(r"mso-list\s{0,5}:\s{0,5}l\d{1,4}\s{1,5}level(\d)", re.IGNORECASE)


def list_html(node: LexborNode, reading: Reading, depth: int = 0) -> str:
    """Return a list with the lists in it; one that stands between items belongs to the item above it."""
    if depth > MAX_DEPTH:
        raise CaptureError(f"unknown layout: more than {MAX_DEPTH} elements one inside another")
    tag = "ol" if node.tag == "ol" else "ul"
    items: list[str] = []
    for child in children(node):
        if child.is_text_node or is_left_out(child, reading):
            continue
        if child.tag in _LISTS and items:
            items[-1] += list_html(child, reading, depth + 1)
        else:
            items.append(_item(child, reading, depth + 1))
    items = [item for item in items if plain(item)]
    if len(items) == 1 and _is_list(items[0]):
        return items[0]
    made = "".join(f"<li>{item}</li>" for item in items)
    start = node.attributes.get("start") or ""
    first = f' start="{start}"' if tag == "ol" and re.fullmatch(r"[2-9]|[1-9]\d{1,3}", start) else ""
    return f"<{tag}{first}>{made}</{tag}>" if made else ""


def _is_list(html: str) -> bool:
    """Tell whether an item is a list and no words, as one that only stands further in is."""
    return html.startswith(("<ul", "<ol"))


def _item(node: LexborNode, reading: Reading, depth: int) -> str:
    """Return what stands in an item: its words, its paragraphs if there are several, and its lists."""
    if depth > MAX_DEPTH:
        raise CaptureError(f"unknown layout: more than {MAX_DEPTH} elements one inside another")
    parts: list[tuple[str, str]] = []
    for child in children(node):
        if not child.is_text_node and is_left_out(child, reading):
            continue
        if child.tag in _LISTS:
            parts.append(("list", list_html(child, reading, depth + 1)))
        elif child.tag in BLOCKS:
            parts.append(("block", _item(child, reading, depth + 1)))
        elif parts and parts[-1][0] == "words":
            parts[-1] = ("words", parts[-1][1] + inline(child, reading, depth))
        else:
            parts.append(("words", inline(child, reading, depth)))
    kept = [(kind, html.strip()) for kind, html in parts if plain(html)]
    several = sum(kind != "list" for kind, _html in kept) > 1
    return "".join(
        f"<p>{html}</p>" if several and kind != "list" and "<p>" not in html else html for kind, html in kept
    )


def definition_html(node: LexborNode, reading: Reading, depth: int) -> str:
    """Return a list of terms and what they mean."""
    made = [
        f"<{each.tag}>{_item(each, reading, depth + 1)}</{each.tag}>"
        for each in node.traverse(include_text=False)
        if each.tag in ("dt", "dd") and not is_left_out(each, reading)
    ]
    return f"<dl>{''.join(made)}</dl>"


def list_lines(html: str) -> list[str]:
    """Return the words of each item, as lines."""
    return [words for part in re.split(r"<(?:li|dt|dd)>", html) if (words := plain(part))]


def word_item(node: LexborNode) -> str:
    """Return "mso-" with level and kind for a paragraph that a word processor dressed as an item, else nothing."""
    match = _WORD_LEVEL.search((node.attributes.get("style") or "")[:2000])
    if match is None:
        return ""
    marker = next((each for each in node.css("span") if "ignore" in (each.attributes.get("style") or "").lower()), None)
    numbered = marker is not None and re.match(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]", marker.text(deep=True))
    return f"mso-{match[1]}-{'ol' if numbered else 'ul'}"


def word_list(items: list[tuple[str, str]]) -> str:
    """Return the list that items with levels make.

    Shape: items is ("mso-LEVEL-TAG", HTML) pairs
    """
    made, opened = "", list[tuple[int, str]]()
    for role, html in items:
        _mso, level, tag = role.split("-")
        while opened and opened[-1][0] > int(level):
            made += f"</li></{opened.pop()[1]}>"
        if opened and opened[-1][0] == int(level):
            made += "</li>"
        else:
            made += f"<{tag}>"
            opened.append((int(level), tag))
        made += f"<li>{html}"
    return made + "".join(f"</li></{tag}>" for _level, tag in reversed(opened))
