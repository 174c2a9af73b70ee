from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from govpage.component import Component, Example
from govpage.components import COMPONENTS
from govpage.hints import did_you_mean


class Command(BaseCommand):
    """Prints the HTML of a component's example, for those who copy markup or compare it."""

    help = "Print the HTML of an example of a component."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="component, such as last_updated, last-updated or LastUpdated")
        parser.add_argument("--example", default="default", help="name of the example (default: %(default)s)")
        parser.add_argument("--language", help="language code (default: that of the example)")

    def handle(self, *args: Any, **options: Any) -> str:
        example = _example(_component(options["name"]), options["example"])
        with override(options["language"] or example.language):
            return str(example.component.render_html())


def _component(name: str) -> type[Component]:
    known = {component.slug(): component for component in COMPONENTS}
    by_any_name = known | {component.__name__: component for component in COMPONENTS}
    found = by_any_name.get(name) or known.get(name.replace("-", "_").removeprefix("gov_"))
    if found is None:
        raise CommandError(f"There is no component '{name}'. {did_you_mean(name, list(known))}")
    return found


def _example(component: type[Component], name: str) -> Example:
    examples = component.examples()
    if name not in examples:
        raise CommandError(f"{component.slug()} has no example '{name}'. {did_you_mean(name, list(examples))}")
    return examples[name]
