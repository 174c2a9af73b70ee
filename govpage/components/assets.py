from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import Component, Example
from govpage.conf import site


@dataclass(frozen=True, slots=True)
class Assets(Component):
    """The stylesheet, the script and the icon of the page, as the settings say.

    Source: django-compressor bundles them, at the first request or offline
    """

    criteria = (
        "One stylesheet and one deferred script, both from the site itself.",
        "The icon is the logo, which the page loads anyway.",
        "With the settings' ``stylesheet`` other than ours, our stylesheet is left out.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {"default": Example(cls())}

    def context(self) -> dict[str, Any]:
        return {"stylesheet": site().stylesheet, "icon": site().logo}
