"""What a page says of itself: its head, its data for search engines, and where its parts stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.utils.dateparse import parse_date, parse_datetime

from govpage.news.importers.dates import find_date
from govpage.news.importers.formats.html_bytes import visible
from govpage.news.importers.formats.html_rules import SiteRules, rules_for
from govpage.news.importers.lines import fold, squeeze
from govpage.news.importers.sites import is_site

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_FOUND = 30
"""The most elements of one selector that are looked at."""

MAX_DATA = 500_000
"""The longest block of JSON-LD read, in characters."""

BODY = (
    "[itemprop=articleBody]", ".field--name-body", ".field-name-body", ".field--name-field-body", ".press-release-body",
    ".release-body", ".entry-content", ".post-content", ".article-body", ".article__body", ".node__content .body",
    ".usa-prose",
)  # fmt: skip
"""Where common layouts have the body of a release, the surest first."""

MAIN = (
    "main article", "article.node", "main", "[role=main]", "#main-content", "article", "#content", "#main",
    "#maincontent", ".main-content", "#contentarea", ".content",
)  # fmt: skip
"""Where common layouts have what is theirs alone on a page."""

_TRAILS = (".usa-breadcrumb", "nav[aria-label*=readcrumb]", ".breadcrumb", ".breadcrumbs", "#breadcrumb")
_STAMPS = (
    ".usa-last-updated, .last-updated, .last-reviewed, .last-modified, #last-updated, .page-updated, .gov-last-updated"
)
_NOTICES = (
    ".usa-alert, .usa-site-alert, .archived, .archive-notice, .archived-notice, #archive-notice, .gov-archive-notice"
)
_SAVED = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s>]{1,1000})")
_BETWEEN = re.compile(r" (?:[|»›:–—-]|::) ")
_ARTICLES = ("NewsArticle", "Article", "BlogPosting", "PressRelease", "ReportageNewsArticle")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page and the rules of its site."""

    tree: LexborHTMLParser
    address: str
    rules: SiteRules
    data: tuple[dict[str, Any], ...]

    def meta(self, *names: str) -> str:
        """Return the first of the metadata of these names that is not empty."""
        for name in names:
            for node in self.tree.css(f'meta[name="{name}" i], meta[property="{name}" i], meta[itemprop="{name}" i]'):
                if words := squeeze(visible(node.attributes.get("content") or "")):
                    return words[:5000]
        return ""

    def article(self, key: str) -> str:
        """Return a text of the article among the page's data."""
        found = (each.get(key) for each in self.data if _is_article(each))
        return next((squeeze(visible(value)) for value in found if isinstance(value, str) and value.strip()), "")

    @property
    def is_article(self) -> bool:
        """Whether the page's data say that it is an article, or its site's rules find its body."""
        ruled = bool(self.rules.body) and self.tree.css_first(self.rules.body) is not None
        return ruled or any(map(_is_article, self.data)) or self.meta("og:type") == "article"

    def words(self, selector: str) -> str:
        """Return the words of the first element of a selector that has any."""
        nodes = self.tree.css(selector)[:MAX_FOUND] if selector else []
        return next((words for node in nodes if (words := words_of(node))), "")


def words_of(node: LexborNode) -> str:
    """Return the words of an element."""
    return squeeze(visible(node.text(deep=True, separator=" ")))


def page_of(tree: LexborHTMLParser, text: str) -> Page:
    """Return a page with its address, if it says one, and the rules of the site of that address."""
    plain = Page(tree, "", SiteRules(), ())
    link = tree.css_first('link[rel~="canonical"]')
    saved = _SAVED.search(text[:5000])
    found = (link.attributes.get("href") or "" if link else "", plain.meta("og:url"), saved[1] if saved else "")
    address = next((each.strip() for each in found if _host(each)), "")
    return Page(tree, address, rules_for(_host(address)), tuple(_data(tree)))


