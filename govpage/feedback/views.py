"""The endpoint: thin, without a cookie or a session, and never without an answer."""

from __future__ import annotations

import secrets
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST

from govpage.component import Component
from govpage.components import Feedback, FeedbackFollowUp, FeedbackProblem, FeedbackThanks
from govpage.feedback.desk import attend
from govpage.feedback.endpoint import endpoint, log_failure, redirect, screened, without_answer
from govpage.feedback.follow_up import FollowUp, read_follow_up
from govpage.feedback.keys import submission_key, vote_keys
from govpage.feedback.models import AnswerCode, CommentKind
from govpage.feedback.network import network_of
from govpage.feedback.origin import Verdict
from govpage.feedback.pages import RETRY_AFTER, feedback_page
from govpage.feedback.store import AlreadyCommented, Answer, save_vote
from govpage.feedback.text import clean_comment
from govpage.feedback.words import Again, Sent, already_commented, keep, not_saved
from govpage.feedback_settings import feedback_settings
from govpage.page import PageReference, read_page

PROBLEM = "problem"
"""What thanks are about after a report."""


@require_POST
@endpoint
def vote(request: HttpRequest) -> HttpResponse:
    """Take an answer: POST page, answer and, from the script, key."""
    token = request.POST.get("page", "")
    page = read_page(token)
    with override(page.language):
        return _take_vote(request, token, page)


def _take_vote(request: HttpRequest, token: str, page: PageReference) -> HttpResponse:
    given = request.POST.get("answer", "")
    if given not in AnswerCode:
        without_answer(request, page, token)
        return feedback_page(request, page, Feedback(token, error=_choose(), key=page.form), status=400)
    now = timezone.now()
    screening = screened(request, page, token, given)
    submitted = (request.POST.get("key", ""), network_of(request), page.path, given, now)

    def again(error: str, status: int, retry_after: int) -> HttpResponse:
        answer_key = submission_key(*submitted)
        form = Feedback(token, error=error, answer_key=answer_key, key=page.form, failed=True)
        return feedback_page(request, page, form, status=status, retry_after=retry_after)

    if screening.verdict is Verdict.REFUSE:
        return again(screening.message, screening.status, screening.retry_after)
    try:
        answer = Answer(page, given, vote_keys(*submitted), screening.held_because, now)
        key = attend(partial(save_vote, answer))
    except AlreadyCommented:
        return again(already_commented(), 409, 0)
    except Exception as failure:  # whatever it is, the visitor gets an answer
        log_failure("A vote could not be saved", failure)
        return again(not_saved(), 503, RETRY_AFTER)
    if given == AnswerCode.YES:
        return redirect("thanks", page=token)
    return redirect("follow_up", token=FollowUp(token, key).sign())


def _choose() -> str:
    return _("Choose Yes, Partly or No.") if feedback_settings().partly else _("Choose Yes or No.")


@require_http_methods(["GET", "HEAD", "POST"])
@endpoint
def follow_up(request: HttpRequest) -> HttpResponse:
    """Ask for the reason and a comment, and take them: POST token, reason, comment."""
    token = (request.POST if request.method == "POST" else request.GET).get("token", "")
    joined = read_follow_up(token, max_age=None)
    with override(joined.reference.language):
        if request.method != "POST":
            return feedback_page(request, joined.reference, FeedbackFollowUp(token, key=joined.reference.form))
        reason, text = request.POST.get("reason", ""), clean_comment(request.POST.get("comment", ""))
        return _take_words(request, Sent(CommentKind.FOLLOW_UP, joined, token, reason, text))


@require_http_methods(["GET", "HEAD", "POST"])
@endpoint
def problem(request: HttpRequest) -> HttpResponse:
    """Take a report of a problem: POST page, comment and, from the script, key; or token once it was sent before."""
    posted = request.POST if request.method == "POST" else request.GET
    token, page = posted.get("token", ""), posted.get("page", "")
    known = read_follow_up(token, max_age=None) if token else None
    reference = known.reference if known else read_page(page)
    with override(reference.language):
        if request.method != "POST":
            fresh = FollowUp(page, secrets.token_hex(16), joins_vote=False)
            return feedback_page(request, reference, FeedbackProblem(token=token or fresh.sign(), key=reference.form))
        text = clean_comment(request.POST.get("comment", ""))
        if known is not None:
            return _take_words(request, Sent(CommentKind.PROBLEM, known, token, text=text))
        posted_key = request.POST.get("key", "")
        key, *others = vote_keys(posted_key, network_of(request), reference.path, f"problem {text}", timezone.now())
        joined = FollowUp(page, key, joins_vote=False)
        return _take_words(request, Sent(CommentKind.PROBLEM, joined, text=text, other_keys=tuple(others)))


def _take_words(request: HttpRequest, sent: Sent) -> HttpResponse:
    page = sent.joined.reference
    try:
        keep(sent, screened(request, page, sent.joined.page))
    except Again as again:
        retry_after = again.retry_after or (RETRY_AFTER if again.status == 503 else 0)
        return feedback_page(request, page, _form(again), status=again.status, retry_after=retry_after)
    about = {"about": PROBLEM} if sent.kind is CommentKind.PROBLEM else {}
    return redirect("thanks", page=sent.joined.page, **about)


def _form(again: Again) -> Component:
    sent, error, field, removed = again.sent, again.error, again.field, again.removed
    key = sent.joined.reference.form
    if sent.kind is CommentKind.PROBLEM:
        token = sent.joined.sign()
        return FeedbackProblem(
            token=token, comment=sent.text, error=error, field=field, removed=removed, most=sent.most, key=key
        )
    # The same token again, unless something changed: the hour in which it joins its answer goes on.
    token = sent.token if sent.joined == read_follow_up(sent.token, max_age=None) else sent.joined.sign()
    return FeedbackFollowUp(token, sent.reason, sent.text, error, field=field, removed=removed, most=sent.most, key=key)


@require_http_methods(["GET", "HEAD"])
@endpoint
def thanks(request: HttpRequest) -> HttpResponse:
    """Say that the answer is saved and lead back to the page: GET page, and about after a report."""
    page = read_page(request.GET.get("page", ""))
    with override(page.language):
        about_problem = request.GET.get("about") == PROBLEM
        return feedback_page(request, page, FeedbackThanks(page.form, about_problem))
