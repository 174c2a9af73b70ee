from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest
from django.template import Context, Library
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, override

from govpage import rendering
from govpage.rendering import render_page

BASE = "[{% block a %}A{% endblock %}|{% block b %}B{% block c %}C{% endblock %}{% endblock %}]{{ word }}"
TEMPLATES = {
    "base": BASE,
    "child": '{% extends "base" %}{% load govpage %}{% block a %}{{ word }}{% gov_site_name "X" %}{% endblock %}',
    "grandchild": '{% extends "child" %}{% block c %}{% block d %}D{% endblock %}{% endblock %}',
    "static": '{% extends "base" %}{% load govpage %}{% block b %}{% gov_skip_link %}{% endblock %}',
    "kept-in-variable": "{% load govpage %}{% gov_skip_link as link %}{{ link }}",
    "super": '{% extends "base" %}{% block a %}{{ block.super }}!{% endblock %}',
    "block-in-tag": "{% if word %}{% block a %}A{% endblock %}{% endif %}",
    "parent-in-variable": "{% extends parent %}{% block a %}P{% endblock %}",
    "parent-with-filter": '{% extends "BASE"|lower %}{% block a %}F{% endblock %}',
    "condition": "{% load govpage %}{% if none %}N{% elif word %}{% gov_skip_link %}{{ word }}{% else %}E{% endif %}",
    "otherwise": "{% if none %}N{% elif missing.thing %}M{% else %}{{ word }}{% endif %}",
    "values": "{{ word }}{{ safe }}{{ number }}{{ none }}{{ missing }}{{ lazy }}{{ word|upper }}{{ 'a<b' }}",
    "parameters": "{% load govpage %}{% gov_site_name word %}{% gov_site_name safe %}{% gov_breadcrumb trail=crumbs %}",
    "processors": "{{ word }}{{ said }}{{ request.path }}{% include 'included' %}",
    "included": "{{ said }}",
    "copied": "{% copied %}",
    "counted": "{% counted %}",
    "comment": "{# a #}{% comment %}b{% endcomment %}c",
}
FLAT = ["base", "child", "grandchild", "static", "kept-in-variable", "comment"]
FLAT += ["processors", "included", "copied", "counted", "condition", "otherwise", "values", "parameters"]
CONTEXT: dict[str, Any] = {
    "word": "<w>",
    "parent": "base",
    "safe": SafeString("<b>"),
    "number": 1234.5,
    "none": None,
    "lazy": gettext_lazy("Skip to main content"),
    "crumbs": [["<w>", "/"], ["Here", ""]],
}
REQUEST = RequestFactory().get("/")


ASKED: list[HttpRequest] = []
register = Library()


def processor(request: HttpRequest) -> dict[str, Any]:
    ASKED.append(request)
    return {"said": "<s>", "word": "not the page's own", "request": request}


@register.simple_tag(takes_context=True)
def copied(context: Context) -> str:
    """Show a name as a tag sees it that copies the whole context."""
    return str(context.flatten()["said"])


@register.simple_tag(takes_context=True)
def counted(context: Context) -> int:
    """Count a name as a tag does that goes through the whole context."""
    return [name for values in context.dicts for name in values].count("said")


@pytest.fixture(autouse=True)
def templates(settings: Any) -> None:
    loaders = [
        ("django.template.loaders.locmem.Loader", TEMPLATES),
        "django.template.loaders.app_directories.Loader",
    ]
    django = {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", loaders)],
            "context_processors": ["tests.test_rendering.processor"],
            "builtins": ["tests.test_rendering"],
        },
    }
    settings.TEMPLATES = [django, {"BACKEND": "django.template.backends.dummy.TemplateStrings", "DIRS": []}]
    settings.DEBUG = False


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_the_page_is_the_same_as_django_s(name: str, language: str) -> None:
    with override(language):
        assert render_page(name, CONTEXT, REQUEST) == render_to_string(name, CONTEXT, REQUEST)


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_cannot_be_flat_is_left_to_django(name: str) -> None:
    assert (rendering._flat_page(name, "en") is not None) is (name in FLAT)


@pytest.mark.parametrize(("name", "times"), [("base", 0), ("otherwise", 1), ("processors", 1)])
def test_context_processors_are_asked_for_what_the_page_does_not_say(name: str, times: int) -> None:
    ASKED.clear()
    render_page(name, CONTEXT, REQUEST)
    assert len(ASKED) == times


def test_what_only_language_decides_is_text() -> None:
    page = rendering._flat_page("static", "en")
    assert page is not None
    assert [type(part).__name__ for part in page.nodes.parts] == ["str", "partial"]


def test_under_debug_django_renders(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEBUG = True
    monkeypatch.setattr(rendering, "_flat_page", None)
    assert render_page("base", CONTEXT, REQUEST) == "[A|BC]&lt;w&gt;"


def test_a_page_of_another_template_language_is_left_to_it(settings: Any, tmp_path: Any) -> None:
    (tmp_path / "plain").write_text("plain $csrf_input", "utf-8")
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.dummy.TemplateStrings", "DIRS": [str(tmp_path)]}]
    assert render_page("plain", {}, REQUEST).startswith("plain <input")


def test_a_change_of_settings_is_seen(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "One"}
    first = render_page("govpage/base.html", {}, REQUEST)
    settings.GOVPAGE = {"agency": "Two"}
    assert ("One" in first, "Two" in render_page("govpage/base.html", {}, REQUEST)) == (True, True)
