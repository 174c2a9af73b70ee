"""Visitors who vote and, as browsers do, send again what was not answered or not saved."""

from __future__ import annotations

import secrets
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from govpage.page import PageReference

FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}

PATIENCE = 10
"""Seconds for one answer, so that what does not answer is seen and not waited for."""


@dataclass(slots=True)
class Seen:
    """What visitors saw; shared by their threads."""

    thanked: set[str] = field(default_factory=set)
    """Keys of the answers that they were thanked for."""

    failures: int = 0
    unanswered: int = 0
    wrong: list[str] = field(default_factory=list)
    """Answers that are neither thanks nor a 503 with what was sent in it."""

    slowest: float = 0.0
    """Seconds until the slowest answer."""

    slowest_page: float = 0.0
    """Seconds until the slowest page that needs no database: what the machine itself makes everybody wait."""

    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, key: str, status: int, text: str, headers: dict[str, str], seconds: float) -> None:
        """Take in one answer."""
        with self._lock:
            self.slowest = max(self.slowest, seconds)
            if status == 303:
                self.thanked.add(key)
            elif status == 503 and key in text and "Retry-After" in headers and headers["Cache-Control"] == "no-store":
                self.failures += 1
            else:
                self.wrong.append(f"{status}: {text[:200]}")

    def note_page(self, seconds: float) -> None:
        """Take in how long a page took."""
        with self._lock:
            self.slowest_page = max(self.slowest_page, seconds)

    def note_silence(self) -> None:
        """Take in that the process went away without an answer."""
        with self._lock:
            self.unanswered += 1


@dataclass(slots=True)
class Visitor:
    """One after the other, on one process of the site at a time."""

    page: PageReference
    ports: Callable[[], int]
    seen: Seen
    until: float
    """When to give up, by the clock of ``time.monotonic``."""

    def vote(self, *, lose_reply: bool = False) -> None:
        """Vote once, and send it again until there are thanks."""
        key = secrets.token_hex(16)
        if lose_reply:
            self._send_and_leave(key)
        while key not in self.seen.thanked and time.monotonic() < self.until:
            self._send(key)
            if key not in self.seen.thanked:
                time.sleep(0.05)

    def read(self) -> None:
        """Open a page that needs no database."""
        start = time.monotonic()
        connection = HTTPConnection("127.0.0.1", self.ports(), timeout=PATIENCE)
        try:
            connection.request("GET", f"/feedback/thanks/?{urlencode({'page': self.page.sign()})}")
            connection.getresponse().read()
        except (OSError, HTTPException):  # of a process that is killed
            return
        finally:
            connection.close()
        self.seen.note_page(time.monotonic() - start)

    def _send(self, key: str) -> None:
        start = time.monotonic()
        connection = HTTPConnection("127.0.0.1", self.ports(), timeout=PATIENCE)
        try:
            connection.request("POST", "/feedback/", self._form(key), FORM)
            response = connection.getresponse()
            text = response.read().decode()
        except (OSError, HTTPException):
            self.seen.note_silence()
        else:
            headers = dict(response.getheaders())
            self.seen.note(key, response.status, text, headers, time.monotonic() - start)
        finally:
            connection.close()

    def _send_and_leave(self, key: str) -> None:
        """Send it and hang up before the reply is there."""
        form = self._form(key)
        head = "".join(f"{name}: {value}\r\n" for name, value in {**FORM, "Content-Length": str(len(form))}.items())
        request = f"POST /feedback/ HTTP/1.1\r\nHost: 127.0.0.1\r\n{head}\r\n{form}"
        try:
            with socket.create_connection(("127.0.0.1", self.ports()), timeout=PATIENCE) as line:
                line.sendall(request.encode())
        except OSError:
            self.seen.note_silence()

    def _form(self, key: str) -> str:
        answer = "yes" if int(key[:1], 16) % 3 else "no"
        return urlencode({"page": self.page.sign(), "answer": answer, "key": key})
