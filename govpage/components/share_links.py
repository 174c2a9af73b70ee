from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from govpage.component import HOSTILE, Component, Context, Example, element_id

SERVICES: dict[str, tuple[str | Promise, str, str, str]] = {
    "mail": (_("Send by email"), "mailto:", "body", "subject"),
    "facebook": ("Facebook", "https://www.facebook.com/sharer/sharer.php", "u", ""),
    "x": ("X", "https://x.com/intent/post", "url", "text"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/", "url", ""),
}
"""Where a page can be shared.

Shape: label, address, name of the field for the page's address, that for its title (empty where it has none)
"""


@dataclass(frozen=True, slots=True)
class ShareLinks(Component):
    """Plain links that share the page; nobody learns of the visit until a reader follows one.

    Source: agency practice; RFC 6068 for the mail; the services' own share addresses
    """

    title: str = ""
    """Title of the page, for those who get the link."""

    address: str = ""
    """Address of the page; that of the request when empty, nothing is shown without both.
    Raises: ValueError if it does not begin with https:// or http://"""

    services: tuple[str, ...] = tuple(SERVICES)
    """Where to, in this order, of "mail", "facebook", "x", "linkedin"; nothing is shown when empty."""

    key: str = ""
    """Makes the ids of second links on a page its own."""

    criteria = (
        "No script and nothing of a third party is loaded.",
        "Address and title arrive as they are, whatever signs are in them.",
        "It is a list, named by what the reader sees above it.",
        "The service does not learn from which page the reader came.",
        "Every link is at least 44 pixels high.",
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "services", tuple(self.services or ()))
        unknown = next((service for service in self.services if service not in SERVICES), None)
        if unknown is not None:
            legal = ", ".join(map(repr, SERVICES))
            raise ValueError(f"share_links: services has {unknown!r}; legal are {legal}.")
        if self.address and not self.address.startswith(("https://", "http://")):
            raise ValueError(f"share_links: address is {self.address!r}; give one that begins with https://.")

    @classmethod
    def examples(cls) -> dict[str, Example]:
        title, address = "Harbor Office & Coast: 50 % more patrols", "https://harbor.example.gov/news/patrols/"
        hostile = "https://harbor.example.gov/?a=1&b=<2>\"'#c"
        return {
            "default": Example(cls(title, address)),
            "mail-only": Example(cls(title, address, ("mail",))),
            "no-title": Example(cls("", address)),
            "empty": Example(cls(title, address, ())),
            "spanish": Example(cls("Más patrullas en el puerto", address), "es"),
            "right-to-left": Example(cls("دوريات أكثر في الميناء", address), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, hostile, key=HOSTILE)),
        }

    @classmethod
    def from_context(cls, context: Context, /, *args: Any, **kwargs: Any) -> ShareLinks:
        links = cls(*args, **kwargs)
        request = context.get("request")
        if links.address or request is None:
            return links
        return replace(links, address=request.build_absolute_uri(request.path))

    def is_empty(self) -> bool:
        return not (self.address and self.services)

    def context(self) -> dict[str, Any]:
        return {
            "links": [(SERVICES[name][0], self._href(name), name != "mail") for name in self.services],
            "id": element_id("gov-share-links", self.key),
        }

    def _href(self, service: str) -> str:
        _label, base, address, title = SERVICES[service]
        fields = {title: self.title} if title and self.title else {}
        return f"{base}?{urlencode(fields | {address: self.address}, quote_via=quote, safe='')}"
