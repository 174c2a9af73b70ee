"""Links of a text that leave the government's sites: marked for every reader and, by setting, led past a statement
that linking is no endorsement.
"""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urlencode, urlsplit

from django.core import signing
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from govpage.conf import site
from govpage.links import Link, legal_address

LINK_TAG = re.compile(r'<a((?: [^\s=>"]+="[^"]*")*)>|</a>')
HREF = re.compile(r' href="([^"]*)"')
MARK = "usa-link usa-link--external"


def is_external(url: str) -> bool:
    """Whether the address is on a host that is neither the site's own nor one of ``internal_domains``."""
    try:
        host = urlsplit(_as_read(url)).hostname
    except ValueError:
        return True
    return bool(host) and not any(f".{host}".endswith(f".{domain}") for domain in _internal_domains())


def whole_address(url: str) -> str:
    """Return an address with http or https and a host, a browser's way of reading it; empty if it is none."""
    address = _as_read(url)
    address = f"https:{address}" if address.startswith("//") else address
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return legal_address(address) if parts.scheme in ("http", "https") and parts.hostname else ""


def _as_read(url: str) -> str:
    """Return the address with a slash for each backslash before its query, and without line breaks and tabs."""
    path, mark, rest = url.partition("?")
    return path.translate({92: "/", 9: None, 10: None, 13: None}).strip() + mark + rest


def _internal_domains() -> tuple[str, ...]:
    own = (site().domain.lower(),) if site().domain else ()
    return (*(domain.lower().strip(".") for domain in site().internal_domains), *own)


def with_marked_links(html: SafeString) -> SafeString:
    """Return a clean text with every link that leaves marked by a class and by words for the ear.

    Shape: attributes are in double quotes, as ``RichText`` leaves them; the time is linear in the length of the HTML
    """
    leaving, words = False, escape(_("(external link)"))

    def mark(tag: re.Match[str]) -> str:
        nonlocal leaving
        if tag[0] == "</a>":
            note = f'<span class="usa-sr-only"> {words}</span>' if leaving else ""
            leaving = False
            return f"{note}</a>"
        href = HREF.search(tag[1])
        leaving = href is not None and is_external(unescape(href[1]))
        return _marked(tag[1], href) if href and leaving else tag[0]

    return SafeString(LINK_TAG.sub(mark, html))


def _marked(attributes: str, href: re.Match[str]) -> str:
    address = escape(way_to(unescape(href[1])))
    return f'<a class="{MARK}"{attributes[: href.start()]} href="{address}"{attributes[href.end() :]}>'


def way_to(url: str) -> str:
    """Return where a link to an external address leads first: to the exit page of the settings, else straight there.

    Shape: what no browser can read as an address stays as it is
    """
    exit_page, target = Link("", site().exit_page).href, whole_address(url)
    return f"{exit_page}?{urlencode({'to': _signer().sign(target)})}" if exit_page and target else url


def read_way(signed: str) -> str:
    """Return the address that a link of ours leads to past the exit page.

    Raises: django.core.signing.BadSignature if the link is not one of ours
    """
    return _signer().unsign(signed)


def _signer() -> signing.Signer:
    return signing.Signer(salt=f"govpage.external_links:{site().domain}")
