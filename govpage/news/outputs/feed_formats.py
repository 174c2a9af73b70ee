"""A feed in three formats: RSS 2.0, Atom 1.0 and JSON Feed 1.1."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from typing import Any

from govpage.news.outputs.description import Description
from govpage.news.outputs.feeds import Feed
from govpage.news.outputs.json_ld import said
from govpage.news.outputs.moments import in_utc
from govpage.news.outputs.xml import DECLARATION, element, plain_title, text, worded

RSS_TYPE = "application/rss+xml; charset=utf-8"
ATOM_TYPE = "application/atom+xml; charset=utf-8"
JSON_TYPE = "application/feed+json"

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def rss(feed: Feed) -> str:
    """Return the feed as RSS.

    Source: RSS 2.0.11; RSS Advisory Board, best practices profile
    """
    own = element("atom:link", href=feed.address, rel="self", type="application/rss+xml")
    channel = (
        element("title", plain_title(feed.title)),
        worded("link", feed.page),
        element("description", plain_title(feed.title)),
        worded("language", feed.language),
        worded("lastBuildDate", _rfc_822(feed.updated)),
        own,
        *map(_item, feed.entries),
    )
    spaces = {"xmlns__atom": ATOM, "xmlns__content": CONTENT, "xmlns__dc": DUBLIN_CORE}
    return DECLARATION + element("rss", element("channel", channel), version="2.0", **spaces) + "\n"


def atom(feed: Feed) -> str:
    """Return the feed as Atom.

    Source: RFC 4287
    """
    parts = (
        worded("title", feed.title),
        worded("id", feed.address),
        worded("updated", in_utc(feed.updated)),
        element("link", href=feed.address, rel="self", type="application/atom+xml"),
        element("link", href=feed.page, rel="alternate", type="text/html"),
        element("author", worded("name", feed.publisher.name or feed.page)),
        worded("logo", feed.publisher.logo),
        *map(_entry, feed.entries),
    )
    return DECLARATION + element("feed", parts, xmlns=ATOM, xml__lang=feed.language) + "\n"


def json_feed(feed: Feed) -> str:
    """Return the feed as JSON.

    Source: JSON Feed 1.1
    """
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "icon": feed.publisher.logo,
        "language": feed.language,
        "authors": [{"name": feed.publisher.name, "url": feed.publisher.url}],
    }
    return json.dumps({**said(data), "items": [_json_item(entry) for entry in feed.entries]}, ensure_ascii=False)


def _item(entry: Description) -> str:
    return element(
        "item",
        (
            element("title", plain_title(entry.title)),
            worded("link", entry.address),
            element("guid", text(entry.id), isPermaLink="false"),
            worded("pubDate", _rfc_822(_published(entry))),
            # Readers take it as HTML.
            worded("description", escape(entry.summary)),
            worded("dc:language", entry.language),
            worded("dc:creator", entry.author),
            *(element("category", plain_title(name)) for name in (entry.kind_label, *entry.topics)),
            worded("content:encoded", entry.body_html),
        ),
    )


def _entry(entry: Description) -> str:
    return element(
        "entry",
        (
            worded("title", entry.title),
            worded("id", entry.id),
            element("link", href=entry.address, rel="alternate", type="text/html", hreflang=entry.language),
            worded("published", in_utc(_published(entry))),
            worded("updated", in_utc(entry.modified)),
            element("author", worded("name", entry.author)),
            *(element("category", term=name) for name in (entry.kind_label, *entry.topics)),
            worded("summary", entry.summary),
            element("content", text(entry.body_html), type="html"),
        ),
        xml__lang=entry.language,
    )


def _json_item(entry: Description) -> dict[str, Any]:
    data = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "image": entry.image,
        "date_published": in_utc(_published(entry)),
        "date_modified": in_utc(entry.modified),
        "authors": [{"name": entry.author}] if entry.author else [],
        "tags": [entry.kind_label, *entry.topics],
        "language": entry.language,
    }
    # An item has content, be it empty.
    return {**said(data), "content_html": str(entry.body_html)}


def _published(entry: Description) -> datetime:
    """A release in a feed is published."""
    return entry.published or entry.modified


def _rfc_822(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)
