"""The page of one release."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from govpage.components import Assets, RelatedLinks, ReleaseArticle, SideNavigation, TagList
from govpage.components.release_parts import ChangeNote, ReleaseImage
from govpage.conf import site
from govpage.links import Link
from govpage.news.around import Around, around
from govpage.news.caching import cacheable, keep_until, missing_not_kept
from govpage.news.conf import news_settings
from govpage.news.lifecycle import GONE, MOMENTS, PUBLIC, State
from govpage.news.models import NewsRelease
from govpage.news.outputs.around import described_with, with_original
from govpage.news.outputs.head import head_html
from govpage.news.outputs.json_ld import json_ld
from govpage.news.sections import WITH_SECTIONS_ABOVE, side_navigation
from govpage.news.trail import archive_crumb, release_trail
from govpage.news.views.lists import kind_label
from govpage.rendering import render_page

WITH = ("office", WITH_SECTIONS_ABOVE)
"""What the page reads with the release in one query."""


@require_safe
@missing_not_kept
def release_detail(request: HttpRequest, address: str) -> HttpResponse:
    """Show one release in its own language; an archived one stays at its address, a former address leads to it."""
    at = timezone.now()
    releases = with_original(NewsRelease.objects.with_state(at)).select_related(*WITH).defer("search_text")
    release = releases.filter(address=address).first()
    if release is None:
        return _moved(address, at)
    if release.state in GONE and was_public(release):
        return _gone(request, release)
    if release.state not in PUBLIC:
        raise Http404
    beside = around(release, at)
    with override(release.language_code):
        context = public_context(release, beside, request.build_absolute_uri("/"), at)
        html = render_page("govpage/news/release_detail.html", context, request)
    expires = min(filter(None, (next_change_of(release, at), beside.next_change)), default=None)
    response = cacheable(request, html, max_age=news_settings().max_age, changed=release.modified, expires=expires)
    if release.state == State.ARCHIVED and (robots := news_settings().archived_robots):
        response.headers["X-Robots-Tag"] = robots
    return response


def public_context(release: NewsRelease, beside: Around, base_url: str, at: datetime) -> dict[str, Any]:
    """Return what the page shows, and what it says to machines of a release that anybody may read then."""
    context = release_context(release, beside)
    description = described_with(release, beside, base_url, at)
    return context | {
        "address": description.address,
        "head": head_html(description) + json_ld(description, context["trail"]),
        # Our stylesheet alone keeps it off the screen.
        "printed": site().stylesheet == "govpage",
    }


def next_change_of(release: NewsRelease, at: datetime) -> datetime | None:
    """Return when the state of the release changes next after that moment; None if never."""
    moments: list[datetime | None] = [getattr(release, name) for name in MOMENTS]
    return min((moment for moment in moments if moment and moment > at), default=None)


def was_public(release: NewsRelease) -> bool:
    """Whether a release that is gone could be read before; of one that never could its address tells nothing."""
    ends = (moment for moment in (release.withdraw_at, release.expires_at) if moment)
    return release.publish_at is not None and release.publish_at < min(ends, default=release.publish_at)


def _moved(address: str, at: datetime) -> HttpResponse:
    """Lead to where a release is now, or says that it is gone, so that an address tells nothing of any other."""
    release = NewsRelease.objects.with_state(at).filter(former_addresses__address=address).first()
    if release is None or not (release.state in PUBLIC or (release.state in GONE and was_public(release))):
        raise Http404
    return redirected(release.get_absolute_url(), release, at)


def redirected(address: str, release: NewsRelease, at: datetime) -> HttpResponse:
    """Lead to a release for as long as it is sure: browsers keep a redirect for ever that does not say how long."""
    response = HttpResponsePermanentRedirect(address)
    keep_until(response, news_settings().max_age, next_change_of(release, at))
    return response


def _gone(request: HttpRequest, release: NewsRelease) -> HttpResponse:
    """Say that a release was taken back, and nothing of what it said."""
    with override(release.language_code):
        context = {"reason": release.withdrawal_reason, "successor": successor_of(release)}
        html = render_page("govpage/news/release_gone.html", context, request)
    response = HttpResponse(html, status=410)
    response.headers["Cache-Control"] = f"public, max-age={news_settings().max_age}"
    return response


def release_context(release: NewsRelease, beside: Around | None = None) -> dict[str, Any]:
    """Return what the page of a release shows.

    Shape: the release has its state annotated
    """
    beside = beside or Around()
    archived = release.state == State.ARCHIVED
    article = release_article(release, beside)
    return {
        "release": release,
        "article": article.render_html(),
        "assets": Assets("all" if article.has_parts or beside != Around() else "release").render_html(),
        "trail": release_trail(release),
        "archived": archived,
        "section": archive_crumb().url if archived else "",
        "archived_on": archived_on(release),
        "successor": successor_of(release),
        "beside": _beside(release, beside),
    }


def _beside(release: NewsRelease, beside: Around) -> SafeString:
    """Return what stands below the release; made here, since most releases have nothing of it."""
    if beside == Around():
        return SafeString("")
    navigation = side_navigation(beside.sections, release.section_id) if release.section_id else ()
    parts = (TagList(beside.topics), RelatedLinks(beside.related), SideNavigation(navigation))
    return SafeString("\n".join(part.render_html() for part in parts))


def successor_of(release: NewsRelease) -> Link | None:
    """Return what replaces the release, if anything does."""
    return Link(release.successor_title or release.successor, release.successor) if release.successor else None


def archived_on(release: NewsRelease) -> date | None:
    """Return the day of archiving in the site's time zone, where it is known."""
    known = release.archives_at and release.archive_date_known
    return localdate(release.archives_at) if known else None


def release_article(release: NewsRelease, beside: Around | None = None) -> ReleaseArticle:
    """Return the release as the component that shows it."""
    beside = beside or Around()
    office = release.office
    return ReleaseArticle(
        title=release.title,
        body=release.body,
        kind=kind_label(release.kind, get_language()),
        subtitle=release.subtitle,
        release_date=release.release_date,
        release_number=release.release_number,
        dateline=release.dateline,
        byline=release.byline,
        contacts=tuple(release.contacts),
        immediate=release.immediate,
        translations=beside.translations,
        image=_image(release),
        quotes=tuple(release.quotes),
        quick_facts=tuple(release.quick_facts),
        files=beside.files,
        boilerplate=release.boilerplate or (office.boilerplate if office else ""),
        changes=changes_of(release),
    )


def _image(release: NewsRelease) -> ReleaseImage | None:
    return ReleaseImage(release.image.url, release.image_alt, release.image_caption) if release.image else None


def changes_of(release: NewsRelease) -> tuple[ChangeNote, ...]:
    """Return the notes of changes, newest first."""
    if not release.change_notes:
        return ()
    notes = (ChangeNote(date.fromisoformat(note["on"]), note.get("note", "")) for note in release.change_notes)
    return tuple(sorted(notes, key=lambda note: note.on, reverse=True))
