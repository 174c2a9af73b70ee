from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from govpage.component import HOSTILE, Component, Example, a_date, element_id
from govpage.conf import site
from govpage.dates import long_date
from govpage.links import Link, LinkLike, as_links


@dataclass(frozen=True, slots=True)
class ArchiveNotice(Component):
    """Says at the top of an archived page that it is kept for reference and may be out of date.

    Source: agency archiving policies; the sentence is that of archived agency pages; markup of USWDS alert
    """

    on: date | None = None
    """Day of archiving, in the site's time zone; not shown when it is not known."""

    reason: str = ""
    """Why the page was archived, a sentence or two."""

    successor: LinkLike | None = None
    """The page that replaced it: (label, url)."""

    site_name: str = ""
    """Name of the site in the sentence; the domain of the settings when empty."""

    key: str = ""
    """Makes the ids of a second notice on a page its own."""

    criteria = (
        "It has a heading, so that it is in the heading outline.",
        "It says that the page is kept for reference, may be out of date and may not be fully accessible.",
        "It says how to ask for an accessible copy.",
        "It names the day of archiving and the page that replaced it, where there are any.",
    )

    def __post_init__(self) -> None:
        a_date("archive_notice", "on", self.on)
        if self.successor:
            object.__setattr__(self, "successor", as_links([self.successor])[0])

    @classmethod
    def examples(cls) -> dict[str, Example]:
        successor = ("Harbor inspections today", "/inspections/")
        return {
            "default": Example(cls(date(2021, 1, 20), site_name="Harbor.example.gov")),
            "undated": Example(cls(site_name="Harbor.example.gov")),
            "replaced": Example(cls(date(2021, 1, 20), "The program has ended.", successor, "Harbor.example.gov")),
            "spanish": Example(cls(date(2021, 1, 20), site_name="Harbor.example.gov"), language="es"),
            "right-to-left": Example(cls(date(2021, 1, 20), site_name="Harbor.example.gov"), "ar", "rtl"),
            "hostile": Example(cls(None, HOSTILE, (HOSTILE, "/?a=1&b=<2>"), HOSTILE, HOSTILE)),
        }

    def context(self) -> dict[str, Any]:
        settings = site()
        return {
            "on": self.on,
            "on_text": long_date(self.on) if self.on else "",
            "reason": self.reason,
            "successor": self.successor,
            "site_name": self.site_name or settings.domain or settings.agency,
            "help": settings.accessibility_contact or Link("", settings.links.get("accessibility", "")),
            "id": element_id("gov-archive-notice", self.key),
        }
