"""Every word of the interface has its Spanish, and what is compiled is what is written."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.conftest import ROOT

APPS = [pytest.param(ROOT / name, id=name) for name in ("govpage", "example_site")]
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def catalogue(app: Path) -> dict[tuple[str, str], Message]:
    with (app / "locale" / "es" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {_key(message.id, message.context): message for message in read_po(file) if message.id}


def _key(words: object, context: str | None) -> tuple[str, str]:
    return (context or "", str(words[0] if isinstance(words, tuple | list) else words))


def used(app: Path) -> Iterator[tuple[str, str]]:
    """Give every text that the app's code and templates mark as translatable."""
    for file in [*app.rglob("*.py"), *app.rglob("*.html")]:
        source = file.read_text("utf-8")
        code = _python(templatize(source)) if file.suffix == ".html" else source
        for _line, words, _comments, context in extract("python", BytesIO(code.encode()), KEYWORDS):
            yield _key(words, context)


@pytest.mark.parametrize("app", APPS)
def test_every_text_has_its_spanish(app: Path) -> None:
    known = {key for param in APPS for key, message in catalogue(_path(param)).items() if message.string}
    assert sorted(set(used(app)) - known - {("", "")}) == []


def _python(templatized: str) -> str:
    """Return the calls that Django makes of a template, without the indentation of its HTML."""
    return "\n".join(line.strip() for line in templatized.splitlines())


def _path(param: object) -> Path:
    return param.values[0]  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize("app", APPS)
def test_no_translation_is_left_over(app: Path) -> None:
    marked = set(used(ROOT / "govpage")) | set(used(ROOT / "example_site"))
    assert sorted(set(catalogue(app)) - marked) == []


@pytest.mark.parametrize("app", APPS)
def test_placeholders_are_the_same(app: Path) -> None:
    wrong = [message.id for message in catalogue(app).values() if list(message.check())]
    assert wrong == []


@pytest.mark.parametrize("app", APPS)
def test_what_is_compiled_is_what_is_written(app: Path) -> None:
    folder = app / "locale" / "es" / "LC_MESSAGES"
    with (folder / "django.po").open("rb") as file:
        compiled = BytesIO()
        write_mo(compiled, read_po(file, locale="es"))
    compiled.seek(0)
    with (folder / "django.mo").open("rb") as shipped:
        assert _texts(gettext.GNUTranslations(shipped)) == _texts(gettext.GNUTranslations(compiled))


def _texts(translations: gettext.GNUTranslations) -> dict[object, str]:
    catalog: dict[object, str] = translations._catalog  # type: ignore[attr-defined]
    return {key: text for key, text in catalog.items() if key}
