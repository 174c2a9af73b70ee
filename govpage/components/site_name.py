from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example
from govpage.conf import site


@dataclass(frozen=True, slots=True)
class SiteName(Component):
    """The agency's name as plain text, which ends the title of every page.

    Source: Federal website standards, page title: page name first, site name last
    """

    agency: str = ""
    """Name of the agency; what the settings say when empty."""

    criteria = ("It is text without markup, so that it can stand in a title.",)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls("Harbor Office")),
            "right-to-left": Example(cls("مكتب الموانئ"), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE)),
        }

    def context(self) -> dict[str, Any]:
        return {"agency": self.agency or site().agency}
