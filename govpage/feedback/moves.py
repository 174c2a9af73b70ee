"""Pages that stand elsewhere now: what was said about them follows them to their new address.

Where pages went is for the site to say, by the ``resolver`` of its settings; nothing that is posted is asked.
"""

from __future__ import annotations

from typing import Any

from django.db import router, transaction
from django.db.models import Model

from govpage.feedback import tallies
from govpage.feedback.models import Alert, Comment, ContentVersion, Page, ReasonTally, Tally, Vote
from govpage.feedback.models.pages import address_now


def follow_all() -> int:
    """Put what was said about pages that moved under their addresses of now; return how many pages moved."""
    return sum(follow(page) for page in Page.objects.order_by("pk").iterator(500))


def follow(page: Page) -> bool:
    """Put what was said about a page under its address of now; return whether that is another."""
    path = address_now(page.path)
    if path == page.path:
        return False
    with transaction.atomic(using=router.db_for_write(Page)):
        there = Page.objects.select_for_update().filter(digest=Page.digest_of(path)).first()
        if there is None:
            page.move_to(path)
        else:
            _merge(page, there)
    return True


def _merge(page: Page, into: Page) -> None:
    """Let all that was said about a page be about another, version by version."""
    for version in ContentVersion.objects.filter(page=page):
        same, _made = ContentVersion.objects.get_or_create(
            page=into, name=version.name, defaults={"first_answer": version.first_answer}
        )
        Vote.objects.filter(version=version).update(page=into, version=same)
        for model in (Tally, ReasonTally):
            _move_counts(model, version, into, same)
    Comment.objects.filter(page=page).update(page=into)
    Alert.objects.filter(page=page).update(page=into)
    page.delete()


def _move_counts(model: type[Model], version: ContentVersion, into: Page, same: ContentVersion) -> None:
    rows: Any = model._default_manager.select_for_update().filter(version=version)
    for row in rows.order_by("day", "pk"):
        tallies.shift_to(row, into, same)
    rows.delete()
