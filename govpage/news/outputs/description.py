"""A release as machines are told of it; every output is made from this one description."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import urljoin, urlsplit

from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.translation import override

from govpage.conf import site
from govpage.news.kinds import Kind
from govpage.news.models import NewsRelease
from govpage.news.outputs.clean import legal, one_line, with_absolute_links
from govpage.news.outputs.moments import modified_at, published_at
from govpage.richtext import RELEASE_BODY


@dataclass(frozen=True, slots=True)
class Alternate:
    """The release in another language; original is whether the others were translated from it."""

    language: str
    address: str
    original: bool = False


@dataclass(frozen=True, slots=True)
class Publisher:
    """The agency, and the one that it belongs to; what is empty is not said."""

    name: str
    url: str
    logo: str = ""
    parent: str = ""
    parent_url: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """A release as machines are told of it, in its own language.

    Shape: every address is absolute; texts are one line without control characters, but for body and boilerplate, which
        are HTML; id never changes; path is the
        address within the newsroom; published is None for what is not published yet; image and the moments that there
        are not are empty
    """

    id: str
    address: str
    path: str
    home: str
    title: str
    subtitle: str
    summary: str
    kind: str
    kind_label: str
    language: str
    section: str
    release_number: str
    byline: str
    dateline: str
    office: str
    publisher: Publisher
    topics: tuple[str, ...]
    published: datetime | None
    modified: datetime
    archived: bool
    archived_on: datetime | None
    expires: datetime | None
    image: str
    image_alt: str
    body: str
    boilerplate: str
    alternates: tuple[Alternate, ...]
    translated: bool
    """Whether it is a translation itself."""

    @property
    def body_html(self) -> SafeString:
        """The text as any page may show it: sanitised, begun by its dateline, with links that lead from anywhere."""
        text = with_absolute_links(legal(RELEASE_BODY.render(self.body)), self.address)
        return SafeString(_after_dateline(self.dateline, text))

    @property
    def boilerplate_html(self) -> SafeString:
        """The paragraph about the office, in the same way."""
        return SafeString(with_absolute_links(legal(RELEASE_BODY.render(self.boilerplate)), self.address))

    @property
    def author(self) -> str:
        """Who speaks: the writer of a blog, else the office, else the agency."""
        return self.byline or self.office or self.publisher.name

    @property
    def languages(self) -> dict[str, str]:
        """Address by language, its own first; of two in one language the first."""
        found = {self.language: self.address}
        for other in self.alternates:
            found.setdefault(other.language, other.address)
        return found


def describe(
    release: NewsRelease,
    base_url: str,
    at: datetime,
    *,
    topics: Iterable[str] = (),
    alternates: Iterable[Alternate] = (),
) -> Description:
    """Return what machines are told of a release at that moment.

    Shape: base_url is the site's root, such as "https://harbor.example.gov/"; office and section are read off the
        release; alternates are those that are public, and of what is not public nothing is asked here
    """
    address = address_of(release, base_url)
    office = release.office
    archived = bool(release.archives_at and release.archives_at <= at)
    with override(release.language_code):
        return Description(
            id=permanent_id(release, base_url),
            address=address,
            path=release.address,
            home=base_url,
            title=one_line(release.title),
            subtitle=one_line(release.subtitle),
            summary=one_line(release.summary),
            kind=release.kind,
            kind_label=str(Kind(release.kind).label),
            language=release.language_code,
            section=one_line(release.section.label) if release.section else "",
            release_number=one_line(release.release_number),
            byline=one_line(release.byline),
            dateline=one_line(release.dateline),
            office=one_line(office.name) if office else "",
            publisher=publisher(base_url),
            topics=tuple(one_line(topic) for topic in topics),
            published=published_at(release),
            modified=modified_at(release, at),
            archived=archived,
            archived_on=release.archives_at if archived and release.archive_date_known else None,
            expires=release.expires_at,
            image=urljoin(base_url, release.image.url) if release.image else "",
            image_alt=one_line(release.image_alt),
            body=release.body,
            boilerplate=release.boilerplate or (office.boilerplate if office else ""),
            alternates=tuple(alternates),
            translated=release.translation_of_id is not None,
        )


def address_of(release: NewsRelease, base_url: str) -> str:
    """Return the absolute address of the page of a release."""
    return urljoin(base_url, release.get_absolute_url())


def permanent_id(release: NewsRelease, base_url: str) -> str:
    """Return what names a release for ever, whatever becomes of its address.

    Source: RFC 4151, tag URI
    """
    domain = site().domain or urlsplit(base_url).hostname
    return f"tag:{domain},{release.created:%Y-%m-%d}:release/{release.pk}"


def publisher(base_url: str) -> Publisher:
    """Return the agency of the site in words of the active language."""
    agency = site()
    parent, parent_url = str(agency.parent_agency), str(agency.parent_agency_url)
    if agency.parent_agencies:
        parent, parent_url = str(agency.parent_agencies[-1].label), agency.parent_agencies[-1].href
    return Publisher(
        name=str(agency.agency),
        url=urljoin(base_url, str(agency.agency_url)),
        logo=urljoin(base_url, static(agency.logo)) if agency.logo else "",
        parent=parent,
        parent_url=urljoin(base_url, parent_url) if parent_url else "",
    )


def _after_dateline(dateline: str, text: str) -> str:
    """Begin the first paragraph of the text with the place that it comes from, as its page does."""
    if not dateline:
        return text
    begin = f"<p>{escape(dateline)} – "
    return begin + (text.removeprefix("<p>") if text.startswith("<p>") else f"</p>{text}")
