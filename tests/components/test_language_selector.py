from __future__ import annotations

import re
from typing import Any

import pytest
from django.utils.translation import override

from govpage.components import LanguageLink, LanguageSelector

ENGLISH, SPANISH, HAITIAN = LanguageLink("en", "/a/"), LanguageLink("es", "/b/"), LanguageLink("ht", "/c/", "Kreyòl")


@pytest.mark.parametrize(("language", "address"), [("en", "/b/"), ("es", "/a/"), ("es-mx", "/a/")])
def test_of_two_the_other_is_linked(language: str, address: str) -> None:
    with override(language):
        html = LanguageSelector((ENGLISH, SPANISH)).render_html()
    assert html.count("<a") == 1
    assert f'href="{address}"' in html
    assert "<button" not in html


@pytest.mark.parametrize(("language", "current"), [("en", "English"), ("es", "Español")])
def test_of_more_the_one_of_the_page_is_marked(language: str, current: str) -> None:
    with override(language):
        html = LanguageSelector((ENGLISH, SPANISH, HAITIAN)).render_html()
    assert html.count("<a") == 3
    assert re.findall(r'aria-current="true"><span lang="\w+">(\w+)<', html) == [current]
    assert '<a href="/c/" hreflang="ht"><span lang="ht">Kreyòl</span></a>' in html


def test_a_language_names_itself() -> None:
    assert [LanguageLink(code, "/").name for code in ("es", "ar", "zh-hans")] == ["Español", "العربيّة", "简体中文"]


def test_a_language_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="the language 'xx' needs a name"):
        LanguageLink("xx", "/")


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(ValueError, match="language_selector: variant is 'big'; legal are"):
        LanguageSelector((ENGLISH,), "big")


@pytest.mark.parametrize("languages", [(), None, (ENGLISH,)])
def test_one_language_needs_no_selector(languages: tuple[LanguageLink, ...]) -> None:
    assert LanguageSelector(languages).render_html() == ""


def test_where_no_language_is_active_all_are_others() -> None:
    with override(None):
        assert LanguageSelector((ENGLISH, SPANISH)).context()["other"] is None


@pytest.mark.parametrize(("stylesheet", "hidden"), [("govpage", False), ("uswds", True)])
def test_the_list_is_hidden_for_the_script_of_uswds_alone(settings: Any, stylesheet: str, hidden: bool) -> None:
    settings.GOVPAGE = {"stylesheet": stylesheet}
    assert (" hidden>" in LanguageSelector((ENGLISH, SPANISH, HAITIAN)).render_html()) is hidden
