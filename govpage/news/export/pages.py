"""Pages of the site as a visitor without a session gets them, and as a host of static files can hand them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest

from govpage.news.export.bag import BagError

ADDRESS = re.compile(r'\b(?P<name>href|src|action)="(?P<address>/(?!/)[^"]*)"')
"""An address of this site in our own HTML, whose attribute values stand in double quotes."""

OK = 200


class Site:
    """Asks the site for pages, through all its middleware.

    Shape: base_url is scheme and host, such as "https://harbor.example.gov"
    """

    def __init__(self, base_url: str) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
            raise BagError(
                f"{base_url!r} is no address of a site; give scheme and host, as in https://agency.example.gov."
            )
        self.base_url = f"{parts.scheme}://{parts.netloc}"
        self.parts = parts
        self.handler = BaseHandler()
        self.handler.load_middleware()

    def get(self, address: str) -> bytes:
        """Return the body of a page.

        Raises: BagError if the site does not answer with it
        """
        status, body = self.ask(address)
        if status != OK:
            raise BagError(f"{address} answers {status}.")
        return body

    def ask(self, address: str) -> tuple[int, bytes]:
        """Return the status and the body of what is at an address."""
        # Not as a server asks, which would end the connection to the database that the caller reads from.
        response = self.handler.get_response(WSGIRequest(self._environ(address)))
        return response.status_code, b"".join(response)

    def _environ(self, address: str) -> dict[str, Any]:
        path, _mark, query = address.partition("?")
        port = self.parts.port or (443 if self.parts.scheme == "https" else 80)
        return {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            # As WSGI says: the bytes of the path, each as a character.
            "PATH_INFO": unquote(path).encode().decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": self.parts.hostname,
            "SERVER_PORT": str(port),
            "HTTP_HOST": self.parts.netloc,
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": self.parts.scheme,
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }


def file_of(address: str) -> str:
    """Return the name of the file of an address of the site: "news/page-2/index.html" for "/news/?page=2"."""
    parts = urlsplit(address)
    path = unquote(parts.path).lstrip("/")
    number = dict(parse_qsl(parts.query)).get("page", "")
    if number:
        path += f"page-{number}/"
    return f"{path}index.html" if not path or path.endswith("/") else path


@dataclass(frozen=True, slots=True)
class Links:
    """Where the links of a static page lead.

    Shape: kept are the beginnings of the addresses that become files; forms_url and base_url are scheme and host
    """

    forms_url: str
    """Answers forms and searches."""
    base_url: str
    """Has the pages that are not exported."""
    kept: tuple[str, ...]

    def as_static(self, html: str) -> str:
        """Return a page whose links lead to files, or to the sites that answer what is none."""
        return ADDRESS.sub(lambda found: self._attribute(found["name"], unescape(found["address"])), html)

    def _attribute(self, name: str, address: str) -> str:
        return f'{name}="{escape(self._address(name, address))}"'

    def _address(self, name: str, address: str) -> str:
        path, _mark, query = address.partition("?")
        pairs = parse_qsl(query.partition("#")[0], keep_blank_values=True)
        if name == "action" or (query and path.startswith(self.kept) and [key for key, _value in pairs] != ["page"]):
            return f"{self.forms_url}{address}"
        if not path.startswith(self.kept):
            return f"{self.base_url}{address}"
        return f"{path}page-{quote(pairs[0][1])}/" if pairs else address


def links_in(html: str, below: str) -> Iterator[str]:
    """Give the addresses of the site in a page that begin with a path."""
    for found in ADDRESS.finditer(html):
        address = unescape(found["address"]).partition("#")[0]
        if address.startswith(below):
            yield address
