"""Typed settings of page feedback: ``GOVPAGE_FEEDBACK``; the core's own, as its components show what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from govpage.conf import DICTS, load
from govpage.links import Link


@dataclass(frozen=True, slots=True)
class Clearance:
    """Clearance of questions under the Paperwork Reduction Act: what has to stand beside them.

    The kit hard-codes no number and gives no legal advice; number and last day come from the agency.

    Source: 44 U.S.C. 3507; 5 CFR 1320.8(b)
    """

    number: str = ""
    """OMB control number."""

    expires: date | None = None
    """Its last day."""

    burden: str = ""
    """Estimated burden, in words, such as "2 minutes"."""

    statement: str = ""
    """The agency's statement to the public; a standard one when empty."""

    def __post_init__(self) -> None:
        if bool(self.number) != (self.expires is not None):
            raise ValueError("give both 'number' and 'expires', or neither.")

    def is_current(self, today: date) -> bool:
        """Whether the questions may be asked on that day."""
        return self.expires is None or today <= self.expires


@dataclass(frozen=True, slots=True)
class FeedbackSettings:
    """How page feedback behaves: ``GOVPAGE_FEEDBACK``."""

    partly: bool = False
    """Whether "Partly" is a third answer; what follows it is what follows a "No"."""

    reasons: Mapping[str, str] = field(default_factory=dict)
    """Reasons to choose from after a "No": dict of code and words; the five of archived DHS.gov pages when empty.
    Codes are stored and never change, words are translatable."""

    retired_reasons: Mapping[str, str] = field(default_factory=dict)
    """Reasons that are no longer offered: dict of code and words. A page in a cache may still send one, so they are
    taken, and old answers keep their words."""

    wording: Mapping[str, str] = field(default_factory=dict)
    """The agency's own words for: question, follow_up_heading, reasons_legend, comment_label, thanks, problem_heading,
    problem_label."""

    contact: Link | None = None
    """Whom a visitor who needs an answer asks: (label, url); shown where a comment is written."""

    privacy: str = ""
    """Address of the privacy policy for feedback; that of the site when empty."""

    off: tuple[str, ...] = ()
    """Pages and sections without the form: how their addresses begin, such as "/admin/" or "/contact/"."""

    archived: bool = True
    """Whether archived pages have the form."""

    clearance: Clearance | None = None
    """Clearance of the questions under the Paperwork Reduction Act: a dict with the keys below. After its last day the
    questions that need it are no longer shown."""

    trusted_origins: tuple[str, ...] = ()
    """Further origins whose pages may send answers, such as "https://news.harbor.example.gov"."""

    trusted_proxies: int = 0
    """How many proxies of yours stand before the site and add to X-Forwarded-For; with 0 that header is ignored."""

    screens: tuple[str, ...] = ()
    """Dotted paths of the site's own checks of what is sent, such as a proof of work; see the guide to feedback."""

    votes_a_minute: int = 3
    """Answers about one page from one network in a minute that count; more are held."""

    votes_a_day: int = 50
    """Answers about one page from one network in a day that count; more are held."""

    own_numbers: tuple[str, ...] = ()
    """The agency's own telephone numbers and mail addresses, which are left in comments."""

    resolver: str = ""
    """Dotted path of a function that returns the address at which a page stands now, given the one it had, so that
    its history follows it; each page keeps its address when empty."""

    retention_days: int | None = None
    """Days after which ``purge_feedback`` removes comments. No law gives a default, so say what your records schedule
    says."""

    escalation: str = ""
    """What staff do when a comment holds a threat, shown by the queue and on each comment; a plain one when empty."""

    threads: int = 4
    """Threads of a process that may wait for the database on behalf of feedback. Twice as many wait for one of them and
    what comes then is asked to try again, so keep it below a third of the server's own. With 0 the request's own thread
    waits, until the database gives up."""

    durability_signed_off: bool = False
    """Whether the owner accepts settings of the database under which a power cut may lose thanked answers."""

    digest_recipients: tuple[str, ...] = ()
    """Mail addresses that get the weekly digest and the alerts."""


DICTS[Clearance | None] = (Clearance, "feedback")


def feedback_settings() -> FeedbackSettings:
    """Return ``GOVPAGE_FEEDBACK``, typed."""
    return load("GOVPAGE_FEEDBACK", FeedbackSettings)
