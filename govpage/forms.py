"""Any Django form in our markup: labels, hints, errors at the field and in a summary with links.

Set ``FORM_RENDERER = "govpage.forms.FormRenderer"``, or give a form ``default_renderer = FormRenderer``.
Source: USWDS form controls; WCAG 2.2 SC 1.3.1, 3.3.1 to 3.3.3
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.forms import BaseForm
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.safestring import SafeString

from govpage.links import Link

WIDGETS = "django/forms/widgets/"
CLASSES = {
    "checkbox": "usa-checkbox__input",
    "file": "usa-file-input",
    "clearable_file_input": "usa-file-input",
    "select": "usa-select",
    "textarea": "usa-textarea",
    **dict.fromkeys(("date", "datetime", "email", "input", "number", "password", "text", "time", "url"), "usa-input"),
    **dict.fromkeys(("color", "search", "tel"), "usa-input"),
}
"""USWDS classes of Django's widgets, by the name of their template."""

AUTOCOMPLETE = {"email": "email", "tel": "tel"}
"""What a browser may fill in, by the name of the widget's template, unless the widget says otherwise.
Source: WCAG 2.2 SC 1.3.5"""

WITH_ERROR = ("usa-input", "usa-select", "usa-textarea")
"""Classes of the widgets that USWDS marks when there is an error."""

GROUPS = {"radio": "usa-radio", "checkbox_select": "usa-checkbox"}
"""USWDS blocks of the widgets that are a group of options."""


class FormRenderer(DjangoTemplates):
    """Renders forms, fields and widgets with our templates; a widget's own class stays."""

    form_template_name = "govpage/forms/form.html"
    field_template_name = "govpage/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
        """Return the HTML of a form, a field or a widget."""
        name = template_name.removeprefix(WIDGETS).removesuffix(".html")
        if template_name == self.form_template_name:
            context = {**context, "error_links": tuple(error_links(context["form"]))}
        elif template_name.startswith(WIDGETS) and name in GROUPS:
            template_name, context = "govpage/forms/options.html", {**context, "block": GROUPS[name]}
        elif template_name.startswith(WIDGETS) and name in CLASSES:
            context = {**context, "widget": _with_attributes(context["widget"], name)}
        return SafeString(super().render(template_name, context, request))


def _with_attributes(widget: dict[str, Any], name: str) -> dict[str, Any]:
    own, block = widget["attrs"], CLASSES[name]
    wrong = block in WITH_ERROR and own.get("aria-invalid") == "true"
    classes = " ".join(filter(None, [block, "usa-input--error" * wrong, own.get("class", "")]))
    known = {"autocomplete": AUTOCOMPLETE[name]} if name in AUTOCOMPLETE else {}
    return {**widget, "attrs": {**known, **own, "class": classes}}


def error_links(form: BaseForm) -> Iterator[Link]:
    """Give every error of a form, with the address of its field; an error of the whole form leads nowhere."""
    for message in form.non_field_errors():
        yield Link(str(message))
    for field in form.visible_fields():
        for message in field.errors:
            yield Link(f"{field.label}: {message}", f"#{field.id_for_label or field.auto_id}")
