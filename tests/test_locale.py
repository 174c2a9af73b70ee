"""Every word of the public interface is there in every language, and what is compiled is what is written."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.http import HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.test import RequestFactory
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import override
from django.utils.translation.template import templatize

from govpage.components import Banner, DocumentLanguage, Identifier
from govpage.components.language_selector import LanguageLink
from govpage.dates import long_date
from govpage.languages import own_name
from govpage.news.models import NewsRelease
from tests.conftest import ROOT

GOVPAGE, EXAMPLE_SITE = ROOT / "govpage", ROOT / "example_site"
CATALOGUES = [
    pytest.param(file, id=f"{file.parents[3].name}-{file.parents[1].name}")
    for app in (GOVPAGE, EXAMPLE_SITE)
    for file in sorted(app.glob("locale/*/LC_MESSAGES/django.po"))
]
OF_PACKAGE = [pytest.param(file, id=file.parents[1].name) for file in sorted(GOVPAGE.glob("locale/*/*/django.po"))]
REVIEWED = {"es"}
"""Languages that the maintainers answer for; in all others a speaker has still to read what is there."""

TO_REVIEW = sorted({str(param.id) for param in OF_PACKAGE} - REVIEWED)
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
STAFF = re.compile(
    r"(^|/)(apps|admin|models|lifecycle|fields|files|editing|snapshots|uploads)\.py$|^feedback/(alert_words|charts|digest|mailing|staff_words)\.py$|(^|/)(gallery|contrib|content)/|/(admin|models)/|^audit/"
)
"""Files whose words only staff read, by their paths below the package: English will do, except in Spanish."""

DJANGO_S = {("", str(month)) for month in [*MONTHS.values(), *MONTHS_3.values()]} | {
    ("alt. month", str(month)) for month in MONTHS.values()
}
"""Names of months, which Django brings for most languages, and a catalogue may bring for the others."""


@cache
def catalogue(file: Path) -> Catalog:
    with file.open("rb") as lines:
        return read_po(lines)


def messages(file: Path) -> dict[tuple[str, str], Message]:
    return {_key(message.id, message.context): message for message in catalogue(file) if message.id}


def _key(words: object, context: str | None) -> tuple[str, str]:
    return (context or "", str(words[0] if isinstance(words, tuple | list) else words))


@cache
def used(app: Path, staff: bool = True) -> frozenset[tuple[str, str]]:
    """Return every text that the app's code and templates mark as translatable, on request without those of staff."""
    files = [file for file in [*app.rglob("*.py"), *app.rglob("*.html")] if staff or not _is_staff_s(file, app)]
    return frozenset(key for file in files for key in _texts_of(file)) - {("", "")}


def _is_staff_s(file: Path, app: Path) -> bool:
    return bool(STAFF.search(file.relative_to(app).as_posix()))


def _texts_of(file: Path) -> Iterator[tuple[str, str]]:
    source = file.read_text("utf-8")
    code = _python(templatize(source)) if file.suffix == ".html" else source
    for _line, words, _comments, context in extract("python", BytesIO(code.encode()), KEYWORDS):
        yield _key(words, context)


def _python(templatized: str) -> str:
    """Return the calls that Django makes of a template, without the indentation of its HTML."""
    return "\n".join(line.strip() for line in templatized.splitlines())


def needed(language: str) -> frozenset[tuple[str, str]]:
    """Return the texts that a language has to have: for Spanish all, for others what the public reads."""
    if language in REVIEWED:
        return used(GOVPAGE)
    # Kinds of releases stand in a model and are read by everybody.
    with override("en"):
        kinds = {("", str(label)) for _code, label in NewsRelease._meta.get_field("kind").flatchoices}
    return used(GOVPAGE, staff=False) | kinds


def lacking(file: Path) -> list[str]:
    """Return the texts that have no translation, each with the language that lacks it."""
    language = file.parents[1].name
    known = {key for key, message in messages(file).items() if _is_whole(message)}
    return [f"{language}: {context} {words!r}" for context, words in sorted(needed(language) - known)]


