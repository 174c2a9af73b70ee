"""What the gallery's pages show, made without a request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from govpage.component import Component, Example
from govpage.components import RelatedLinks, TableWrapper, TagList
from govpage.conf import site
from govpage.describe import Parameter, description
from govpage.gallery.catalogue import Entry, entries, grouped, in_words
from govpage.gallery.look import Look, translations
from govpage.gallery.search import FIELDS, nearest, search
from govpage.gallery.snippets import Snippet, django_snippet, jinja_snippet, python_snippet
from govpage.gallery.styles import is_scripted, stylesheets
from govpage.headings import Heading
from govpage.overrides import TEMPLATES, override_of, version_of

AUTOFOCUS = re.compile(r"(<[^<>]*) autofocus(?=[ >])")
"""In a preview it would take the focus from the page around it."""


@dataclass(frozen=True, slots=True)
class Preview:
    """An example as a component's page shows it."""

    name: str
    title: str
    address: str
    framed: str
    html: str
    snippets: tuple[tuple[str, str, Snippet], ...]


def index_page(query: str, look: Look) -> dict[str, Any]:
    """Return what the index shows: all components, or those that a query finds."""
    hits = search(query)
    shown = [hit.entry for hit in hits] if query else list(entries().values())
    return {
        "trail": _trail(),
        "look": look.query(),
        "query": query,
        "hits": [(_card(hit.entry, look), [FIELDS[name] for name in hit.fields]) for hit in hits],
        "nearest": nearest(query) if query and not hits else None,
        "groups": [(group, [_card(entry, look) for entry in found]) for group, found in grouped(shown)],
        "components": len(entries()),
        "examples": sum(len(entry.component.examples()) for entry in entries().values()),
    }


def _card(entry: Entry, look: Look) -> dict[str, Any]:
    return {
        "entry": entry,
        "address": component_address(entry.slug) + look.query(),
        "summary": with_code(entry.description.summary),
        "examples": len(entry.component.examples()),
    }


def component_page(entry: Entry, look: Look) -> dict[str, Any]:
    """Return what the page of a component shows."""
    previews = [_preview(entry, name, example, look) for name, example in entry.component.examples().items()]
    return {
        "entry": entry,
        "trail": _trail(entry),
        "summary": with_code(entry.description.summary),
        "facts": [(word, with_code(text)) for word, text in entry.description.facts],
        "criteria": [with_code(criterion) for criterion in entry.component.criteria],
        "headings": _headings(),
        "examples": TagList(tuple((p.title, f"#example-{p.name}") for p in previews), _("Examples")),
        "parameters": parameter_table(_("Parameters of %(name)s") % {"name": entry.tag}, entry.parameters),
        "value_types": entry.value_types,
        "switches": switches(look),
        "look": look,
        "previews": previews,
        "template": _template(entry),
        "stylesheets": stylesheets(entry.component),
        "scripted": is_scripted(entry.component),
        "translations": translations(),
        "siblings": _siblings(entry, look),
    }


def _preview(entry: Entry, name: str, example: Example, look: Look) -> Preview:
    address = reverse("govpage_gallery:example", args=[entry.slug, name])
    shown = Look(lang=look.lang, dir=look.dir, scheme=look.scheme)
    with override(look.language_of(example)):
        html = example.component.render_html()
    return Preview(
        name,
        in_words(name),
        address + shown.query(),
        address + shown.query(framed="1"),
        html,
        (
            (f"code-{name}-django", _("Template tag"), django_snippet(example.component)),
            (f"code-{name}-jinja", "Jinja2", jinja_snippet(example.component)),
            (f"code-{name}-python", "Python", python_snippet(example.component)),
            (f"code-{name}-html", "HTML", Snippet(html)),
        ),
    )


