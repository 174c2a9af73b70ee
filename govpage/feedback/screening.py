"""What is checked of an answer before it is kept: small named functions, each of which counts, holds or refuses it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, cast

from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from govpage.feedback.keys import KEY
from govpage.feedback.limits import Counted, LimitsUnknown, Window, in_burst, over_limit
from govpage.feedback.origin import Verdict, judge_origin
from govpage.feedback_settings import feedback_settings
from govpage.page import PageReference

logger = logging.getLogger(__name__)

MAX_NAME = 64
"""Characters of the name of a reason or a signal."""

HONEYPOT = "website"
"""Name of the field that nobody sees and only a program fills in."""

FIELDS = frozenset({"page", "answer", "key", "token", "reason", "comment", HONEYPOT})
"""Names of what our own forms send."""

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60

COMMENTS_A_MINUTE = 10
"""Comments about one page from one network in a minute; more are asked to come later."""

BURST = 200
"""Equal answers about one page in an hour that nobody wonders at; more are flagged, held ones among them."""

BURST_OF_ANSWERS = Window("burst", HOUR, BURST)
"""What they are counted in."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent, and by whom as far as the checks need it; never kept, and printed without what tells who it is.

    Shape: headers is a mapping that ignores case; own is the origin of the site, such as "https://harbor.example.gov";
        network is that of ``network_of``; token is the signed reference to the page; answer is empty for a comment
    """

    headers: Mapping[str, str] = field(repr=False)
    own: str
    network: str = field(repr=False)
    page: PageReference
    token: str
    answer: str
    posted: Mapping[str, str] = field(repr=False)
    now: datetime


@dataclass(frozen=True, slots=True)
class Screening:
    """What the checks found: whether the answer counts, the name of what says so, and what a refused visitor reads.

    Shape: signals are names of what was noticed and changes nothing; status is that of the response to what is refused
    Units: retry_after in seconds, 0 where trying again is of no use
    """

    verdict: Verdict = Verdict.COUNT
    reason: str = ""
    message: str = ""
    signals: tuple[str, ...] = ()
    status: int = 403
    retry_after: int = 0

    def __post_init__(self) -> None:
        if bool(self.reason) is (self.verdict is Verdict.COUNT):
            raise ValueError("reason: give one to what is held or refused, and none to what counts.")
        if bool(self.message) is not (self.verdict is Verdict.REFUSE):
            raise ValueError("message: give one to what is refused, and none to what is taken.")
        if long := [name for name in (self.reason, *self.signals) if len(name) > MAX_NAME]:
            raise ValueError(f"{long[0]!r} is too long a name; it may have {MAX_NAME} characters.")

    @property
    def held_because(self) -> str:
        """What ``store.Answer`` asks for: the reason of what is held, else nothing."""
        return self.reason if self.verdict is Verdict.HOLD else ""


Check: TypeAlias = Callable[[Submission], Screening | None]
C = TypeVar("C", bound=Callable[..., Any])


def reads(*names: str) -> Callable[[C], C]:
    """Say which further fields of the form a check of the site reads, so that they are not taken for unknown ones."""

    def mark(check: C) -> C:
        check.fields = names  # type: ignore[attr-defined]
        return check

    return mark


def screen(submission: Submission) -> Screening:
    """Return what the first check says that has something against it, else that it counts, and what was noticed."""
    signals: tuple[str, ...] = ()
    for check in checks():
        found = _asked(check, submission)
        if found is None:
            continue
        signals += found.signals
        if found.verdict is Verdict.HOLD and check is not limits:
            signals += _burst_of_held(submission)
        if found.verdict is not Verdict.COUNT:
            return replace(found, signals=signals)
    return Screening(signals=signals)


def checks() -> tuple[Check, ...]:
    """Return the checks in their order: those that cost nothing first, and the limits last, as they count."""
    return (origin, unknown_fields, honeypot, *own_checks(), limits)


def own_checks() -> tuple[Check, ...]:
    """Return the site's own checks; one that cannot be imported holds all there is."""
    return tuple(_imported(path) for path in feedback_settings().screens)


