from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from govpage.components import Banner, LastUpdated


def printed(*args: str) -> str:
    out = StringIO()
    call_command("render_component", *args, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["last_updated", "last-updated", "LastUpdated", "gov_last_updated"])
def test_prints_the_html(name: str) -> None:
    assert printed(name) == LastUpdated.examples()["default"].component.render_html() + "\n"


def test_speaks_the_language_of_the_example() -> None:
    assert "20 de enero de 2021" in printed("last_updated", "--example", "spanish")


def test_speaks_the_language_asked_for() -> None:
    assert "Un sitio oficial" in printed("banner", "--language", "es")
    assert Banner("gov").render_html() + "\n" == printed("banner")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("bannr",), "There is no component 'bannr'. Did you mean 'banner'?", id="component"),
        pytest.param(
            ("banner", "--example", "milk"), "banner has no example 'milk'. Did you mean 'mil'?", id="example"
        ),
    ],
)
def test_a_wrong_name_is_named_with_the_nearest(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(CommandError) as error:
        printed(*arguments)
    assert str(error.value) == message