def example_page(entry: Entry, name: str, look: Look, framed: bool) -> dict[str, Any]:
    """Return what the bare page of an example shows, in the language that is active.

    Raises: KeyError if there is no such example
    """
    example = entry.component.examples()[name]
    html = _shown(example.component)
    return {
        "title": f"{entry.slug}: {name}",
        "html": SafeString(AUTOFOCUS.sub(r"\1", html)) if framed else html,
        "language": look.language_of(example),
        "direction": look.direction_of(example),
        "scheme": look.scheme or site().color_scheme,
    }


def _shown(component: Component) -> SafeString:
    """The component as the body of a page can show it: what belongs in the head is shown as source."""
    html = component.render_html()
    return html if component.in_body else format_html("<p><code>{}</code></p>", escape(html))


def component_address(slug: str) -> str:
    """Return the address of a component's page."""
    return reverse("govpage_gallery:component", args=[slug])


def _trail(entry: Entry | None = None) -> list[tuple[str, str]]:
    """Return the way from the home page to the index, or to a component."""
    home = (_("Home"), site().agency_url)
    if entry is None:
        return [home, (_("Components"), "")]
    return [home, (_("Components"), reverse("govpage_gallery:index")), (entry.name, "")]


def _headings() -> list[Heading]:
    return [
        Heading(2, _("Parameters"), "parameters"),
        Heading(2, _("Acceptance criteria"), "criteria"),
        Heading(2, _("Examples"), "examples"),
        Heading(2, _("Template"), "template"),
        Heading(2, _("Styles and script"), "styles"),
        Heading(2, _("Translations"), "translations"),
    ]


def parameter_table(caption: str, parameters: tuple[Parameter, ...]) -> TableWrapper:
    """Return parameters as a table; without parameters it renders nothing."""
    rows = [(p.name, _told(p.description), p.type, _("required") if p.required else p.default) for p in parameters]
    columns = (_("Name"), _("What it is"), _("Type"), _("Default"))
    return TableWrapper(caption, columns, tuple(rows), borderless=True, key="parameters")


def _told(text: str) -> str:
    """Return a description as plain text, each of its facts in a line of its own."""
    told = description(text)
    return "\n".join([told.summary, *(f"{word}: {fact}" for word, fact in told.facts)]).strip().replace("``", "")


def with_code(text: str) -> SafeString:
    """Return a text with what stands between double backticks as code."""
    parts = enumerate(text.split("``"))
    return format_html_join("", "{}", ((format_html("<code>{}</code>", p) if n % 2 else p,) for n, p in parts))


def switches(look: Look) -> list[dict[str, Any]]:
    """Return the choices of the form that says how previews are shown."""
    as_example = _("as the example")
    return [
        _switch("width", _("Width"), look.width, {"": _("all there is"), **{w: w for w in ("320", "768", "1280")}}),
        _switch("lang", _("Language"), look.lang, {"": as_example, **translations()}),
        _switch(
            "dir", _("Direction"), look.dir, {"": as_example, "ltr": _("left to right"), "rtl": _("right to left")}
        ),
        _switch(
            "scheme",
            _("Mode"),
            look.scheme,
            {"": _("as the site"), "auto": _("as the system"), "light": _("light"), "dark": _("dark")},
        ),
    ]


def _switch(name: str, label: str, chosen: str, options: dict[str, str]) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "options": [(value, text, value == chosen) for value, text in options.items()],
    }


def _template(entry: Entry) -> dict[str, Any]:
    """Return the template that is in use, and where it comes from."""
    own = override_of(entry.template)
    source = get_template(entry.template).template.source  # type: ignore[attr-defined]
    return {
        "name": entry.template,
        "source": source,
        "version": version_of(TEMPLATES / entry.template),
        "override": own,
        "command": f"python manage.py govpage_template {entry.component.slug()}",
        "docs": f"docs/components/{entry.component.slug()}.md",
    }


def _siblings(entry: Entry, look: Look) -> RelatedLinks:
    others = [e for e in entries().values() if e.group == entry.group and e is not entry]
    links = tuple((other.name, component_address(other.slug) + look.query()) for other in others)
    return RelatedLinks(links, str(entry.group))
