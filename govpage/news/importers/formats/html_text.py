"""Small changes to HTML that we made ourselves and that is closed."""

from __future__ import annotations

import html as entities
import re

from govpage.news.importers.lines import squeeze

_TAG = re.compile(r"<[^<>]*>")
_BREAKS = re.compile(r"<(?:br|/?(?:p|li|ul|ol|dl|dt|dd|blockquote|h[1-6]))[ >]")
_PART = re.compile(r"<[^<>]*>|[^<]+")
_OPEN = re.compile(r"<([a-z0-9]+)")


def plain(html: str) -> str:
    """Return the words of HTML, blanks made one."""
    spaced = _BREAKS.sub(lambda match: " " + match[0], html)
    return squeeze(entities.unescape(_TAG.sub("", spaced)))


def trimmed(html: str) -> str:
    """Return HTML without blanks at its ends and with what one line opened and the next closes balanced."""
    opened: list[str] = []
    front = ""
    for tag in _TAG.findall(html):
        name = tag.strip("</>").split(" ")[0]
        if not tag.startswith("</"):
            opened.append(name)
        elif opened:
            opened.pop()
        elif name not in ("a", "abbr", "span"):
            front = f"<{name}>{front}"
        else:
            html = html.replace(tag, "", 1)
    closed = front + html + "".join(f"</{name}>" for name in reversed(opened))
    return re.sub(r"\s+", " ", closed).strip()


def without_start(html: str, text: str) -> str:
    """Return HTML without the words before the given ones, which it ends in; elements left empty go."""
    drop = len(re.sub(r"\s", "", plain(html))) - len(re.sub(r"\s", "", text))
    made: list[str] = []
    for part in _PART.findall(html):
        words = "" if part.startswith("<") else entities.unescape(part)
        while words and (drop > 0 or (words[0].isspace() and not plain("".join(made)))):
            drop -= not words[0].isspace()
            words = words[1:]
        made.append(part if part.startswith("<") else entities.escape(words))
    left = "".join(made)
    while (less := re.sub(r"<(strong|em|span|a|sup|sub|abbr)(?: [^<>]*)?>\s*</\1>", "", left)) != left:
        left = less
    return left.strip()
