"""The strict Content Security Policy that every page of govpage works under."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
TRUSTED_TYPES = "; require-trusted-types-for 'script'"


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Send the policy with every response; Django's own admin scripts know no Trusted Types."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        policy = POLICY if request.path.startswith("/admin/") else POLICY + TRUSTED_TYPES
        response.headers.setdefault("Content-Security-Policy", policy)
        return response

    return middleware
