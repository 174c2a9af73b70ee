"""What content teams read: an overview of pages and the report of one page, made of tallies and never of answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.db.models import F, Q, QuerySet, Sum

from govpage.feedback.models import Page, ReasonTally, Section, Tally
from govpage.feedback.periods import Course, Period, course
from govpage.feedback.statistics import ENOUGH, KINDS, Change, Count, Share

PER_PAGE = 50
"""Pages that an overview lists at once."""

VERSIONS = 20
"""Versions of a page that its report compares, the newest."""

ORDERS = ("answers", "lowest")
"""Most answers first, or the lowest share first among pages with enough votes."""

NO_SECTION = "none"
"""What is asked for to see the pages that are in no section."""


@dataclass(frozen=True, slots=True)
class Question:
    """What an overview is asked for.

    Shape: sections are the keys of those that may be seen, None for everything; section is a key or ``NO_SECTION``
    """

    period: Period
    sections: Collection[int] | None = None
    section: str = ""
    owner: str = ""
    language: str = ""
    words: str = ""
    order: str = "answers"
    page: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an overview: what it is about, now and in as many days before."""

    key: Any
    now: Count
    was: Count

    @property
    def change(self) -> Change:
        """From the days before to these."""
        return Change(self.was.share, self.now.share)


@dataclass(frozen=True, slots=True)
class Overview:
    """What was said about the pages that somebody sees."""

    total: Row
    course: Course
    sections: tuple[Row, ...]
    owners: tuple[Row, ...]
    languages: tuple[Row, ...]
    pages: tuple[Row, ...]
    more: bool
    known_languages: tuple[str, ...] = field(default=())


def overview(question: Question, sections: Mapping[int, Section]) -> Overview:
    """Return the overview, in four queries.

    Shape: sections are those that may be seen, by their keys
    """
    seen = _seen(question)
    groups = _groups(seen, question.period)
    kept = [group for group in groups if _wanted(question, sections, *group.key)]
    tallies = _narrowed(seen, question, sections)
    pages, more = _pages(tallies, question)
    return Overview(
        total=_added("", kept),
        course=_course(tallies, question.period),
        sections=_by(kept, lambda section, _language: sections.get(section)),
        owners=_by(kept, lambda section, _language: _owner(sections.get(section))),
        languages=_by(kept, lambda _section, language: language),
        pages=pages,
        more=more,
        known_languages=tuple(sorted({question.language, *(group.key[1] for group in groups)} - {""})),
    )


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What changed when a version of a page's content took the place of another."""

    name: str
    since: datetime
    change: Change


@dataclass(frozen=True, slots=True)
class Reason:
    """How many gave a reason, of all who gave one."""

    code: str
    share: Share


@dataclass(frozen=True, slots=True)
class PageReport:
    """What was said about one page."""

    page: Page
    total: Row
    course: Course
    reasons: tuple[Reason, ...]
    versions: tuple[VersionChange, ...]


def page_report(page: Page, period: Period) -> PageReport:
    """Return the report of a page, in three queries."""
    days = _days(Tally.objects.filter(page=page, day__range=(period.before.first, period.last)))
    now = [(day, count) for day, count in days if day in period]
    was = [count for day, count in days if day not in period]
    total = Row(page, sum((count for _day, count in now), Count()), sum(was, Count()))
    return PageReport(page, total, course(period, now), _reasons(page, period), _versions(page))


def _sums(name: str, period: Period | None = None) -> dict[str, Sum]:
    """Return the sums of a period's tallies, each as ``<name>_<kind>``."""
    within = Q(day__range=(period.first, period.last)) if period else None
    return {f"{name}_{kind}": Sum(kind, filter=within, default=0) for kind in KINDS}


def _count(row: Mapping[str, Any], name: str) -> Count:
    return Count(*(row[f"{name}_{kind}"] for kind in KINDS))


def _both(period: Period) -> dict[str, Sum]:
    return {**_sums("now", period), **_sums("was", period.before)}


def _seen(question: Question) -> QuerySet[Tally]:
    """Return the tallies of both periods about pages that may be seen and have the words in title or address."""
    days = (question.period.before.first, question.period.last)
    tallies = Tally.objects.filter(day__range=days)
    if question.sections is not None:
        tallies = tallies.filter(page__section__in=question.sections)
    if question.words:
        words = Q(page__title__icontains=question.words) | Q(page__path__icontains=question.words)
        tallies = tallies.filter(words)
    return tallies


