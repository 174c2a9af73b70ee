from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.utils.translation import gettext_lazy as _

from govpage.news.admin.editor import text_widget
from govpage.news.admin.moments import NamedDateTime
from govpage.news.admin.rows import LabelsFormField, RowsFormField
from govpage.news.fields import RowsField
from govpage.richtext import RichTextField


class PressOfficeAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What every admin of the press office has: rich texts in the editor, lists as rows of boxes, named boxes."""

    class Media:
        css = {"all": ("govpage/admin.css", "govpage/news/admin.css")}

    def formfield_for_dbfield(self, db_field: models.Field[Any, Any], request: Any, **kwargs: Any) -> Any:
        said = {"label": str(db_field.verbose_name).capitalize(), "help_text": db_field.help_text}
        if isinstance(db_field, RowsField):
            return RowsFormField(keys=db_field.keys, **said)
        if db_field.name == "breadcrumb":
            return LabelsFormField(
                **said | {"help_text": _("One label a line, home first; the usual ones when empty.")}
            )
        if isinstance(db_field, models.DateTimeField):
            return super().formfield_for_dbfield(db_field, request, widget=NamedDateTime(str(said["label"])), **kwargs)
        if isinstance(db_field, RichTextField):
            kwargs["widget"] = text_widget(db_field.rules, str(said["label"]))
            return db_field.formfield(**kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
