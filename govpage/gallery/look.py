"""How previews are shown: width, language, direction and mode, as the query says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.conf.locale import LANG_INFO
from django.utils.translation import to_language

from govpage.component import Example
from govpage.languages import direction, own_name

LOCALE = Path(__file__).resolve().parent.parent / "locale"

WIDTHS = ("320", "768", "1280")
"""Units: CSS pixels. Source: WCAG 2.2 SC 1.4.10 for the narrowest; a tablet; a desk."""

DIRECTIONS = ("ltr", "rtl")
SCHEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class Look:
    """What is asked for; what is empty is as the example and the reader's system have it.

    Shape: width in CSS pixels, as digits
    """

    width: str = ""
    lang: str = ""
    dir: str = ""
    scheme: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Look:
        """Return the look that a query asks for; what is not legal is as if it were not there."""
        return cls(
            _legal(query.get("width"), WIDTHS),
            _language(query.get("lang", "")),
            _legal(query.get("dir"), DIRECTIONS),
            _legal(query.get("scheme"), SCHEMES),
        )

    def query(self, **more: str) -> str:
        """Return the query that asks for this look, with its question mark; nothing for the usual one."""
        values = {"width": self.width, "lang": self.lang, "dir": self.dir, "scheme": self.scheme} | more
        pairs = {name: value for name, value in values.items() if value}
        return f"?{urlencode(pairs)}" if pairs else ""

    def language_of(self, example: Example) -> str:
        """The language that an example is shown in."""
        return self.lang or example.language

    def direction_of(self, example: Example) -> str:
        """The direction that an example is shown in: that of the language, where only a language was asked for."""
        if self.dir or not self.lang:
            return self.dir or example.direction
        return direction(self.lang)


def _legal(value: str | None, legal: tuple[str, ...]) -> str:
    return value if value in legal else ""


def _language(code: str) -> str:
    """Return a language that Django or we know; a code is never taken for a path."""
    code = code.lower()
    return code if code in LANG_INFO or code in translations() else ""


def translations() -> dict[str, str]:
    """Return the languages that we are translated into, each with its own name for itself; English leads."""
    codes = ["en", *sorted(to_language(folder.parent.name) for folder in LOCALE.glob("*/LC_MESSAGES"))]
    return {code: own_name(code) for code in codes}
