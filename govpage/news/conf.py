"""Typed settings of the newsroom: ``GOVPAGE_NEWS``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from govpage.conf import CONVERTERS, load

ImportSites: TypeAlias = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class NewsSettings:
    """How news releases are shown: ``GOVPAGE_NEWS``."""

    crumbs: Mapping[str, str] = field(default_factory=dict)
    """Where the labels of trails and sections lead: {"About Us": "/about/", ...}; one that is not named is no link."""

    per_page: int = 20
    """Releases on one page of a list."""

    max_age: int = 300
    """Seconds that a page of news may be kept by a cache; less when its content changes sooner."""

    preview_days: int = 14
    """Days that the signed link to a preview opens it."""

    block_publication: bool = False
    """Whether errors of the content checks keep a release from being published."""

    skipped_checks: tuple[str, ...] = ()
    """Content checks that are not made: ["title-length", ...]."""

    served_elsewhere: tuple[str, ...] = ()
    """Beginnings of paths that other software serves, such as "/data/"; links to them are not looked up."""

    archived_robots: Literal["", "noindex", "noarchive", "noindex, nofollow"] = ""
    """What archived releases ask of search engines; nothing when empty, so that they can be found."""

    sitemap_pages: tuple[str, ...] = ()
    """Further pages of the site that its sitemap names: paths, or names of URL patterns."""

    import_sites: ImportSites = field(default_factory=dict)
    """Where the parts of a saved page stand, by host: {"harbor.example.gov": {"title": "h1.name", "body": ".story",
    "date": ".day", "subtitle": ".dek", "drop": [".promo"]}}, each a CSS selector; see the page on importing pages."""


def _as_import_sites(value: Any) -> dict[str, dict[str, Any]]:
    if isinstance(value, Mapping) and all(isinstance(rules, Mapping) for rules in value.values()):
        return {str(host): dict(rules) for host, rules in value.items()}
    raise TypeError("it must be a dict with a dict of CSS selectors for each host.")


CONVERTERS[ImportSites] = _as_import_sites


def news_settings() -> NewsSettings:
    """Return ``GOVPAGE_NEWS``, typed."""
    return load("GOVPAGE_NEWS", NewsSettings)
