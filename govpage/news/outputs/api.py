"""The newsroom for other software: releases as JSON, to be read only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode, urljoin

from django.db.models import Q
from django.urls import reverse

from govpage.hints import did_you_mean
from govpage.news.filters import READERS, FilterError, ReleaseFilters, read_filters
from govpage.news.lifecycle import CURRENT, ReleaseQuerySet, State
from govpage.news.models import NewsRelease
from govpage.news.outputs.description import Description
from govpage.news.outputs.feeds import described, with_around
from govpage.news.outputs.moments import in_utc

MOST = 100
PAGE = 20
"""Releases in one answer, at most and when nothing is said."""

STATES: Mapping[str, tuple[State, ...]] = {"current": CURRENT, "archived": (State.ARCHIVED,)}
"""What can be asked for: the releases in the list of news, or those in its archive."""

PARAMETERS = (*READERS, "state", "page_size", "cursor")

CURSOR = re.compile(r"(\d{4}-\d\d-\d\d)\.(\d{1,18})", re.ASCII)
"""The day and the key of the last release of an answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for.

    Shape: after is the day and the key of the release that the answer goes on after
    """

    filters: ReleaseFilters
    state: str = "current"
    page_size: int = PAGE
    after: tuple[date, int] | None = None

    def query(self, last: NewsRelease) -> dict[str, str]:
        """Return the parameters of the question for what comes after that release."""
        cursor = f"{last.sort_day.isoformat()}.{last.pk}"
        return {**self.filters.query(), "state": self.state, "page_size": str(self.page_size), "cursor": cursor}


def read_question(query: Mapping[str, list[str]]) -> Question:
    """Return what a query asks for; anything that is not understood is refused.

    Shape: every value of a parameter by its name
    Raises: FilterError if a parameter is not known or given twice, or its value is not legal
    """
    for name, values in query.items():
        if name not in PARAMETERS:
            raise FilterError(f"There is no parameter {name[:40]!r}. {did_you_mean(name[:40], PARAMETERS)}")
        if len(values) != 1:
            raise FilterError(f"{name} is given {len(values)} times; once is legal.")
    given = {name: values[0] for name, values in query.items() if values[0]}
    filters = read_filters(given)
    if filters.month and not filters.year:
        raise FilterError("month is given without year.")
    return Question(filters, _state(given), _page_size(given), _after(given))


def answer(question: Question, base_url: str, at: datetime) -> dict[str, Any]:
    """Return the releases that are asked for, newest first, and the address of the rest; null after the last."""
    size = question.page_size
    found = list(with_around(_asked(question, at))[: size + 1])
    more = f"{reverse('govpage_news:api_list')}?{urlencode(question.query(found[size - 1]))}" if found[size:] else ""
    return {
        "releases": [short(description) for description in described(found[:size], base_url, at)],
        "next": urljoin(base_url, more) if more else None,
    }


def short(description: Description) -> dict[str, Any]:
    """Return what the list says of a release."""
    published, archived_on = description.published, description.archived_on
    return {
        "id": description.id,
        "url": description.address,
        "api_url": urljoin(description.home, reverse("govpage_news:api_detail", args=[description.path])),
        "title": description.title,
        "subtitle": description.subtitle,
        "summary": description.summary,
        "kind": description.kind,
        "language": description.language,
        "release_number": description.release_number,
        "office": description.office,
        "topics": list(description.topics),
        "published": in_utc(published) if published else None,
        "modified": in_utc(description.modified),
        "state": "archived" if description.archived else "current",
        "archived": in_utc(archived_on) if archived_on else None,
    }


def whole(description: Description, release: NewsRelease) -> dict[str, Any]:
    """Return all that a release says."""
    image = {"url": description.image, "alt": description.image_alt} if description.image else None
    return {
        **short(description),
        "section": description.section,
        "dateline": description.dateline,
        "byline": description.byline,
        "image": image,
        "body_html": str(description.body_html),
        "quotes": release.quotes,
        "quick_facts": release.quick_facts,
        "contacts": release.contacts,
        "about_html": str(description.boilerplate_html),
        "translations": [{"language": other.language, "url": other.address} for other in description.alternates],
    }


def problem(status: int, title: str, detail: str, legal: Iterable[str] = ()) -> dict[str, Any]:
    """Return what is wrong with a request, and the parameters that are legal.

    Source: RFC 9457, problem details
    """
    found = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return {**found, "parameters": list(legal)} if legal else found


def _asked(question: Question, at: datetime) -> ReleaseQuerySet:
    """Return the releases after the cursor; both orders go by day and key, each by an index of its own."""
    day = "archive_sort_day" if question.state == "archived" else "sort_day"
    found = NewsRelease.objects.in_state(*STATES[question.state], at=at).order_by(f"-{day}", "-pk")
    if question.after:
        last, key = question.after
        found = found.filter(Q(**{f"{day}__lt": last}) | Q(**{day: last}, pk__lt=key), **{f"{day}__lte": last})
    return question.filters.apply(found)


def _state(given: Mapping[str, str]) -> str:
    state = given.get("state", "current")
    if state not in STATES:
        raise FilterError(f"state is {state[:40]!r}; legal are {', '.join(STATES)}.")
    return state


def _page_size(given: Mapping[str, str]) -> int:
    text = given.get("page_size", str(PAGE))
    size = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    if not 1 <= size <= MOST:
        raise FilterError(f"page_size is {text[:40]!r}; legal are 1 to {MOST}.")
    return size


def _after(given: Mapping[str, str]) -> tuple[date, int] | None:
    text = given.get("cursor", "")
    try:
        return _last(text) if text else None
    except ValueError as error:
        raise FilterError(f"cursor is {text[:40]!r}; legal is what the address in 'next' has.") from error


def _last(cursor: str) -> tuple[date, int]:
    match = CURSOR.fullmatch(cursor)
    if not match:
        raise ValueError(cursor)
    return date.fromisoformat(match[1]), int(match[2])
