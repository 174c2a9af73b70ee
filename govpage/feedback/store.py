"""Saving answers: one durable transaction each, so that "thank you" is said only after the commit."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import router, transaction
from django.db.transaction import Atomic

from govpage.feedback.models import Comment, CommentKind, ContentVersion, Page, Status, Vote
from govpage.page import PageReference


@dataclass(frozen=True, slots=True)
class Answer:
    """A vote as it was sent."""

    page: PageReference
    answer: str
    keys: tuple[str, ...]
    held_because: str = ""


class AlreadyCommented(Exception):
    """The token was used before, for other words."""


def save_vote(answer: Answer) -> str:
    """Keep the vote; the same key again changes nothing.

    Raises: django.db.DatabaseError if the database cannot keep it
    """
    with _durable():
        page = Page.objects.named(answer.page)
        version, _made = ContentVersion.objects.get_or_create(page=page, name=answer.page.version)
        Vote.objects.get_or_create(
            key=answer.keys[0],
            defaults={
                "page": page,
                "version": version,
                "answer": answer.answer,
                "status": Status.HELD if answer.held_because else Status.COUNTED,
                "held_because": answer.held_because,
            },
        )
    return answer.keys[0]


@dataclass(frozen=True, slots=True)
class Words:
    page: PageReference
    key: str
    reason: str
    text: str
    removed: str
    kind: CommentKind
    joins_vote: bool


def save_comment(words: Words) -> None:
    with _durable():
        vote = Vote.objects.filter(key=words.key).first() if words.joins_vote else None
        comment, made = Comment.objects.get_or_create(
            key=words.key,
            defaults={
                "page": Page.objects.named(words.page),
                "vote": vote,
                "reason": words.reason,
                "text": words.text,
                "removed": words.removed,
                "kind": words.kind,
            },
        )
    if not made and (comment.reason, comment.text) != (words.reason, words.text):
        raise AlreadyCommented


def _durable() -> Atomic:
    return transaction.atomic(using=router.db_for_write(Vote), durable=True)
