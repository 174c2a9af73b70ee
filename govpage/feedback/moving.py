"""Pages that have moved: what was said about them follows to where they stand now."""

from __future__ import annotations

from django.db import IntegrityError, router, transaction

from govpage.feedback import audit
from govpage.feedback.models import Alert, Comment, ContentVersion, Page, ReasonTally, Section, Tally, Vote
from govpage.feedback.resolving import current_path
from govpage.feedback.tallies import shift_to


def moved_pages() -> list[tuple[Page, str]]:
    """Return each page that stands at another address now, with that address."""
    pages = [(page, current_path(page.path)) for page in Page.objects.order_by("pk").iterator()]
    return [(page, path) for page, path in pages if path != page.path]


def follow(page: Page, path: str) -> bool:
    """Let all that was said about a page stand at its new address; return whether it does.

    A page that somebody answers about in the same moment is left for the next time.
    """
    old = page.path
    try:
        with transaction.atomic(using=router.db_for_write(Page)):
            _move(page, path)
            audit.record("", "follow_moved_page", old=old, new=path)
    except IntegrityError:
        return False
    return True


def _move(page: Page, path: str) -> None:
    there = Page.objects.select_for_update().filter(digest=Page.digest_of(path)).first()
    if there is None:
        page.path, page.digest, page.section = path, Page.digest_of(path), Section.objects.of(path)
        page.save()
        return
    for version in page.versions.all():
        _move_version(version, there)
    Comment.objects.filter(page=page).update(page=there)
    Alert.objects.filter(page=page).update(page=there)
    page.delete()


def _move_version(version: ContentVersion, there: Page) -> None:
    """Let a version of a page be one of the other page, whose own of that name takes it in."""
    known = there.versions.filter(name=version.name).first()
    if known is None:
        version.page = there
        version.save()
        Vote.objects.filter(version=version).update(page=there)
        Tally.objects.filter(version=version).update(page=there)
        ReasonTally.objects.filter(version=version).update(page=there)
        return
    Vote.objects.filter(version=version).update(page=there, version=known)
    for row in [*Tally.objects.filter(version=version), *ReasonTally.objects.filter(version=version)]:
        shift_to(row, there, known)
        row.delete()
    if version.first_answer < known.first_answer:
        known.first_answer = version.first_answer
        known.save()
    version.delete()
