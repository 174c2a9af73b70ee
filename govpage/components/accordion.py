from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from govpage.component import HOSTILE, Component, Example, as_text, element_id, one_of
from govpage.external_links import with_marked_links
from govpage.richtext import RELEASE_BODY


@dataclass(frozen=True, slots=True)
class AccordionItem:
    """One panel: its heading, what it holds, and whether it is open from the start.

    Shape: body is text as HTML; cleaned to what ``RELEASE_BODY`` allows
    """

    heading: str
    body: str
    expanded: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "heading", as_text(self.heading))
        object.__setattr__(self, "body", as_text(self.body))


AccordionItemLike: TypeAlias = AccordionItem | tuple[str, str] | tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Accordion(Component):
    """Parts of a text that few readers need all of, each behind its heading: questions, steps, conditions.

    Source: USWDS accordion
    """

    items: tuple[AccordionItemLike, ...]
    """Shape: list of AccordionItem, (heading, body) or (heading, body, expanded); one without a body is not shown.
    Raises: ValueError if a heading is empty, or several are expanded in an accordion that is not multiselectable"""

    heading_level: int = 2
    """Level of the headings, 2 to 6: the level below the heading that they belong to."""

    bordered: bool = False
    """Whether there is a line round each panel."""

    multiselectable: bool = False
    """Whether several panels can be open at a time."""

    icon_last: bool = False
    """Whether the sign that says open or closed stands after the heading, at the end of its line."""

    key: str = ""
    """Makes the ids of a second accordion on a page its own."""

    criteria = (
        "Each heading is in the heading outline at the level that the page asks for, and holds the button.",
        "A button says whether its panel is open, to the eye and to the ear.",
        "Without a script every panel is open, and a heading is a heading alone.",
        "On paper every panel is open.",
        "Markup of a body that is not declared is taken out, its words stay.",
        "Without items it renders nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "heading_level", (2, 3, 4, 5, 6))
        items = _as_items(self.items)
        for number, item in enumerate(items, 1):
            if not str(item.heading).strip():
                raise ValueError(f"accordion: heading of item {number} is empty; give one, it names the panel.")
        expanded = [item.heading for item in items if item.expanded]
        if len(expanded) > 1 and not self.multiselectable:
            names = ", ".join(map(repr, expanded))
            raise ValueError(f"accordion: expanded are {names}; one at most is legal unless it is multiselectable.")
        object.__setattr__(self, "items", items)

    @classmethod
    def examples(cls) -> dict[str, Example]:
        who = AccordionItem(
            "Who needs a permit",
            "<p>Every boat longer than 16 feet. These need none:</p><ul><li>canoes, kayaks</li><li>tenders</li></ul>",
        )
        cost = AccordionItem("What it costs", '<p>$25 for two years; see <a href="/fees/">all fees</a>.</p>')
        lost = AccordionItem("What to do if it is lost", "<p>Ask for a copy. It is free of charge.</p>")
        first, last = AccordionItem(who.heading, who.body, True), AccordionItem(lost.heading, lost.body, True)
        arabic = (("من يحتاج إلى تصريح", "<p>كل قارب.</p>", True), ("كم يكلف", "<p>٢٥ دولارا.</p>"))
        return {
            "default": Example(cls((who, cost, lost))),
            "open": Example(cls((first, cost, lost))),
            "bordered": Example(cls((first, cost, lost), bordered=True, key="bordered")),
            "multiselectable": Example(cls((first, cost, last), multiselectable=True, key="several")),
            "icon-last": Example(cls((first, cost, lost), icon_last=True)),
            "empty": Example(cls(())),
            "spanish": Example(cls((("Cuánto cuesta", "<p>$25 por dos años.</p>"),)), "es"),
            "right-to-left": Example(cls(arabic), "ar", "rtl"),
            "hostile": Example(cls(((HOSTILE, HOSTILE, True), (HOSTILE, f"<p>{HOSTILE}</p>")), key=HOSTILE)),
        }

    def is_empty(self) -> bool:
        return not any(item.body for item in _as_items(self.items))

    def context(self) -> dict[str, Any]:
        stem = element_id("gov-accordion", self.key)
        shown = [item for item in _as_items(self.items) if item.body]
        panels = [
            (f"{stem}-{number}", item.heading, with_marked_links(RELEASE_BODY.render(str(item.body))), item.expanded)
            for number, item in enumerate(shown, 1)
        ]
        return self.parameters() | {"panels": panels, "heading": f"h{self.heading_level}"}


def _as_items(items: Iterable[AccordionItemLike] | str | None) -> tuple[AccordionItem, ...]:
    if isinstance(items, str) and items:
        raise ValueError(f"accordion: items is {items!r}; give a list of AccordionItem or (heading, body).")
    return tuple(_as_item(item) for item in items or ())


def _as_item(item: AccordionItemLike) -> AccordionItem:
    if isinstance(item, AccordionItem):
        return item
    if isinstance(item, tuple | list) and 2 <= len(item) <= 3:
        return AccordionItem(*item)
    raise ValueError(f"accordion: {item!r} is no item; give an AccordionItem or (heading, body, expanded).")
