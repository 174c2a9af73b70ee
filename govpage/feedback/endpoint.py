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
from govpage.feedback.screening import Screening, Submission, screen
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
        notes.refused(reason, timezone.now())
        _write_down()
    return refusal(request, status, message)


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


@sensitive_variables("posted", "network")
def screened(request: HttpRequest, page: PageReference, token: str, answer: str = "") -> Screening:
    """Return what the checks say of the request.

    Shape: token is the signed reference to the page; answer is empty for words
    Raises: OtherSite if a form of ours did not send it
    """
    own = f"{request.scheme}://{request.get_host()}"
    posted = request.POST.dict()
    network = network_of(request)
    now = timezone.now()
    found = screen(Submission(request.headers, own, network, page, token, answer, posted, now))
    notes.add(found, page.path, now)
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
