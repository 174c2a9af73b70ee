"""The site as it runs in production: several processes on one database."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from govpage.feedback.models import Page
from govpage.page import PageReference
from tests.conftest import ROOT
from tests.feedback.load.scratch import Scratch
from tests.feedback.load.visitors import FORM

SERVE = [sys.executable, "-W", "ignore", "-m", "tests.feedback.load.serve"]


@dataclass(slots=True)
class Worker:
    """A process."""

    process: subprocess.Popen[str]
    port: int = 0

    def wait_until_it_serves(self) -> None:
        """Read its port, and let it read its templates as it shows a form."""
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("POST", "/feedback/", urlencode({"page": PageReference("/").sign()}), FORM)
        assert connection.getresponse().status == 400
        connection.close()

    def kill(self) -> None:
        """End it in the middle of whatever it does, as when a machine dies."""
        self.process.kill()
        self.process.communicate()


class Site:
    """Two processes and their database."""

    def __init__(self, database: Scratch) -> None:
        self.database = database
        self._environment = os.environ | {"DATABASE_URL": database.url, "SECRET_KEY": settings.SECRET_KEY}
        self.workers: list[Worker] = []
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        migrate = [*SERVE, "migrate", "--skip-checks", "--verbosity=0"]
        subprocess.run(migrate, check=True, cwd=ROOT, env=self._environment, timeout=120)
        self.workers += [self._start(), self._start()]
        for worker in self.workers:
            worker.wait_until_it_serves()

    def _start(self) -> Worker:
        return Worker(subprocess.Popen(SERVE, cwd=ROOT, env=self._environment, stdout=subprocess.PIPE, text=True))

    def kill_and_replace(self, number: int) -> None:
        """Kill a process; its visitors find another in its place."""
        self.workers[number].kill()
        fresh = self._start()
        fresh.wait_until_it_serves()
        self.workers[number] = fresh

    def close(self) -> None:
        """End the processes and drop the database."""
        for worker in self.workers:
            worker.kill()
        self.database.drop()

    def votes(self, page: PageReference) -> list[tuple[Any, ...]]:
        """Return key, answer and status of each vote on a page."""
        return self._rows("key, answer, status", "vote", page)

    def tallies(self, page: PageReference) -> tuple[int, ...]:
        """Return what the tallies of a page say together: yes, no, partly, held."""
        rows = self._rows("yes, no, partly, held", "tally", page)
        return tuple(sum(column) for column in zip(*rows, strict=True))

    def _rows(self, columns: str, table: str, page: PageReference) -> list[tuple[Any, ...]]:
        names = ", ".join(f"t.{name.strip()}" for name in columns.split(","))
        if self.database.url.startswith("mysql:"):
            names = names.replace("t.key", "t.`key`")
        return self.database.rows(
            f"SELECT {names} FROM govpage_feedback_{table} t JOIN govpage_feedback_page p ON p.id = t.page_id"
            f" WHERE p.digest = '{Page.digest_of(page.path)}'"
        )
