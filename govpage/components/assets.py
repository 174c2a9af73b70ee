from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from govpage.component import Component, Example, one_of
from govpage.conf import GovpageSettings, site


@dataclass(frozen=True, slots=True)
class Assets(Component):
    """The colour schemes, the stylesheet, the script and the icon of the page, as the settings say.

    Source: django-compressor bundles them, at the first request or offline
    """

    bundle: Literal["all", "release"] = "all"
    """"all", or "release" with no more than a page of news releases needs, unless header or footer of the settings
    needs more."""

    criteria = (
        "One stylesheet and one deferred script, both from the site itself.",
        "The icon is the logo, which the page loads anyway.",
        "The browser knows before the stylesheet comes whether the page can be dark.",
        'With the settings\' ``stylesheet`` other than ours, our stylesheet is left out; with "uswds" our script too.',
    )

    in_body: ClassVar[bool] = False

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {"default": Example(cls()), "release": Example(cls("release"))}

    def __post_init__(self) -> None:
        one_of(self, "bundle", ("all", "release"))

    def context(self) -> dict[str, Any]:
        return {
            "stylesheet": site().stylesheet,
            "bundle": "all" if _needs_all(site()) else self.bundle,
            "icon": site().logo,
            "color_scheme": _color_scheme(site()),
        }


def _needs_all(site: GovpageSettings) -> bool:
    """Whether the header has more than a plain menu, or the footer is a large one."""
    return bool(site.secondary_links) or any(item.items for item in site.menu) or site.footer.variant != "slim"


def _color_scheme(site: GovpageSettings) -> str:
    """The colour schemes that the page has; USWDS is light, what a stylesheet of the site's own has is not known."""
    if site.color_scheme != "auto":
        return site.color_scheme
    return "light dark" if site.stylesheet == "govpage" else ""
