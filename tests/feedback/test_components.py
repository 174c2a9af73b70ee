"""The states of the form as a template, a view or Python code asks for them."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override
from pytest_django import Settings

from govpage.component import Component, Example
from govpage.components import Feedback, FeedbackFollowUp, FeedbackProblem, FeedbackThanks
from govpage.page import PageReference, read_page
from tests.feedback.visits import FOLLOW_UP, PAGE, PROBLEM, VOTE, Shown

EXAMPLES = [
    pytest.param(example, id=f"{component.slug()}-{name}")
    for component in (Feedback, FeedbackFollowUp, FeedbackThanks, FeedbackProblem)
    for name, example in component.examples().items()
]


def render(tag: str, **context: object) -> Shown:
    """Return what a template with that tag shows."""
    return Shown(Template("{% load govpage %}" + tag).render(Context(context)))


def page_of(form: Shown) -> PageReference:
    """Return the page that the form names."""
    return read_page(form.fields["page"])


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_has_no_script_and_one_focus(example: Example) -> None:
    with override(example.language):
        html = example.component.render_html()
    assert "<script" not in html
    assert html.count("autofocus") <= 1


@pytest.mark.parametrize(
    ("component", "id_"),
    [
        pytest.param(Feedback("page", error="Wrong.", key="two"), "gov-feedback-two-error", id="feedback"),
        pytest.param(FeedbackFollowUp("token", key="two"), "gov-feedback-two-comment", id="follow-up"),
        pytest.param(FeedbackThanks("two"), "gov-feedback-two-thanks", id="thanks"),
        pytest.param(FeedbackProblem("page", key="two"), "gov-problem-two-comment", id="problem"),
    ],
)
def test_second_form_on_a_page_has_ids_of_its_own(component: Component, id_: str) -> None:
    assert f'id="{id_}"' in component.render_html()


def test_form_names_the_page_it_is_on() -> None:
    request = RequestFactory().get("/news/harbor-report/?utm_source=mail")
    form = render("{% gov_feedback title='Harbor report' version='v1' %}", request=request)
    assert (form.action, page_of(form)) == (VOTE, PAGE)


def test_form_is_the_same_for_every_visitor() -> None:
    one, other = RequestFactory().get("/a/", REMOTE_ADDR="192.0.2.7"), RequestFactory().get("/a/?visitor=7")
    assert render("{% gov_feedback %}", request=one).html == render("{% gov_feedback %}", request=other).html


def test_form_names_the_language_of_the_page() -> None:
    with override("es"):
        assert page_of(render("{% gov_feedback %}", request=RequestFactory().get("/a/"))).language == "es"


def test_form_names_english_where_translation_is_off() -> None:
    with override(None):
        assert page_of(render("{% gov_feedback %}", request=RequestFactory().get("/a/"))).language == "en"


def test_long_title_and_version_are_cut_to_their_columns() -> None:
    request = RequestFactory().get("/a/")
    page = page_of(render("{% gov_feedback title=long version=long %}", request=request, long="w" * 500))
    assert (len(page.title), len(page.version)) == (200, 64)


@pytest.mark.parametrize(
    "context", [pytest.param({}, id="no-request"), pytest.param({"request": RequestFactory().get("/a/")}, id="request")]
)
def test_page_that_is_given_is_kept(context: dict[str, object]) -> None:
    form = render("{% gov_feedback token %}", token=PAGE.sign(), **context)
    assert page_of(form) == PAGE


def test_form_that_would_name_no_page_is_refused() -> None:
    with pytest.raises(ValueError, match="feedback: page is ''; give one, or the request in the template's context"):
        render("{% gov_feedback %}")


@pytest.mark.parametrize(
    ("component", "action"),
    [
        pytest.param(Feedback("page"), VOTE, id="feedback"),
        pytest.param(Feedback("page", action="/elsewhere/"), "/elsewhere/", id="feedback-elsewhere"),
        pytest.param(FeedbackProblem("page"), PROBLEM, id="problem"),
        pytest.param(FeedbackProblem("page", action="/elsewhere/"), "/elsewhere/", id="problem-elsewhere"),
        pytest.param(FeedbackFollowUp("token"), FOLLOW_UP, id="follow-up"),
        pytest.param(FeedbackFollowUp("token", action="/elsewhere/"), "/elsewhere/", id="follow-up-elsewhere"),
    ],
)
def test_where_the_form_is_sent(component: Component, action: str) -> None:
    assert Shown(component.render_html()).action == action


def test_form_knows_the_key_of_an_answer_sent_again() -> None:
    assert Shown(Feedback("page", answer_key="k").render_html()).fields == {"page": "page", "key": "k"}


def test_site_without_privacy_policy_has_no_link_to_it(settings: Settings) -> None:
    settings.GOVPAGE = {"agency": "Harbor Office"}
    assert Shown(FeedbackFollowUp("token").render_html()).links == []
