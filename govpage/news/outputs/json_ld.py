"""A release as linked data for search engines.

Source: schema.org NewsArticle, GovernmentOrganization, BreadcrumbList
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from django.utils.safestring import SafeString

from govpage.data_block import data_block
from govpage.links import Link
from govpage.news.outputs.description import Alternate, Description, Publisher
from govpage.news.outputs.moments import in_utc


def json_ld(description: Description, trail: Iterable[Link] = ()) -> SafeString:
    """Return the data block of a release's page, with its trail where there is one."""
    crumbs = breadcrumb_list(tuple(trail), description.home)
    graph = [news_article(description), *([crumbs] if crumbs else [])]
    return data_block({"@context": "https://schema.org", "@graph": graph})


def news_article(description: Description) -> dict[str, Any]:
    """Return the release, what is not known left out."""
    return said(
        {
            "@type": "NewsArticle",
            "@id": description.address,
            "mainEntityOfPage": description.address,
            "headline": description.title,
            "alternativeHeadline": description.subtitle,
            "description": description.summary,
            "inLanguage": description.language,
            "identifier": description.release_number,
            "articleSection": description.section or description.kind_label,
            "datePublished": in_utc(description.published) if description.published else "",
            "dateModified": in_utc(description.modified),
            "expires": in_utc(description.expires) if description.expires else "",
            "creativeWorkStatus": "Archived" if description.archived else "",
            "archivedAt": _archived(description),
            "image": said({"@type": "ImageObject", "url": description.image, "caption": description.image_alt})
            if description.image
            else "",
            "about": [{"@type": "Thing", "name": topic} for topic in description.topics],
            "author": _author(description),
            "publisher": organization(description.publisher),
            **_translations(description),
        }
    )


def organization(publisher: Publisher) -> dict[str, Any]:
    """Return the agency within the one that it belongs to."""
    parent = said({"@type": "GovernmentOrganization", "name": publisher.parent, "url": publisher.parent_url})
    return said(
        {
            "@type": "GovernmentOrganization",
            "name": publisher.name,
            "url": publisher.url,
            "logo": publisher.logo,
            "parentOrganization": parent if publisher.parent else "",
        }
    )


def breadcrumb_list(trail: tuple[Link, ...], home: str) -> dict[str, Any]:
    """Return the trail with absolute addresses; empty where there is none."""
    items = [
        said({"@type": "ListItem", "position": n, "name": str(crumb.label), "item": _item(crumb, home)})
        for n, crumb in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if items else {}


def said(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data without what is empty."""
    return {name: value for name, value in data.items() if value not in ("", [], {})}


def _item(crumb: Link, home: str) -> str:
    return urljoin(home, crumb.href) if crumb.url else ""


def _archived(description: Description) -> dict[str, str]:
    """Return the page as the archive has it, with the moment from which it has; empty where that is not known."""
    if not description.archived_on:
        return {}
    return {"@type": "WebPage", "url": description.address, "dateCreated": in_utc(description.archived_on)}


def _author(description: Description) -> dict[str, str] | str:
    """Return who speaks where that is not the agency itself."""
    if description.byline:
        return {"@type": "Person", "name": description.byline}
    return {"@type": "GovernmentOrganization", "name": description.office} if description.office else ""


def _translations(description: Description) -> dict[str, list[dict[str, str]]]:
    """Return the release in other languages: those made from it, or the one that it was made from."""
    if not description.translated:
        return {"workTranslation": [_work(other) for other in description.alternates]}
    return {"translationOfWork": [_work(other) for other in description.alternates if other.original]}


def _work(other: Alternate) -> dict[str, str]:
    return {"@type": "NewsArticle", "@id": other.address, "inLanguage": other.language}
