from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example
from govpage.links import Link, LinkLike, as_links


@dataclass(frozen=True, slots=True)
class Breadcrumb(Component):
    """The trail from the home page to this one, marked up for search engines from the same list.

    Source: WCAG 2.2 SC 2.4.8; USWDS breadcrumb; schema.org BreadcrumbList in RDFa
    """

    trail: tuple[LinkLike, ...]
    """Shape: list of (label, url), home first; the last is this page and has no url.
    Raises: ValueError if the trail names a label and address twice"""

    key: str = ""
    """Tells two trails on one page apart in their accessible names."""

    criteria = (
        "The last crumb is the page itself; it is no link and is marked as the current page.",
        "A long trail wraps; nothing that takes the focus is off the screen.",
        "The structured data say the same as the text.",
        "An empty trail renders nothing.",
    )

    def __post_init__(self) -> None:
        trail = as_links(self.trail)
        if len(set(trail)) != len(trail):
            twice = next(crumb for crumb in trail if trail.count(crumb) > 1)
            raise ValueError(f"breadcrumb: the trail names {twice.label!r} twice.")
        object.__setattr__(self, "trail", trail)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls((("Home", "/"), ("News", "/news/"), ("Harbor inspections", "")))),
            "six": Example(
                cls(
                    (
                        ("Home", "/"),
                        ("About Us", "/about/"),
                        ("Site Links", ""),
                        ("Archived", "/archive/"),
                        ("News Archive", "/news/archive/"),
                        ("The Lifesaving Missions of the Harbor Office", ""),
                    )
                )
            ),
            "twelve": Example(cls((*((f"Level number {n}", f"/{n}/") for n in range(1, 12)), ("This page", "")))),
            "empty": Example(cls(())),
            "right-to-left": Example(cls((("الرئيسية", "/"), ("الأخبار", "/news/"), ("التفتيش", ""))), "ar", "rtl"),
            "hostile": Example(cls(((HOSTILE, "/?a=1&b=<2>"), (HOSTILE, "")), key=HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not self.trail

    def context(self) -> dict[str, Any]:
        crumbs = as_links(self.trail)
        last = crumbs[-1]
        return {"ancestors": crumbs[:-1], "current": Link(last.label), "position": len(crumbs), "key": self.key}
