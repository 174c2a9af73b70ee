"""The box in which rich text is written: an editor where there is one, else a plain box, of the same rules."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from typing import Any

from django import forms
from django.apps import apps
from django.templatetags.static import static
from django.utils.translation import gettext as _

from govpage.richtext import RichText

EXTENSIONS: dict[str, tuple[str, ...]] = {
    "strong": ("Bold",),
    "em": ("Italic",),
    "a": ("Link",),
    "blockquote": ("Blockquote",),
    "sub": ("Subscript",),
    "sup": ("Superscript",),
    "ul": ("BulletList", "ListItem"),
    "ol": ("OrderedList",),
}
"""Extensions of the editor by the element that they write."""

NOT_WRITTEN = re.compile(r"<(?:dl|dt|dd|abbr|span)\b|<[a-z0-9]+ (?!href=)[a-z]+=|<a href=\"[^\"]*\" [a-z]+=")
"""What a sanitised text may hold and the editor would take out: definitions, abbreviations, languages of passages."""


def editor_extensions(rules: RichText) -> list[str]:
    """Return the extensions whose buttons write what the rules keep, and nothing else."""
    return [name for tag, names in EXTENSIONS.items() if tag in rules.tags for name in names]


def has_editor() -> bool:
    """Whether the site has installed the editor."""
    return apps.is_installed("django_prose_editor") and find_spec("django_prose_editor") is not None


class PlainText(forms.Textarea):
    """A plain box for HTML."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 20, "cols": 80, "class": "vLargeTextField", **(attrs or {})})


class EditorText(PlainText):
    """A box that becomes an editor where scripts run.

    Shape: its scripts are modules of their own files, so that no nonce and no hash is needed; a text with something in
        it that the editor does not know stays in the plain box, so that nothing is lost
    """

    def __init__(self, rules: RichText, label: str, attrs: dict[str, Any] | None = None) -> None:
        self.rules = rules
        self.label = label
        super().__init__(attrs)

    @property
    def media(self) -> forms.Media:
        styles = ("django_prose_editor/material-icons.css", "django_prose_editor/editor.css")
        return forms.Media(css={"all": styles}, js=[forms.Script("govpage/news/editor.js", type="module")])  # type: ignore[list-item]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        if not NOT_WRITTEN.search(self.rules.clean(str(value or ""))):
            context["widget"]["attrs"]["data-gov-editor"] = json.dumps(self.config())
        return context

    def config(self) -> dict[str, Any]:
        """Return what the script needs to know."""
        return {
            "label": self.label,
            "toolbar": _("Tools for the text"),
            "library": static("django_prose_editor/editor.js"),
            "levels": list(self.rules.headings),
            "protocols": list(self.rules.link_schemes),
            "extensions": editor_extensions(self.rules),
        }


def text_widget(rules: RichText, label: str) -> forms.Textarea:
    """Return the box for a text of these rules."""
    return EditorText(rules, label) if has_editor() else PlainText()
