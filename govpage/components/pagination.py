from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from govpage.component import HOSTILE, Component, Example

SLOTS = 7
"""Most pages and gaps that stand side by side. Source: USWDS pagination."""


@dataclass(frozen=True, slots=True)
class Pagination(Component):
    """Leads through the pages of a long list.

    Source: USWDS pagination, bounded and unbounded
    """

    current: int
    """Number of the page that is shown; the first is 1.
    Raises: ValueError if there is no page of that number"""

    pages: int | None = None
    """How many pages there are; not given while that is not known, as in a list that is read on and on."""

    url: str = ""
    """Address of the list with its query, such as "/news/?q=buoys"; the page's own, without a query, when empty."""

    parameter: str = "page"
    """Name in the query that the number of the page has; the first page goes without."""

    key: str = ""
    """Tells two of them on one page apart in their accessible names."""

    keep: ClassVar[bool] = False

    criteria = (
        "The page that is shown is marked as the current one, not by colour alone.",
        "First page, neighbours and, where it is known, last page are always one step away.",
        "There are at most seven places, so that it fits a screen of 320 CSS pixels.",
        "Previous and next are there only where they lead somewhere.",
        "A list of one page renders nothing.",
    )

    def __post_init__(self) -> None:
        for name in ("current", "pages"):
            value = getattr(self, name)
            if not isinstance(value, int) and (name, value) != ("pages", None):
                raise ValueError(f"pagination: {name} is {value!r}; legal is a whole number.")
        last = max(self.pages or 1, 1)
        if self.current < 1 or (self.pages is not None and self.current > last):
            raise ValueError(f"pagination: current is {self.current!r}; legal are 1 to {last}.")

    @classmethod
    def examples(cls) -> dict[str, Example]:
        return {
            "default": Example(cls(10, 24, "/news/?q=buoys")),
            "few": Example(cls(2, 3)),
            "seven": Example(cls(7, 7)),
            "beginning": Example(cls(1, 24)),
            "end": Example(cls(24, 24)),
            "unbounded": Example(cls(10)),
            "unbounded-beginning": Example(cls(1)),
            "large": Example(cls(1234, 5678)),
            "empty": Example(cls(1, 1)),
            "spanish": Example(cls(10, 24), language="es"),
            "right-to-left": Example(cls(10, 24), "ar", "rtl"),
            "hostile": Example(cls(2, 3, f"/?q={HOSTILE}&page=9", key=HOSTILE)),
        }

    def is_empty(self) -> bool:
        return self.pages is not None and self.pages < 2

    def context(self) -> dict[str, Any]:
        return {
            "places": [(number, number and self._address(number)) for number in places(self.current, self.pages)],
            "current": self.current,
            "last": self.pages,
            "previous": self._address(self.current - 1) if self.current > 1 else "",
            "next": self._address(self.current + 1) if self.current != self.pages else "",
            "key": self.key,
        }

    def _address(self, number: int) -> str:
        parts = urlsplit(self.url)
        query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != self.parameter]
        page = [(self.parameter, number)] if number > 1 else []
        return urlunsplit(parts._replace(query=urlencode([*query, *page]))) or "?"


def places(current: int, pages: int | None) -> tuple[int | None, ...]:
    """Return the numbers that are shown, with None for a gap."""
    if pages is None:
        # Where the list ends is not known, so it always goes on.
        near = range(1, SLOTS) if current < 6 else range(current - 1, current + 3)
        return (*near, None) if near[0] == 1 else (1, None, *near, None)
    if pages <= SLOTS:
        return tuple(range(1, pages + 1))
    if current < 5:
        return (*range(1, 6), None, pages)
    if current > pages - 4:
        return (1, None, *range(pages - 4, pages + 1))
    return (1, None, current - 1, current, current + 1, None, pages)
