"""Writes the reference pages from the code; with --check it only says which are out of date."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
NOTE = "<!-- Written by docs/generate.py from the code. -->"


def pages() -> Iterator[tuple[Path, str]]:
    """Give every reference page and its text."""
    from govpage.components import COMPONENTS
    from govpage.conf import GovpageSettings
    from govpage.feedback_settings import FeedbackSettings
    from govpage.government import Government
    from govpage.news.conf import NewsSettings
    from govpage.site_footer import SignUp, SiteFooter

    for component in COMPONENTS:
        yield DOCS / "components" / f"{component.slug()}.md", component_page(component)
    yield DOCS / "components" / "README.md", index_page(COMPONENTS)
    schemas = {
        "GOVPAGE": GovpageSettings,
        "GOVPAGE['government']": Government,
        "GOVPAGE['footer']": SiteFooter,
        "GOVPAGE['footer']['sign_up']": SignUp,
        "GOVPAGE_NEWS": NewsSettings,
        "GOVPAGE_FEEDBACK": FeedbackSettings,
    }
    yield DOCS / "settings.md", settings_page(schemas)


def component_page(component: Any) -> str:
    """Return the page of a component: what it is, its parameters, criteria, examples and HTML."""
    from django.utils.translation import override

    example = component.examples()["default"]
    with override(example.language):
        html = example.component.render_html()
    parts = [
        f"# {component.__name__}",
        NOTE,
        str(inspect.getdoc(component)),
        f"Tag `{{% gov_{component.slug()} %}}`, class `govpage.components.{component.__name__}`, "
        f"template `govpage/components/{component.slug()}.html`.",
        "## Parameters\n\n" + parameter_table(component),
        "## Criteria\n\n" + "\n".join(f"- {criterion}" for criterion in component.criteria),
        "## Examples\n\n" + ", ".join(f"`{name}`" for name in component.examples()) + ".",
        f"## HTML of the default example\n\n```html\n{html}\n```",
    ]
    return "\n\n".join(parts) + "\n"


def parameter_table(cls: type[Any]) -> str:
    """Return the fields of a dataclass as a table."""
    from govpage.describe import parameters

    rows = [
        f"| `{p.name}` | `{_cell(p.type)}` | {_default(p.required, p.default)} | {_cell(p.description)} |"
        for p in parameters(cls)
    ]
    return "\n".join(["| Name | Type | Default | What it is |", "|---|---|---|---|", *rows]) if rows else "None."


def _default(required: bool, default: str) -> str:
    return "required" if required else f"`{_cell(default)}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def index_page(components: Any) -> str:
    """Return the list of components, in page order."""
    lines = [f"- [{c.__name__}]({c.slug()}.md): {str(inspect.getdoc(c)).partition(chr(10))[0]}" for c in components]
    return f"# Components\n\n{NOTE}\n\n" + "\n".join(lines) + "\n"


def settings_page(schemas: dict[str, type[Any]]) -> str:
    """Return the page of all settings."""
    sections = [
        f"## {name}\n\n{inspect.getdoc(schema)}\n\n{parameter_table(schema)}" for name, schema in schemas.items()
    ]
    return f"# Settings\n\n{NOTE}\n\n" + "\n\n".join(sections) + "\n"


def main() -> int:
    """Write the pages, or name the stale ones; return the exit status."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_site.settings")
    django.setup()
    from django.test.utils import override_settings

    with override_settings(COMPRESS_ENABLED=False):
        stale = [(file, text) for file, text in pages() if not file.exists() or file.read_text("utf-8") != text]
    if "--check" in sys.argv:
        for file, _text in stale:
            print(f"{file.relative_to(ROOT)} is out of date: run make docs")
        return 1 if stale else 0
    for file, text in stale:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
