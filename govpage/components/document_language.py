from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from django.utils.translation import get_language, get_language_bidi

from govpage.component import Component, Example, one_of
from govpage.conf import site


@dataclass(frozen=True, slots=True)
class DocumentLanguage(Component):
    """The attributes of the html element: the page's language, its direction, and its colours if they are fixed.

    Source: WCAG 2.2 SC 3.1.1
    """

    color_scheme: Literal["", "auto", "light", "dark"] = ""
    """Colours of the page: the reader's choice ("auto"), "light" or "dark"; what the settings say when empty."""

    criteria = (
        "A screen reader speaks the page in its language, and text runs in its direction.",
        "The colours are those that the reader's system asks for, unless the site has fixed them.",
    )

    in_body: ClassVar[bool] = False

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls()),
            "spanish": Example(cls(), language="es"),
            "right-to-left": Example(cls(), "ar", "rtl"),
            "dark": Example(cls("dark")),
        }

    def __post_init__(self) -> None:
        one_of(self, "color_scheme", ("", "auto", "light", "dark"))

    def context(self) -> dict[str, Any]:
        scheme = self.color_scheme or site().color_scheme
        return {
            "language": get_language(),
            "direction": "rtl" if get_language_bidi() else "ltr",
            "color_scheme": "" if scheme == "auto" else scheme,
        }
