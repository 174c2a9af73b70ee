"""One process of the site: serves it by threads on a free port, which it prints."""

from __future__ import annotations

import os
import sys


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.feedback.load.settings"
    if os.environ["DATABASE_URL"].startswith("mysql:"):
        import pymysql  # type: ignore[import-untyped]

        pymysql.install_as_MySQLdb()
    from django.core.management import execute_from_command_line

    if sys.argv[1:]:
        execute_from_command_line(["manage.py", *sys.argv[1:]])
    else:
        _serve()


def _serve() -> None:
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_args: object) -> None:
            """Leave the output to the port."""

    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet, allow_reuse_address=False)
    server.set_app(get_wsgi_application())
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
