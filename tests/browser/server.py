"""The example site on a database file of its own, served as in production: by threads and with all its middleware."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from django.test.testcases import QuietWSGIRequestHandler

from govpage.feedback import sqlite
from govpage.news.models import NewsRelease
from tests.browser.pages import CAPTURES
from tests.browser.serving import serving


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is being served."""

    url: str
    """Its address without the slash at the end."""

    database: Path


class SiteServer(ThreadedWSGIServer):
    """Gives each of its threads a connection of its own, as simultaneous visitors have in production."""

    def __init__(self, *args: Any, database: Path) -> None:
        super().__init__(*args, allow_reuse_address=False)
        self.database = database

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        connections["default"] = connection_to(self.database)
        super().process_request_thread(request, client_address)


def connection_to(database: Path) -> BaseDatabaseWrapper:
    """A connection with the options of the example site."""
    engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(database), "OPTIONS": sqlite.OPTIONS}
    return ConnectionHandler({"default": engine}).create_connection("default")


@contextmanager
def database_of(site: Site) -> Iterator[None]:
    """Let the models of this thread read and write the site's database."""
    replaced, own = connections["default"], connection_to(site.database)
    connections["default"] = own
    try:
        yield
    finally:
        own.close()
        connections["default"] = replaced


@contextmanager
def serve_site(database: Path, around: Callable[[Any], Any] = lambda application: application) -> Iterator[Site]:
    """Make the site with its captures imported, and serve it, or what stands around it, on a free port."""
    server = SiteServer(("127.0.0.1", 0), QuietWSGIRequestHandler, database=database)
    site = Site(f"http://127.0.0.1:{server.server_port}", database)
    with database_of(site):
        _fill_database()
    server.set_app(around(get_wsgi_application()))
    with serving(server):
        yield site


def _fill_database() -> None:
    """Make the tables, and import the captures as releases that are out."""
    call_command("migrate", verbosity=0)
    call_command("import_releases", *map(str, CAPTURES), stdout=StringIO())
    # Whatever the clock says, all of them are out.
    NewsRelease.objects.update(publish_at=datetime(2017, 1, 1, tzinfo=UTC))