def _is_whole(message: Message) -> bool:
    return all(_forms(message)) and not message.fuzzy


def _forms(message: Message) -> list[str]:
    """Return the forms of a translation: one, or one a plural form."""
    return [message.string or ""] if isinstance(message.string, str | None) else list(message.string)


@pytest.mark.parametrize("file", OF_PACKAGE)
def test_every_text_has_its_translation(file: Path) -> None:
    """What is listed here goes into that language's django.po; then `make messages` compiles it."""
    assert lacking(file) == []


def test_a_text_without_translation_is_named(tmp_path: Path) -> None:
    file = tmp_path / "xx" / "LC_MESSAGES" / "django.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\nmsgid "Yes"\nmsgstr ""\n')
    assert "xx:  'Yes'" in lacking(file)
    assert "xx: date format 'F j, Y'" in lacking(file)
    assert "xx:  'news release'" not in lacking(file)


def test_the_example_site_has_its_spanish() -> None:
    apps = (GOVPAGE, EXAMPLE_SITE)
    known = {key for app in apps for key in messages(app / "locale" / "es" / "LC_MESSAGES" / "django.po")}
    assert sorted(used(EXAMPLE_SITE) - known) == []


def test_there_are_ten_languages_more_than_english_and_spanish() -> None:
    assert len(TO_REVIEW) >= 10


@pytest.mark.parametrize("file", CATALOGUES)
def test_no_translation_is_left_over(file: Path) -> None:
    assert sorted(set(messages(file)) - used(GOVPAGE) - used(EXAMPLE_SITE) - DJANGO_S) == []


@pytest.mark.parametrize("file", CATALOGUES)
def test_placeholders_are_the_same(file: Path) -> None:
    wrong = [m.id for m in messages(file).values() if list(m.check(catalogue(file))) or _lost(m)]
    assert wrong == []


MARKS = re.compile(r"%\(\w+\)[sd]|</?\w[^>]*>")


def _lost(message: Message) -> list[str]:
    """Return every form of a translation that has not all placeholders and tags of the text."""
    text = message.id if isinstance(message.id, str) else message.id[-1]
    return [form for form in _forms(message) if form and sorted(MARKS.findall(form)) != sorted(MARKS.findall(text))]


@pytest.mark.parametrize("form", ["Page", "Page %(nmber)s", "<b>Page %(number)s</b>"])
def test_a_lost_placeholder_is_found(form: str) -> None:
    assert _lost(Message("Page %(number)s", form)) == [form]


@pytest.mark.parametrize("file", CATALOGUES)
def test_every_plural_has_all_its_forms(file: Path) -> None:
    forms = catalogue(file).num_plurals
    wrong = [m.id for m in messages(file).values() if m.pluralizable and len(_forms(m)) != forms]
    assert wrong == []


PLURALS = {
    "ar": {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 103: 3},
    "de": {0: 1, 1: 0, 2: 1},
    "es": {0: 1, 1: 0, 2: 1},
    "fr": {0: 0, 1: 0, 2: 1},
    "hi": {1: 0, 2: 1},
    "ht": {1: 0, 2: 1},
    "ko": {0: 0, 1: 0, 2: 0},
    "pl": {0: 2, 1: 0, 2: 1, 5: 2, 12: 2, 21: 2, 22: 1},
    "pt_BR": {0: 0, 1: 0, 2: 1},
    "ru": {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 22: 1},
    "tl": {0: 0, 1: 0, 2: 1},
    "vi": {0: 0, 1: 0, 2: 0},
    "zh_Hans": {0: 0, 1: 0, 2: 0},
    "zh_Hant": {0: 0, 1: 0, 2: 0},
}
"""Which form goes with which number. Source: Unicode CLDR, language plural rules, as gettext's manual and Django have them"""


@pytest.mark.parametrize("file", OF_PACKAGE)
def test_the_plural_goes_with_the_number(file: Path) -> None:
    form = gettext.c2py(catalogue(file).plural_expr)
    expected = PLURALS[file.parents[1].name]
    assert {number: form(number) for number in expected} == expected


