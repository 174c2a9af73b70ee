"""Saving answers: one durable transaction each, so that "thank you" is said only after the commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import IntegrityError, router, transaction

from govpage.feedback import tallies
from govpage.feedback.counting import count_held
from govpage.feedback.models import AnswerCode, Comment, CommentKind, CommentState, ContentVersion, Page, Status, Vote
from govpage.feedback.patience import keep_time
from govpage.feedback.signals import announce_comment, announce_vote
from govpage.page import PageReference


@dataclass(frozen=True, slots=True)
class Answer:
    """A vote as it was sent.

    Shape: keys are those of ``keys.vote_keys``, that of a new vote first
    """

    page: PageReference
    answer: str
    keys: tuple[str, ...]
    held_because: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a visitor said, without the personal information in it.

    Shape: key is the one that the vote is stored under, or a fresh one for words that stand alone; removed says what
        was taken out; held_because is the reason for which words that stand alone wait for staff, before the queue
    """

    page: PageReference
    key: str
    reason: str
    text: str
    removed: str = ""
    kind: CommentKind = CommentKind.FOLLOW_UP
    joins_vote: bool = True
    held_because: str = ""


class AlreadyCommented(Exception):
    """The token was used before, for other words."""


class _Known(Exception):
    """The submission is stored already; its transaction is rolled back."""

    def __init__(self, key: str) -> None:
        self.key = key


def save_vote(answer: Answer) -> str:
    """Keep the vote and count it; return the key it is stored under. The same submission again changes nothing.

    Raises: django.db.Error if the database cannot keep it
    """
    try:
        with _durable() as using:
            return _new_vote(answer, using)
    except _Known as known:
        return known.key
    except IntegrityError:
        # Two of the same at once, with a midnight between them: the constraint let one pass.
        if known_key := _known(answer, router.db_for_write(Vote)):
            return known_key
        raise


def _new_vote(answer: Answer, using: str) -> str:
    page = Page.objects.named(answer.page)
    vote = Vote(
        key=answer.keys[0],
        page=page,
        version=ContentVersion.objects.get_or_create(page=page, name=answer.page.version)[0],
        answer=answer.answer,
        status=Status.HELD if answer.held_because else Status.COUNTED,
        held_because=answer.held_because,
    )
    tallies.add(vote)  # first, as it lets one of the same submission pass at a time
    if known := _known(answer, using):
        raise _Known(known)
    vote.save(force_insert=True)
    if answer.held_because:
        count_held(answer.held_because, vote.sent)
    announce_vote(vote, vote.status)
    return answer.keys[0]


def _known(answer: Answer, using: str) -> str:
    return Vote.objects.using(using).filter(key__in=answer.keys).values_list("key", flat=True).first() or ""


def save_comment(words: Words) -> None:
    """Keep what a visitor said; the same words under the same key again change nothing.

    Raises: AlreadyCommented if other words were kept under that key; django.db.Error if the database cannot
    """
    with _durable():
        votes = Vote.objects.select_for_update().filter(key=words.key)
        vote = votes.first() if words.joins_vote else None
        comment, made = Comment.objects.get_or_create(key=words.key, defaults=_columns(words, vote))
        if made and vote is not None:
            _give_reason(vote, words.reason)
        if made and words.held_because:
            count_held(words.held_because, comment.sent)
        elif made:
            announce_comment(comment)
    if not made and (comment.reason, comment.text) != (words.reason, words.text):
        raise AlreadyCommented


def _columns(words: Words, vote: Vote | None) -> dict[str, object]:
    return {
        "kind": words.kind,
        "page": Page.objects.named(words.page),
        "vote": vote,
        "reason": words.reason,
        "text": words.text,
        "removed": words.removed,
        "held_because": words.held_because,
        "state": CommentState.HELD if words.held_because else CommentState.NEW,
    }


def _give_reason(vote: Vote, reason: str) -> None:
    if vote.answer == AnswerCode.YES or vote.reason:
        return
    vote.reason = reason
    vote.save(update_fields=["reason"])
    tallies.add_reason(vote)


@contextmanager
def _durable() -> Iterator[str]:
    using = router.db_for_write(Vote)
    with transaction.atomic(using=using, durable=True):
        keep_time(using)
        yield using
