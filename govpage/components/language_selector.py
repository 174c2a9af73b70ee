from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from govpage.component import HOSTILE, Component, Example, element_id, one_of
from govpage.conf import site
from govpage.languages import own_name
from govpage.links import legal_address


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The page in a language.

    Shape: code as in a lang attribute; name is the language's own name for itself, known to Django for most when empty
    Raises: ValueError if there is no name and Django knows none
    """

    code: str
    url: str
    name: str = ""

    def __post_init__(self) -> None:
        if not self.name:
            object.__setattr__(self, "name", _own_name(self.code))

    @property
    def href(self) -> str:
        """The address to print."""
        return legal_address(self.url)


@dataclass(frozen=True, slots=True)
class LanguageSelector(Component):
    """Leads to the same page in another language: one link where there are two languages, else a list.

    Source: USWDS language selector: two languages, three or more languages, unstyled
    """

    languages: tuple[LanguageLink, ...]
    """Shape: list of LanguageLink, the language of the page included.
    Raises: ValueError if a language is named twice"""

    variant: str = "default"
    """"default" with a button's look, or "unstyled" with that of a link."""

    key: str = ""
    """Makes the id of a second selector on a page its own."""

    criteria = (
        "Each language is named in itself and marked as such, for the eye, the ear and software.",
        "With two languages there is one link, to the other one.",
        "The button says whether the list is open; Escape closes it, and so does leaving it.",
        "Without a script the list is readable.",
        "Where there is no other language nothing is rendered.",
    )

    def __post_init__(self) -> None:
        one_of(self, "variant", ("default", "unstyled"))
        object.__setattr__(self, "languages", tuple(self.languages or ()))
        codes = [link.code.lower() for link in self.languages]
        for code in codes:
            if codes.count(code) > 1:
                raise ValueError(f"language_selector: languages has {code!r} twice; name each once.")

    @classmethod
    def examples(cls) -> dict[str, Example]:
        two = (LanguageLink("en", "/about/"), LanguageLink("es", "/acerca-de/"))
        more = (*two, LanguageLink("ar", "/ar/"), LanguageLink("zh-hans", "/zh/"), LanguageLink("ht", "/ht/", "Kreyòl"))
        return {
            "default": Example(cls(two)),
            "more": Example(cls(more)),
            "unstyled": Example(cls(more, "unstyled")),
            "unstyled-two": Example(cls(two, "unstyled")),
            "empty": Example(cls(two[:1])),
            "spanish": Example(cls(more), language="es"),
            "right-to-left": Example(cls(more), "ar", "rtl"),
            "hostile": Example(cls((*two, LanguageLink("ar", "/?a=1&b=<2>", HOSTILE)), key=HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not self._others()

    def _others(self) -> list[LanguageLink]:
        return [link for link in self.languages if not _is_page(link)]

    def context(self) -> dict[str, Any]:
        others = self._others()
        return {
            "other": others[0] if len(others) == 1 else None,
            "languages": [(link, link not in others) for link in self.languages],
            "unstyled": self.variant == "unstyled",
            # The script of USWDS opens the list, but does not close it at the start.
            "hidden": site().stylesheet == "uswds",
            "id": element_id("gov-languages", self.key),
        }


def _is_page(link: LanguageLink) -> bool:
    page = get_language() or ""
    return link.code.lower() in (page, page.partition("-")[0])


def _own_name(code: str) -> str:
    try:
        return own_name(code)
    except KeyError:
        raise ValueError(f"language_selector: the language {code!r} needs a name; Django knows none.") from None
