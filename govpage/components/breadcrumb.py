from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from govpage.component import HOSTILE, Component, Example, one_of
from govpage.data_block import as_json
from govpage.links import Link, LinkLike, as_links


@dataclass(frozen=True, slots=True)
class Breadcrumb(Component):
    """The trail from the home page to this one, marked up for search engines from the same list.

    Source: WCAG 2.2 SC 2.4.8; USWDS breadcrumb, wrapping and truncated; schema.org BreadcrumbList
    """

    trail: tuple[LinkLike, ...]
    """Shape: list of (label, url), home first; the last is this page and has no url.
    Raises: ValueError if the trail names a label and address twice"""

    key: str = ""
    """Tells two trails on one page apart in their accessible names."""

    structured_data: str = "rdfa"
    """How search engines are told: "rdfa" in the list itself, "json-ld" beside it, or "none"."""

    wrap: bool = True
    """Whether a long trail goes on in the next line; if not, each crumb is cut short, and a narrow screen shows the
    parent alone, until the focus is in the trail."""

    criteria = (
        "The last crumb is the page itself; it is no link and is marked as the current page.",
        "A long trail wraps; nothing that takes the focus is off the screen.",
        "A trail that does not wrap is whole as soon as the focus is in it.",
        "The structured data say the same as the text.",
        "An empty trail renders nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "structured_data", ("rdfa", "json-ld", "none"))
        one_of(self, "wrap", (True, False))
        trail = as_links(self.trail)
        if len(set(trail)) != len(trail):
            twice = next(crumb for crumb in trail if trail.count(crumb) > 1)
            raise ValueError(f"breadcrumb: the trail names {twice.label!r} twice.")
        object.__setattr__(self, "trail", trail)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        short = (("Home", "/"), ("News", "/news/"), ("Harbor inspections", ""))
        six = (
            ("Home", "/"),
            ("About Us", "/about/"),
            ("Site Links", ""),
            ("Archived", "/archive/"),
            ("News Archive", "/news/archive/"),
            ("The Lifesaving Missions of the Harbor Office", ""),
        )
        twelve = (*((f"Level number {n}", f"/{n}/") for n in range(1, 12)), ("This page", ""))
        return {
            "default": Example(cls(short)),
            "six": Example(cls(six)),
            "twelve": Example(cls(twelve)),
            "truncated": Example(cls(six, wrap=False)),
            "truncated-twelve": Example(cls(twelve, wrap=False)),
            "json-ld": Example(cls(six, structured_data="json-ld")),
            "plain": Example(cls(short, structured_data="none")),
            "empty": Example(cls(())),
            "spanish": Example(cls((("Inicio", "/"), ("Noticias", "/news/"), ("Inspecciones", ""))), language="es"),
            "right-to-left": Example(cls((("الرئيسية", "/"), ("الأخبار", "/news/"), ("التفتيش", ""))), "ar", "rtl"),
            "hostile": Example(cls(((HOSTILE, "/?a=1&b=<2>"), (HOSTILE, "")), key=HOSTILE)),
            "hostile-json-ld": Example(cls(((HOSTILE, "/?a=1&b=<2>"), (HOSTILE, "")), HOSTILE, "json-ld", False)),
        }

    def is_empty(self) -> bool:
        return not self.trail

    def context(self) -> dict[str, Any]:
        crumbs = as_links(self.trail)
        last = crumbs[-1]
        return {
            "ancestors": crumbs[:-1],
            "current": Link(last.label),
            "position": len(crumbs),
            "key": self.key,
            "rdfa": self.structured_data == "rdfa",
            "json_ld": _json_ld(crumbs) if self.structured_data == "json-ld" else "",
            "wrap": self.wrap,
        }


def _json_ld(crumbs: tuple[Link, ...]) -> SafeString:
    items = [
        {"@type": "ListItem", "position": n, "name": str(crumb.label)} | ({"item": crumb.href} if crumb.url else {})
        for n, crumb in enumerate(crumbs, 1)
    ]
    return as_json({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})
