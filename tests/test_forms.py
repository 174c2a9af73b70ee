from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.utils.safestring import SafeString
from django.utils.translation import override

from govpage.component import HOSTILE
from govpage.forms import FormRenderer, error_links
from govpage.links import Link
from tests.test_contract import Elements

CHOICES = [("a", "First"), ("b", "Second")]


class Report(forms.Form):
    """One of each kind of control."""

    default_renderer = FormRenderer

    name = forms.CharField(label="Name of the buoy", help_text="It is painted on the side.")
    email = forms.EmailField(label="E-mail", required=False)
    kind = forms.ChoiceField(label="Kind", choices=CHOICES)
    side = forms.ChoiceField(label="Side", choices=CHOICES, widget=forms.RadioSelect, help_text="As you come in.")
    signs = forms.MultipleChoiceField(
        label="Signs", choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )
    grouped = forms.ChoiceField(
        label="Grouped", choices=[("Group", CHOICES), ("c", "Third")], widget=forms.RadioSelect, required=False
    )
    agreed = forms.BooleanField(label="I agree")
    text = forms.CharField(label="Text", widget=forms.Textarea({"class": "mine"}), required=False)
    photo = forms.FileField(label="Photo", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        raise forms.ValidationError("The buoy is not ours.")


EMPTY = str(Report())
WRONG = str(Report({"email": "nowhere", "kind": "z"}))


@pytest.mark.parametrize(
    "markup",
    [
        '<label class="usa-label" for="id_name">Name of the buoy</label>',
        '<div class="usa-hint" id="id_name_helptext">It is painted on the side.</div>',
        'aria-describedby="id_name_helptext" id="id_name" class="usa-input"',
        'E-mail <span class="usa-hint">(optional)</span></label>',
        'autocomplete="email" maxlength="320" id="id_email"',
        '<select name="kind" id="id_kind" class="usa-select">',
        '<fieldset class="usa-fieldset" aria-describedby="id_side_helptext">',
        '<legend class="usa-legend">Side</legend>',
        '<legend class="usa-legend">Signs <span class="usa-hint">(optional)</span></legend>',
        'id="id_side_0"><label class="usa-radio__label" for="id_side_0">First</label>',
        'id="id_signs_1"><label class="usa-checkbox__label" for="id_signs_1">Second</label>',
        '<fieldset class="usa-fieldset"><legend class="usa-legend">Group</legend>',
        'class="usa-checkbox__input"><label class="usa-checkbox__label" for="id_agreed">I agree</label>',
        'class="usa-textarea mine"',
        'class="usa-file-input"',
        '<input type="hidden" name="token" id="id_token">',
    ],
)
def test_a_form_has_our_markup(markup: str) -> None:
    assert markup in EMPTY


@pytest.mark.parametrize(
    "markup",
    [
        '<a class="usa-link" href="#id_name">Name of the buoy: This field is required.</a>',
        '<a class="usa-link" href="#id_email">E-mail: Enter a valid email address.</a>',
        '<a class="usa-link" href="#id_side">Side: This field is required.</a>',
        "<li>The buoy is not ours.</li>",
        '<span class="usa-error-message" id="id_name_error">This field is required.</span>',
        'aria-invalid="true" aria-describedby="id_email_error" id="id_email" class="usa-input usa-input--error"',
        '<div class="usa-form-group usa-form-group--error">',
        'id="gov-error-summary"',
    ],
)
def test_errors_are_at_the_field_and_in_the_summary(markup: str) -> None:
    assert markup in WRONG


def test_a_form_without_errors_has_no_summary() -> None:
    assert "gov-error-summary" not in EMPTY


@pytest.mark.parametrize("html", [pytest.param(EMPTY, id="empty"), pytest.param(WRONG, id="wrong")])
def test_every_reference_has_its_id(html: str) -> None:
    elements = Elements(html)
    references = " ".join(v for a in ("for", "aria-describedby", "aria-labelledby") for v in elements.values(a))
    addresses = {href.removeprefix("#") for href in elements.values("href")}
    ids = elements.values("id")
    assert (set(references.split()) | addresses) - set(ids) == set()
    assert len(ids) == len(set(ids))


def test_a_widget_s_own_autocomplete_stays() -> None:
    class Other(forms.Form):
        default_renderer = FormRenderer
        email = forms.EmailField(widget=forms.EmailInput({"autocomplete": "off"}))

    assert Elements(str(Other())).values("autocomplete") == ["off"]


@pytest.mark.parametrize(
    ("form", "language", "title"),
    [
        pytest.param(Report(), "en", "Report", id="empty"),
        pytest.param(Report({}), "en", "Error: Report", id="wrong"),
        pytest.param(Report({}), "fr", "Erreur : Report", id="wrong-french"),
        pytest.param(None, "en", "Report", id="none"),
    ],
)
def test_an_error_is_in_the_title(form: Report | None, language: str, title: str) -> None:
    with override(language):
        source = '{% include "govpage/forms/title.html" %}Report'
        assert " ".join(Template(source).render(Context({"form": form})).split()) == title


def test_hostile_text_is_escaped() -> None:
    class Hostile(forms.Form):
        default_renderer = FormRenderer
        name = forms.ChoiceField(
            label=HOSTILE, help_text=HOSTILE, choices=[(HOSTILE, HOSTILE)], widget=forms.RadioSelect
        )

    assert "<script>" not in str(Hostile({"name": HOSTILE * 2}))


def test_help_that_is_marked_safe_may_have_links() -> None:
    class Helped(forms.Form):
        default_renderer = FormRenderer
        name = forms.CharField(help_text=SafeString('<a href="/help/">Help</a>'))

    assert '<a href="/help/">Help</a>' in str(Helped())


def test_error_links_name_field_and_message() -> None:
    links = list(error_links(Report({"name": "7", "kind": "a", "side": "a"})))
    assert links == [Link("The buoy is not ours."), Link("I agree: This field is required.", "#id_agreed")]


def test_it_can_be_the_renderer_of_a_site(settings: Any) -> None:
    class Plain(forms.Form):
        name = forms.CharField()

    assert "usa-input" not in str(Plain())
    assert "usa-input" in str(Plain(renderer=FormRenderer()))
