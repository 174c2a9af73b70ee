"""Finding the browser and describing a view; nothing here starts one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from govpage.audit import BrowserMissing, Media, Scheme, View
from govpage.audit.browser import find_browser, find_driver

ROOT = Path(__file__).parent.parent.parent


def make_program(folder: Path, name: str) -> str:
    """An empty program, and its path."""
    program = folder / name
    program.touch(mode=0o755)
    return str(program)


@pytest.fixture
def empty_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that is the whole PATH and holds nothing; no program is named either."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("CHROMEDRIVER", raising=False)
    return tmp_path


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_browser_is_found_on_the_path(empty_path: Path, name: str) -> None:
    program = make_program(empty_path, name)
    assert find_browser() == program


def test_chromium_comes_before_chrome(empty_path: Path) -> None:
    make_program(empty_path, "google-chrome")
    program = make_program(empty_path, "chromium")
    assert find_browser() == program


def test_driver_is_found_on_the_path(empty_path: Path) -> None:
    program = make_program(empty_path, "chromedriver")
    assert find_driver() == program


def test_named_browser_comes_first(empty_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_program(empty_path, "chromium")
    monkeypatch.setenv("CHROMIUM", make_program(empty_path, "mine"))
    assert find_browser() == str(empty_path / "mine")


def test_named_driver_comes_first(empty_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_program(empty_path, "chromedriver")
    monkeypatch.setenv("CHROMEDRIVER", make_program(empty_path, "mine"))
    assert find_driver() == str(empty_path / "mine")


def test_missing_browser_names_the_command(empty_path: Path) -> None:
    with pytest.raises(BrowserMissing, match=r"chromium or .*`apt-get install chromium chromium-driver`.*brew install"):
        find_browser()


def test_missing_driver_is_missing_browser(empty_path: Path) -> None:
    with pytest.raises(BrowserMissing, match="found no chromedriver"):
        find_driver()


def test_named_browser_that_is_absent_is_not_replaced(empty_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_program(empty_path, "chromium")
    monkeypatch.setenv("CHROMIUM", "absent")
    with pytest.raises(BrowserMissing, match="found no absent"):
        find_browser()


def test_browser_tests_fail_without_a_browser(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "browser" / "conftest.py", tmp_path)
    (tmp_path / "test_one.py").write_text("def test_one(browser): pass")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", os.devnull, "--rootdir", tmp_path, "-p", "no:cacheprovider", tmp_path],
        env={"PATH": "", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "apt-get install chromium chromium-driver" in run.stdout
    assert "skipped" not in run.stdout


def test_selenium_is_not_imported_before_an_audit() -> None:
    code = "import sys, govpage.audit; sys.exit('selenium' in sys.modules or 'axe_selenium_python' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, check=False).returncode == 0


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"width": 0}, "no width 0. Legal: whole numbers from 1 to 10000"),
        ({"width": 320.5}, "no width 320.5"),
        ({"height": 10_001}, "no height 10001"),
        ({"scheme": "sepia"}, "no scheme 'sepia'. Legal: 'light', 'dark'"),
        ({"media": "tv"}, "no media 'tv'. Legal: 'screen', 'print'"),
        ({"scripting": "no"}, "no scripting 'no'. Legal: True, False"),
        ({"forced_colors": "active"}, "no forced_colors 'active'"),
        ({"reduced_motion": None}, "no reduced_motion None"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_view_refuses_what_is_not_legal(values: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        View(**values)  # type: ignore[arg-type]


def test_view_takes_the_enum_as_well_as_its_value() -> None:
    assert View(scheme=Scheme.DARK, media=Media.PRINT) == View(scheme="dark", media="print")


def test_view_is_said_in_browser_commands() -> None:
    view = View(320, 640, "dark", scripting=False, forced_colors=True, media="print", reduced_motion=True)
    features = [
        {"name": "prefers-color-scheme", "value": "dark"},
        {"name": "forced-colors", "value": "active"},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    assert view.commands() == [
        (
            "Emulation.setDeviceMetricsOverride",
            {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": False},
        ),
        ("Emulation.setEmulatedMedia", {"media": "print", "features": features}),
        ("Emulation.setScriptExecutionDisabled", {"value": True}),
    ]
