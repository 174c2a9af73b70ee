from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example, element_id, one_of
from govpage.conf import site
from govpage.example_governments import example_governments, hostile_government
from govpage.government import Government
from govpage.languages import direction, in_language, is_foreign, page_language
from govpage.official import BANNER, BannerText


@dataclass(frozen=True, slots=True)
class Banner(Component):
    """The official banner: whose site this is, and how a reader can tell, with the .gov and the HTTPS guidance.

    Source: Federal website standards, banner; USWDS banner; wording from ``govpage.official``
    """

    top_level_domain: str = ""
    """"gov" or "mil" for a federal site; what the settings say when empty."""

    key: str = ""
    """Makes the ids of a second banner on a page its own, and is added to the name of its landmark: "archived site"."""

    government: Government | None = None
    """The government whose site it is, where it is not the federal one; what the settings say when not given.
    Raises: ValueError if there is a top-level domain too"""

    criteria = (
        "It is the first thing on the page, on a line of its own.",
        "The official sentence is read out by a screen reader, not only seen.",
        "The button says whether the guidance is open.",
        "Without a script the guidance is readable.",
        "Where no official translation exists it speaks English and is marked as English.",
        "The flag of the United States is on the sites of its federal government alone.",
        "A second banner on a page is a landmark with a name of its own.",
    )

    def __post_init__(self) -> None:
        one_of(self, "top_level_domain", ("", *BANNER))
        if self.government and self.top_level_domain:
            raise ValueError(f"banner: top_level_domain is {self.top_level_domain!r}, but there is a government too.")

    @classmethod
    def examples(cls) -> dict[str, Example]:
        state, tribe, city, custom = example_governments()
        return {
            "default": Example(cls("gov")),
            "mil": Example(cls("mil")),
            "spanish": Example(cls("gov"), language="es"),
            "mil-spanish": Example(cls("mil"), language="es"),
            "second": Example(cls("gov", "archived site")),
            "state": Example(cls(government=state)),
            "state-spanish": Example(cls(government=state), language="es"),
            "tribe": Example(cls(government=tribe)),
            "city": Example(cls(government=city), language="fr"),
            "custom-domain": Example(cls(government=custom)),
            "right-to-left": Example(cls("gov"), language="ar", direction="rtl"),
            "hostile": Example(cls("gov", key=HOSTILE)),
            "hostile-government": Example(cls(government=hostile_government())),
        }

    def _government(self) -> Government | None:
        return None if self.top_level_domain else self.government or site().government

    def context(self) -> dict[str, Any]:
        government, page = self._government(), page_language()
        text = in_language(self._texts(government), page)
        return {
            "text": text,
            "label": f"{text.label}, {self.key}" if self.key else text.label,
            "foreign": is_foreign(text.language, page),
            "direction": direction(text.language),
            "flag": government is None,
            "image": government.image if government else "",
            "image_alt": government.image_alt if government else "",
            "id": element_id("gov-banner", self.key),
        }

    def _texts(self, government: Government | None) -> dict[str, BannerText]:
        if government:
            return government.banner_texts()
        return BANNER[self.top_level_domain or site().top_level_domain]
