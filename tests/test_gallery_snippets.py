"""Every line that the gallery shows gives the HTML of its example."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override
from jinja2 import Environment

from govpage.component import HOSTILE, Component, Example, forget_renderings
from govpage.components import ArchiveNotice, Breadcrumb, CollectionItem, LanguageLink, SiteAlert, SiteName
from govpage.gallery.literals import is_django_literal, laid_out, written
from govpage.gallery.snippets import django_snippet, jinja_snippet, python_snippet
from govpage.links import Link, NavItem
from tests.examples import EXAMPLES

JINJA = Environment(extensions=["govpage.jinja.Components"], autoescape=True)


def expected(example: Example) -> str:
    """The HTML of an example; what is kept is dropped, so that the line has to make its own."""
    html = example.component.render_html()
    forget_renderings()
    return html


def run(code: str) -> dict[str, Any]:
    """Run Python and return its variables."""
    names: dict[str, Any] = {}
    exec(code, names)
    return names


def value_of(code: str) -> Any:
    """Run Python and return the value of its last line."""
    *first, last = ast.parse(code).body
    assert isinstance(last, ast.Expr)
    names = run(ast.unparse(ast.Module(first, [])))
    return eval(ast.unparse(last), names)


def context_of(code: str) -> dict[str, Any]:
    """The variables that a context block gives to a template."""
    return dict(run(code)["context"]) if code else {}


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_django_line_gives_the_html(component: type[Component], name: str, example: Example) -> None:
    snippet = django_snippet(example.component)
    with override(example.language):
        html = expected(example)
        template = Template("{% load govpage %}" + snippet.code)
        assert template.render(Context(context_of(snippet.context))) == html


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_jinja_line_gives_the_html(component: type[Component], name: str, example: Example) -> None:
    snippet = jinja_snippet(example.component)
    with override(example.language):
        html = expected(example)
        assert JINJA.from_string(snippet.code).render(context_of(snippet.context)) == html


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_python_line_gives_the_html(component: type[Component], name: str, example: Example) -> None:
    with override(example.language):
        html = expected(example)
        assert value_of(python_snippet(example.component).code) == html


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_django_line_is_one_line(component: type[Component], name: str, example: Example) -> None:
    assert "\n" not in django_snippet(example.component).code


def test_a_wrong_line_is_found() -> None:
    html = expected(SiteName.examples()["default"])
    code = django_snippet(SiteName("Harbor <Office>")).code
    assert Template("{% load govpage %}" + code).render(Context({"agency": "Harbor <Office>"})) != html


@pytest.mark.parametrize("text", ["a <b>", "R&D", 'say "yes"', "don't", "50 %}", "two\nlines", "C:\\"])
def test_a_text_that_a_tag_would_not_hold_as_it_is_becomes_a_variable(text: str) -> None:
    snippet = django_snippet(SiteName(text))
    assert snippet.code == "{% gov_site_name agency=agency %}"
    assert context_of(snippet.context) == {"agency": text}


def test_a_literal_is_written_into_the_tag() -> None:
    alert = SiteAlert("Closed on Monday.", slim=True)
    assert django_snippet(alert).code == '{% gov_site_alert text="Closed on Monday." slim=True %}'
    assert django_snippet(alert).context == ""


def test_links_are_written_as_pairs() -> None:
    snippet = jinja_snippet(Breadcrumb((("Home", "/"), Link("Here"))))
    assert snippet.code == '{{ gov_breadcrumb(trail=[("Home", "/"), ("Here", "")]) }}'


def test_jinja_takes_what_it_cannot_write_from_the_context() -> None:
    from datetime import date

    snippet = jinja_snippet(ArchiveNotice(date(2021, 1, 20)))
    assert snippet.code == "{{ gov_archive_notice(on=on) }}"
    assert snippet.context == 'from datetime import date\n\ncontext = {"on": date(2021, 1, 20)}'


@pytest.mark.parametrize(
    ("value", "code"),
    [
        pytest.param("it's", '"it\'s"', id="apostrophe"),
        pytest.param('"a"', "'\"a\"'", id="quotation-marks"),
        pytest.param("'\"", "'\\'\"'", id="both"),
        pytest.param("\u202b", '"\\u202b"', id="invisible"),
        pytest.param(HOSTILE, "HOSTILE", id="hostile"),
        pytest.param(None, "None", id="none"),
        pytest.param(NavItem("A", "/", children=(("B", "/b/"),)), '("A", "/", [("B", "/b/")])', id="menu"),
        pytest.param(NavItem("A", "/", current=True), 'NavItem("A", url="/", current=True)', id="current"),
        pytest.param(LanguageLink("es", "/es/"), 'LanguageLink("es", "/es/")', id="what-is-made-of-the-rest"),
        pytest.param(
            LanguageLink("ht", "/", "Kreyòl"), 'LanguageLink("ht", "/", name="Kreyòl")', id="what-cannot-be-left-out"
        ),
        pytest.param(CollectionItem("A", "/", meta=("B",)), 'CollectionItem("A", "/", meta=["B"])', id="item"),
        pytest.param((), "[]", id="empty"),
    ],
)
def test_a_value_is_written_as_a_person_would(value: object, code: str) -> None:
    assert laid_out(written(value)) == code


def test_what_is_long_has_an_item_a_line() -> None:
    words = tuple(f"word number {n}" for n in range(8))
    lines = laid_out(written(words)).splitlines()
    assert (lines[0], lines[1], lines[-1]) == ("[", '    "word number 0",', "]")


def test_a_number_is_a_literal() -> None:
    assert is_django_literal(7)
    assert not is_django_literal((7,))
