"""Saving answers: one durable transaction each, so that "thank you" is said only after the commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, router, transaction
from django.db.models import QuerySet
from django.utils import timezone

from govpage.feedback import tallies
from govpage.feedback.counting import count_held
from govpage.feedback.models import AnswerCode, Comment, CommentKind, CommentState, ContentVersion, Page, Status, Vote
from govpage.feedback.patience import keep_time, remaining
from govpage.feedback.resolving import current_path
from govpage.feedback.signals import announce_comment, announce_vote
from govpage.page import PageReference


@dataclass(frozen=True, slots=True)
class Answer:
    """A vote as it was sent.

    Shape: keys are those of ``keys.vote_keys``, that of a new vote first; received is when the request came in
    """

    page: PageReference
    answer: str
    keys: tuple[str, ...]
    held_because: str = ""
    received: datetime = field(default_factory=timezone.now)


@dataclass(frozen=True, slots=True)
class Words:
    """What a visitor said, without the personal information in it.

    Shape: key is the one that the vote is stored under, or a fresh one for words that stand alone; removed says what
        was taken out; held_because is the reason for which words that stand alone wait for staff, before the queue;
        other_keys are those under which the same words may be stored already
    """

    page: PageReference
    key: str
    reason: str
    text: str
    removed: str = ""
    kind: CommentKind = CommentKind.FOLLOW_UP
    joins_vote: bool = True
    held_because: str = ""
    other_keys: tuple[str, ...] = ()


class AlreadyCommented(Exception):
    """Words were kept under that key: no others are, and they settle the answer that they follow."""


class _Known(Exception):
    """The submission is stored already; its transaction is rolled back."""

    def __init__(self, vote: Vote) -> None:
        self.vote = vote


def save_vote(answer: Answer) -> str:
    """Keep the vote and count it; return the key it is stored under.

    The same submission again changes nothing, and another answer under its key takes the place of the one before.

    Raises: AlreadyCommented if words have joined the one before; django.db.Error if the database cannot keep it
    """
    try:
        with _durable() as using:
            return _new_vote(answer, using)
    except _Known as known:
        vote = known.vote
    except IntegrityError:
        # Two of the same at once, with a midnight between them: the constraint let one pass.
        found = _known(answer, router.db_for_write(Vote))
        if found is None:
            raise
        vote = found
    if vote.answer != answer.answer:
        _correct(vote.pk, answer)
    return vote.key or ""


def _new_vote(answer: Answer, using: str) -> str:
    page = Page.objects.named(answer.page)
    vote = Vote(
        key=answer.keys[0],
        page=page,
        version=ContentVersion.objects.get_or_create(page=page, name=answer.page.version)[0],
        answer=answer.answer,
        status=Status.HELD if answer.held_because else Status.COUNTED,
        held_because=answer.held_because,
        sent=answer.received,
    )
    tallies.add(vote)  # first, as it lets one of the same submission pass at a time
    if known := _known(answer, using):
        raise _Known(known)
    vote.save(force_insert=True)
    if answer.held_because:
        count_held(answer.held_because, vote.sent)
    announce_vote(vote, vote.status)
    return answer.keys[0]


def _known(answer: Answer, using: str) -> Vote | None:
    return Vote.objects.using(using).filter(key__in=answer.keys).first()


def _correct(pk: int, answer: Answer) -> None:
    """Let the answer stand that was received last, unless words have joined the one before."""
    with _durable() as using:
        vote = Vote.objects.select_for_update().get(pk=pk)
        if vote.answer == answer.answer or _is_late(answer, vote) or not _is_about_its_page(answer, vote, using):
            return
        if vote.reason or Comment.objects.using(using).filter(vote=vote).exists():
            raise AlreadyCommented
        is_held_now = bool(answer.held_because) and vote.status == Status.COUNTED
        status = Status.HELD if is_held_now else Status(vote.status)
        tallies.correct(vote, answer.answer, status)
        vote.answer, vote.status = answer.answer, status
        if is_held_now:
            vote.held_because = answer.held_because
            count_held(answer.held_because, answer.received)
        vote.save(update_fields=["answer", "status", "held_because"])
        announce_vote(vote, status)


def _is_late(answer: Answer, vote: Vote) -> bool:
    """Whether the visitor gave another answer after this one: it came in before, or its 503 did."""
    seconds = remaining()
    return answer.received < vote.sent or (seconds is not None and seconds <= 0)


def _is_about_its_page(answer: Answer, vote: Vote, using: str) -> bool:
    digests = map(Page.digest_of, {answer.page.path, current_path(answer.page.path)})
    return Page.objects.using(using).filter(pk=vote.page_id, digest__in=list(digests)).exists()


def save_comment(words: Words) -> None:
    """Keep what a visitor said; the same words under the same key again change nothing.

    Raises: AlreadyCommented if other words were kept under that key; django.db.Error if the database cannot
    """
    with _durable():
        votes = Vote.objects.select_for_update().filter(key=words.key)
        vote = votes.first() if words.joins_vote else None
        comment, made = _comment(words, vote)
        if made and vote is not None:
            _give_reason(vote, words.reason)
        if made and words.held_because:
            count_held(words.held_because, comment.sent)
        elif made:
            announce_comment(comment)
    if not made and (comment.reason, comment.text) != (words.reason, words.text):
        raise AlreadyCommented


def is_kept(key: str) -> bool:
    """Whether words are kept under that key."""
    return _words_under((key,)).exists()


def _words_under(keys: tuple[str, ...]) -> QuerySet[Comment]:
    return Comment.objects.using(router.db_for_write(Comment)).filter(key__in=keys)


def _comment(words: Words, vote: Vote | None) -> tuple[Comment, bool]:
    """Return the comment of these words, and whether it is new."""
    page = Page.objects.named(words.page)
    if words.other_keys:
        Page.objects.select_for_update().get(pk=page.pk)  # of the same at once, one passes at a time
        if known := _words_under(words.other_keys).first():
            return known, False
    return Comment.objects.get_or_create(key=words.key, defaults=_columns(words, page, vote))


def _columns(words: Words, page: Page, vote: Vote | None) -> dict[str, object]:
    return {
        "kind": words.kind,
        "page": page,
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
