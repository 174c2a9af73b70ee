"""Memory of an import of 10,000 captures beside one of 1,000, and of feeds and sitemap with many releases beside few.

Run by ``make bench``; each run is a process of its own on a database of its own.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = 1_000, 10_000
MOST = 1.15
"""How many times the memory of few the memory of many may be."""

OUTPUTS = ("/news/feed.rss", "/news/feed.atom", "/news/feed.json", "/sitemap.xml")


def main() -> None:
    """Print one line a comparison."""
    for name in ("import", "outputs"):
        few, many = (peak(name, count) for count in (FEW, MANY))
        print(f"{name}: {many / 1024:.0f} MB at most with {MANY:,} releases, {many / few:.2f} times that with {FEW:,}")
        if many > few * MOST:
            raise SystemExit(f"{name}: memory grows with the number of releases.")


def peak(name: str, count: int) -> int:
    """Return the most memory that a process needs for it, in KiB."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3"}
        if name == "outputs":
            run("fill", count, folder, environment)
        return int(run(name, count, folder, environment))


def run(name: str, count: int, folder: str, environment: dict[str, str]) -> str:
    command = [sys.executable, __file__, name, str(count), folder]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    return done.stdout.strip().rpartition("\n")[2]


def work(name: str, count: int, folder: Path) -> None:
    """Do it in this process, and print its peak."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    if name == "outputs":
        ask()
    else:
        write(count, folder)
        # Reading and planning first, saving then; the paper of the captures is not what is measured.
        call_command("import_releases", str(folder / "captures"), stdout=Path(os.devnull).open("w"))  # noqa: SIM115
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def write(count: int, folder: Path) -> None:
    """Write captures that differ in title and day, made from one of the example site's."""
    text = (ROOT / "example_site" / "captures" / "storm-season-readiness.txt").read_text("utf-8")
    title = "Harbor Office Is Ready for the 2026 Storm Season"
    target = folder / "captures"
    target.mkdir(exist_ok=True)
    for number in range(count):
        (target / f"{number:06}.txt").write_text(
            text.replace(title, f"Harbor Office Is Ready for Storm {number}"), "utf-8"
        )


def ask() -> None:
    """Read each output to its end, piece by piece as a server sends it."""
    from django.test import Client

    for address in OUTPUTS:
        for _piece in pieces(Client(SERVER_NAME="localhost"), address):
            pass


def pieces(client: object, address: str) -> Iterator[bytes]:
    response = client.get(address)  # type: ignore[attr-defined]
    yield from response


if __name__ == "__main__":
    if len(sys.argv) > 1:
        work(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
