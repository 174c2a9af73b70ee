"""A client that knows HTTP and forms and nothing else."""

from __future__ import annotations

from email.message import Message
from html.parser import HTMLParser
from http.client import HTTPResponse
from typing import IO
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPErrorProcessor, HTTPRedirectHandler, Request, build_opener


class _Form(HTMLParser):
    """The action and the hidden fields of the form that posts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.action = ""
        self.fields: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form" and values.get("method") == "post":
            self.action = values["action"]
        if tag == "input" and values.get("type") == "hidden":
            self.fields[values["name"]] = values["value"]


class _Redirects(HTTPRedirectHandler):
    """Follows redirects and notes them."""

    def __init__(self, client: PlainClient) -> None:
        self.client = client

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        self.client.note(code, headers)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class _Errors(HTTPErrorProcessor):
    """Takes an error page for a page like any other."""

    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:
        return super().http_response(request, response) if response.status < 400 else response


class PlainClient:
    """Loads pages and posts their forms, without a cookie and without a script."""

    def __init__(self, site: str, *, origin: str = "") -> None:
        self.url = site
        self.html = ""
        self.statuses: list[int] = []
        self.headers: list[Message] = []
        self._sent = {"Origin": origin} if origin else {}
        self._opener = build_opener(_Redirects(self), _Errors())

    @property
    def status(self) -> int:
        """That of the page it is on."""
        return self.statuses[-1]

    def get(self, path: str) -> None:
        """Load a page of the site."""
        self._load(Request(urljoin(self.url, path)))

    def submit(self, **values: str) -> None:
        """Post the form of the page it is on with these values, and follow where that leads."""
        form = _Form(self.html)
        data = urlencode(form.fields | values).encode()
        self._load(Request(urljoin(self.url, form.action), data, self._sent))

    def note(self, status: int, headers: Message) -> None:
        """Remember a response."""
        self.statuses.append(status)
        self.headers.append(headers)

    def _load(self, request: Request) -> None:
        with self._opener.open(request, timeout=10) as response:
            self.url, self.html = response.url, response.read().decode()
            self.note(response.status, response.headers)
