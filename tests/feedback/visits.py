"""A visit as the tests make it: a page, a key, the requests of a browser and what a reader sees of the answer."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from html.parser import HTMLParser
from typing import Any, cast
from unittest import mock
from urllib.parse import urlencode

from django.core import signing
from django.http import HttpResponse
from django.test import Client

from govpage.feedback.follow_up import SALT, FollowUp
from govpage.page import PageReference

HOST = "http://testserver"
PAGE = PageReference("/news/harbor-report/", "Harbor report", "v1", "en")
KEY = "0123456789abcdef" * 2
OTHER_KEY = "f" * 32
VOTE, FOLLOW_UP, THANKS = "/feedback/", "/feedback/follow-up/", "/feedback/thanks/"
PROBLEM = "/feedback/problem/"
WORDS = "The second table has no year."
SUMMARY = "There is a problem "
"""What the focused summary says before the error."""

VOID = ("br", "input", "meta", "link", "img")
"""Elements without an end."""

FORM_TYPE = "application/x-www-form-urlencoded"


def post(visitor: Client, url: str, data: dict[str, str], **how: Any) -> HttpResponse:
    """Send a form as a browser does."""
    return cast(HttpResponse, visitor.post(url, urlencode(data), FORM_TYPE, **how))


def get(visitor: Client, url: str, /, **query: str) -> HttpResponse:
    """Open a page."""
    return cast(HttpResponse, visitor.get(url, query))


def vote(visitor: Client, answer: str = "no", page: PageReference = PAGE, **more: str) -> HttpResponse:
    """Send the first form."""
    return post(visitor, VOTE, {"page": page.sign(), "answer": answer, **more})


def comment(visitor: Client, token: str, text: str = WORDS, **more: str) -> HttpResponse:
    """Send the second form."""
    return post(visitor, FOLLOW_UP, {"token": token, "comment": text, **more})


def follow_up_token(key: str = KEY, page: PageReference = PAGE, *, age: int = 0, removed: tuple[str, ...] = ()) -> str:
    """Return the token that a "No" got so many seconds ago, or that a review got of words without what was removed."""
    signer = signing.TimestampSigner(salt=SALT)
    then = signing.b62_encode(int(time.time()) - age)
    with mock.patch.object(signer, "timestamp", return_value=then):
        return signer.sign_object(asdict(FollowUp(page.sign(), key, removed=removed)))


@dataclass
class Shown(HTMLParser):
    """The feedback part of a page, as a browser would send it again and a screen reader would say it."""

    html: str
    action: str = ""
    language: str = ""
    focused: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._in_part = self._in_text = False
        self._open: list[str] = []
        self._focused_at = 0
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._in_part = self._in_part or tag == "main" or "data-gov-feedback" in values
        if tag == "html":
            self.language = values["lang"]
        elif self._in_part:
            self._read(tag, values)

    def _read(self, tag: str, values: dict[str, str]) -> None:
        if tag not in VOID:
            self._open.append(tag)
        if "autofocus" in values:
            self._focused_at = len(self._open)
        if tag == "form":
            self.action = values["action"]
        elif tag == "a":
            (self.targets if values["href"].startswith("#") else self.links).append(values["href"])
        elif tag == "button":
            self.buttons.append((values.get("name", ""), values.get("value", "")))
        elif tag == "textarea":
            self._in_text = True
            self.fields[values["name"]] = ""
        elif tag == "input" and (values.get("type") == "hidden" or "checked" in values):
            self.fields[values["name"]] = values["value"]

    def handle_endtag(self, tag: str) -> None:
        self._in_text = False
        if self._open and tag not in VOID:
            self._focused_at *= len(self._open) != self._focused_at
            self._open.pop()
        self._in_part = self._in_part and bool(self._open)

    def handle_data(self, data: str) -> None:
        if self._in_text:
            self.fields["comment"] += data.removeprefix("\n")
        elif self._focused_at:
            self.focused = f"{self.focused} {data.strip()}".strip()


def shown(response: HttpResponse) -> Shown:
    """Return what the page of a response shows."""
    return Shown(response.content.decode())
