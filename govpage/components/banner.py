from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Example, element_id, one_of
from govpage.conf import site
from govpage.official import BANNER, in_language


@dataclass(frozen=True, slots=True)
class Banner(Component):
    """The official banner: whose site this is, and how a reader can tell, with the .gov and the HTTPS guidance.

    Source: Federal website standards, banner; USWDS banner; wording from ``govpage.official``
    """

    top_level_domain: str = ""
    """"gov" or "mil"; what the settings say when empty."""

    key: str = ""
    """Makes the ids of a second banner on a page its own."""

    criteria = (
        "It is the first thing on the page, on a line of its own.",
        "The official sentence is read out by a screen reader, not only seen.",
        "The button says whether the guidance is open.",
        "Without a script the guidance is readable.",
        "Where no official translation exists it speaks English and is marked as English.",
    )

    def __post_init__(self) -> None:
        one_of(self, "top_level_domain", ("", *BANNER))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls("gov")),
            "mil": Example(cls("mil")),
            "spanish": Example(cls("gov"), language="es"),
            "mil-spanish": Example(cls("mil"), language="es"),
            "right-to-left": Example(cls("gov"), language="ar", direction="rtl"),
            "hostile": Example(cls("gov", key=HOSTILE)),
        }

    def context(self) -> dict[str, Any]:
        # The keys of BANNER are the legal values; __post_init__ has seen to it.
        texts = BANNER[self.top_level_domain or site().top_level_domain]  # type: ignore[index]
        text = in_language(texts, get_language() or "en")
        foreign = text.language != (get_language() or "en").partition("-")[0]
        return {"text": text, "foreign": foreign, "id": element_id("gov-banner", self.key)}
