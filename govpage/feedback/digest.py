"""The weekly digest: what was said in an ISO week, for whoever is to read it without opening anything."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from govpage.feedback.letters import Letter, Line, Part, absolute, page_url
from govpage.feedback.models import Alert, Comment, CommentState, Section
from govpage.feedback.periods import Period
from govpage.feedback.reports import Overview, Question, Row, overview
from govpage.feedback.staff_words import BIAS, change_words, days_of, share_words

NAMED = 10
"""Pages and alerts that a mail names at most."""


def digest(week: Period) -> Letter:
    """Return the digest of a week."""
    sections = {section.pk: section for section in Section.objects.select_related("owner")}
    most = overview(Question(week), sections)
    lowest = overview(Question(week, order="lowest"), sections)
    parts = [
        Part(_("All pages"), tuple(_totals(most))),
        Part(_("Waiting for you"), tuple(_waiting())),
        Part(_("Most answers"), tuple(_pages(most.pages))),
        Part(_("Lowest shares, of pages with enough votes"), tuple(_pages(lowest.pages))),
        Part(_("How to read this"), (Line(str(BIAS)),)),
    ]
    return Letter(_("Page feedback, %(days)s") % {"days": days_of(week)}, tuple(part for part in parts if part.lines))


def _totals(found: Overview) -> Iterable[Line]:
    now, url = found.total.now, absolute(reverse("admin:govpage_feedback_page_changelist"))
    if not now.answers:
        yield Line(_("No answers came in. See whether the form still works."), url)
        return
    answers = ngettext("%(number)d answer", "%(number)d answers", now.answers) % {"number": now.answers}
    yield Line(
        _("%(answers)s. Found it helpful: %(share)s") % {"answers": answers, "share": share_words(now.share)}, url
    )
    yield Line(_("Against the week before: %(change)s") % {"change": change_words(found.total.change)})


def _waiting() -> Iterable[Line]:
    """Give what somebody has to look at, if there is anything."""
    alerts = Alert.objects.filter(closed=None).select_related("page")[:NAMED]
    for alert in alerts:
        about = f"{alert}: {alert.page}" if alert.page else str(alert)
        yield Line(about, page_url(alert.page) if alert.page else "")
    if new := Comment.objects.filter(state=CommentState.NEW).count():
        yield Line(ngettext("%(number)d new comment", "%(number)d new comments", new) % {"number": new})


def _pages(rows: Iterable[Row]) -> Iterable[Line]:
    for row in list(rows)[:NAMED]:
        answers = ngettext("%(number)d answer", "%(number)d answers", row.now.answers) % {"number": row.now.answers}
        yield Line(f"{row.key}: {share_words(row.now.share)}, {answers}", page_url(row.key))
