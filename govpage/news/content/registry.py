"""All content checks: a check is a function and one entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from govpage.news.content import fields, links, reading, structure, words
from govpage.news.content.finding import Fault, Finding, Severity
from govpage.news.content.subject import Content, Subject

ERROR, WARNING, ADVICE = Severity


@dataclass(frozen=True, slots=True)
class Check:
    """A content check."""

    id: str
    severity: Severity
    field: str
    """The field of the release that its findings are shown beside."""
    find: Callable[[Subject], Iterable[Fault]]

    def findings(self, content: Content, now: datetime, exists: Callable[[str], bool]) -> Iterator[Finding]:
        """Give what it finds; what looks at the text looks at what the release says about the office, too."""
        places = {self.field: content} | ({"boilerplate": content.about} if self.field == "body" else {})
        for field, looked_at in places.items():
            for fault in self.find(Subject(looked_at, now, exists)):
                yield Finding(self.id, self.severity, field, fault.message, fault.quote)


CHECKS = (
    Check("title-length", ADVICE, "title", fields.title_length),
    Check("title-capitals", WARNING, "title", words.title_capitals),
    Check("description-empty", ADVICE, "description", fields.description_empty),
    Check("description-length", ADVICE, "description", fields.description_length),
    Check("text-too-long", WARNING, "body", structure.text_too_long),
    Check("markup-left-out", WARNING, "body", structure.markup_left_out),
    Check("heading-skipped", ERROR, "body", structure.heading_skipped),
    Check("heading-as-bold", WARNING, "body", structure.heading_as_bold),
    Check("list-as-text", WARNING, "body", structure.list_as_text),
    Check("table-without-headers", ERROR, "body", structure.table_without_headers),
    Check("link-empty", ERROR, "body", links.link_empty),
    Check("link-broken", ERROR, "body", links.link_broken),
    Check("link-vague", WARNING, "body", links.link_vague),
    Check("link-ambiguous", WARNING, "body", links.link_ambiguous),
    Check("link-address", WARNING, "body", links.link_address),
    Check("link-file", WARNING, "body", links.link_file),
    Check("capitals", WARNING, "body", words.capitals),
    Check("passage-language", WARNING, "body", words.passage_language),
    Check("readability", ADVICE, "body", reading.readability),
    Check("sentence-length", ADVICE, "body", reading.sentence_length),
    Check("image-alt-missing", ERROR, "image_alt", fields.image_alt_missing),
    Check("image-alt-file-name", ERROR, "image_alt", fields.image_alt_file_name),
    Check("image-alt-begins", WARNING, "image_alt", fields.image_alt_begins),
    Check("image-alt-long", WARNING, "image_alt", fields.image_alt_long),
    Check("image-alt-decorative", WARNING, "image_alt", fields.image_alt_decorative),
    Check("embargo-undated", ERROR, "publish_at", fields.embargo_undated),
    Check("embargo-past", ERROR, "publish_at", fields.embargo_past),
)


def check_content(
    content: Content, *, now: datetime, exists: Callable[[str], bool], skipped: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Return what is wrong with the content, in the order of the checks.

    Shape: exists says whether something is at a path of the site; skipped are ids of checks that are not made
    """
    left_out = frozenset(skipped)
    made = (check for check in CHECKS if check.id not in left_out)
    return tuple(finding for check in made for finding in check.findings(content, now, exists))
