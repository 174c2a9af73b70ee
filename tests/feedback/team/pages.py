"""Every page of the queue and what is beside it: its name, and how its address is made of an answer with a comment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from govpage.feedback.audit import record
from govpage.feedback.models import Comment, SavedFilter, ScreeningTally, Tag, Vote
from tests.feedback.team.said import said, voted

LONG = (
    "The table on page 3 has no year, and https://example.example.gov/a/very/long/address/that/nobody/breaks is gone. "
)


def queued(user: User) -> Vote:
    """Keep some of everything that a content team sees; return an answer with a comment."""
    tag = Tag.objects.create(name="tables")
    vote = voted(text=LONG * 4, reason="confusing", status="held", held_because="network-minute")
    vote.comment.tags.add(tag)
    said("جدول الميناء", state="acted-on", outcome="Years were added.", assignee=user, removed="phone,email")
    said("<script>alert(1)</script>", state="escalated")
    SavedFilter.objects.create(name="Mine", query="state__exact=new&assigned=me", made_by=user)
    ScreeningTally.objects.create(
        day=timezone.localdate() - timedelta(days=1), check_name="network-minute", verdict="hold", count=7
    )
    record(user, "vote.release", count=3, votes=[1, 2, 3])
    return vote


def forget() -> None:
    """Remove what was kept."""
    for model in (Comment, Vote, Tag, SavedFilter, ScreeningTally):
        model._default_manager.all().delete()


def _named(name: str, query: str = "") -> Callable[[Vote], str]:
    return lambda vote: reverse(f"admin:govpage_feedback_{name}") + query


def _of(name: str, key: Callable[[Vote], int]) -> Callable[[Vote], str]:
    return lambda vote: reverse(f"admin:govpage_feedback_{name}", args=[key(vote)])


TEAM_PAGES: list[tuple[str, Callable[[Vote], str]]] = [
    ("queue", _named("comment_changelist")),
    ("queue-filtered", _named("comment_changelist", "?state__exact=new")),
    ("queue-empty", _named("comment_changelist", "?q=nothing-at-all")),
    ("comment", _of("comment_change", lambda vote: vote.comment.pk)),
    ("answers", _named("vote_changelist")),
    ("answer", _of("vote_change", lambda vote: vote.pk)),
    ("checks", _named("screeningtally_changelist")),
    ("filters", _named("savedfilter_changelist")),
    ("filter", _named("savedfilter_add", "?query=state__exact%3Dnew")),
    ("tags", _named("tag_changelist")),
    ("events", _named("auditevent_changelist")),
]
"""Shape: (name, what makes the address); ``queued()`` makes such an answer."""
