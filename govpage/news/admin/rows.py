"""Small form rows for what a release has several of: quotes, facts, contacts, notes of changes, labels."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from govpage.news.fields import MAX_ROWS

LABELS = {
    "text": gettext_lazy("Text"),
    "speaker": gettext_lazy("Speaker"),
    "role": gettext_lazy("Role"),
    "label": gettext_lazy("Label"),
    "name": gettext_lazy("Name"),
    "phone": gettext_lazy("Phone"),
    "email": gettext_lazy("Email"),
    "on": gettext_lazy("Day"),
    "note": gettext_lazy("Note"),
}
"""What the boxes of a row are called, by key."""

TYPES = {"phone": "tel", "email": "email", "on": "date"}
LONG = ("text", "note")
EMPTY_ROWS = 2
"""Empty rows at the end, so that more can be added without a script."""


class RowsWidget(forms.Widget):
    """A row of labelled boxes for each dict, and a few empty ones."""

    template_name = "govpage/news/admin/rows.html"
    use_fieldset = True

    def __init__(self, keys: tuple[str, ...], label: str, attrs: dict[str, Any] | None = None) -> None:
        self.keys = keys
        self.label = label
        super().__init__(attrs)

    def id_for_label(self, id_: str | None) -> str:
        return ""

    def format_value(self, value: Any) -> Any:
        return value or []

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        filled = [row for row in self.format_value(value) if any(row.values())]
        rows = [*filled, *({} for _row in range(EMPTY_ROWS))]
        shown = [self._boxes(name, number, row) for number, row in enumerate(rows)]
        context["widget"] |= {"rows": shown, "label": self.label}
        return context

    def _boxes(self, name: str, number: int, row: Mapping[str, str]) -> list[dict[str, Any]]:
        return [
            {
                "id": f"id_{name}-{number}-{key}",
                "name": f"{name}-{number}-{key}",
                "label": LABELS[key],
                "value": row.get(key, ""),
                "type": TYPES.get(key, "text"),
                "long": key in LONG,
            }
            for key in self.keys
        ]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[dict[str, str]]:
        rows: list[dict[str, str]] = []
        # One more than is legal, so that the field can say that there are too many.
        while len(rows) <= MAX_ROWS and f"{name}-{len(rows)}-{self.keys[0]}" in data:
            rows.append({key: str(data.get(f"{name}-{len(rows)}-{key}", "")).strip() for key in self.keys})
        return rows

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return f"{name}-0-{self.keys[0]}" not in data


class RowsFormField(forms.Field):
    """Rows whose empty boxes and empty rows are left out; an error names its row."""

    def __init__(self, *, keys: tuple[str, ...], **kwargs: Any) -> None:
        kwargs |= {"required": False, "widget": RowsWidget(keys, str(kwargs.get("label") or keys[0]))}
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> list[dict[str, str]]:
        rows = ({key: text for key, text in row.items() if text} for row in value or ())
        return [row for row in rows if row]

    def validate(self, value: Any) -> None:
        errors = [error for number, row in enumerate(value, 1) for error in _row_errors(number, row)]
        if errors:
            raise ValidationError(errors)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


class LabelsFormField(forms.CharField):
    """A list of labels, one a line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "required": False, "widget": forms.Textarea(attrs={"rows": 3})})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = value if isinstance(value, list) else str(value or "").splitlines()
        return [line.strip() for line in lines if line.strip()]


def _row_errors(number: int, row: Mapping[str, str]) -> list[str]:
    problems = {
        "on": ("on" in row and not _is_day(row["on"]), _("give the day as year-month-day, such as 2026-05-02.")),
        "note": ("note" in row and "on" not in row and "name" not in row, _("give the day of the change.")),
        "email": ("email" in row and not _is_email(row["email"]), _("this is no email address.")),
    }
    return [
        _("Row %(number)d: %(what)s") % {"number": number, "what": what} for wrong, what in problems.values() if wrong
    ]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
