"""The gallery's pages, made from COMPONENTS and nothing else."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from govpage.gallery.catalogue import Entry, entries
from govpage.gallery.csp import HOLDS_FRAMES, IS_FRAMED, needing
from govpage.gallery.look import Look
from govpage.gallery.pages import component_page, example_page, index_page
from govpage.gallery.search import MOST_CHARACTERS


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the components, or those that have the words of ``q``."""
    query = request.GET.get("q", "").strip()[:MOST_CHARACTERS]
    return render(request, "govpage/gallery/index.html", index_page(query, Look.of(request.GET)))


@require_safe
def component(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a component with all its examples, in the width, language, direction and mode that are asked for."""
    context = component_page(_entry(slug), Look.of(request.GET))
    return needing(HOLDS_FRAMES, render(request, "govpage/gallery/component.html", context))


@require_safe
@xframe_options_sameorigin
def example(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show one example alone; ``lang``, ``dir`` and ``scheme`` overrule those of the example."""
    entry, look = _entry(slug), Look.of(request.GET)
    shown = entry.component.examples().get(name)
    if shown is None:
        raise Http404
    with override(look.language_of(shown)):
        context = example_page(entry, name, look, framed="framed" in request.GET)
        return needing(IS_FRAMED, render(request, "govpage/gallery/example.html", context))


def _entry(slug: str) -> Entry:
    try:
        return entries()[slug]
    except KeyError:
        raise Http404 from None
