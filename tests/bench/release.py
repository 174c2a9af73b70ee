"""The archived release's page: as the kit renders it, as a flat template, and put together by plain includes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from django.http import HttpRequest
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone
from django.utils.safestring import SafeString

from govpage.component import Component
from govpage.components import Assets
from govpage.news.around import Around
from govpage.news.importers.plan import as_release, read
from govpage.news.lifecycle import State
from govpage.news.models import NewsRelease
from govpage.news.views import public_context, release_article
from govpage.rendering import render_page
from tests.bench.measure import Render

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = "govpage/news/release_detail.html"


@dataclass(frozen=True)
class Page:
    """A page and what its release says.

    Shape: words are the texts of the release by name, the body as clean HTML
    """

    release: NewsRelease
    context: dict[str, Any]
    request: HttpRequest
    words: dict[str, str]

    def render(self) -> str:
        """Return the HTML as the view makes it, the article included."""
        article = release_article(self.release).render_html()
        return render_page(TEMPLATE, {**self.context, "article": article}, self.request)


def archived_release() -> Page:
    """Return the page of the archived release."""
    step = read(ROOT / "example_site" / "captures" / "harbor-lifesaving-missions.txt")
    assert step.draft
    release = as_release(step.draft)
    release.pk, release.address, release.state = 1, step.address, State.ARCHIVED
    release.created = release.modified = datetime(2026, 5, 2, tzinfo=UTC)
    request = RequestFactory(SERVER_NAME="localhost").get(release.get_absolute_url())
    context = public_context(release, Around(), request.build_absolute_uri("/"), timezone.now())
    words = {"body": release.body, "description": release.summary, "address": context["address"]}
    words |= {"title": release.title, "day": "August 14, 2018", "updated": "January 12, 2021"}
    crumbs = [crumb.label for crumb in context["trail"] if crumb.url]
    return Page(release, context, request, words | {f"crumb_{n}": label for n, label in enumerate(crumbs)})


def flat(html: str, words: dict[str, str], request: HttpRequest | None = None) -> Render:
    """Return what renders the same bytes from one template with a variable in the place of each of the words."""
    template = engines["django"].from_string(flat_source(html, words))
    values = words | {"body": SafeString(words["body"])}
    assert template.render(values) == html
    return lambda: template.render(values, request)


def flat_source(html: str, words: dict[str, str]) -> str:
    """Return the page as a template; a crumb is looked for in the trail alone, since a menu may say the same."""
    start = html.index("readcrumb")
    end = html.index("</nav>", start) if "</nav>" in html[start:] else len(html)
    trail = html[start:end]
    for name, text in words.items():
        if name.startswith("crumb"):
            trail = trail.replace(f">{text}<", f">{{{{ {name} }}}}<")
    source = html[:start] + trail + html[end:]
    for name, text in words.items():
        if not name.startswith("crumb"):
            source = source.replace(text, f"{{{{ {name} }}}}")
    return source


def put_together(page: Page, tag: str) -> tuple[str, dict[str, Any]]:
    """Return the page as a template with a tag in the place of each component, and the context that it needs.

    Shape: the tag is a pattern with the component's name and its parameters, such as "{% include ... %}"
    """
    source, parts = _recorded(page)
    values: dict[str, Any] = dict(page.words)
    for n, (component, html) in enumerate(reversed(parts)):
        # Compressor makes the links to stylesheet and script anew each time, at the price of all the rest; they stay text.
        if html in source and not isinstance(component, Assets):
            values[f"part_{n}"] = component.context()
            parameters = " ".join(f"{name}=part_{n}.{name}" for name in values[f"part_{n}"])
            source = source.replace(html, tag.format(name=component.slug(), parameters=parameters), 1)
    for name in ("title", "description", "address"):
        source = source.replace(page.words[name], f"{{{{ {name} }}}}")
    return source, values


def _recorded(page: Page) -> tuple[str, list[tuple[Component, str]]]:
    """Return the HTML, and every component with its own, what stands inside another before it."""
    parts: list[tuple[Component, str]] = []
    render = Component.render_in

    def record(component: Component, language: str) -> SafeString:
        html = render(component, language)
        if html:
            parts.append((component, html))
        return html

    with mock.patch.object(Component, "render_in", record):
        article = release_article(page.release).render_html()
        # The settings of the others name no context processor that would give the request.
        context = {**page.context, "article": article, "request": page.request}
        return render_to_string(TEMPLATE, context, page.request), parts


def includes(page: Page) -> Render:
    """Return what renders the page by an ``{% include %}`` of every component's template."""
    source, values = put_together(page, '{{% include "govpage/components/{name}.html" with {parameters} only %}}')
    template = engines["django"].from_string(source)
    # A component's HTML has no blank at its ends; a template has.
    assert "".join(template.render(values).split()) == "".join(page.render().split())
    return lambda: template.render(values)
