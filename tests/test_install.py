"""The README's install section, followed to the letter in a new project with the built wheel."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.install
README = (ROOT / "README.md").read_text("utf-8")
DEPLOYING = (ROOT / "docs" / "deploying.md").read_text("utf-8")
VISIT = """
from django.test import Client
page = Client().get({address!r}, headers={{"host": "localhost"}})
print(page.status_code, page.content.decode())
"""


def block(name: str, page: str = README) -> str:
    """Return the code that the page gives for that file."""
    found = re.search(rf"<!-- {re.escape(name)} -->\n```\w+\n(.*?)```", page, re.DOTALL)
    assert found
    return found[1]


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Return what the command printed, its complaints included; it must end well."""
    outside = {
        name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "PYTHONPATH")
    }
    arguments = [*map(str, command)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=cwd, env=outside, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built from a copy of what is committed or about to be."""
    folder = tmp_path_factory.mktemp("dist")
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--quiet",
        "--wheel-dir",
        folder,
        ROOT,
    )
    return next(folder.glob("govpage-*.whl"))


@pytest.fixture(scope="module")
def project(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project in an environment of its own that has the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("project")
    environment = folder / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    packages = Path(
        run(environment / "bin" / "python", "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])").strip()
    )
    # Dependencies come from the running environment; its own govpage does not, since .pth files are not read there.
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"], "utf-8")
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target", packages, wheel)
    python = environment / "bin" / "python"
    run(python, "-m", "django", "startproject", "mysite", folder)
    with (folder / "mysite" / "settings.py").open("a", encoding="utf-8") as settings:
        settings.write(block("settings.py"))
        settings.write('\nINSTALLED_APPS += ["mysite"]\nALLOWED_HOSTS = ["localhost"]\n')
    with (folder / "mysite" / "urls.py").open("a", encoding="utf-8") as urls:
        urls.write(block("urls.py"))
    templates = folder / "mysite" / "templates"
    templates.mkdir()
    (templates / "home.html").write_text(block("home.html"), "utf-8")
    run(python, "manage.py", "migrate", cwd=folder)
    return folder


def manage(project: Path, *arguments: str | Path) -> str:
    return run(project / "venv" / "bin" / "python", "manage.py", *arguments, cwd=project)


def visit(project: Path, address: str) -> str:
    return manage(project, "shell", "-v", "0", "-c", VISIT.format(address=address))


def test_the_project_uses_the_wheel(project: Path) -> None:
    where = manage(project, "shell", "-v", "0", "-c", "import govpage; print(govpage.__file__)")
    assert where.startswith(str(project))


@pytest.mark.parametrize(
    "part",
    [
        "Skip to main content",
        "An official website of the United States government",
        "<title>How to report a broken buoy | Department of Examples</title>",
        "Was this page helpful?",
        "examples.example.gov",
        "/static/govpage/css/tokens.css",
    ],
)
def test_the_first_page_is_complete(project: Path, part: str) -> None:
    page = visit(project, "/")
    assert page.startswith("200 ")
    assert part in page


def test_check_names_what_is_still_missing(project: Path) -> None:
    missing = ["govpage.W002", "govpage_feedback.W010", "govpage_feedback.W011", "govpage_feedback.W030"]
    assert sorted(re.findall(r"govpage\w*\.\w\d+", manage(project, "check"))) == missing


def test_a_capture_becomes_a_page(project: Path) -> None:
    manage(project, "import_releases", ROOT / "example_site" / "captures" / "harbor-lifesaving-missions.txt")
    page = visit(project, "/news/2018/08/14/how-the-harbor-office-saves-lives-on-the-water/")
    assert page.startswith("200 ")
    assert "Archived Content" in page


def test_in_production_stylesheet_and_script_are_one_file_each(project: Path) -> None:
    settings = project / "mysite" / "production.py"
    production = block("settings.py in production", DEPLOYING)
    settings.write_text(f"from mysite.settings import *\nDEBUG = False\n{production}", "utf-8")
    manage(project, "collectstatic", "--noinput", "--settings", "mysite.production")
    manage(project, "compress", "--settings", "mysite.production")
    page = manage(project, "shell", "-v", "0", "--settings", "mysite.production", "-c", VISIT.format(address="/"))
    bundles = re.findall(r"/static/(CACHE/\w+/output\.\w+\.\w+)", page)
    assert [bundle.rpartition(".")[2] for bundle in bundles] == ["css", "js"]
    assert [bundle for bundle in bundles if not (project / "static_root" / bundle).is_file()] == []


def test_no_migration_is_missing(project: Path) -> None:
    assert "No changes detected" in manage(project, "makemigrations", "--check", "--dry-run")


def _shipped(suffix: str) -> list[str]:
    return [str(file.relative_to(ROOT)) for file in sorted((ROOT / "govpage").rglob(f"*{suffix}"))]


@pytest.mark.parametrize("suffix", [".py", ".html", ".css", ".js", ".mo", ".po", "py.typed"])
def test_the_wheel_holds_every_file(wheel: Path, suffix: str) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert _shipped(suffix)
    assert [name for name in _shipped(suffix) if name not in held] == []


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    folders = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert folders == {"govpage", f"{wheel.name.split('-')[0]}-{wheel.name.split('-')[1]}.dist-info"}


@pytest.mark.parametrize("requirement", ["django>=5.2", "django-compressor>=4.6", "nh3>=0.3"])
def test_the_wheel_names_what_it_needs(wheel: Path, requirement: str) -> None:
    archive = zipfile.ZipFile(wheel)
    metadata = next(name for name in archive.namelist() if name.endswith("METADATA"))
    assert f"Requires-Dist: {requirement}\n" in archive.read(metadata).decode()
