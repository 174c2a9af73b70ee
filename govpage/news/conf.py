"""Typed settings of the newsroom: ``GOVPAGE_NEWS``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from govpage.conf import load


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


def news_settings() -> NewsSettings:
    """Return ``GOVPAGE_NEWS``, typed."""
    return load("GOVPAGE_NEWS", NewsSettings)
