"""What a content team does with comments, many at once: each change whole, and logged."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.db import router, transaction
from django.db.models import QuerySet

from govpage.feedback.audit import record
from govpage.feedback.models import Comment, CommentState, Tag
from govpage.feedback.signals import announce_comment

AT_ONCE = 500
"""Comments that are changed in one statement."""


def assign(comments: QuerySet[Comment], to: Any, actor: Any) -> int:
    """Give comments to somebody, or to nobody; return how many."""
    return _change(comments, actor, "comment.assign", {"to": to.get_username() if to else ""}, assignee=to)


def mark(comments: QuerySet[Comment], state: CommentState, actor: Any, outcome: str = "") -> int:
    """Say how far the team is with comments; return how many. What says already what was done keeps that.

    Raises: ValueError if they are acted on and nothing says what was done
    """
    if needs_outcome(state, outcome):
        raise ValueError("Say what was done about what is acted on.")
    with transaction.atomic(using=router.db_for_write(Comment)):
        said = {"outcome": outcome} if state == CommentState.ACTED_ON else {}
        if said:
            comments = comments.filter(outcome="")
        let_in = list(comments.filter(state=CommentState.HELD)) if state != CommentState.HELD else []
        number = _change(comments, actor, "comment.mark", {"state": str(state)}, state=state, **said)
        for comment in let_in:
            comment.state = state
            announce_comment(comment)
    return number


def fingerprint(comment: Comment) -> str:
    """Return what changes with anything that the team says of a comment."""
    tags = sorted(comment.tags.values_list("pk", flat=True))
    said = (str(comment.state), comment.outcome, comment.assignee_id, comment.note, tags)
    return sha256(repr(said).encode()).hexdigest()


def needs_outcome(state: str, outcome: str) -> bool:
    """Whether what is said of a comment lacks what was done about it."""
    return state == CommentState.ACTED_ON and not outcome.strip()


def tag(comments: QuerySet[Comment], tag: Tag, actor: Any) -> int:
    """Give comments a tag; return how many there are."""
    through = Comment.tags.through
    with transaction.atomic(using=router.db_for_write(Comment)):
        keys = _keys(comments)
        for some in _in_parts(keys):
            links = [through(comment_id=key, tag_id=tag.pk) for key in some]
            through.objects.bulk_create(links, ignore_conflicts=True)
        record(actor, "comment.tag", tag=tag.name, count=len(keys), comments=keys)
    return len(keys)


def untag(comments: QuerySet[Comment], tag: Tag, actor: Any) -> int:
    """Take a tag from comments; return how many there are."""
    with transaction.atomic(using=router.db_for_write(Comment)):
        keys = _keys(comments)
        for some in _in_parts(keys):
            Comment.tags.through.objects.filter(comment_id__in=some, tag_id=tag.pk).delete()
        record(actor, "comment.untag", tag=tag.name, count=len(keys), comments=keys)
    return len(keys)


def _change(comments: QuerySet[Comment], actor: Any, action: str, details: dict[str, Any], **values: Any) -> int:
    with transaction.atomic(using=router.db_for_write(Comment)):
        keys = _keys(comments)
        for some in _in_parts(keys):
            Comment.objects.filter(pk__in=some).update(**values)
        record(actor, action, **details, count=len(keys), comments=keys)
    return len(keys)


def _keys(comments: QuerySet[Comment]) -> list[int]:
    """Return the keys of comments that are there, so that none is changed that a purge removes meanwhile."""
    return sorted(set(comments.order_by().values_list("pk", flat=True)))


def _in_parts(keys: list[int]) -> Iterator[list[int]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))
