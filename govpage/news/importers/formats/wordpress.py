"""WordPress exports (WXR): posts, read one by one, so that an export of any number of them takes the same memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, BinaryIO

from django.utils import timezone

from govpage.news.importers.draft import CaptureError, ReleaseDraft
from govpage.news.importers.formats.parts import address_of, day_of, draft_of, names, plain, summary_of
from govpage.news.importers.formats.xml import elements

_SHORTCODE = re.compile(
    r"\[(?:(?:audio|caption|contact-form(?:-7)?|embed|gallery|playlist|video)\b[^\[\]\n]{0,300}"
    r"|/[a-z][a-z0-9_-]{1,40}|[a-z][a-z0-9_-]{1,40} [a-z_-]{1,40}=[^\[\]\n]{1,300})\]"
)
_RELEASES = re.compile(
    r"post|(?:.{1,30}[_-])?(?:(?:news|press|media)[_-]?(?:articles?|items?|posts?|releases?)|news|press|releases?"
    r"|statements?|(?:media[_-]?)?advisor(?:y|ies)|speech(?:es)?|remarks|testimon(?:y|ies)|fact[_-]?sheets?)"
)
"""Types of posts that are releases: that of WordPress, and what agencies call their own."""

_PUBLIC = ("publish", "future")
_KEPT = ("draft", "pending", "private")
_NEVER = "0000-00-00"


def read(source: BinaryIO, name: str) -> Iterator[ReleaseDraft | CaptureError]:
    """Read each post; pages, attachments, menus, revisions and posts in the bin are no releases."""
    for element in elements(source, many="item"):
        if element.tag == "item":
            fields = _fields(element)
            if _RELEASES.fullmatch(fields.get("post_type", "")[:40]) and fields.get("status") in _PUBLIC + _KEPT:
                yield _post(element, fields)


def _fields(item: Any) -> dict[str, str]:
    """Return the texts of an item by local name; of the two called encoded, the excerpt is named so."""
    found: dict[str, str] = {}
    for child in item:
        space, _brace, local = child.tag.rpartition("}")
        key = "excerpt" if local == "encoded" and "excerpt" in space else local
        found.setdefault(key, child.text or "")
    return found


def _post(item: Any, fields: dict[str, str]) -> ReleaseDraft | CaptureError:
    try:
        return _draft(fields, [each.text or "" for each in item.findall("category") if _is_topic(each)])
    except CaptureError as error:
        return CaptureError(f"{plain(fields.get('title', ''))[:80] or 'post without a title'}: {error}")


def _is_topic(category: Any) -> bool:
    return category.get("domain") in ("category", "post_tag") and category.get("nicename") != "uncategorized"


def _draft(fields: dict[str, str], topics: list[str]) -> ReleaseDraft:
    html, unsure = fields.get("encoded", ""), list[str]()
    public = fields["status"] in _PUBLIC and not fields.get("post_password")
    released, published = _days(fields, unsure)
    description = summary_of(fields.get("excerpt", ""), unsure)
    original = address_of(fields.get("link", ""), unsure)
    unsure.extend(_said_of(html, fields, public))
    return replace(
        draft_of(fields.get("title", ""), html, paragraphs="<!-- wp:" not in html, unsure=unsure),
        release_date=released,
        published=published if public else None,
        topics=names(topics),
        description=description,
        original_address=original,
        public=public,
    )


def _days(fields: dict[str, str], unsure: list[str]) -> tuple[date | None, datetime | None]:
    """Return the day on the writer's clock, and the moment."""
    released, told = day_of(fields.get("post_date", "")), fields.get("post_date_gmt", "")
    if released is None:
        unsure.append("The post names no day.")
    if told.startswith(_NEVER) or not day_of(told):
        return released, None
    return released, timezone.make_aware(datetime.fromisoformat(told.strip()), UTC)


def _said_of(html: str, fields: dict[str, str], public: bool) -> Iterator[str]:
    if not public:
        what = "behind a password" if fields.get("post_password") else fields["status"]
        yield f"The post is not public there ({what}), so it is a draft here."
    found = _SHORTCODE.search(html)
    if found:
        yield f"The text holds a shortcode, left as it is: {found[0]}"
