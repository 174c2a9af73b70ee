"""The strict Content Security Policy that every page of govpage works under."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
TRUSTED_TYPES = "; require-trusted-types-for 'script'"


def policy(directives: Mapping[str, str]) -> str:
    """Return the directives as the header has them."""
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


POLICY = policy(DIRECTIVES)


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Send the policy with every response; Django's own admin scripts know no Trusted Types.

    A response that needs more, as the gallery's previews do, says so in ``csp_directives``.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        value = policy({**DIRECTIVES, **getattr(response, "csp_directives", {})})
        trusted = "" if request.path.startswith("/admin/") else TRUSTED_TYPES
        response.headers.setdefault("Content-Security-Policy", value + trusted)
        return response

    return middleware
