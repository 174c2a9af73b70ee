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


def news_settings() -> NewsSettings:
    """Return ``GOVPAGE_NEWS``, typed."""
    return load("GOVPAGE_NEWS", NewsSettings)