def _narrowed(tallies: QuerySet[Tally], question: Question, sections: Mapping[int, Section]) -> QuerySet[Tally]:
    if question.language:
        tallies = tallies.filter(page__language=question.language)
    if question.section == NO_SECTION and not question.owner:
        return tallies.filter(page__section=None)
    if question.section or question.owner:
        keys = [key for key in sections if _wanted(question, sections, key, question.language)]
        return tallies.filter(page__section__in=keys)
    return tallies


def _wanted(question: Question, sections: Mapping[int, Section], section: int | None, language: str) -> bool:
    known = sections.get(section) if section else None
    owner = known.owner_id if known else None
    return (
        question.section in ("", NO_SECTION if section is None else str(section))
        and question.owner in ("", str(owner))
        and question.language in ("", language)
    )


def _groups(tallies: QuerySet[Tally], period: Period) -> list[Row]:
    """Return what was answered in each section and language."""
    found = tallies.values("page__section", "page__language").annotate(**_both(period)).order_by()
    return [Row((r["page__section"], r["page__language"]), _count(r, "now"), _count(r, "was")) for r in found]


def _added(key: Any, rows: Iterable[Row]) -> Row:
    rows = list(rows)
    return Row(key, sum((row.now for row in rows), Count()), sum((row.was for row in rows), Count()))


def _by(groups: list[Row], key: Callable[[Any, str], Any]) -> tuple[Row, ...]:
    """Return the groups added up by what the key makes of section and language; most answers first."""
    found: dict[Any, list[Row]] = {}
    for group in groups:
        found.setdefault(key(*group.key), []).append(group)
    rows = [_added(name, members) for name, members in found.items()]
    return tuple(sorted(rows, key=lambda row: (-row.now.answers, str(row.key))))


def _owner(section: Section | None) -> Any:
    return section.owner if section else None


def _days(tallies: QuerySet[Tally]) -> list[tuple[date, Count]]:
    rows = tallies.values("day").annotate(**_sums("now")).order_by("day")
    return [(row["day"], _count(row, "now")) for row in rows]


def _course(tallies: QuerySet[Tally], period: Period) -> Course:
    return course(period, _days(tallies.filter(day__gte=period.first)))


def _pages(tallies: QuerySet[Tally], question: Question) -> tuple[tuple[Row, ...], bool]:
    """Return the pages of that page of the list, and whether there are more; two queries."""
    answers = F("now_yes") + F("now_no") + F("now_partly")
    rows = tallies.values("page").annotate(**_both(question.period)).annotate(answers=answers)
    if question.order == "lowest":
        rows = rows.filter(answers__gte=ENOUGH).order_by(F("now_yes") * 1.0 / F("answers"), "page")
    else:
        rows = rows.filter(Q(answers__gt=0) | Q(now_held__gt=0)).order_by("-answers", "page")
    start = (question.page - 1) * PER_PAGE
    found = list(rows[start : start + PER_PAGE + 1])
    pages = Page.objects.select_related("section").in_bulk([row["page"] for row in found[:PER_PAGE]])
    shown = (Row(pages[row["page"]], _count(row, "now"), _count(row, "was")) for row in found[:PER_PAGE])
    return tuple(shown), len(found) > PER_PAGE


def _reasons(page: Page, period: Period) -> tuple[Reason, ...]:
    tallies = ReasonTally.objects.filter(page=page, day__range=(period.first, period.last))
    rows = list(tallies.values("reason").annotate(number=Sum("count")).order_by("-number", "reason"))
    whole = sum(row["number"] for row in rows)
    return tuple(Reason(row["reason"], Share(row["number"], whole)) for row in rows)


def _versions(page: Page) -> tuple[VersionChange, ...]:
    """Return the changes from each version to the next, of all days, the newest first."""
    rows = (
        Tally.objects.filter(page=page)
        .values("version", "version__name", "version__first_answer")
        .annotate(**_sums("now"))
        .order_by("-version__first_answer", "-version")[: VERSIONS + 1]
    )
    found = [(row["version__name"], row["version__first_answer"], _count(row, "now").share) for row in rows]
    return tuple(VersionChange(new[0], new[1], Change(old[2], new[2])) for new, old in pairwise(found))
