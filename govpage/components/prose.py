from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example
from govpage.external_links import with_marked_links
from govpage.richtext import RELEASE_BODY


@dataclass(frozen=True, slots=True)
class Prose(Component):
    """Running text that was written as HTML: cleaned, its external links marked.

    Source: USWDS prose and external link
    """

    body: str
    """Text as HTML; cleaned to what ``RELEASE_BODY`` allows."""

    criteria = (
        "Markup that is not declared is taken out, its words stay.",
        "A link that leaves the government's sites says so, to the eye and to the ear.",
    )

    @classmethod
    def examples(cls) -> dict[str, Example]:
        external = '<p>The tide tables are those of the <a href="https://tides.example.org/">Tide Society</a>.</p>'
        return {
            "default": Example(cls('<h2>Piers</h2><p>Two of 27 <a href="/piers/">piers</a> are closed.</p>')),
            "external-link": Example(cls(external)),
            "empty": Example(cls("")),
            "spanish": Example(cls('<p>Consulte la <a href="https://tides.example.org/">tabla</a>.</p>'), "es"),
            "right-to-left": Example(cls('<p>راجع <a href="https://tides.example.org/">الجدول</a>.</p>'), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not self.body

    def context(self) -> dict[str, Any]:
        return {"text": with_marked_links(RELEASE_BODY.render(self.body))}
