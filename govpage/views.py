"""The one page that the core itself has; a project that wants it routes it."""

from __future__ import annotations

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from govpage.conf import site
from govpage.external_links import read_way
from govpage.rendering import render_page


@require_safe
def exit_page(request: HttpRequest) -> HttpResponse:
    """Say that a link leaves the site; only links of our own texts lead here, so nobody can borrow the page."""
    try:
        url = read_way(request.GET.get("to", ""))
    except signing.BadSignature:
        raise Http404 from None
    return HttpResponse(render_page("govpage/exit_page.html", {"url": url, "agency": site().agency}, request))
