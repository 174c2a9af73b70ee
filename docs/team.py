"""Makes the answers that the guide for content teams has pictures of."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from random import Random

PAGES = (
    ("/permits/mooring/", "Apply for a mooring permit", "en", 90, 0.58),
    ("/news/winter-piers/", "Harbor Office opens the winter piers", "en", 45, 0.74),
    ("/contact/", "Contact us", "en", 30, 0.35),
    ("/acerca-de/", "Acerca de la Oficina", "es", 15, 0.7),
    ("/permits/dredging/", "Dredging permits: what you need to know before you apply", "en", 5, 0.8),
)
"""Address, title, language, answers a week, share of Yes."""

SAID = (
    ("/permits/mooring/", "too-little", "Which form do I need for a boat of 30 feet? The page names two.", "new"),
    ("/permits/mooring/", "confusing", "I sent form H-12 twice, call me at 202-555-0143 please.", "new"),
    ("/contact/", "out-of-date", "The office hours are those of last summer.", "acted-on"),
    ("/acerca-de/", "other", "No encuentro el horario de los muelles en español.", "in-progress"),
    ("/news/winter-piers/", "too-little", "Is the north pier open to small boats too?", "no-action"),
)
"""Address, reason, words and state of comments, the newest first."""

CHANGED = 17
"""Days since the page about mooring has a new version, which fewer find helpful."""


def team_pages() -> dict[str, str]:
    """Make the answers; return the addresses of the pages by the names of their pictures."""
    from django.contrib.auth.models import Group
    from django.core.management import call_command
    from django.urls import reverse
    from django.utils import timezone

    from govpage.feedback.models import ContentVersion, Page, ReasonTally, Section, Tally
    from govpage.page import PageReference

    chance, today = Random(4), timezone.localdate()  # noqa: S311
    for name, prefix, owner in (("News", "/news/", "Press Office"), ("Permits", "/permits/", "Permits Desk")):
        Section.objects.create(name=name, prefix=prefix, owner=Group.objects.create(name=owner))
    for path, title, language, weekly, share in PAGES:
        page = Page.objects.named(PageReference(path, title, "", language))
        versions = [
            ContentVersion.objects.create(page=page, name=name, first_answer=timezone.now() - timedelta(days=days))
            for name, days in (("spring", 120), ("winter", CHANGED))
        ]
        for ago in range(1, 119):
            new = path == "/permits/mooring/" and ago < CHANGED
            answers = max(0, round(chance.gauss(weekly / 7, weekly / 18)))
            yes = sum(chance.random() < share - 0.34 * new for _answer in range(answers))
            said = {"page": page, "version": versions[new], "day": today - timedelta(days=ago)}
            held = 2 * (chance.random() < 0.1)
            Tally.objects.create(**said, yes=yes, no=answers - yes, held=held, held_yes=held // 2)
            reason = chance.choice(("too-little", "confusing", "confusing", "out-of-date", "other"))
            ReasonTally.objects.create(**said, reason=reason, count=answers - yes)
    keep_comments()
    call_command("feedback_alerts", stdout=StringIO())
    first = Page.objects.get(path=PAGES[0][0])
    days = f"?first={today - timedelta(days=84)}&last={today - timedelta(days=1)}"
    return {
        "feedback-queue": reverse("admin:govpage_feedback_comment_changelist"),
        "feedback-overview": reverse("admin:govpage_feedback_page_changelist"),
        "feedback-report": reverse("admin:govpage_feedback_page_change", args=[first.pk]) + days,
    }


def keep_comments() -> None:
    """Keep what was said, as it is kept of a visitor."""
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from govpage.feedback.models import Comment, Page, SavedFilter, Tag
    from govpage.feedback.privacy import redact

    tag, staff = Tag.objects.create(name="boats"), get_user_model().objects.get(username="press.office")
    for hours, (path, reason, words, state) in enumerate(SAID):
        page, left = Page.objects.get(path=path), redact(words)
        comment = Comment.objects.create(
            page=page,
            reason=reason,
            text=left.text,
            removed=",".join(left.removed),
            sent=timezone.now() - timedelta(hours=5 * hours + 1),
            state=state,
            assignee=staff if state in ("in-progress", "acted-on") else None,
            outcome="The winter hours are on the page now." if state == "acted-on" else "",
        )
        if "boat" in words:
            comment.tags.add(tag)
    SavedFilter.objects.create(name="New about permits", query="state__exact=new&q=permits", made_by=staff, shared=True)
