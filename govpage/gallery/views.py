"""The gallery's pages, made from COMPONENTS and nothing else."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.http import require_safe

from govpage.component import Component
from govpage.components import COMPONENTS
from govpage.conf import site

BY_SLUG = {component.slug().replace("_", "-"): component for component in COMPONENTS}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the components."""
    return render(request, "govpage/gallery/index.html", {"components": [(s, _summary(c)) for s, c in BY_SLUG.items()]})


@require_safe
def component(request: HttpRequest, slug: str) -> HttpResponse:
    """List a component's examples and criteria."""
    found = _component(slug)
    context = {"slug": slug, "summary": _summary(found), "criteria": found.criteria, "examples": found.examples()}
    return render(request, "govpage/gallery/component.html", context)


@require_safe
def example(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show one example alone; ``lang`` and ``dir`` overrule those of the example."""
    shown = _component(slug).examples().get(name)
    if shown is None:
        raise Http404
    language = request.GET.get("lang", shown.language)
    direction = request.GET.get("dir", shown.direction)
    with override(language[:16]):
        context = {
            "title": f"{slug}: {name}",
            "html": _html(shown.component),
            "language": language[:16],
            "direction": direction if direction in ("ltr", "rtl") else "ltr",
            "color_scheme": site().color_scheme,
        }
        return render(request, "govpage/gallery/example.html", context)


def _html(component: Component) -> SafeString:
    """The component as a page can show it."""
    html = component.render_html()
    return html if component.in_body else format_html("<p><code>{}</code></p>", escape(html))


def _component(slug: str) -> type[Component]:
    try:
        return BY_SLUG[slug]
    except KeyError:
        raise Http404 from None


def _summary(component: type[Component]) -> str:
    return (component.__doc__ or "").partition("\n")[0]
