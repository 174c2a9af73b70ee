"""Answers and comments as the tests of the queue, the exports and the API need them."""

from __future__ import annotations

from typing import Any

from django.test import Client

from govpage.feedback.models import Comment, Page, Vote
from tests.feedback.team.tallies import make_page, version_of
from tests.feedback.visits import WORDS

VOTES, COMMENTS = "/admin/govpage_feedback/vote/", "/admin/govpage_feedback/comment/"
READ = ("view_vote", "view_comment")
WORK = (*READ, "change_comment")
EXPORT = (*READ, "export_comment")


def said(text: str = WORDS, page: Page | None = None, **more: Any) -> Comment:
    """Keep a comment that stands alone."""
    return Comment.objects.create(page=page or make_page(), text=text, **more)


def voted(answer: str = "no", page: Page | None = None, text: str = "", **more: Any) -> Vote:
    """Keep an answer, with a comment if there is a text."""
    page = page or make_page()
    vote = Vote.objects.create(page=page, version=version_of(page), answer=answer, **more)
    if text:
        Comment.objects.create(page=page, vote=vote, text=text, reason=vote.reason)
    return vote


def body(response: Any) -> str:
    """Return the text of a file that was exported."""
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode()


def act(client: Client, action: str, *rows: Any, url: str = COMMENTS, **more: Any) -> str:
    """Do something to rows of a list; return the page that says what was done."""
    keys = [str(row.pk) for row in rows]
    data = {"action": action, "index": "0", "_selected_action": keys, "tag": "", "outcome": "", **more}
    response = client.post(url, data, follow=True)
    assert response.status_code == 200
    return response.content.decode()
