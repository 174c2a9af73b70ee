"""What of a newsroom is exported, and from where each file comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db.models.functions import ExtractMonth, ExtractYear
from django.urls import reverse
from django.utils import timezone

from govpage.conf import site
from govpage.news.export.bag import CHUNK, Bag, BagError
from govpage.news.export.pages import OK, Links, Site, file_of, links_in
from govpage.news.lifecycle import PUBLIC, ReleaseQuerySet
from govpage.news.models import Attachment, NewsRelease

LISTS = ("release_list", "archive")
FEEDS = ("feed_rss", "feed_atom", "feed_json")
AT_THE_ROOT = ("/sitemap.xml", "/news-sitemap.xml")
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    releases: int
    files: int
    bytes: int


def export_site(folder: Path, base_url: str, forms_url: str = "") -> Exported:
    """Write all that is public in the newsroom below the folder, with a manifest.

    Shape: base_url is the site's own scheme and host; forms_url is that of a site that answers searches and feedback,
        the site itself when empty; links to pages that are not of the newsroom lead to the site
    Raises: BagError if the folder has anything in it, or the site does not answer with one of its pages
    """
    asked = Site(base_url)
    with Bag(folder) as bag:
        links = Links((forms_url or asked.base_url).rstrip("/"), asked.base_url, _kept())
        releases = _fill(bag, asked, links)
        bag.close(_about(asked, releases))
    return Exported(releases, len(bag.sums), bag.bytes)


def _fill(bag: Bag, asked: Site, links: Links) -> int:
    """Write all there is and return how many releases that are."""
    writer = _Writer(bag, asked, links)
    for address in _lists():
        writer.add_list(address)
    releases = 0
    for address in _addresses():
        writer.add_page(reverse("govpage_news:release_detail", args=[address]))
        releases += 1
    writer.add_documents(_documents())
    for name in _media():
        bag.add(f"{settings.MEDIA_URL.strip('/')}/{name}", _chunks(default_storage.open(name)))
    return releases


def _kept() -> tuple[str, ...]:
    """Return how the addresses begin that become files."""
    return reverse("govpage_news:release_list"), settings.STATIC_URL, settings.MEDIA_URL, *AT_THE_ROOT


class _Writer:
    """Writes pages and whatever they load."""

    def __init__(self, bag: Bag, asked: Site, links: Links) -> None:
        self.bag, self.asked, self.links = bag, asked, links

    def add_list(self, address: str) -> None:
        """Write a list, page after page; the next one is the one that the page leads to."""
        number = 1
        while self._leads_on(self.add_page(f"{address}?page={number}" if number > 1 else address), number + 1):
            number += 1

    def _leads_on(self, html: str, number: int) -> bool:
        return any(link.endswith(f"?page={number}") for link in links_in(html, "/"))

    def add_page(self, address: str) -> str:
        """Write a page and what it loads, and return it as the site gave it."""
        html = self.asked.get(address).decode()
        self.bag.add(file_of(address), [self.links.as_static(html).encode()])
        for asset in links_in(html, settings.STATIC_URL):
            name = unquote(asset).lstrip("/")
            if not self.bag.has(name):
                self.bag.add(name, _chunks(_asset(name[len(settings.STATIC_URL.strip("/")) + 1 :])))
        return html

    def add_documents(self, addresses: Iterable[str]) -> None:
        """Write what is no page and loads nothing, as it is; what the site does not have is left out."""
        for address in addresses:
            status, body = self.asked.ask(address)
            if status == OK:
                self.bag.add(file_of(address), [body])


def _lists() -> Iterator[str]:
    yield from (reverse(f"govpage_news:{name}") for name in LISTS)
    months = _public().order_by().values_list(ExtractYear("sort_day"), ExtractMonth("sort_day")).distinct()
    dated = sorted((year, month) for year, month in months if year > 1)
    yield from (reverse("govpage_news:year", args=[year]) for year in sorted({year for year, _month in dated}))
    yield from (reverse("govpage_news:month", args=[year, month]) for year, month in dated)


def _addresses() -> Iterator[str]:
    return _public().order_by().values_list("address", flat=True).iterator(AT_ONCE)


def _documents() -> Iterator[str]:
    yield from (reverse(f"govpage_news:{name}") for name in FEEDS)
    yield from AT_THE_ROOT


def _media() -> Iterator[str]:
    yield from _public().exclude(image="").order_by().values_list("image", flat=True).iterator(AT_ONCE)
    files = Attachment.objects.filter(release__in=_public().order_by()).order_by()
    yield from files.values_list("file", flat=True).iterator(AT_ONCE)


def _public() -> ReleaseQuerySet:
    return NewsRelease.objects.in_state(*PUBLIC)


def _asset(name: str) -> File[bytes]:
    """Return a static file: one that was collected or bundled, else one of an app."""
    collected = Path(settings.STATIC_ROOT, name) if settings.STATIC_ROOT else None
    path = collected if collected and collected.is_file() else finders.find(name)
    if not path:
        raise BagError(f"The static file {name} is not there; run collectstatic.")
    return File(Path(str(path)).open("rb"))


def _chunks(file: Any) -> Iterator[bytes]:
    with file:
        yield from file.chunks(CHUNK)


def _about(asked: Site, releases: int) -> dict[str, str]:
    return {
        "Source-Organization": str(site().agency),
        "Bagging-Date": f"{timezone.localdate():%Y-%m-%d}",
        "External-Description": f"Public news releases of {asked.base_url}: {releases}",
    }
