"""What a visitor writes: looked at, shown once more where there is something to say about it, and only then kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from django.core.signing import SignatureExpired
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from govpage.feedback.desk import attend
from govpage.feedback.endpoint import log_failure
from govpage.feedback.follow_up import FollowUp, read_follow_up
from govpage.feedback.holding import hold, keep_words
from govpage.feedback.models import Alert, AlertKind, CommentKind
from govpage.feedback.origin import Verdict
from govpage.feedback.privacy import Redaction, redact
from govpage.feedback.privacy.kinds import Kind
from govpage.feedback.screening import Screening
from govpage.feedback.store import AlreadyCommented, Words, is_kept
from govpage.feedback_words import MAX_COMMENT, known_reasons

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written and under which token; printed without the words.

    Shape: joined is what the token names, or will name when the form is shown once more; other_keys are those under
        which the same words may be stored already
    """

    kind: CommentKind
    joined: FollowUp
    token: str = ""
    reason: str = ""
    text: str = ""
    other_keys: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """Characters that the words may have: each of ours in the place of what was removed counts as one of theirs."""
        ours = [Kind(code).replacement for code in self.joined.removed]
        return MAX_COMMENT + sum(self.text.count(words) * (len(words) - 1) for words in ours)

    def __repr__(self) -> str:
        return f"<{self.kind}>"


@dataclass(frozen=True)
class Again(Exception):
    """The form is shown once more with the words in it, and nothing is kept.

    Shape: sent is what the form shows; field is what the error is about; removed are names of what was taken out of the
        words
    Units: retry_after in seconds
    """

    sent: Sent
    error: str = ""
    status: int = 400
    field: str = ""
    removed: tuple[str, ...] = ()
    retry_after: int = 0


def keep(sent: Sent, screening: Screening) -> None:
    """Keep what was written; only spaces, and a reason without words, are nothing wrong after an answer.

    Raises: Again if the visitor has to see it first
    """
    if screening.verdict is Verdict.REFUSE:
        raise Again(sent, screening.message, screening.status, retry_after=screening.retry_after)
    _check_reason(sent)
    _check_text(sent)
    sent = _in_time(sent)
    _check_privacy(sent, screening.held_because)
    if sent.reason or sent.text or screening.held_because:
        _save(sent, screening.held_because)


def _check_reason(sent: Sent) -> None:
    if sent.reason and sent.reason not in known_reasons():
        raise Again(replace(sent, reason=""), _("Choose one of the reasons."), field="reason")


def _check_text(sent: Sent) -> None:
    if sent.kind is CommentKind.PROBLEM and not sent.text:
        raise Again(sent, _("Say what went wrong."), field="comment")
    over = len(sent.text) - sent.most
    if over > 0:
        error = ngettext(
            "Your comment is %(over)d character too long. It may have %(most)d.",
            "Your comment is %(over)d characters too long. It may have %(most)d.",
            over,
        )
        raise Again(sent, error % {"over": over, "most": sent.most}, field="comment")


def _in_time(sent: Sent) -> Sent:
    """Return what came in time, or came before; offer what comes too late for its answer as a comment of its own."""
    if not sent.token:
        return sent
    try:
        read_follow_up(sent.token)
    except SignatureExpired as error:
        alone = replace(sent, joined=sent.joined.alone())
        for known in (sent, alone):
            if _attended(sent, partial(is_kept, known.joined.key)):
                return known
        late = _("This took more than an hour. Your words are still here: send them once more.")
        raise Again(alone, late) from error
    return sent


def _check_privacy(sent: Sent, held_because: str) -> None:
    """Take out what is personal, and let the visitor see what that leaves, before anything is kept."""
    redaction = _redacted(sent)
    if not redaction.removed:
        return
    if held_because and sent.joined.joins_vote:
        _hold(sent.joined.key, held_because)  # what is sent after this may give no reason any more
    joined = replace(sent.joined, removed=tuple(dict.fromkeys((*sent.joined.removed, *redaction.removed))))
    raise Again(replace(sent, joined=joined, text=redaction.text), status=200, removed=redaction.names)


def _redacted(sent: Sent) -> Redaction:
    try:
        return redact(sent.text)
    except Exception as failure:  # whatever it is, the words are not kept
        log_failure("A comment could not be checked for personal information", failure)
        _alarm(type(failure).__name__)
        raise Again(sent, _not_checked(sent.joined.joins_vote), 503) from None


def _alarm(name: str) -> None:
    """Let staff know, once a day for the same fault."""
    cause = f"redaction:{name}:{timezone.localdate():%Y-%m-%d}"[:128]
    values = {"kind": AlertKind.REDACTION, "details": {"fault": name}}
    try:
        attend(partial(Alert.objects.get_or_create, cause=cause, defaults=values))
    except Exception as failure:  # the log has it already
        log_failure("An alert could not be raised", failure)


def _hold(key: str, because: str) -> None:
    try:
        attend(partial(hold, key, because))
    except Exception as failure:  # the visitor sees what was removed all the same
        log_failure("An answer could not be held", failure)


def _save(sent: Sent, held_because: str) -> None:
    joined = sent.joined
    removed = ",".join(joined.removed)
    words = Words(
        joined.reference,
        joined.key,
        sent.reason,
        sent.text,
        removed,
        sent.kind,
        joined.joins_vote,
        other_keys=sent.other_keys,
    )
    _attended(sent, partial(keep_words, words, held_because))


def _attended(sent: Sent, work: Callable[[], T]) -> T:
    """Have the work done at the desk.

    Raises: Again if it could not be done, or other words are kept already
    """
    try:
        return attend(work)
    except AlreadyCommented:
        raise Again(sent, already_commented(), 409) from None
    except Exception as failure:  # whatever it is, the visitor's words are not lost
        log_failure("A comment could not be saved", failure)
        message = _("Your comment could not be saved just now. It is still here; please send it again in a minute.")
        raise Again(sent, message, 503) from None


def already_commented() -> str:
    """Say that what was sent before stays."""
    return _("You have sent a comment already; it was kept as it was.")


def not_saved() -> str:
    """Say that the database could not keep a vote."""
    return _("Your answer could not be saved just now. What you wrote is still here; please send it again in a minute.")


def _not_checked(follows_a_vote: bool) -> str:
    kept = _("Your answer is saved, but not your comment: it could not be checked for personal information.")
    alone = _("Your words were not saved: they could not be checked for personal information.")
    again = _("What you wrote is still here; please send it again in a minute, or put it in other words.")
    return f"{kept if follows_a_vote else alone} {again}"
