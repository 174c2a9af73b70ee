"""Words of a release as every format can hold them."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin

from govpage.news.text import TAG

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML forbids or discourages, and no reader can see. Source: XML 1.0, production 2 and the note to it"""

BREAKS = re.compile("[\t\n\r \x85\u2028\u2029]+")
"""What would break a line; a blank that keeps words together is none."""

LINK = re.compile(r' href="([^"]*)"')


def legal(text: str) -> str:
    """Return the text without characters that XML forbids."""
    return ILLEGAL.sub("", text)


def one_line(text: str) -> str:
    """Return the text as one line without characters that XML forbids."""
    return BREAKS.sub(" ", legal(text)).strip()


def with_absolute_links(html: str, address: str) -> str:
    """Return sanitised HTML whose links lead to the same places wherever it is read.

    Shape: address is that of the page that the HTML stands in
    """
    return TAG.sub(lambda tag: LINK.sub(lambda link: _absolute(link[1], address), tag[0]), html)


def _absolute(href: str, address: str) -> str:
    try:
        target = urljoin(address, unescape(href))
    except ValueError:
        # Such as "https://[": nobody can follow it, wherever it stands.
        target = unescape(href)
    return f' href="{escape(target)}"'
