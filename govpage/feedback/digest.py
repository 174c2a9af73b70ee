"""The weekly digest: what was said in an ISO week, for whoever is to read it without opening anything."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from govpage.feedback.letters import Letter, Line, Part, absolute, page_url
from govpage.feedback.models import Alert, Comment, CommentState, Section, Status, Vote
from govpage.feedback.periods import Period
from govpage.feedback.reports import Overview, Question, Row, overview
from govpage.feedback.staff_words import BIAS, answers_words, change_words, days_of, share_words, with_held_words
from govpage.feedback.statistics import Count

NAMED = 10
"""Pages and alerts that a mail names at most."""

HELD_ANSWERS = "?status__exact=held"
"""What is asked of the list of answers for those that are held."""


def digest(week: Period) -> Letter:
    """Return the digest of a week."""
    sections = {section.pk: section for section in Section.objects.select_related("owner")}
    most = overview(Question(week), sections)
    lowest = overview(Question(week, order="lowest"), sections)
    parts = [
        Part(_("All pages"), tuple(_totals(most))),
        Part(_("Waiting for you"), (*_alerts(), *_waiting())),
        Part(_("Most answers"), tuple(_pages(most.pages))),
        Part(_("Lowest shares, of pages with enough votes"), tuple(_pages(lowest.pages))),
        Part(_("How to read this"), (Line(str(BIAS)),)),
    ]
    return Letter(_("Page feedback, %(days)s") % {"days": days_of(week)}, tuple(part for part in parts if part.lines))


def _totals(found: Overview) -> Iterable[Line]:
    now, url = found.total.now, _list("page")
    if not now.answers:
        yield _all_held(now) if now.held else Line(_("No answers came in. See whether the form still works."), url)
        return
    said = {"answers": answers_words(now.answers), "share": share_words(now.share)}
    yield Line(_("%(answers)s. Found it helpful: %(share)s") % said, url)
    if now.held:
        text = ngettext(
            "%(number)d more is held and does not count.", "%(number)d more are held and do not count.", now.held
        )
        yield _held_line(text, now)
    yield Line(_("Against the week before: %(change)s") % {"change": change_words(found.total.change)})


def _all_held(count: Count) -> Line:
    text = ngettext(
        "%(number)d answer came in and does not count: it is held. Look at it; without it there is no share.",
        "%(number)d answers came in and none counts: all are held. Look at them; without them there is no share.",
        count.held,
    )
    return _held_line(text, count)


def _held_line(text: str, count: Count) -> Line:
    """Return what is said of so many held answers, with the share that there would be, and where they are."""
    return Line(f"{text % {'number': count.held}} {with_held_words(count)}".rstrip(), _list("vote", HELD_ANSWERS))


def _alerts() -> Iterable[Line]:
    """Give the newest open alerts, and how many more there are."""
    opened = Alert.objects.filter(closed=None).select_related("page")
    for alert in opened[:NAMED]:
        about = f"{alert}: {alert.page}" if alert.page else str(alert)
        yield Line(about, page_url(alert.page) if alert.page else "")
    if (more := opened.count() - NAMED) > 0:
        text = ngettext("%(number)d more open alert", "%(number)d more open alerts", more)
        yield Line(text % {"number": more}, _list("alert", "?closed__isempty=1"))


def _waiting() -> Iterable[Line]:
    """Give how much of what visitors sent somebody has to look at, if there is anything."""
    if new := Comment.objects.filter(state=CommentState.NEW).count():
        text = ngettext("%(number)d new comment", "%(number)d new comments", new)
        yield Line(text % {"number": new}, _list("comment", "?state__exact=new"))
    if held := Comment.objects.filter(state=CommentState.HELD).count():
        text = ngettext("%(number)d held comment", "%(number)d held comments", held)
        yield Line(text % {"number": held}, _list("comment", "?state__exact=held"))
    if answers := Vote.objects.filter(status=Status.HELD).count():
        yield Line(_held(answers), _list("vote", HELD_ANSWERS))


def _pages(rows: Iterable[Row]) -> Iterable[Line]:
    for row in list(rows)[:NAMED]:
        numbers = [share_words(row.now.share), answers_words(row.now.answers)]
        if row.now.held:
            numbers.append(_held(row.now.held))
        yield Line(f"{row.key}: {', '.join(numbers)}", page_url(row.key))


def _held(number: int) -> str:
    return ngettext("%(number)d held answer", "%(number)d held answers", number) % {"number": number}


def _list(model: str, query: str = "") -> str:
    return absolute(reverse(f"admin:govpage_feedback_{model}_changelist") + query)