@pytest.mark.parametrize("file", CATALOGUES)
def test_what_is_compiled_is_what_is_written(file: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue(file))
    compiled.seek(0)
    with file.with_suffix(".mo").open("rb") as shipped:
        assert _texts(gettext.GNUTranslations(shipped)) == _texts(gettext.GNUTranslations(compiled))


def _texts(translations: gettext.GNUTranslations) -> dict[object, str]:
    catalog: dict[object, str] = translations._catalog  # type: ignore[attr-defined]
    return {key: text for key, text in catalog.items() if key}


@pytest.mark.parametrize("language", TO_REVIEW)
def test_what_no_speaker_has_read_says_so(language: str) -> None:
    header = catalogue(GOVPAGE / "locale" / language / "LC_MESSAGES" / "django.po").header_comment
    docs = (ROOT / "docs" / "languages.md").read_text("utf-8")
    found = re.search(r"To be reviewed by a speaker of (.+)\.", header)
    assert found
    assert f"| `{language.replace('_', '-').lower()}` | {found[1]} | to be reviewed |" in docs


def code(language: str) -> str:
    return language.replace("_", "-").lower()


@pytest.mark.parametrize("component", [Banner("gov"), Banner("mil"), Identifier()], ids=["gov", "mil", "identifier"])
@pytest.mark.parametrize("language", TO_REVIEW)
def test_official_words_stay_english_and_say_so(language: str, component: Banner | Identifier) -> None:
    with override(code(language)):
        html = component.render_html()
    assert 'lang="en" dir="ltr"' in html.partition(">")[0]
    assert "official website of the" in html


@pytest.mark.parametrize("language", TO_REVIEW)
def test_the_page_says_its_language(language: str) -> None:
    with override(code(language)):
        expected = f'lang="{code(language)}" dir="{"rtl" if language == "ar" else "ltr"}"'
        assert DocumentLanguage().render_html() == expected


@pytest.mark.parametrize(
    ("language", "january", "may"),
    [
        ("ar", "20 يناير 2021", "1 مايو 2021"),
        ("de", "20. Januar 2021", "1. Mai 2021"),
        ("es", "20 de enero de 2021", "1 de mayo de 2021"),
        ("fr", "20 janvier 2021", "1 mai 2021"),
        ("hi", "20 जनवरी 2021", "1 मई 2021"),
        ("ht", "20 janvye 2021", "1 me 2021"),
        ("ko", "2021년 1월 20일", "2021년 5월 1일"),
        ("pl", "20 stycznia 2021", "1 maja 2021"),
        ("pt-br", "20 de janeiro de 2021", "1 de maio de 2021"),
        ("ru", "20 января 2021 г.", "1 мая 2021 г."),
        ("tl", "Enero 20, 2021", "Mayo 1, 2021"),
        ("vi", "ngày 20 tháng 1 năm 2021", "ngày 1 tháng 5 năm 2021"),
        ("zh-hans", "2021年1月20日", "2021年5月1日"),
        ("zh-hant", "2021年1月20日", "2021年5月1日"),
    ],
)
def test_dates_read_as_people_write_them(language: str, january: str, may: str) -> None:
    with override(language):
        assert (long_date(date(2021, 1, 20)), long_date(date(2021, 5, 1))) == (january, may)


@pytest.mark.parametrize(("language", "name"), [("ht", "Kreyòl ayisyen"), ("tl", "Tagalog"), ("pl", "Polski")])
def test_a_language_is_named_in_itself(language: str, name: str) -> None:
    assert LanguageLink(language, "/").name == name


@pytest.mark.parametrize("language", ["ht", "tl"])
def test_a_visitor_gets_a_language_that_django_may_not_know(settings: Any, rf: RequestFactory, language: str) -> None:
    settings.LANGUAGES = [("en", "English"), (language, own_name(language))]
    page = LocaleMiddleware(lambda _request: HttpResponse(DocumentLanguage().render_html()))
    response = cast(HttpResponse, page(rf.get("/", headers={"accept-language": language})))
    assert response.content.decode() == f'lang="{language}" dir="ltr"'
    assert response["Content-Language"] == language
