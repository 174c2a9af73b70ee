"""What other software reads of each output, by parsers that are not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any, NamedTuple
from xml.etree import ElementTree

import feedparser
from django.test import Client
from django.utils import timezone
from pyld import jsonld

from govpage.news.models import NewsRelease
from govpage.news.outputs.description import describe
from govpage.news.outputs.mail import mail

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
    """Elements of a page's head, and its first heading."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.links: list[dict[str, str]] = []
        self.data: list[str] = []
        self.language = ""
        self.heading = ""
        self.within = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given["lang"]
        if tag == "meta" and "content" in given:
            self.metas.append((given.get("property") or given.get("name", ""), given["content"]))
        if tag == "link":
            self.links.append(given)
        self.within = given.get("type", "") if tag == "script" else tag

    def handle_data(self, data: str) -> None:
        if self.within == "application/ld+json":
            self.data.append(data)
        if self.within == "h1":
            self.heading += data

    def handle_endtag(self, tag: str) -> None:
        self.within = ""

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
    found = api_releases(client)
    return {release["url"]: in_api(release) for release in found}


def said_by_api_of_each(client: Client) -> dict[str, Said]:
    found = (json.loads(body(client, release["api_url"])) for release in api_releases(client))
    return {release["url"]: in_api(release) for release in found}


def api_releases(client: Client) -> list[dict[str, str]]:
    return list(json.loads(body(client, "/news/api/releases/?page_size=100"))["releases"])


def in_api(release: dict[str, str]) -> Said:
    return Said(release["title"], release["published"], release["modified"], release["language"])


def said_by_mail(client: Client) -> dict[str, Said]:
    """The letters, whose last line is the address; read by the mail parser of Python."""
    letters = [message_from_bytes(mailed(release), policy=SMTP) for release in NewsRelease.objects.all()]
    return {address_in(letter): Said(letter["Subject"]) for letter in letters}


def address_in(letter: EmailMessage) -> str:
    plain = next(part for part in letter.walk() if part.get_content_type() == "text/plain")
    return str(plain.get_content()).strip().rpartition("\n")[2]


def mailed(release: NewsRelease) -> bytes:
    return mail(release, describe(release, "http://testserver/", timezone.now()))


LISTS: dict[str, tuple[Callable[[Client], dict[str, Said]], tuple[str, ...]]] = {
    "rss": (said_by_rss, ("title", "published", "language")),
    "atom": (said_by_atom, ("title", "published", "modified", "language")),
    "json-feed": (said_by_json_feed, ("title", "published", "modified", "language")),
    "sitemap": (said_by_sitemap, ("modified",)),
    "news-sitemap": (said_by_news_sitemap, ("title", "published", "language")),
    "api": (said_by_api, ("title", "published", "modified", "language")),
    "api-of-each": (said_by_api_of_each, ("title", "published", "modified", "language")),
    "mail": (said_by_mail, ("title",)),
}
"""How each output is read, and what it says of a release."""