def _imported(path: str) -> Check:
    try:
        return cast(Check, import_string(path))
    except Exception as error:  # whatever the site's module raises
        return _failed(path, error)


def _failed(name: str, error: Exception) -> Check:
    # Without traceback and message: either may quote what the visitor sent.
    logger.error("The check %s of page feedback failed: %s.", name, type(error).__name__)
    return lambda _submission: Screening(Verdict.HOLD, "check-failed")


def _asked(check: Check, submission: Submission) -> Screening | None:
    """Return what the check says; one that fails lets nothing through unseen, and keeps nobody from answering."""
    try:
        found = check(submission)
        if not isinstance(found, Screening | None):
            raise TypeError(found)
    except Exception as error:  # whatever the site's check raises
        return _failed(getattr(check, "__name__", type(check).__name__), error)(submission)
    return found


def origin(submission: Submission) -> Screening | None:
    """Refuse what another site sent; hold what does not say where it comes from."""
    verdict = judge_origin(submission.headers, submission.own, feedback_settings().trusted_origins)
    if verdict is Verdict.REFUSE:
        return Screening(verdict, "other-site", _("The answer came from another site, so it was not taken."))
    return Screening(verdict, "no-origin") if verdict is Verdict.HOLD else None


def unknown_fields(submission: Submission) -> Screening | None:
    """Notice fields that no form of ours has; they are ignored."""
    known = FIELDS.union(*(getattr(check, "fields", ()) for check in own_checks()))
    return Screening(signals=("unknown-fields",)) if submission.posted.keys() - known else None


def honeypot(submission: Submission) -> Screening | None:
    """Hold what fills in the field that nobody sees; a visitor's browser may have done it, so it is not refused."""
    return Screening(Verdict.HOLD, "honeypot") if submission.posted.get(HONEYPOT) else None


def limits(submission: Submission) -> Screening | None:
    """Hold answers beyond the limits of a network, and all where the limits are not known; flag a burst."""
    if not submission.answer:
        return _limits_of_comments(submission)
    settings = feedback_settings()
    windows = (
        Window("network-minute", MINUTE, settings.votes_a_minute),
        Window("network-day", DAY, settings.votes_a_day),
    )
    try:
        over, burst = over_limit(_counted(submission, _key(submission)), windows, BURST_OF_ANSWERS)
    except LimitsUnknown:
        return Screening(Verdict.HOLD, "limits-unknown")
    return Screening(Verdict.HOLD if over else Verdict.COUNT, over, signals=_noticed(burst))


def _burst_of_held(submission: Submission) -> tuple[str, ...]:
    """Notice a burst among what another check holds as well, since those who flood a page are held."""
    try:
        return _noticed(bool(submission.answer) and in_burst(_counted(submission, ""), BURST_OF_ANSWERS))
    except LimitsUnknown:
        return ()


def _noticed(burst: bool) -> tuple[str, ...]:
    return ("burst",) if burst else ()


def _limits_of_comments(submission: Submission) -> Screening | None:
    """Refuse comments beyond the limit, as words are not held, and let them pass where the limit is not known."""
    windows = (Window("comments-minute", MINUTE, COMMENTS_A_MINUTE),)
    try:
        over = over_limit(_counted(submission, submission.posted.get("token", "")), windows)[0]
    except LimitsUnknown:
        return Screening(signals=("limits-unknown",))
    message = _("Too many comments came from your network just now. Yours is still here; please send it in a minute.")
    return Screening(Verdict.REFUSE, over, message, status=429, retry_after=MINUTE) if over else None


def _counted(submission: Submission, once: str) -> Counted:
    return Counted(submission.network, submission.page.path, submission.answer, once, submission.now)


def _key(submission: Submission) -> str:
    """Return the script's key; whatever else is in its place is not what an answer is stored under."""
    posted = submission.posted.get("key", "")
    return posted if KEY.fullmatch(posted) else ""
