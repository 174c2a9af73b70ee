"""Compare a draft with the right answer that lies beside a capture."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

CAPTURES = Path(__file__).resolve().parents[2] / "captures"
FIELDS = (
    "title",
    "subtitle",
    "release_date",
    "last_updated",
    "last_reviewed",
    "archived",
    "language",
    "release_number",
)


class Page(HTMLParser):
    """Count the list items of a body by depth and gather its text and headings."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.bullets: Counter[int] = Counter()
        self.numbers = 0
        self.headings: list[str] = []
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        lists = [each for each in self.open if each in ("ul", "ol")]
        if tag == "li" and lists[-1] == "ul":
            self.bullets[len(lists)] += 1
        elif tag == "li":
            self.numbers += 1
        self.open.append(tag)
        self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.open and self.open[-1] in ("h2", "h3"):
            self.headings.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def expected(name: str) -> dict[str, Any]:
    """Load the right answer of a capture."""
    want: dict[str, Any] = json.loads((CAPTURES / f"{name}.json").read_text("utf-8"))
    return want


def wrong_fields(want: dict[str, Any], got: dict[str, Any]) -> dict[str, Any]:
    """Give what is wrong in a draft, by field; nothing if the draft is right."""
    page = Page(got["body_html"])
    wrong = {key: got[key] for key in FIELDS if got[key] != want[key]}
    wrong |= {key: got[key] for key in ("dateline", "breadcrumb", "embargo") if got[key] != want[key]}
    if any(contact not in got["contacts"] for contact in want["contacts"]):
        wrong["contacts"] = got["contacts"]
    wrong |= {f"level{n}": page.bullets[n] for n in (1, 2, 3) if page.bullets[n] != want["list_items"][f"level{n}"]}
    return wrong | _wrong_body(want, page)


def _wrong_body(want: dict[str, Any], page: Page) -> dict[str, Any]:
    checks = {
        "numbers": page.numbers == want["ordered_items"],
        "tags": page.tags <= {"p", "h2", "h3", "ul", "ol", "li"},
        "first words": page.text.startswith(want["first_sentence"]),
        "last words": want["last_body_words"] in page.text,
        "end": want["truncated"] or page.text.endswith(want["last_body_words"]),
        "furniture": not [words for words in want["must_not_be_in_body"] if words in page.text],
        "lost": not [words for words in want["must_be_in_body"] if words not in page.text],
        "headings": set(want["headings"]) <= set(page.headings),
    }
    return {name: page.text for name, right in checks.items() if not right}
