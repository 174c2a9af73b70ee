"""What other software reads of each output, by parsers that are not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any, NamedTuple
from xml.etree import ElementTree

import feedparser
from django.test import Client
from pyld import jsonld

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SCHEMA = "https://schema.org/"

CONTEXT = {"@context": {"@vocab": SCHEMA, **{name: {"@type": "@id"} for name in ("url", "item", "mainEntityOfPage")}}}
"""As much of the context of schema.org as tells addresses from words."""


class Said(NamedTuple):
    """What an output says of a release."""

    title: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""


class Head(HTMLParser):
    """Elements of a page's head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.links: list[dict[str, str]] = []
        self.data: list[str] = []
        self.language = ""
        self.in_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given["lang"]
        if tag == "meta" and "content" in given:
            self.metas.append((given.get("property") or given.get("name", ""), given["content"]))
        if tag == "link":
            self.links.append(given)
        self.in_data = tag == "script" and given.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self.in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.in_data = False

    def meta(self, name: str) -> str:
        """The one value of that name."""
        (value,) = (value for key, value in self.metas if key == name)
        return value

    def canonical(self) -> str:
        (link,) = (link for link in self.links if link["rel"] == "canonical")
        return link["href"]

    def alternates(self) -> dict[str, str]:
        return {link["hreflang"]: link["href"] for link in self.links if "hreflang" in link}


def body(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, address
    return bytes(response.getvalue())


def head(client: Client, address: str) -> Head:
    return Head(body(client, address).decode())


def linked(html_head: Head) -> list[dict[str, Any]]:
    """Expand the linked data of a page, without the network."""
    (data,) = html_head.data
    options = {"documentLoader": lambda url, _options: {"documentUrl": url, "document": CONTEXT, "contextUrl": None}}
    return list(jsonld.expand(json.loads(data), options))


def node(nodes: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    (found,) = (node for node in nodes if node["@type"] == [SCHEMA + kind])
    return found


def value(of: dict[str, Any], name: str) -> str:
    (found,) = of[SCHEMA + name]
    return str(found.get("@value") or found["@id"])


def in_zulu(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def feed(content: bytes) -> Any:
    """Read a feed with feedparser, which says whether it is well-formed."""
    found = feedparser.parse(content)
    assert not found.bozo, found.bozo_exception
    return found


def said_by_head(page: Head) -> Said:
    assert page.canonical() == page.meta("og:url")
    assert page.meta("og:title") == page.meta("dcterms.title")
    published, modified = page.meta("article:published_time"), page.meta("article:modified_time")
    return Said(page.meta("og:title"), published, modified, page.meta("dcterms.language"))


def said_by_json_ld(page: Head) -> Said:
    article = node(linked(page), "NewsArticle")
    assert value(article, "mainEntityOfPage") == article["@id"]
    return Said(*(value(article, name) for name in ("headline", "datePublished", "dateModified", "inLanguage")))


def said_by_rss(client: Client) -> dict[str, Said]:
    content = body(client, "/news/feed.rss")
    feed(content)
    return {
        item.findtext("link", ""): Said(
            item.findtext("title", ""),
            in_zulu(parsedate_to_datetime(item.findtext("pubDate", ""))),
            language=item.findtext(f"{DC}language", ""),
        )
        for item in ElementTree.fromstring(content).iter("item")
    }


def said_by_atom(client: Client) -> dict[str, Said]:
    content = body(client, "/news/feed.atom")
    languages = {
        entry.findtext(f"{ATOM}id"): entry.get(XML_LANG, "")
        for entry in ElementTree.fromstring(content).iter(f"{ATOM}entry")
    }
    return {
        entry.link: Said(entry.title, entry.published, entry.updated, languages[entry.id])
        for entry in feed(content).entries
    }


def said_by_json_feed(client: Client) -> dict[str, Said]:
    return {
        item["url"]: Said(item["title"], item["date_published"], item["date_modified"], item["language"])
        for item in json.loads(body(client, "/news/feed.json"))["items"]
    }


def urls(content: bytes) -> list[ElementTree.Element]:
    """The addresses of a sitemap as elements, each held to what the schema says of it."""
    root = ElementTree.fromstring(content)
    assert root.tag == f"{SITEMAP}urlset"
    assert {child.tag for child in root} <= {f"{SITEMAP}url"}
    assert all(re.fullmatch(r"https?://\S{1,2040}", url.findtext(f"{SITEMAP}loc", "")) for url in root)
    return list(root)


def said_by_sitemap(client: Client) -> dict[str, Said]:
    found = urls(body(client, "/sitemap.xml"))
    return {
        url.findtext(f"{SITEMAP}loc", ""): Said(modified=url.findtext(f"{SITEMAP}lastmod", ""))
        for url in found
        if url.find(f"{SITEMAP}lastmod") is not None
    }


def said_by_news_sitemap(client: Client) -> dict[str, Said]:
    return {
        url.findtext(f"{SITEMAP}loc", ""): Said(
            url.findtext(f".//{NEWS}title", ""),
            url.findtext(f".//{NEWS}publication_date", ""),
            language=url.findtext(f".//{NEWS}language", ""),
        )
        for url in urls(body(client, "/news-sitemap.xml"))
    }


def said_by_api(client: Client) -> dict[str, Said]:
    return {
        release["url"]: Said(release["title"], release["published"], release["modified"], release["language"])
        for release in json.loads(body(client, "/news/api/releases/?page_size=100"))["releases"]
    }


LISTS: dict[str, tuple[Callable[[Client], dict[str, Said]], tuple[str, ...]]] = {
    "rss": (said_by_rss, ("title", "published", "language")),
    "atom": (said_by_atom, ("title", "published", "modified", "language")),
    "json-feed": (said_by_json_feed, ("title", "published", "modified", "language")),
    "sitemap": (said_by_sitemap, ("modified",)),
    "news-sitemap": (said_by_news_sitemap, ("title", "published", "language")),
    "api": (said_by_api, ("title", "published", "modified", "language")),
}
"""How each output is read, and what it says of a release."""
