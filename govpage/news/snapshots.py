"""A release as a revision keeps it: plain values that JSON can hold, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.storage import default_storage
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from govpage.news.models import Attachment, NewsRelease
from govpage.news.permissions import FIELDS

MANY = ("topics", "related")
"""Fields that name several other objects."""

NOT_RESTORED = frozenset(
    {"slug", "change_notes", "updated_at", "last_updated", "in_review"}.union(*FIELDS.values()) | {"attachments"}
)
"""What says where a release stands, and its record of changes: an older text does not change them."""


def snapshot(release: NewsRelease) -> dict[str, Any]:
    """Return everything of a saved release that a person can edit.

    Shape: dates and moments in ISO 8601, other objects by their keys, files by their names
    """
    plain = {field.name: _plain(field.value_from_object(release)) for field in _fields()}
    many = {name: sorted(getattr(release, name).values_list("pk", flat=True)) for name in MANY}
    files = [
        {"file": str(file.file.name), "title": file.title, "language": file.language, "order": file.order}
        for file in Attachment.objects.filter(release=release)
    ]
    return {**plain, **many, "attachments": files}


def told(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return a snapshot as a person reads it: names of what is chosen, moments of the site's time zone."""
    named = {field.name: _told(field, content.get(field.name)) for field in _fields()}
    many = {name: _names(name, content.get(name, ())) for name in MANY}
    return {**content, **named, **many}


def _told(field: models.Field[Any, Any], value: Any) -> Any:
    if value in (None, ""):
        return value
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(field, models.ForeignKey):
        return str(field.related_model._default_manager.filter(pk=value).first() or value)
    if isinstance(field, models.DateTimeField):
        local = localtime(datetime.fromisoformat(value))
        return f"{date_format(local)} {local:%H:%M:%S}"
    if isinstance(field, models.DateField):
        return date_format(date.fromisoformat(value))
    return dict(field.flatchoices).get(value, value) if field.choices else value


def _names(name: str, keys: Sequence[int]) -> list[str]:
    found = NewsRelease._meta.get_field(name).related_model._default_manager.in_bulk(keys)  # type: ignore[union-attr]
    return [str(found.get(key, key)) for key in keys]


def put_back(release: NewsRelease, content: Mapping[str, Any]) -> tuple[str, ...]:
    """Give a saved release what a snapshot holds of its text, save it, and return what is not there any more.

    Shape: where the release stands, its address and its notes of changes stay as they are
    """
    lost = [message for field in _fields() if (message := _put_back_field(release, field, content))]
    release.save()
    for name in MANY:
        keys = set(content.get(name, ()))
        found = release._meta.get_field(name).related_model._default_manager.filter(pk__in=keys)  # type: ignore[union-attr]
        lost += [f"{name} {key}" for key in sorted(keys - {each.pk for each in found})]
        getattr(release, name).set(found)
    return (*lost, *_put_back_files(release, content.get("attachments", ())))


def _fields() -> Iterator[models.Field[Any, Any]]:
    return (field for field in NewsRelease._meta.concrete_fields if field.editable and not field.primary_key)


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value.name or "") if isinstance(value, FieldFile) else value


def _put_back_field(release: NewsRelease, field: models.Field[Any, Any], content: Mapping[str, Any]) -> str:
    """Return what is lost: another object, or a file, that was deleted since."""
    if field.name in NOT_RESTORED or field.name not in content:
        return ""
    value = content[field.name]
    if value and _is_gone(field, value):
        return f"{field.name} {value}"
    setattr(release, field.attname, field.to_python(value))
    return ""


def _is_gone(field: models.Field[Any, Any], value: Any) -> bool:
    if isinstance(field, models.ForeignKey):
        return not field.related_model._default_manager.filter(pk=value).exists()
    return isinstance(field, models.FileField) and not field.storage.exists(value)


def _put_back_files(release: NewsRelease, files: Any) -> tuple[str, ...]:
    there = [file for file in files if default_storage.exists(file["file"])]
    Attachment.objects.filter(release=release).delete()
    for file in there:
        Attachment.objects.create(release=release, **file)
    return tuple(f"attachments {file['file']}" for file in files if file not in there)
