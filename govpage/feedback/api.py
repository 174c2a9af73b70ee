"""A read-only JSON API over the session that staff have, for those with its own permission.

It says what the reports and the queue say, to the same people: scores of pages made of tallies, and comments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet, Sum
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from govpage.feedback.access import page_or_404, restrict, visible_pages, visible_sections
from govpage.feedback.api_questions import CommentsQuestion, PagesQuestion, Question
from govpage.feedback.audit import record
from govpage.feedback.exports import COMMENTS, Row, read
from govpage.feedback.models import Comment, Page, Tally
from govpage.feedback.statistics import KINDS, Count

PERMISSION = "govpage_feedback.api_comment"

Answer = Callable[[HttpRequest, Any], dict[str, Any]]


def _api(question: type[Question]) -> Callable[[Answer], Callable[[HttpRequest], JsonResponse]]:
    """Make an address of the API of what answers its question."""

    def made(answer: Answer) -> Callable[[HttpRequest], JsonResponse]:
        @require_safe
        def view(request: HttpRequest) -> JsonResponse:
            if not request.user.has_perm(PERMISSION):
                return _refused(request)
            asked = question(request.GET)
            if problems := asked.problems:
                return _json({"errors": problems}, 400)
            try:
                _check_visible(request, asked.cleaned_data)
            except Http404:
                return _json({"errors": {"": ["There is no such page or section."]}}, 404)
            return _json(answer(request, asked))

        return view

    return made


@_api(PagesQuestion)
def pages(request: HttpRequest, asked: PagesQuestion) -> dict[str, Any]:
    """Return pages with the scores of some days, by their keys."""
    found, following = _page_of(request, asked, asked.narrow(visible_pages(request.user)).select_related("section"))
    period = asked.period
    tallies = Tally.objects.filter(page__in=[page.pk for page in found], day__range=(period.first, period.last))
    rows: Iterable[tuple[Any, ...]] = tallies.values_list("page").annotate(*map(Sum, KINDS)).order_by()
    sums = {page: Count(*counts) for page, *counts in rows}
    return {
        "first": str(period.first),
        "last": str(period.last),
        "note": NOTE,
        "pages": [_scored(page, sums.get(page.pk, Count())) for page in found],
        "next": following,
    }


NOTE = (
    "Only visitors who chose to answer are counted; they are no sample of all visitors. "
    "'share' is that of Yes, with its 95 % Wilson interval; both are null under 30 answers."
)


@_api(CommentsQuestion)
def comments(request: HttpRequest, asked: CommentsQuestion) -> dict[str, Any]:
    """Return comments, by their keys."""
    rows = asked.narrow(restrict(Comment.objects.all(), request.user)).only("pk")
    found, following = _page_of(request, asked, rows)
    shown: list[Row] = read(COMMENTS, Comment, [comment.pk for comment in found])
    return {"comments": shown, "next": following}


def _page_of(request: HttpRequest, asked: Question, rows: QuerySet[Any]) -> tuple[list[Any], str | None]:
    """Return the rows after a key and the address of those that follow them, if there are any.

    Keys keep their order, so that nothing is left out or said twice while rows come and go.
    """
    found = list(rows.filter(pk__gt=asked.since).order_by("pk")[: asked.most + 1])
    if len(found) <= asked.most:
        return found, None
    query = request.GET.copy()
    query["after"] = str(found[asked.most - 1].pk)
    return found[: asked.most], f"{request.path}?{query.urlencode()}"


def _scored(page: Page, count: Count) -> dict[str, Any]:
    share = count.share
    return {
        "id": page.pk,
        "path": page.path,
        "title": page.title,
        "language": page.language,
        "section": page.section.name if page.section else None,
        "answers": count.answers,
        **{kind: getattr(count, kind) for kind in KINDS},
        "share": round(share.value, 4) if share.enough else None,
        "interval": [round(share.interval.low, 4), round(share.interval.high, 4)] if share.enough else None,
    }


def _check_visible(request: HttpRequest, asked: dict[str, Any]) -> None:
    """Answer for what belongs to another as for what is not there.

    Raises: Http404
    """
    section = asked["section"]
    if section and not visible_sections(request.user).filter(pk=section).exists():
        raise Http404
    if asked.get("page"):
        page_or_404(request.user, asked["page"])


def _refused(request: HttpRequest) -> JsonResponse:
    if request.user.is_authenticated:
        record(request.user, "api.refused", what=request.path[:200])
    return _json({"errors": {"": [f"Log in as somebody with the permission {PERMISSION}."]}}, 403)


def _json(content: dict[str, Any], status: int = 200) -> JsonResponse:
    response = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = "no-store"
    return response
