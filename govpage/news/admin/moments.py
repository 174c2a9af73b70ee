from __future__ import annotations

from typing import Any

from django.contrib.admin.widgets import AdminSplitDateTime


class NamedDateTime(AdminSplitDateTime):
    """A box for the day and one for the time, each named for what it is of; Django names neither."""

    def __init__(self, label: str, attrs: dict[str, Any] | None = None) -> None:
        self.label = label
        super().__init__(attrs)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = (context["date_label"], context["time_label"])
        for box, said in zip(context["widget"]["subwidgets"], shown, strict=True):
            box["attrs"]["aria-label"] = f"{self.label}, {str(said).rstrip(':')}"
        return context
