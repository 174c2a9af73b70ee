"""Fields of a release that are made from its others, and lists of rows that are checked on every way in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from govpage.hints import did_you_mean

MAX_ROWS = 100
"""Rows of one list, such as the contacts of a release."""


def validate_address(value: str) -> None:
    """Refuse an address that is neither a path of this site nor an https: or http: one."""
    if not re.match(r"https?://[^/\s]|/(?![/\\])", value, re.IGNORECASE):
        raise ValidationError(_("Give a path that begins with one / or an address that begins with https://."))


def validate_labels(value: Any) -> None:
    """Refuse a trail that is not a list of texts."""
    if not isinstance(value, list) or not all(isinstance(label, str) and label.strip() for label in value):
        raise ValidationError(_('Give a list of labels, home first, such as ["Home", "News"].'))


def _plain(field: models.Field[Any, Any], base: type[models.Field[Any, Any]]) -> tuple[str, str, Any, Any]:
    """Return what a migration says of a field of ours: the field of Django that it is to the database."""
    name, _path, args, kwargs = base.deconstruct(field)
    for key in ("make", "keys"):
        kwargs.pop(key, None)
    return name, f"django.db.models.{base.__name__}", args, kwargs


class Made:
    """A field whose value follows from others, on every way into the database.

    Shape: make takes the object and returns the value; the value is never asked of a person
    """

    base: type[models.Field[Any, Any]]

    def __init__(self, make: Callable[[Any], Any] = str, *args: Any, **kwargs: Any) -> None:
        # Without it, as Django copies the field for a migration, nothing is ever made.
        self.make = make
        super().__init__(*args, **{"editable": False, **kwargs})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        return _plain(self, self.base)  # type: ignore[arg-type]

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.make(model_instance)
        setattr(model_instance, self.attname, value)  # type: ignore[attr-defined]
        return value


class MadeCharField(Made, models.CharField):  # type: ignore[type-arg]
    base = models.CharField


class MadeTextField(Made, models.TextField):  # type: ignore[type-arg]
    base = models.TextField


class MadeDateField(Made, models.DateField):  # type: ignore[type-arg]
    base = models.DateField


class MadeDateTimeField(Made, models.DateTimeField):  # type: ignore[type-arg]
    base = models.DateTimeField


class AddressField(models.CharField):  # type: ignore[type-arg]
    """Where a link leads: a path of the site or a web address; anything else is refused on every way in."""

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        return _plain(self, models.CharField)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if isinstance(value, str) and value:
            self._refuse(value)
        return super().get_db_prep_save(value, connection)

    def _refuse(self, value: str) -> None:
        try:
            validate_address(value)
        except ValidationError as error:
            raise ValueError(f"{self.name}: {value!r:.80}. {error.message}") from error


class ChosenField(models.CharField):  # type: ignore[type-arg]
    """One of the values that are declared; any other is refused on every way in, since no page could name it."""

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        return _plain(self, models.CharField)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        legal = [str(code) for code, _label in self.flatchoices]
        if isinstance(value, str) and value not in legal:
            raise ValueError(f"{self.name} is {value!r:.80}; legal are {', '.join(legal)}.")
        return super().get_db_prep_save(value, connection)


class RowsField(models.JSONField):
    """A list of dicts of texts; a dict may have the declared keys, and anything else is refused on every way in."""

    def __init__(self, keys: tuple[str, ...] = (), *args: Any, **kwargs: Any) -> None:
        self.keys = keys
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        return _plain(self, models.JSONField)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if problem := self._problem(value):
            raise ValidationError(problem)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        # Every way in asks this: save(), bulk_create(), update() and bulk_update().
        if not hasattr(value, "resolve_expression") and (problem := self._problem(value)):
            raise ValueError(f"{self.name}: {problem}")
        return super().get_db_prep_save(value, connection)

    def _problem(self, value: Any) -> str:
        """Say what is wrong with the rows; empty when all is right."""
        if not isinstance(value, list) or len(value) > MAX_ROWS:
            return f"give a list of at most {MAX_ROWS} rows, each a dict with any of {', '.join(self.keys)}."
        return next((problem for row in value if (problem := self._row_problem(row))), "")

    def _row_problem(self, row: Any) -> str:
        if not isinstance(row, Mapping) or not all(isinstance(text, str) for text in row.values()):
            return f"{row!r:.80} is no dict of texts with any of {', '.join(self.keys)}."
        unknown = next((key for key in row if key not in self.keys), None)
        if unknown is not None:
            return f"a row has no {unknown!r}. {did_you_mean(str(unknown), self.keys)}"
        return (
            "" if "on" not in self.keys or _is_day(row.get("on", "")) else f"{row!r:.80} has no day 'on': 2026-05-02."
        )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
