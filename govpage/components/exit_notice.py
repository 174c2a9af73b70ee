from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from govpage.component import HOSTILE, Component, Example
from govpage.conf import site
from govpage.external_links import whole_address


@dataclass(frozen=True, slots=True)
class ExitNotice(Component):
    """That a link leaves the site, that linking is no endorsement, and the way on.

    Source: policy on links that leave .gov and .mil; agencies' exit pages
    """

    url: str
    """Address that the link leads to, with http or https.
    Raises: ValueError for any other"""

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    criteria = (
        "The address is shown in full before anybody goes there.",
        "It says that linking is no endorsement.",
        "Nothing goes on by itself.",
    )

    def __post_init__(self) -> None:
        if not whole_address(self.url):
            raise ValueError(f"exit_notice: url is {self.url!r}; legal is an address with https:// or http://.")

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls("https://tides.example.org/tables/?port=alder", "Harbor Office")),
            "spanish": Example(cls("https://tides.example.org/", "Oficina de Puertos"), language="es"),
            "right-to-left": Example(cls("https://tides.example.org/", "مكتب الموانئ"), "ar", "rtl"),
            "hostile": Example(cls(f"https://tides.example.org/?{HOSTILE}", HOSTILE)),
        }

    def context(self) -> dict[str, Any]:
        url = whole_address(self.url)
        return {
            "url": url,
            "host": urlsplit(url).hostname,
            "agency": self.agency or site().agency,
        }
