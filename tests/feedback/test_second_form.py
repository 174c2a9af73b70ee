"""Two forms on one page: whatever each of them shows, its ids and its name are its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.template import Context, Template
from django.test import Client, RequestFactory

from govpage.component import Component
from govpage.components import Feedback, FeedbackFollowUp, FeedbackProblem, FeedbackThanks
from govpage.feedback import views
from govpage.page import PageReference, read_page
from tests.feedback.test_page import signed
from tests.feedback.visits import PAGE, PROBLEM, Shown, comment, follow_up_token, get, post, vote

SECOND = replace(PAGE, form="2")
NUMBER = "Call 202-555-0143."
Answer = Callable[[Client], HttpResponse]
NAME = re.compile('aria-label="([^"]*)" data-gov-feedback')


def form_of(response: HttpResponse) -> tuple[list[str], set[str]]:
    """Return the name of the form that a page shows, and what its ids begin with."""
    html = response.content.decode()
    section = html[html.index('<section class="gov-feedback') :].split("</section>")[0]
    ids = re.findall(' id="([^"]+)"', section)
    return NAME.findall(section), {id_.removeprefix("gov-error-summary-").partition("-2")[0] + "-2" for id_ in ids}


def test_reference_to_the_first_form_is_as_it_was() -> None:
    assert PAGE.sign() == signed({"path": PAGE.path, "title": "Harbor report", "version": "v1", "language": "en"})


def test_reference_names_a_second_form() -> None:
    assert read_page(SECOND.sign()) == SECOND


@pytest.mark.parametrize("tag", ["gov_feedback", "gov_feedback_problem"])
@pytest.mark.parametrize(
    ("key", "carried"),
    [
        pytest.param("'bottom'", "bottom", id="word"),
        pytest.param("2", "2", id="number"),
        pytest.param(f"'{'w' * 500}'", "w" * 32, id="long"),
    ],
)
def test_form_carries_its_key(tag: str, key: str, carried: str) -> None:
    request = RequestFactory().get("/a/")
    html = Template(f"{{% load govpage %}}{{% {tag} key={key} %}}").render(Context({"request": request}))
    assert read_page(Shown(html).fields["page"]) == PageReference("/a/", form=carried)


@pytest.mark.parametrize(
    ("component", "name"),
    [
        pytest.param(Feedback("page", key="2"), "Page feedback 2", id="question"),
        pytest.param(FeedbackFollowUp("token", key="2"), "Page feedback 2", id="follow-up"),
        pytest.param(FeedbackThanks("2"), "Page feedback 2", id="thanks"),
        pytest.param(FeedbackThanks(), "Page feedback", id="thanks-of-the-first"),
        pytest.param(FeedbackProblem("page", key="2"), "Report a problem with this page 2", id="problem"),
        pytest.param(FeedbackThanks("2", problem=True), "Report a problem with this page 2", id="problem-thanks"),
        pytest.param(FeedbackThanks(problem=True), "Report a problem with this page", id="problem-thanks-of-the-first"),
    ],
)
def test_form_is_named_by_its_kind_and_key(component: Component, name: str) -> None:
    assert NAME.findall(component.render_html()) == [name]


def no_answer(visitor: Client) -> HttpResponse:
    return vote(visitor, "", SECOND)


def follow_up(visitor: Client) -> HttpResponse:
    return get(visitor, vote(visitor, "no", SECOND)["Location"])


def words(visitor: Client, text: str) -> HttpResponse:
    return comment(visitor, follow_up_token(page=SECOND), text)


def thanks(visitor: Client) -> HttpResponse:
    return get(visitor, vote(visitor, "yes", SECOND)["Location"])


def report(visitor: Client, text: str) -> HttpResponse:
    return post(visitor, PROBLEM, {"page": SECOND.sign(), "comment": text})


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(no_answer, id="question-error"),
        pytest.param(follow_up, id="follow-up"),
        pytest.param(lambda visitor: words(visitor, "w" * 2001), id="follow-up-error"),
        pytest.param(lambda visitor: words(visitor, NUMBER), id="review"),
        pytest.param(thanks, id="thanks"),
    ],
)
def test_second_question_stays_the_second(answer: Answer, visitor: Client, db: None) -> None:
    assert form_of(answer(visitor)) == (["Page feedback 2"], {"gov-feedback-2"})


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda visitor: get(visitor, PROBLEM, page=SECOND.sign()), id="page-of-its-own"),
        pytest.param(lambda visitor: report(visitor, ""), id="error"),
        pytest.param(lambda visitor: report(visitor, NUMBER), id="review"),
        pytest.param(lambda visitor: get(visitor, report(visitor, "The link is dead.")["Location"]), id="thanks"),
    ],
)
def test_second_report_stays_the_second(answer: Answer, visitor: Client, db: None) -> None:
    assert form_of(answer(visitor)) == (["Report a problem with this page 2"], {"gov-problem-2"})


def test_second_question_that_cannot_be_saved_stays_the_second(
    visitor: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_arguments: object) -> None:
        raise OperationalError("The database is down.")

    monkeypatch.setattr(views, "save_vote", down)
    response = vote(visitor, "no", SECOND)
    assert (response.status_code, form_of(response)) == (503, (["Page feedback 2"], {"gov-feedback-2"}))
