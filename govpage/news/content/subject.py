"""What is checked: the content of a release, apart from any database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from govpage.news.content.body import Body, body_of


@dataclass(frozen=True)
class Content:
    """The content of a release, as it is or as it would be saved."""

    title: str
    body: str = ""
    boilerplate: str = ""
    """What it says about the office."""
    subtitle: str = ""
    description: str = ""
    language: str = "en"
    kind: str = "press_release"
    image: str = ""
    """Name of the image's file; empty without one."""
    image_alt: str = ""
    image_decorative: bool = False
    publish_at: datetime | None = None
    embargoed: bool = False
    embargo_new: bool = True
    """Whether the embargo is being set now; one that was set before and has passed is as it should be."""
    left_out: tuple[str, ...] = ()
    """Elements that the text was typed with and that are not kept."""
    attachments: tuple[str, ...] = ()
    """Names of the files."""
    address: str = "/"
    """Path of its page on the site, which relative links start from."""
    domain: str = ""
    """Of the site: a link to it is one within the site, however it is written."""

    @cached_property
    def parts(self) -> Body:
        """The body, read once."""
        return body_of(self.body)

    @cached_property
    def about(self) -> Content:
        """The same content with what it says about the office for its text."""
        return replace(self, body=self.boilerplate, boilerplate="", left_out=())

    @property
    def base_language(self) -> str:
        """Its language without a region: "es" for "es-PR"."""
        return self.language.lower().partition("-")[0]

    def paths(self) -> list[tuple[str, str]]:
        """Return the links within the site, as (path, as written)."""
        found = ((self._path(link.href), link.href) for link in self.parts.links)
        return [(path, href) for path, href in found if path]

    def _path(self, href: str) -> str:
        """Return the path on this site that a link leads to; empty if it leads elsewhere or stays on the page."""
        if not href or href.startswith("#"):
            return ""
        try:
            parts = urlsplit(urljoin(self.address, href))
        except ValueError:
            # No browser can read it either: it is nowhere.
            return href
        return (unquote(parts.path) or "/") if self._is_here(parts) else ""

    def _is_here(self, parts: SplitResult) -> bool:
        """Whether an address is on this site, its port and a "www." before its domain aside."""
        if not parts.netloc:
            return not parts.scheme
        host = parts.netloc.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")
        return host == self.domain.lower().removeprefix("www.") and parts.scheme in ("", "https", "http")


@dataclass(frozen=True)
class Subject:
    """What a check gets."""

    content: Content
    now: datetime
    exists: Callable[[str], bool]

    @property
    def body(self) -> Body:
        """The body, read once."""
        return self.content.parts
