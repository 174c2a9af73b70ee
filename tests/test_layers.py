"""Apps import the core, the core imports no app, and news and feedback do not know each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "govpage"
APPS = ("news", "feedback", "audit", "gallery")
HEAVY = ("selenium", "axe_selenium_python")
MODULES = [
    pytest.param(file, id=str(file.relative_to(PACKAGE)))
    for file in sorted(PACKAGE.rglob("*.py"))
    if "migrations" not in file.parts
]


def app_of(module: str) -> str:
    """Return the app that a dotted name belongs to; "" for the core and for other packages."""
    parts = module.split(".")
    return parts[1] if parts[0] == "govpage" and len(parts) > 1 and parts[1] in APPS else ""


def imported(file: Path, *, at_import: bool = False) -> set[str]:
    """Return the modules that a file imports, or only those that importing it loads."""
    tree = ast.parse(file.read_text("utf-8"))
    nodes = tree.body if at_import else ast.walk(tree)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("file", MODULES)
def test_imports_only_the_core_and_its_own_app(file: Path) -> None:
    own = file.relative_to(PACKAGE).parts[0]
    others = {app_of(module) for module in imported(file)} - {"", own}
    assert others == set()


@pytest.mark.parametrize("file", MODULES)
def test_loads_nothing_heavy_at_import(file: Path) -> None:
    assert {module.partition(".")[0] for module in imported(file, at_import=True)} & set(HEAVY) == set()


@pytest.mark.parametrize("file", MODULES)
def test_is_under_300_lines(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) < 300


def test_the_core_has_no_models() -> None:
    from django.apps import apps

    assert list(apps.get_app_config("govpage").get_models()) == []
