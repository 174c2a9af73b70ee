from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, get_language_bidi

from govpage.component import Component, Example


@dataclass(frozen=True, slots=True)
class DocumentLanguage(Component):
    """The attributes of the html element that say the page's language and direction.

    Source: WCAG 2.2 SC 3.1.1
    """

    criteria = ("A screen reader speaks the page in its language, and text runs in its direction.",)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls()),
            "spanish": Example(cls(), language="es"),
            "right-to-left": Example(cls(), "ar", "rtl"),
        }

    def context(self) -> dict[str, Any]:
        return {"language": get_language(), "direction": "rtl" if get_language_bidi() else "ltr"}
