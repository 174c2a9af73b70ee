"""What stands around a release on its page, all from one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Least
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone

from govpage.components.release_parts import ReleaseFile, Translation
from govpage.links import Link
from govpage.news.languages import language_name
from govpage.news.lifecycle import MOMENTS, PUBLIC, ReleaseQuerySet, state_condition
from govpage.news.models import NewsRelease, Section

NEVER = datetime(9999, 1, 1, tzinfo=UTC)

COLUMNS: dict[str, models.Field[Any, Any]] = {
    "what": models.CharField(),
    "label": models.CharField(),
    "place": models.CharField(),
    "note": models.CharField(),
    "key": models.BigIntegerField(),
    "number": models.BigIntegerField(),
    "moment": models.DateTimeField(),
}
"""What each row of the one query says, whatever it is of."""


class Row(NamedTuple):
    """Something that stands around a release.

    Shape: place is a slug, a file or an address; note is a language or, of a section, the key of the one it is within;
        number is a size, an order or whether a release is public; moment is when a release changes next
    """

    label: str
    place: str
    note: str
    key: int
    number: int
    moment: datetime


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a release, each in its order.

    Shape: next_change is when any of the other releases that are named changes its state next
    """

    topics: tuple[Link, ...] = ()
    files: tuple[ReleaseFile, ...] = ()
    translations: tuple[Translation, ...] = ()
    related: tuple[Link, ...] = ()
    sections: tuple[Section, ...] = ()
    next_change: datetime | None = None


def around(release: NewsRelease, at: datetime | None = None) -> Around:
    """Return what stands around a saved release; of other releases none that is not public then, now when not said."""
    first, *others = _queries(release, at or timezone.now())
    rows: dict[str, list[Row]] = defaultdict(list)
    for what, *row in first.union(*others, all=True):
        rows[what].append(Row(*row))
    return Around(
        topics=tuple(_topic(row) for row in sorted(rows["topic"])),
        files=tuple(_file(row) for row in sorted(rows["file"], key=lambda row: (row.key, row.label))),
        translations=tuple(_translation(row) for row in sorted(_public(rows["translation"]), key=lambda row: row.note)),
        related=tuple(Link(row.label, _page(row)) for row in _newest_first(_public(rows["related"]))),
        sections=tuple(_section(row) for row in sorted(rows["section"], key=lambda row: (row.number, row.key))),
        next_change=_earliest((*rows["translation"], *rows["related"])),
    )


def _queries(release: NewsRelease, at: datetime) -> Iterator[QuerySet[Any, Any]]:
    original = release.translation_of_id or release.pk
    # By their keys, since where few releases are translations a database may read all of them to find these.
    others = NewsRelease.objects.filter(translation_of=original).order_by().values("pk")
    yield _rows("topic", release.topics.all(), label=F("name"), place=F("slug"))
    files = {"label": F("title"), "place": F("file"), "note": F("language"), "key": F("order"), "number": F("size")}
    yield _rows("file", release.attachments.all(), **files)
    yield _releases("translation", NewsRelease.objects.filter(pk__in=others).exclude(pk=release.pk), at)
    if original != release.pk:
        yield _releases("translation", NewsRelease.objects.filter(pk=original), at)
    yield _releases("related", release.related.all(), at)
    if release.section_id:
        within = Coalesce(Cast("parent_id", models.CharField()), Value(""))
        sections = {"label": F("label"), "place": F("address"), "note": within, "number": F("order")}
        yield _rows("section", Section.objects.all(), **sections)


def _rows(what: str, found: QuerySet[Any, Any], **columns: Any) -> QuerySet[Any, Any]:
    """Return the objects as rows, what a column is not given for empty."""
    given = {"what": Value(what), "key": F("pk"), **columns}
    empty = {"moment": Value(NEVER), "number": Value(0)}
    made = {f"row_{name}": Cast(given.get(name, empty.get(name, Value(""))), field) for name, field in COLUMNS.items()}
    rows: QuerySet[Any, Any] = found.order_by().annotate(**made).values_list(*made)
    return rows


def _releases(what: str, found: ReleaseQuerySet, at: datetime) -> QuerySet[Any, Any]:
    public = Case(When(state_condition(PUBLIC, at), then=1), default=0, output_field=models.BigIntegerField())
    later = [Case(When(**{f"{name}__gt": at}, then=F(name)), default=Value(NEVER)) for name in MOMENTS]
    columns = {"label": F("title"), "place": F("address"), "note": F("language"), "number": public}
    return _rows(what, found, **columns, moment=Least(*later, output_field=models.DateTimeField()))


def _public(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.number]


def _newest_first(rows: list[Row]) -> list[Row]:
    """An address begins with the day of its release."""
    return sorted(rows, key=lambda row: row.place, reverse=True)


def _earliest(rows: Iterable[Row]) -> datetime | None:
    return min((row.moment for row in rows if row.moment < NEVER), default=None)


def _topic(row: Row) -> Link:
    return Link(row.label, f"{reverse('govpage_news:release_list')}?topic={quote(row.place)}")


def _file(row: Row) -> ReleaseFile:
    kind = f"{row.place.rpartition('.')[2].upper()}, {filesizeformat(row.number)}"
    return ReleaseFile(row.label, default_storage.url(row.place), kind, row.note)


def _translation(row: Row) -> Translation:
    return Translation(row.note, language_name(row.note), _page(row))


def _page(row: Row) -> str:
    return reverse("govpage_news:release_detail", args=[row.place])


def _section(row: Row) -> Section:
    return Section(pk=row.key, label=row.label, address=row.place, parent_id=int(row.note) if row.note else None)
