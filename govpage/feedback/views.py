"""The endpoint: thin, without a cookie or a session, and never without an answer."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.signing import BadSignature, SignatureExpired
from django.db import Error as DatabaseFailure
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from govpage.components import Feedback, FeedbackFollowUp, FeedbackThanks
from govpage.comment_form import MAX_COMMENT
from govpage.feedback_words import REASONS
from govpage.feedback.follow_up import FollowUp, read_follow_up
from govpage.feedback.keys import one_time_key
from govpage.feedback.origin import Verdict, judge_origin
from govpage.feedback.pages import feedback_page, refusal
from govpage.feedback.store import AlreadyCommented, Answer, save_comment, save_vote
from govpage.feedback.text import clean_comment
from govpage.feedback_settings import feedback_settings
from govpage.page import read_page

logger = logging.getLogger(__name__)
View = Callable[[HttpRequest], HttpResponse]

MAX_BODY = 32 * 1024
"""Bytes of a request; 2,000 characters of comment are at most 24,000 bytes when encoded for a form."""

ANSWERS = ("yes", "no")

UNREADABLE = (BadSignature, BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError)
"""What a request raises that is forged, malformed or broken off."""


def endpoint(view: View) -> View:
    """Refuse what is too large before it is read, what another site sent, and what cannot be read at all."""

    @csrf_exempt
    @transaction.non_atomic_requests
    @sensitive_post_parameters()
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        try:
            if _length(request) > MAX_BODY:
                return refusal(request, 413, _("What was sent is too long."))
            if request.method == "POST" and _verdict(request) is Verdict.REFUSE:
                return refusal(request, 403, _("The answer came from another site, so it was not taken."))
            return view(request)
        except UNREADABLE:
            return refusal(request, 400, _("The form is not complete. Please go back to the page and try again."))

    return guarded


def _length(request: HttpRequest) -> int:
    declared = request.META.get("CONTENT_LENGTH")
    if not declared:
        return len(request.body)  # in chunks under ASGI; nothing under WSGI
    try:
        return int(declared)
    except ValueError as error:
        raise BadRequest("The length is not a number.") from error


def _verdict(request: HttpRequest) -> Verdict:
    own = f"{request.scheme}://{request.get_host()}"
    return judge_origin(request.headers, own, feedback_settings().trusted_origins)


@require_POST
@endpoint
def vote(request: HttpRequest) -> HttpResponse:
    """Take a "Yes" or a "No": POST page, answer and, from the script, key."""
    token = request.POST.get("page", "")
    page = read_page(token)
    given = request.POST.get("answer", "")
    with override(page.language):
        if given not in ANSWERS:
            return feedback_page(request, page, Feedback(token, error=_("Choose Yes or No.")), status=400)
        client = (request.META.get("REMOTE_ADDR", ""), request.headers.get("User-Agent", ""), token, given)
        key = one_time_key(request.POST.get("key", ""), client=client)
        held = "" if _verdict(request) is Verdict.COUNT else "no-origin"
        try:
            save_vote(Answer(page, given, key, held))
        except DatabaseFailure as failure:
            _log_failure("A vote", failure)
            return feedback_page(request, page, Feedback(token, error=_not_saved(), answer_key=key), status=503)
        if given == "yes":
            return _redirect("thanks", page=token)
        return _redirect("follow_up", token=FollowUp(token, key).sign())


@require_http_methods(["GET", "HEAD", "POST"])
@endpoint
def follow_up(request: HttpRequest) -> HttpResponse:
    """Ask for the reason and a comment, and take them: POST token, reason, comment."""
    token = (request.POST if request.method == "POST" else request.GET).get("token", "")
    joined = read_follow_up(token, max_age=None)
    with override(joined.reference.language):
        if request.method != "POST":
            return feedback_page(request, joined.reference, FeedbackFollowUp(token))
        return _take_comment(request, token, joined)


def _take_comment(request: HttpRequest, token: str, joined: FollowUp) -> HttpResponse:
    reason, comment = request.POST.get("reason", ""), clean_comment(request.POST.get("comment", ""))

    def again(error: str, status: int, token: str = token) -> HttpResponse:
        form = FeedbackFollowUp(token, reason, comment, error)
        return feedback_page(request, joined.reference, form, status=status)

    if error := _comment_error(reason, comment):
        return again(error, 400)
    try:
        read_follow_up(token)
    except SignatureExpired:
        alone = FollowUp(joined.page, secrets.token_hex(16), joins_vote=False).sign()
        return again(_("This took more than an hour. Your words are still here: send them once more."), 400, alone)
    try:
        if reason or comment:
            save_comment(joined.reference, joined.key, reason, comment, joins_vote=joined.joins_vote)
    except AlreadyCommented:
        return again(_("You have sent a comment already; it was kept as it was."), 409)
    except DatabaseFailure as failure:
        _log_failure("A comment", failure)
        return again(_not_saved(), 503)
    return _redirect("thanks", page=joined.page)


def _comment_error(reason: str, comment: str) -> str:
    if reason and reason not in REASONS:
        return _("Choose one of the reasons.")
    over = len(comment) - MAX_COMMENT
    if over <= 0:
        return ""
    return ngettext(
        "Your comment is %(over)d character too long. It may have %(most)d.",
        "Your comment is %(over)d characters too long. It may have %(most)d.",
        over,
    ) % {"over": over, "most": MAX_COMMENT}


@require_http_methods(["GET", "HEAD"])
@endpoint
def thanks(request: HttpRequest) -> HttpResponse:
    """Say that the answer is saved and lead back to the page: GET page."""
    page = read_page(request.GET.get("page", ""))
    with override(page.language):
        return feedback_page(request, page, FeedbackThanks())


def _log_failure(what: str, failure: DatabaseFailure) -> None:
    # Without traceback and without the driver's message: either may quote what the visitor sent.
    logger.error("%s could not be saved: %s.", what, type(failure).__name__)


def _not_saved() -> str:
    return _("Your answer could not be saved just now. What you wrote is still here; please send it again in a minute.")


def _redirect(name: str, **query: str) -> HttpResponse:
    response = HttpResponseRedirect(f"{reverse(f'govpage_feedback:{name}')}?{urlencode(query)}", status=303)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
