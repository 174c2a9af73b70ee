"""Saving answers: one durable transaction each, so that "thank you" is said only after the commit."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import router, transaction
from django.db.transaction import Atomic

from govpage.feedback.models import Comment, ContentVersion, Page, Status, Vote
from govpage.page import PageReference


@dataclass(frozen=True, slots=True)
class Answer:
    """A vote as it was sent."""

    page: PageReference
    answer: str
    key: str
    held_because: str = ""


class AlreadyCommented(Exception):
    """The token was used before, for other words."""


def save_vote(answer: Answer) -> None:
    """Keep the vote; the same key again changes nothing.

    Raises: django.db.DatabaseError if the database cannot keep it
    """
    with _durable():
        page = Page.objects.named(answer.page)
        version, _made = ContentVersion.objects.get_or_create(page=page, name=answer.page.version)
        Vote.objects.get_or_create(
            key=answer.key,
            defaults={
                "page": page,
                "version": version,
                "answer": answer.answer,
                "status": Status.HELD if answer.held_because else Status.COUNTED,
                "held_because": answer.held_because,
            },
        )


def save_comment(page: PageReference, key: str, reason: str, text: str, *, joins_vote: bool) -> None:
    """Keep what a visitor said; the same words under the same key again change nothing.

    Raises: AlreadyCommented if other words were kept under that key; django.db.DatabaseError if the database cannot
    """
    with _durable():
        vote = Vote.objects.filter(key=key).first() if joins_vote else None
        comment, made = Comment.objects.get_or_create(
            key=key, defaults={"page": Page.objects.named(page), "vote": vote, "reason": reason, "text": text}
        )
    if not made and (comment.reason, comment.text) != (reason, text):
        raise AlreadyCommented


def _durable() -> Atomic:
    return transaction.atomic(using=router.db_for_write(Vote), durable=True)
