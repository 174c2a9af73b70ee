from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from govpage.component import HOSTILE, Component, Example, element_id, one_of
from govpage.conf import site
from govpage.links import Link


@dataclass(frozen=True, slots=True)
class SearchBox(Component):
    """Asks for words and sends them to the site's search.

    Source: USWDS search: default, big, small; Federal website standards, site search
    """

    url: str | None = None
    """Address of the search; what the settings say when not given, no search box when empty."""

    size: str = "default"
    """"default", "big" for a page of its own, or "small", with a magnifying glass alone, for a header."""

    label: str = ""
    """What is searched, such as "Search the news"; "Search" when empty."""

    parameter: str = "q"
    """Name in the query that the words have."""

    key: str = ""
    """Makes the id of a second search box on a page its own."""

    words: str = ""
    """Words that were searched for, so that a reader can change them."""

    keep: ClassVar[bool] = False

    criteria = (
        "The field and its button have names, also where only a magnifying glass is seen.",
        "It works without a script; the words are in the address, so that a search can be kept and passed on.",
        "After a search the words are still there.",
        "Without an address nothing is rendered.",
    )

    def __post_init__(self) -> None:
        one_of(self, "size", ("default", "big", "small"))

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls("/search/", key="page")),
            "big": Example(cls("/search/", "big", "Search the news")),
            "small": Example(cls("/search/", "small")),
            "words": Example(cls("/search/", key="page", words="harbor inspections")),
            "empty": Example(cls("")),
            "spanish": Example(cls("/search/"), language="es"),
            "right-to-left": Example(cls("/search/", "big"), "ar", "rtl"),
            "hostile": Example(cls("/?a=1&b=<2>", "default", HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
        }

    def _address(self) -> str:
        return Link("", site().search_url if self.url is None else self.url).href

    def is_empty(self) -> bool:
        return not self._address()

    def context(self) -> dict[str, Any]:
        return {
            "address": self._address(),
            "size": self.size,
            "label": self.label,
            "parameter": self.parameter,
            "words": self.words,
            "id": element_id("gov-search-field", self.key),
        }
