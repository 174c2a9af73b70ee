"""What every address of the endpoint does: no cookie, no large body, and a readable answer to what cannot be read."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from govpage.feedback.counting import notes
from govpage.feedback.desk import Unavailable, attend
from govpage.feedback.network import network_of
from govpage.feedback.origin import Verdict
from govpage.feedback.pages import refusal
from govpage.feedback.screening import Screening, Submission, origin, screen
from govpage.feedback_words import feedback_url
from govpage.page import PageReference

logger = logging.getLogger(__name__)
View = Callable[[HttpRequest], HttpResponse]

MAX_BODY = 64 * 1024
"""Bytes of a request: twice what 2,000 characters of any script, at most 24,000 bytes when encoded for a form, and a
token of 8,192 take, so that who writes too much gets the form with it."""

UNREADABLE = (BadSignature, BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError)
"""What a request raises that is forged, malformed or broken off."""


class OtherSite(Exception):
    """Another site sent the request; its words are not shown on ours."""


def endpoint(view: View) -> View:
    """Refuse what is too large before it is read, what another site sent, and what cannot be read at all."""

    @csrf_exempt
    @transaction.non_atomic_requests
    @sensitive_post_parameters()
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        try:
            if _length(request) > MAX_BODY:
                return _refused(request, 413, "too-long", _("What was sent is too long."))
            _parse(request)
            return view(request)
        except OtherSite as refused:
            return refusal(request, 403, str(refused))
        except UNREADABLE as error:
            reason = "token" if isinstance(error, BadSignature) else "unreadable"
            message = _("The form is not complete. Please go back to the page and try again.")
            return _refused(request, 400, reason, message)

    return guarded


def _refused(request: HttpRequest, status: int, reason: str, message: str) -> HttpResponse:
    if request.method == "POST":
        _count_refusal(reason)
    return refusal(request, status, message)


def _count_refusal(reason: str) -> None:
    notes.refused(reason, timezone.now())
    _write_down()


def _write_down() -> None:
    """Let what was refused be counted now and then; what is saved does the same after it."""
    if not notes.is_due():
        return
    try:
        attend(notes.write_down)
    except Exception as failure:  # what was noted is kept, and written down a little later
        log_failure("What the checks noted could not be written down", failure)


def _length(request: HttpRequest) -> int:
    declared = request.META.get("CONTENT_LENGTH")
    if not declared:
        return len(request.body)  # in chunks under ASGI; nothing under WSGI
    try:
        return int(declared)
    except ValueError as error:
        raise BadRequest("The length is not a number.") from error


def _parse(request: HttpRequest) -> None:
    """Read the form here, where such an error can only be that of a charset which is none of text."""
    try:
        _read = request.POST
    except (LookupError, UnicodeError) as error:
        raise BadRequest("The charset cannot be read.") from error


def screened(request: HttpRequest, page: PageReference, token: str, answer: str = "") -> Screening:
    """Return what the checks say of the request.

    Shape: token is the signed reference to the page; answer is empty for words
    Raises: OtherSite if a form of ours did not send it
    """
    submission = _submission(request, page, token, answer)
    return _noted(screen(submission), submission)


def without_answer(request: HttpRequest, page: PageReference, token: str) -> None:
    """Count as refused what gives none of our answers.

    Raises: OtherSite if a form of ours did not send it
    """
    submission = _submission(request, page, token)
    found = origin(submission)
    if found and found.verdict is Verdict.REFUSE:
        _noted(found, submission)
    _count_refusal("no-answer")


@sensitive_variables("posted", "network")
def _submission(request: HttpRequest, page: PageReference, token: str, answer: str = "") -> Submission:
    own = f"{request.scheme}://{request.get_host()}"
    posted = request.POST.dict()
    network = network_of(request)
    return Submission(request.headers, own, network, page, token, answer, posted, timezone.now())


def _noted(found: Screening, submission: Submission) -> Screening:
    notes.add(found, submission.page.path, submission.now)
    if found.verdict is Verdict.REFUSE:
        _write_down()
    if found.reason == "other-site":
        raise OtherSite(found.message)
    return found


def log_failure(message: str, failure: Exception) -> None:
    """Log what failed and where, without what the exception says or holds: either may quote what the visitor sent."""
    if isinstance(failure, Unavailable):
        logger.error("%s: %s.", message, failure)
    else:
        frame = traceback.extract_tb(failure.__traceback__)[-1]
        logger.error("%s: %s at %s:%s.", message, type(failure).__name__, frame.filename, frame.lineno)


def redirect(name: str, **query: str) -> HttpResponse:
    """Lead to the next page of the flow."""
    response = HttpResponseRedirect(f"{feedback_url(name)}?{urlencode(query)}", status=303)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
