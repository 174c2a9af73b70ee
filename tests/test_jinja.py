from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from jinja2 import Environment

from govpage.component import Component, Example
from tests.examples import EXAMPLES


@pytest.fixture(scope="module")
def environment() -> Environment:
    return Environment(extensions=["govpage.jinja.Components"], autoescape=True)


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_the_html_is_the_same_byte_for_byte(
    environment: Environment, component: type[Component], name: str, example: Example
) -> None:
    template = environment.from_string(f"{{{{ gov_{component.slug()}(**values) }}}}")
    with override(example.language):
        html: Any = example.component.render_html()
        assert template.render(values=example.component.parameters()) == html


def test_a_misspelt_parameter_is_named(environment: Environment) -> None:
    with pytest.raises(TypeError, match=r"gov_banner has no parameter 'kye'\. Did you mean 'key'\?"):
        environment.from_string("{{ gov_banner(kye='a') }}").render()


def test_a_component_reads_the_request(environment: Environment) -> None:
    request = RequestFactory().get("/news/archive/")
    html = environment.from_string("{{ gov_header() }}").render(request=request)
    assert 'href="/news/archive/" aria-current="true"' in html