def _host(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return parts.hostname or "" if parts.scheme in ("https", "http") and len(address) <= 1000 else ""


def _data(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text(deep=True)
        try:
            value = json.loads(text) if len(text) <= MAX_DATA else None
        except (ValueError, RecursionError):
            continue
        yield from _objects(value)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _types(data: dict[str, Any]) -> list[Any]:
    kind = data.get("@type")
    return kind if isinstance(kind, list) else [kind]


def _is_article(data: dict[str, Any]) -> bool:
    return any(kind in _ARTICLES for kind in _types(data) if isinstance(kind, str))


def title_of(page: Page) -> str:
    """Return the title: by the site's rule, the heading of the page, its data, or the window's title less the site."""
    window = page.words("head title")
    meta = page.article("headline") or page.meta("og:title", "dcterms.title", "dc.title")
    heads = [
        words
        for node in page.tree.css("h1")[:MAX_FOUND]
        if (words := words_of(node)) and "hidden" not in node.attributes
    ]
    known = [head for head in heads if fold(head) in (fold(meta), fold(window)) or fold(window).startswith(fold(head))]
    own = [head for head in heads if not is_site(head, (), page.meta("og:site_name"))]
    ruled = page.words(page.rules.title)
    return ruled or next(iter([*known, *own]), "") or _less_site(page, meta) or _less_site(page, window)


def _less_site(page: Page, title: str) -> str:
    """Take the name of the site off a title, at either end."""
    parts = _BETWEEN.split(title)
    site = fold(page.meta("og:site_name"))
    if len(parts) > 1 and (fold(parts[-1]) == site or is_site(parts[-1], (), "") or " | " in title):
        return title[: len(title) - len(parts[-1]) - 3].strip()
    first = len(parts) > 1 and (fold(parts[0]) == site or is_site(parts[0], (), ""))
    return title[len(parts[0]) + 3 :].strip() if first else title


def trail_of(page: Page) -> tuple[str, ...]:
    """Return the labels of the breadcrumb, home first."""
    for selector in _TRAILS:
        for node in page.tree.css(selector)[:MAX_FOUND]:
            items = [words for each in node.css("li") if (words := words_of(each).strip(" >/»›|"))]
            items = items or [part.strip() for part in re.split(r" ?[>»›/] ?", words_of(node)) if part.strip()]
            if len(items) > 1:
                return tuple(items[:15])
    return next((trail for each in page.data if (trail := _data_trail(each))), ())


def _data_trail(data: dict[str, Any]) -> tuple[str, ...]:
    items = data.get("itemListElement") if "BreadcrumbList" in _types(data) else None
    found: list[tuple[int, str]] = []
    for each in items if isinstance(items, list) else []:
        inner = each.get("item") if isinstance(each, dict) else None
        name = (
            each.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
            if isinstance(each, dict)
            else None
        )
        position = each.get("position") if isinstance(each, dict) else None
        if isinstance(name, str) and str(position).isdecimal() and len(str(position)) < 5:
            found.append((int(str(position)), squeeze(name)))
    return tuple(name for _position, name in sorted(found)[:15])


def moment_of(written: str) -> tuple[date | None, datetime | None]:
    """Return the day and, where it names an hour and a zone, the moment of a date in metadata."""
    text = written.strip()[:60]
    try:
        moment = parse_datetime(text)
        day = moment.date() if moment else parse_date(text[:10])
    except ValueError:
        return None, None
    if day is None:
        found = find_date(text)
        day = found.day if found else None
    return day, moment if moment and moment.tzinfo else None


def released(page: Page) -> tuple[date | None, datetime | None]:
    """Return when the page says that it was published: by its site's rule, in its data, or in a time element."""
    ruled = page.words(page.rules.date)
    found = find_date(ruled) if ruled else None
    if found and found.day:
        return found.day, None
    named = page.article("datePublished") or page.meta(
        "article:published_time",
        "dcterms.issued",
        "dcterms.date",
        "dcterms.created",
        "dc.date.issued",
        "dc.date",
        "datePublished",
    )
    return moment_of(named) if named else moment_of(_time(page))


def _time(page: Page) -> str:
    nodes = page.tree.css("main time[datetime], article time[datetime], header time[datetime]")
    return next((value for node in nodes if (value := node.attributes.get("datetime") or "")), "")


def updated(page: Page) -> date | None:
    """Return the day of the last change that the page's data name."""
    return moment_of(page.article("dateModified") or page.meta("article:modified_time", "dcterms.modified"))[0]


def language(page: Page) -> str:
    """Return "en" or "es" where the page says so."""
    node = page.tree.css_first("html")
    written = ((node.attributes.get("lang") or "") if node else "") or page.meta("dcterms.language")
    code = written.lower()[:2]
    return code if code in ("en", "es") else ""


def facts_elsewhere(page: Page) -> tuple[str, ...]:
    """Return the lines of alerts and stamps, wherever on the page they stand."""
    nodes = page.tree.css(f"{_NOTICES}, {_STAMPS}")[:20]
    return tuple(part for node in nodes for part in (*_parts(node), ""))


def _parts(node: LexborNode) -> list[str]:
    parts = [words for each in node.css("h1, h2, h3, h4, p") if (words := words_of(each))]
    return parts or ([words] if (words := words_of(node)) else [])


def region_of(page: Page) -> tuple[LexborNode | None, LexborNode | None]:
    """Return where the release stands on the page, and in it the element marked as its body, if one is."""
    body = _first(page, (page.rules.body,)) if page.rules.body else _first(page, BODY)
    main = _first(page, MAIN) or page.tree.body
    return (main, body) if body is None or _holds(main, body) else (page.tree.body, body)


def _holds(outer: LexborNode | None, inner: LexborNode) -> bool:
    node: LexborNode | None = inner
    while node is not None and outer is not None and node.mem_id != outer.mem_id:
        node = node.parent
    return node is not None


def _first(page: Page, selectors: tuple[str, ...]) -> LexborNode | None:
    """Return the first element with some words; where several match, as in a list of news, it is none of them."""
    for selector in selectors:
        found = [node for node in page.tree.css(selector)[:MAX_FOUND] if len(words_of(node)) >= 40]
        if len(found) == 1 or (found and all(_holds(found[0], each) for each in found)):
            return found[0]
    return None
