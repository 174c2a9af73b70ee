"""The example site as one that has USWDS: its stylesheet and script are there, ours are not."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.server import Site, serve_site
from tests.uswds.twig import DIST

LOADER = '<script src="/uswds/js/uswds-init.min.js"></script>'
STYLESHEET = '<link rel="stylesheet" href="/uswds/css/uswds.min.css">'
SCRIPT = '<script src="/uswds/js/uswds.min.js" defer></script>'
ASSETS = STYLESHEET + LOADER + SCRIPT

Wsgi = Callable[..., Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class WithUswds:
    """A site whose pages load USWDS, and that has pages of the tests' own.

    Shape: pages is HTML by path
    """

    site: Wsgi
    pages: dict[str, str] = field(default_factory=dict)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path in self.pages:
            return _send(start_response, self.pages[path].encode(), "text/html; charset=utf-8")
        if path.startswith("/uswds/"):
            file = DIST / path.removeprefix("/uswds/")
            return _send(start_response, file.read_bytes(), mimetypes.guess_type(path)[0] or "font/woff2")
        return self._page(environ, start_response)

    def _page(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[Any] = []
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        response = self.site(environ, lambda *args: started.extend(args))
        body = b"".join(response)
        response.close()  # type: ignore[attr-defined]  # WSGI wants it, the type does not know it
        status, headers = started[:2]
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            assert b"</head>" in body or not body
            body = body.replace(b"</head>", ASSETS.encode() + b"</head>")
            headers = [pair for pair in headers if pair[0] != "Content-Length"]
        start_response(status, [*headers, ("Content-Length", str(len(body)))])
        return [body]


def _send(start_response: Callable[..., Any], body: bytes, kind: str) -> list[bytes]:
    start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
    return [body]


def serve_with_uswds(database: Path, pages: dict[str, str]) -> AbstractContextManager[Site]:
    """Serve the example site on a free port, its pages loading USWDS."""
    return serve_site(database, lambda application: WithUswds(application, pages))
