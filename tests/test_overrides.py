from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from govpage.components import SkipLink
from govpage.overrides import TEMPLATES, overrides, template_names, version_of

SKIP_LINK = "govpage/components/skip_link.html"
Put = Callable[[str, str], Path]


@pytest.fixture
def put(settings: Any, tmp_path: Path) -> Put:
    """Let the site have a template of its own."""

    def write(name: str, text: str) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [str(tmp_path)]}]
        return file

    return write


def stale() -> list[str]:
    return [message.msg for message in run_checks() if message.id == "govpage.W004"]


@pytest.mark.parametrize("name", template_names())
def test_a_template_has_a_version(name: str) -> None:
    assert version_of(TEMPLATES / name)


def test_parts_that_are_only_included_are_not_overridden_by_name() -> None:
    assert [name for name in template_names() if name.startswith("govpage/icons/")] == []


def test_a_site_without_templates_of_its_own_has_no_overrides() -> None:
    assert list(overrides()) == []


def test_a_copy_is_used_and_is_no_trouble_while_it_is_of_our_version(put: Put) -> None:
    file = put(SKIP_LINK, "{# govpage: skip_link/1 #}\n<a href='#{{ target }}'>Mine</a>")
    assert SkipLink().render_html() == "<a href='#main-content'>Mine</a>"
    assert [(override.name, override.path) for override in overrides()] == [(SKIP_LINK, file)]
    assert stale() == []


@pytest.mark.parametrize(
    ("first_line", "says"),
    [
        pytest.param("{# govpage: skip_link/0 #}", "version 0", id="older"),
        pytest.param("<a>Mine</a>", "no version", id="no-mark"),
    ],
)
def test_a_copy_of_another_version_is_named(put: Put, first_line: str, says: str) -> None:
    file = put(SKIP_LINK, f"{first_line}\n<a>Mine</a>")
    assert stale() == [f"{file} overrides {SKIP_LINK} and names {says}; ours is version 1."]


@pytest.mark.parametrize("name", ["skip_link", "skip-link", "gov_skip_link", SKIP_LINK])
def test_a_template_is_copied_out(tmp_path: Path, name: str) -> None:
    out = StringIO()
    call_command("govpage_template", name, into=tmp_path, stdout=out)
    assert out.getvalue() == f"{tmp_path / SKIP_LINK}\n"
    assert (tmp_path / SKIP_LINK).read_bytes() == (TEMPLATES / SKIP_LINK).read_bytes()


def test_a_copy_is_not_overwritten_unasked(tmp_path: Path) -> None:
    call_command("govpage_template", "skip_link", into=tmp_path, stdout=StringIO())
    (tmp_path / SKIP_LINK).write_text("Mine", "utf-8")
    with pytest.raises(CommandError, match="is there already; --force overwrites it"):
        call_command("govpage_template", "skip_link", into=tmp_path)
    call_command("govpage_template", "skip_link", into=tmp_path, force=True, stdout=StringIO())
    assert version_of(tmp_path / SKIP_LINK) == 1


def test_an_unknown_template_is_named_with_the_nearest() -> None:
    with pytest.raises(CommandError, match=r"There is no template 'skiplink'\. Did you mean 'skip_link'\?"):
        call_command("govpage_template", "skiplink")


def test_a_template_that_no_engine_finds_is_no_override(settings: Any) -> None:
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.jinja2.Jinja2"},
        settings.TEMPLATES[0] | {"APP_DIRS": False},
    ]
    assert list(overrides()) == []
