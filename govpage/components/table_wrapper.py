from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from govpage.component import HOSTILE, Component, Example, element_id, one_of


@dataclass(frozen=True, slots=True)
class TableWrapper(Component):
    """A table of data in a region of its own, which scrolls where the screen is narrower than the table.

    Source: USWDS table, scrollable, compact and stacked; WCAG 2.2 SC 1.3.1, 1.4.10, 2.1.1
    """

    caption: str
    """What the table shows; it names the table and its region."""

    columns: tuple[str, ...]
    """Headings of the columns; an empty one for a column that needs none."""

    rows: tuple[tuple[str, ...], ...]
    """Shape: list of rows, each a list with one cell a column; the first cell is the heading of its row.
    Raises: ValueError if a row has more or fewer cells than there are columns, or the caption is empty"""

    striped: bool = False
    """Whether every other row is shaded."""

    borderless: bool = False
    """Whether there are only lines between the rows."""

    numbers: bool = False
    """Whether every cell but the first of a row is a number; numbers are set flush to the end."""

    compact: bool = False
    """Whether its rows stand closer together."""

    narrow: str = "scroll"
    """How it stands on a narrow screen: "scroll" from side to side, "stacked" with each cell below the heading of its
    column, or "stacked-header" with the first cell of a row as the heading of the others."""

    key: str = ""
    """Makes the ids of a second table on a page its own."""

    criteria = (
        "Every cell has a heading for its row and one for its column.",
        "The region has the caption as its name and takes the focus, so that it can be scrolled by keys.",
        "A table wider than the screen scrolls alone; the page does not.",
        "A cell that is stacked says the heading of its column.",
        "Without rows it renders nothing.",
    )

    def __post_init__(self) -> None:
        one_of(self, "narrow", ("scroll", "stacked", "stacked-header"))
        object.__setattr__(self, "columns", tuple(self.columns or ()))
        object.__setattr__(self, "rows", tuple(tuple(row) for row in self.rows or ()))
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"table_wrapper: row {number} has {len(row)} cells for {len(self.columns)} columns.")
        if self.rows and not self.columns:
            raise ValueError("table_wrapper: columns is empty; give a heading for each, the first may be empty.")
        if self.rows and not self.caption:
            raise ValueError("table_wrapper: caption is empty; give one, it names the table.")

    @classmethod
    def examples(cls) -> dict[str, Example]:
        caption = "Vessels inspected, by port"
        columns = ("Port", "2014", "2015", "2016")
        rows = (
            ("North Harbor", "1,204", "1,310", "1,297"),
            ("River Mouth", "418", "436", "502"),
            ("Lighthouse Point", "96", "88", "103"),
            ("All ports", "1,718", "1,834", "1,902"),
        )
        months = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
        by_month = tuple((port, *(f"{start + 7 * n}" for n in range(12))) for port, start in (("A", 96), ("B", 41)))
        arabic = (("الميناء", "٢٠١٥", "٢٠١٦"), (("الميناء الشمالي", "١٣١٠", "١٢٩٧"), ("مصب النهر", "٤٣٦", "٥٠٢")))
        return {
            "default": Example(cls(caption, columns, rows)),
            "numbers": Example(cls(caption, columns, rows, numbers=True)),
            "striped": Example(cls(caption, columns, rows, striped=True)),
            "borderless": Example(cls(caption, columns, rows, borderless=True)),
            "striped-borderless": Example(cls(caption, columns, rows, striped=True, borderless=True, numbers=True)),
            "compact": Example(cls(caption, columns, rows, compact=True)),
            "stacked": Example(cls(caption, columns, rows, narrow="stacked")),
            "stacked-header": Example(cls(caption, columns, rows, numbers=True, narrow="stacked-header")),
            "wide": Example(
                cls("Vessels inspected in 2016, by dock and month", ("Dock", *months), by_month, numbers=True)
            ),
            "no-corner": Example(cls(caption, ("", *columns[1:]), rows)),
            "empty": Example(cls(caption, columns, ())),
            "right-to-left": Example(cls("السفن التي فُتشت، حسب الميناء", *arabic), "ar", "rtl"),
            "hostile": Example(cls(HOSTILE, (HOSTILE, "B"), ((HOSTILE, HOSTILE), ("1", "2")), key=HOSTILE)),
            "hostile-stacked": Example(cls(HOSTILE, (HOSTILE, "B"), ((HOSTILE, HOSTILE),), narrow="stacked")),
        }

    def is_empty(self) -> bool:
        return not self.rows

    def context(self) -> dict[str, Any]:
        stacked = self.narrow if self.narrow != "scroll" else ""
        # A label is in the markup only where a cell can stand away from the heading of its column.
        labels = self.columns if stacked else ("",) * len(self.columns)
        rows = [list(zip(labels, row, strict=True)) for row in self.rows]
        return self.parameters() | {"rows": rows, "stacked": stacked, "id": element_id("gov-table", self.key)}
