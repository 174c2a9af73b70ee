"""What the head of a release's page says of it to search engines, to other sites and to catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import to_locale

from govpage.component import kept
from govpage.news.conf import news_settings
from govpage.news.outputs.description import Description
from govpage.news.outputs.moments import in_utc

TERRITORIES = {"en": "en_US", "es": "es_US"}
"""Locales of the languages that a site of the United States names without a territory."""


def head_html(description: Description) -> SafeString:
    """Return the elements for the head of a page; the page has its title and description already.

    Source: Open Graph protocol, article; DCMI Metadata Terms; RFC 6596, canonical
    """
    parts = [
        f'<link rel="canonical" href="{escape(description.address)}">',
        *(_alternate(language, address) for language, address in hreflangs(description.languages)),
        *(_meta("property", name, value) for name, value in _open_graph(description) if value),
        *(_meta("name", f"dcterms.{name}", value) for name, value in _dublin_core(description) if value),
    ]
    if description.archived and news_settings().archived_robots:
        parts.append(_meta("name", "robots", news_settings().archived_robots))
    return SafeString("\n  ".join((*parts, feed_links())))


def hreflangs(languages: dict[str, str]) -> list[tuple[str, str]]:
    """Return address by language, and which one to take for all others; nothing for a release in one language.

    Shape: the same whichever of the translations asks; "x-default" is last
    """
    if len(languages) < 2:
        return []
    ordered = sorted(languages.items())
    return [*ordered, ("x-default", languages.get(settings.LANGUAGE_CODE, ordered[0][1]))]


def feed_links() -> SafeString:
    """Return what tells a reader of feeds where those of the newsroom are."""
    return _feed_links(reverse("govpage_news:feed_rss"), _("News"))


@kept
def _feed_links(rss: str, title: str) -> SafeString:
    atom, json = reverse("govpage_news:feed_atom"), reverse("govpage_news:feed_json")
    kinds = (("application/rss+xml", rss), ("application/atom+xml", atom), ("application/feed+json", json))
    links = (
        f'<link rel="alternate" type="{kind}" href="{address}" title="{escape(title)}">' for kind, address in kinds
    )
    return SafeString("\n  ".join(links))


def _alternate(language: str, address: str) -> str:
    return f'<link rel="alternate" hreflang="{escape(language)}" href="{escape(address)}">'


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(value)}">'


def _open_graph(description: Description) -> Iterator[tuple[str, str]]:
    yield "og:type", "article"
    yield "og:title", description.title
    yield "og:description", description.summary
    yield "og:url", description.address
    yield "og:site_name", description.publisher.name
    yield "og:locale", _locale(description.language)
    yield "og:image", description.image
    yield "og:image:alt", description.image_alt if description.image else ""
    yield "article:published_time", in_utc(description.published) if description.published else ""
    yield "article:modified_time", in_utc(description.modified)
    yield "article:expiration_time", in_utc(description.expires) if description.expires else ""
    yield "article:section", description.section or description.kind_label
    yield from _repeated("article:tag", description.topics)


def _dublin_core(description: Description) -> Iterator[tuple[str, str]]:
    yield "title", description.title
    yield "created", localdate(description.published).isoformat() if description.published else ""
    yield "modified", localdate(description.modified).isoformat()
    yield "language", description.language
    yield "publisher", description.office or description.publisher.name
    yield "identifier", description.release_number or description.address
    yield from _repeated("subject", description.topics)


def _repeated(name: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((name, value) for value in values)


def _locale(language: str) -> str:
    """Return the language with its territory; empty where it names none, as the protocol has no such locale."""
    locale = to_locale(language)
    return locale if "_" in locale else TERRITORIES.get(locale, "")
