"""The checks on releases of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve, reverse
from django.utils import timezone
from django.utils.translation import override

from govpage.conf import site
from govpage.news.conf import news_settings
from govpage.news.content.finding import Finding
from govpage.news.content.registry import check_content
from govpage.news.content.subject import Content
from govpage.news.lifecycle import ReleaseQuerySet
from govpage.news.models import NewsRelease
from govpage.news.models.release import address_of

BATCH = 100
"""Releases that are held at once, and whose links are looked up in one query."""

DETAIL = "govpage_news:release_detail"


def content_of(release: NewsRelease, *, embargo_new: bool = False) -> Content:
    """Return the content of a release, saved or not."""
    return Content(
        title=release.title,
        subtitle=release.subtitle,
        description=release.description,
        body=release.body,
        boilerplate=release.boilerplate,
        language=release.language_code,
        kind=release.kind,
        image=release.image.name or "",
        image_alt=release.image_alt,
        image_decorative=release.image_decorative,
        publish_at=release.publish_at,
        embargoed=release.embargoed,
        embargo_new=embargo_new,
        attachments=tuple(str(a.file.name) for a in release.attachments.all()) if release.pk else (),
        address=reverse(DETAIL, args=[release.address or address_of(release)]),
        domain=site().domain,
    )


def check_release(release: NewsRelease, *, now: datetime | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with the content of a release, as it is or as it would be saved."""
    at = now or timezone.now()
    content = content_of(release, embargo_new=_sets_embargo(release))
    return check_content(content, now=at, exists=existing([content]), skipped=news_settings().skipped_checks)


def check_releases(
    releases: ReleaseQuerySet, *, now: datetime | None = None
) -> Iterator[tuple[NewsRelease, tuple[Finding, ...]]]:
    """Give each release as it is saved with its findings, however many there are."""
    at = now or timezone.now()
    rows = releases.defer("search_text").prefetch_related("attachments").iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        contents = [content_of(release) for release in batch]
        exists = existing(contents)
        for release, content in zip(batch, contents, strict=True):
            yield release, check_content(content, now=at, exists=exists, skipped=news_settings().skipped_checks)


def _sets_embargo(release: NewsRelease) -> bool:
    """Whether the embargo differs from the saved one."""
    if not release.embargoed or release.publish_at is None:
        return False
    saved = NewsRelease.objects.filter(pk=release.pk, embargoed=True, publish_at=release.publish_at)
    return not saved.exists()


def existing(contents: Sequence[Content]) -> Callable[[str], bool]:
    """Return what says whether something is at a path that the contents link to; at most one query for all."""
    texts = (text for content in contents for text in (content, content.about))
    paths = {path for text in texts for path, _href in text.paths()}
    matches = {path: _match(path) for path in paths if not _is_elsewhere(path)}
    addresses = {path: m.kwargs["address"] for path, m in matches.items() if m and m.view_name == DETAIL}
    there = _there(addresses.values()) if addresses else set()
    missing = {path for path, match in matches.items() if match is None}
    missing |= {path for path, address in addresses.items() if address not in there}
    return lambda path: path not in missing


def _is_elsewhere(path: str) -> bool:
    """Whether other software serves the path: files, what the settings name and what is outside of the site."""
    files = (url for url in (settings.STATIC_URL, settings.MEDIA_URL) if url and url != get_script_prefix())
    return path.startswith((*files, *news_settings().served_elsewhere)) or not path.startswith(get_script_prefix())


def _match(path: str) -> ResolverMatch | None:
    """Return the view at a path, in any language of the site; a slash that Django adds may be missing."""
    inside = "/" + path.removeprefix(get_script_prefix())
    tried = [inside, f"{inside}/"] if settings.APPEND_SLASH and not inside.endswith("/") else [inside]
    for code in (settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES)):
        with override(code):
            for candidate in tried:
                try:
                    return resolve(candidate)
                except Resolver404:
                    continue
    return None


def _there(addresses: Iterable[str]) -> set[str]:
    """Return those at which a release is, or was before it moved; one that was deleted is not."""
    wanted = list(addresses)
    found = NewsRelease.objects.filter(Q(address__in=wanted) | Q(former_addresses__address__in=wanted))
    kept = found.filter(deleted_at__isnull=True).order_by()
    return {address for row in kept.values_list("address", "former_addresses__address") for address in row}
