"""Home page and standing pages of the agency."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from govpage.news.caching import cacheable
from govpage.news.lifecycle import CURRENT
from govpage.news.models import NewsRelease
from govpage.news.views import release_items
from govpage.rendering import render_page

PAGES = {
    "about": "about/",
    "about_es": "acerca-de/",
    "accessibility": "accessibility/",
    "contact": "contact/",
    "foia": "foia/",
    "inspector_general": "inspector-general/",
    "no_fear": "no-fear-act/",
    "performance": "budget-and-performance/",
    "privacy": "privacy/",
    "vulnerability_disclosure": "vulnerability-disclosure/",
}
MAX_AGE = 300


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what the agency does and its latest news."""
    at = timezone.now()
    latest = NewsRelease.objects.in_state(*CURRENT, at=at)[:4]
    html = render_page("example_site/home.html", {"items": release_items(latest)}, request)
    return cacheable(request, html, max_age=MAX_AGE, changed=None, expires=NewsRelease.objects.next_change(at))


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Show a standing page in its language."""
    with override("es" if name.endswith("_es") else "en"):
        html = render_page(f"example_site/pages/{name}.html", {}, request)
    return cacheable(request, html, max_age=MAX_AGE, changed=None, expires=None)
