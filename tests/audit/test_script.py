"""Where axe-core is looked for."""

from pathlib import Path

import pytest

from govpage.audit import AxeMissing
from govpage.audit.script import npm_script, script_version


def make_script(folder: Path, text: str = 'axe.version = "4.12.0"') -> Path:
    """An axe-core that says its version and does nothing, in a new folder."""
    folder.mkdir(parents=True)
    script = folder / "axe.min.js"
    script.write_text(text)
    return script


@pytest.fixture
def nothing_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The current directory, with no axe-core named or near."""
    monkeypatch.delenv("GOVPAGE_AXE_PATH", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_is_found_where_nothing_is(nothing_named: Path) -> None:
    assert npm_script() is None


def test_script_is_found_in_the_current_directory(nothing_named: Path) -> None:
    script = make_script(nothing_named / "node_modules" / "axe-core")
    assert npm_script() == script


def test_script_is_found_above_the_current_directory(nothing_named: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = make_script(nothing_named / "node_modules" / "axe-core")
    (nothing_named / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(nothing_named / "a" / "b")
    assert npm_script() == script


def test_variable_comes_before_the_nearest(nothing_named: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_script(nothing_named / "node_modules" / "axe-core")
    script = make_script(nothing_named / "named")
    monkeypatch.setenv("GOVPAGE_AXE_PATH", str(script.parent))
    assert npm_script() == script


def test_argument_comes_before_the_variable(nothing_named: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVPAGE_AXE_PATH", str(make_script(nothing_named / "named").parent))
    script = make_script(nothing_named / "argument")
    assert npm_script(script.parent) == script


def test_named_folder_without_axe_is_an_error(nothing_named: Path) -> None:
    make_script(nothing_named / "node_modules" / "axe-core")
    with pytest.raises(AxeMissing, match=r"no axe.min.js in .*absent.*`npm install axe-core`"):
        npm_script(nothing_named / "absent")


@pytest.mark.parametrize(
    ("text", "version"),
    [
        pytest.param('axe.version="4.14.1"', (4, 14, 1), id="minified"),
        pytest.param("axe.version = '4.9.0'", (4, 9, 0), id="spaced"),
        pytest.param("nothing", (), id="none"),
    ],
)
def test_version_is_read_from_the_script(tmp_path: Path, text: str, version: tuple[int, ...]) -> None:
    assert script_version(make_script(tmp_path / "axe", text)) == version
