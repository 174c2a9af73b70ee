"""What holds for every component, whatever it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, is_dataclass
from html.parser import HTMLParser
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override

from govpage.component import HOSTILE, Component, Example
from govpage.components import COMPONENTS
from govpage.describe import parameters
from tests.conftest import ROOT
from tests.examples import EACH_COMPONENT, EXAMPLES

TEMPLATES = ROOT / "govpage" / "templates" / "govpage" / "components"


class Elements(HTMLParser):
    """The elements and attributes of a fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _tag, attributes in self.found if attribute in attributes]


TAKING_TEXT = [
    pytest.param(component, id=component.slug())
    for component in COMPONENTS
    if any("str" in p.type or "Link" in p.type for p in parameters(component))
]


def rendered(example: Example) -> str:
    with override(example.language):
        return example.component.render_html()


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_has_criteria(component: type[Component]) -> None:
    assert component.criteria
    assert all(criterion.endswith(".") for criterion in component.criteria)


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_has_a_default_example(component: type[Component]) -> None:
    assert "default" in component.examples()


@pytest.mark.parametrize("component", TAKING_TEXT)
def test_contains_hostile_text(component: type[Component]) -> None:
    example = component.examples()["hostile"]
    assert HOSTILE in set(_texts(example.component.parameters().values()))
    assert "<script>alert" not in rendered(example)


def _texts(values: Iterable[Any]) -> Iterator[str]:
    """Every text in the parameters, those in links, items and lists of them included."""
    for value in values:
        if is_dataclass(value) and not isinstance(value, type):
            yield from _texts(astuple(value))
        elif isinstance(value, tuple):
            yield from _texts(value)
        else:
            yield str(value)


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_every_parameter_is_described(component: type[Component]) -> None:
    assert [p.name for p in parameters(component) if not p.description] == []


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_template_begins_with_its_version(component: type[Component]) -> None:
    first = (TEMPLATES / f"{component.slug()}.html").read_text("utf-8").partition("\n")[0]
    assert re.match(rf"\{{# govpage: {component.slug()}/\d+ #\}}", first)


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_has_a_docs_page(component: type[Component]) -> None:
    assert (ROOT / "docs" / "components" / f"{component.slug()}.md").is_file()


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_has_a_tag_of_its_name(component: type[Component]) -> None:
    Template(f"{{% load govpage %}}{{% gov_{component.slug()} {_required(component)} %}}")


def _required(component: type[Component]) -> str:
    return " ".join(f"{p.name}=nothing" for p in parameters(component) if p.required)


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_two_renderings_are_the_same(component: type[Component], name: str, example: Example) -> None:
    from govpage.component import forget_renderings

    first = rendered(example)
    forget_renderings()
    assert rendered(example) == first


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_needs_no_inline_code(component: type[Component], name: str, example: Example) -> None:
    elements = Elements(rendered(example))
    scripts = [attributes for tag, attributes in elements.found if tag == "script" and "src" not in attributes]
    # JSON-LD is a data block: no browser runs it.
    inline = ["script" for attributes in scripts if attributes.get("type") != "application/ld+json"]
    handlers = [name for _tag, attributes in elements.found for name in attributes if name.startswith("on")]
    assert inline + handlers + elements.values("style") + [t for t, _a in elements.found if t == "style"] == []


@pytest.mark.parametrize(("component", "name", "example"), EXAMPLES)
def test_references_lead_to_ids(component: type[Component], name: str, example: Example) -> None:
    elements = Elements(rendered(example))
    references = " ".join(
        v for a in ("for", "aria-controls", "aria-labelledby", "aria-describedby") for v in elements.values(a)
    )
    assert set(references.split()) <= set(elements.values("id"))


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_ids_are_unique_in_every_example(component: type[Component]) -> None:
    ids = [Elements(rendered(example)).values("id") for example in component.examples().values()]
    assert [found for found in ids if len(found) != len(set(found))] == []


def test_ids_are_unique_on_a_page_of_all_components() -> None:
    """One of each, as a page has them; the three states of the feedback form never stand side by side."""
    page = [c for c in COMPONENTS if not c.slug().startswith("feedback_")]
    ids = [i for c in page for i in Elements(rendered(c.examples()["default"])).values("id")]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("component", EACH_COMPONENT)
def test_renders_in_a_template_as_in_python(component: type[Component]) -> None:
    example = component.examples()["default"]
    with override(example.language):
        values = example.component.parameters()
        arguments = " ".join(f"{name}=values.{name}" for name in values)
        template = Template(f"{{% load govpage %}}{{% gov_{component.slug()} {arguments} %}}")
        assert template.render(Context({"values": values})) == example.component.render_html()
