"""A form with the controls in USWDS's templates, rendered as `govpage.forms` does."""

from __future__ import annotations

from collections.abc import Callable

from django import forms

from govpage.forms import FormRenderer

FIGURES = [
    ("sojourner-truth", "Sojourner Truth"),
    ("frederick-douglass", "Frederick Douglass"),
    ("booker-t-washington", "Booker T. Washington"),
    ("george-washington-carver", "George Washington Carver"),
]
OPTIONS = [("", "- Select -"), ("1", "Option A"), ("2", "Option B"), ("3", "Option C")]
FILE = {"id": "id_file", "label": "Input accepts a file", "hint": "Select any valid file"}
FILE_ERROR = {**FILE, "error": True, "error_hint_text": "This field is required."}


class Controls(forms.Form):
    """One of each control that is compared."""

    default_renderer = FormRenderer

    name = forms.CharField(label="Text input label")
    text = forms.CharField(label="Text area label", widget=forms.Textarea)
    options = forms.ChoiceField(label="Dropdown label", choices=OPTIONS)
    figures = forms.MultipleChoiceField(
        label="Select any historical figure", choices=FIGURES, widget=forms.CheckboxSelectMultiple
    )
    figure = forms.ChoiceField(label="Select one historical figure", choices=FIGURES, widget=forms.RadioSelect)
    file = forms.FileField(label="Input accepts a file", help_text="Select any valid file")


def rendered(*fields: str, wrong: bool = False, disabled: bool = False) -> Callable[[], str]:
    """Return what renders the fields, filled in with nothing at all where they are wrong."""

    def render() -> str:
        form = Controls({} if wrong else None)
        for field in fields:
            form.fields[field].disabled = disabled
        return "".join(form[field].as_field_group() for field in fields)

    return render
