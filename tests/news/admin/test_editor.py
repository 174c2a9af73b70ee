from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client, override_settings

from govpage.news.admin.editor import EditorText, PlainText, editor_extensions, text_widget
from govpage.richtext import RELEASE_BODY, RichText
from tests.news.admin.posts import LIST, texts

WITHOUT = [app for app in settings.INSTALLED_APPS if app != "django_prose_editor"]


def config(html: str) -> dict[str, object]:
    found = re.search(r'data-gov-editor="([^"]+)"', html)
    assert found is not None
    return dict(json.loads(found[1].replace("&quot;", '"').replace("&#x27;", "'")))


def test_the_editor_is_there_where_it_is_installed(admin_client: Client) -> None:
    html = texts(admin_client, f"{LIST}add/")
    assert (html.count("data-gov-editor="), 'type="module"' in html, "importmap" in html) == (2, True, False)


def test_without_it_there_is_a_plain_box() -> None:
    with override_settings(INSTALLED_APPS=WITHOUT):
        assert type(text_widget(RELEASE_BODY, "Text")) is PlainText


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (RELEASE_BODY, {"Bold", "BulletList", "OrderedList", "ListItem", "Link", "Blockquote"}),
        (RichText(lists=False), {"Bold", "Link", "Blockquote"}),
    ],
)
def test_the_buttons_are_those_of_the_rules(rules: RichText, expected: set[str]) -> None:
    assert set(editor_extensions(rules)) - {"Italic", "Subscript", "Superscript"} == expected


def test_the_editor_knows_its_name_and_the_rules() -> None:
    found = config(EditorText(RELEASE_BODY, "Text").render("body", ""))
    assert (found["label"], found["levels"], found["protocols"]) == ("Text", [2, 3], list(RELEASE_BODY.link_schemes))


@pytest.mark.parametrize(
    "text",
    ['<p lang="es">a</p>', "<dl><dt>a</dt></dl>", '<abbr title="a">b</abbr>', '<a href="/" hreflang="es">a</a>'],
)
def test_what_the_editor_would_lose_stays_in_the_plain_box(text: str) -> None:
    assert "data-gov-editor" not in EditorText(RELEASE_BODY, "Text").render("body", text)


@pytest.mark.parametrize("text", ["", None, '<h2>a</h2><p><a href="/x">b</a></p><ul><li>c</li></ul>'])
def test_what_the_editor_knows_is_in_it(text: str | None) -> None:
    assert "data-gov-editor" in EditorText(RELEASE_BODY, "Text").render("body", text)


def test_every_extension_is_one_of_the_library() -> None:
    found = finders.find("django_prose_editor/editor.js")
    assert isinstance(found, str)
    library = Path(found).read_text("utf-8")
    missing = [name for name in editor_extensions(RELEASE_BODY) if f" as {name}," not in library]
    assert missing == []
