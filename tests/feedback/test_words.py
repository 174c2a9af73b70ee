"""The words of the forms, and on which pages a form stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import include, path
from django.utils.translation import gettext_lazy, override
from django.views.csrf import csrf_failure
from django.views.defaults import page_not_found, permission_denied
from jinja2 import DictLoader, Environment
from pytest_django import Settings

from example_site import urls
from govpage.components import Feedback, FeedbackFollowUp, FeedbackProblem, FeedbackThanks
from govpage.feedback_settings import Clearance
from govpage.feedback_words import is_off, known_reasons, offered_reasons
from tests.feedback.visits import Shown

EVERY_FORM = "{% load govpage %}{% gov_feedback %}{% gov_feedback_problem %}"
FORM = "data-gov-feedback"
NUMBER, LAST = "1234-5678", date(2031, 3, 31)


def on(address: str, tag: str = EVERY_FORM, **context: object) -> str:
    """Return what a template shows on the page of that address."""
    return Template(tag).render(Context({"request": RequestFactory().get(address), **context}))


# Wording


@pytest.mark.parametrize(
    ("name", "html"),
    [
        pytest.param("question", lambda: Feedback("page").render_html(), id="question"),
        pytest.param("follow_up_heading", lambda: FeedbackFollowUp("token").render_html(), id="follow-up-heading"),
        pytest.param("reasons_legend", lambda: FeedbackFollowUp("token").render_html(), id="reasons-legend"),
        pytest.param("comment_label", lambda: FeedbackFollowUp("token").render_html(), id="comment-label"),
        pytest.param("thanks", lambda: FeedbackThanks().render_html(), id="thanks"),
        pytest.param("problem_heading", lambda: FeedbackProblem("page").render_html(), id="problem-heading"),
        pytest.param("problem_label", lambda: FeedbackProblem("page").render_html(), id="problem-label"),
    ],
)
def test_wording_is_the_agency_s(name: str, html: Any, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"wording": {name: "Words of our <own>"}}
    assert "Words of our &lt;own&gt;" in html()


def test_wording_is_translated(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"wording": {"question": gettext_lazy("Yes")}}
    with override("es"):
        assert '<h2 class="gov-feedback__heading">Sí</h2>' in Feedback("page").render_html()


def test_reasons_are_the_agency_s(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"reasons": {"no-form": gettext_lazy("No")}, "retired_reasons": {"long": "is long"}}
    assert dict(offered_reasons()) == {"no-form": "No"}
    assert known_reasons() == {"long": "is long", "no-form": "No"}
    html = FeedbackFollowUp("token").render_html()
    assert ('value="no-form"' in html, 'value="long"' in html, 'value="other"' in html) == (True, False, False)


def test_contact_and_privacy_are_where_a_comment_is_written(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"contact": ("Ask us", "/contact/"), "privacy": "/privacy/#feedback"}
    form = Shown(FeedbackFollowUp("token").render_html())
    assert form.links == ["/privacy/#feedback", "/contact/"]


@pytest.mark.parametrize(
    ("partly", "answers"),
    [pytest.param(True, ["yes", "partly", "no"], id="on"), pytest.param(False, ["yes", "no"], id="off")],
)
def test_partly_is_a_setting(partly: bool, answers: list[str], settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"partly": partly}
    assert Shown(Feedback("page").render_html()).buttons == [("answer", answer) for answer in answers]


def test_error_that_is_about_nothing_there_is_is_refused() -> None:
    with pytest.raises(ValueError, match="feedback_follow_up: field is 'reasons'; legal are '', 'reason', 'comment'"):
        FeedbackFollowUp("token", error="Wrong.", field="reasons").render_html()


# Clearance


def clearance(**more: str) -> dict[str, Any]:
    return {"clearance": {"number": NUMBER, "expires": LAST, **more}}


def test_clearance_stands_beside_the_reasons(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = clearance(burden="3 minutes")
    html = FeedbackFollowUp("token", today=LAST).render_html()
    assert f"OMB control number {NUMBER}, expires March 31, 2031. Estimated burden: 3 minutes. You need not" in html


def test_statement_is_the_agency_s(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = clearance(statement="Our statement.")
    html = FeedbackFollowUp("token", today=LAST).render_html()
    assert f"{NUMBER}, expires March 31, 2031. Our statement." in html
    assert "Estimated burden" not in html


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        pytest.param(LAST, True, id="on-its-last-day"),
        pytest.param(date(2031, 4, 1), False, id="on-the-day-after"),
    ],
)
def test_reasons_end_with_their_clearance(today: date, asked: bool, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = clearance()
    html = FeedbackFollowUp("token", "other", today=today).render_html()
    assert (asked, asked) == ('name="reason"' in html, NUMBER in html)
    assert 'name="comment"' in html


def test_day_is_today_where_none_is_given() -> None:
    lapsed = FeedbackFollowUp("token", clearance=Clearance(NUMBER, date(2019, 1, 1)))
    assert 'name="reason"' not in lapsed.render_html()


def test_question_itself_says_nothing_that_ends(settings: Settings) -> None:
    before = Feedback("page").render_html()
    settings.GOVPAGE_FEEDBACK = clearance()
    assert Feedback("page").render_html() == before


# Pages without a form


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        pytest.param("/news/", True, id="page"),
        pytest.param("/forms/", False, id="page-that-is-named"),
        pytest.param("/contact/press/", False, id="section-that-is-named"),
        pytest.param("/feedback/thanks/", False, id="page-of-the-form"),
        pytest.param("/accounts/login/", False, id="sign-in-page"),
    ],
)
def test_settings_say_where_there_is_no_form(address: str, shown: bool, settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"off": ["/contact/", "/forms/"]}
    assert (FORM in on(address)) is shown


@pytest.mark.parametrize("tag", ["gov_feedback", "gov_feedback_problem"])
@pytest.mark.parametrize(
    ("archived", "setting", "shown"),
    [
        pytest.param(True, True, True, id="archived-and-on"),
        pytest.param(True, False, False, id="archived-and-off"),
        pytest.param(False, False, True, id="not-archived"),
    ],
)
def test_setting_says_whether_archived_pages_have_the_form(
    tag: str, archived: bool, setting: bool, shown: bool, settings: Settings
) -> None:
    settings.GOVPAGE_FEEDBACK = {"archived": setting}
    html = on("/a/", f"{{% load govpage %}}{{% {tag} archived=archived %}}", archived=archived)
    assert (FORM in html) is shown


def test_page_that_is_given_has_no_form_where_the_settings_say_so(settings: Settings) -> None:
    settings.GOVPAGE_FEEDBACK = {"off": ["/contact/"]}
    assert on("/contact/", "{% load govpage %}{% gov_feedback 'token' %}") == ""


@pytest.mark.parametrize("login", ["/", "no-such-name"])
def test_sign_in_page_that_is_no_page_of_its_own_switches_nothing_off(login: str, settings: Settings) -> None:
    settings.LOGIN_URL = login
    assert not is_off("/news/", archived=False)


class ByLanguage:
    """URLs of a site with its languages in its addresses."""

    urlpatterns = i18n_patterns(
        path("login/", lambda _request: HttpResponse(), name="login"),
        path("feedback/", include("govpage.feedback.urls")),
    )


@pytest.mark.parametrize("first", ["en", "es"])
@pytest.mark.parametrize("address", ["login/", "feedback/thanks/"])
def test_sign_in_page_and_the_form_s_own_are_off_in_every_language(
    address: str, first: str, settings: Settings
) -> None:
    settings.ROOT_URLCONF, settings.LOGIN_URL = ByLanguage, "login"
    for language in (first, "en", "es"):
        with override(language):
            assert is_off(f"/{language}/{address}", archived=False)


def archived(request: HttpRequest) -> HttpResponse:
    """A page of the site that is archived and says so."""
    tag = "{% load govpage %}{% gov_feedback archived=page.is_archived %}"
    return HttpResponse(Template(tag).render(Context({"request": request, "page": {"is_archived": True}})))


@pytest.mark.parametrize("setting", [True, False])
def test_archived_page_of_the_site_follows_the_setting(setting: bool, settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.feedback.test_words"
    settings.GOVPAGE_FEEDBACK = {"archived": setting}
    assert (FORM in Client().get("/archived/").content.decode()) is setting


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(Template(EVERY_FORM).render(Context({"request": request})))


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("A fault of the site.")


def fault(request: HttpRequest) -> HttpResponse:
    """As Django's own: the template gets nothing at all."""
    return HttpResponse(Template(f"A fault. {EVERY_FORM}").render(Context()), status=500)


def absent(request: HttpRequest, exception: Exception) -> HttpResponse:
    """As Django's own: the template gets the request and the exception."""
    context = Context({"request": request, "exception": repr(exception)})
    return HttpResponse(Template(f"Not here. {EVERY_FORM}").render(context), status=404)


urlpatterns = [
    path("page/", page),
    path("archived/", archived),
    path("broken/", broken),
    path("", include(urls)),
]
handler404, handler500 = absent, fault


@pytest.mark.parametrize(
    ("address", "status", "shown"),
    [
        pytest.param("/page/", 200, True, id="page"),
        pytest.param("/absent/", 404, False, id="404"),
        pytest.param("/broken/", 500, False, id="500"),
    ],
)
def test_pages_about_errors_have_no_form(address: str, status: int, shown: bool, settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.feedback.test_words"
    response = Client(raise_request_exception=False).get(address)
    assert (response.status_code, FORM in response.content.decode()) == (status, shown)


def test_page_with_an_exception_of_its_own_has_the_form() -> None:
    assert FORM in on("/laws/", exception="Section 5 exception")


def test_page_that_is_shown_while_an_error_is_handled_has_the_form() -> None:
    try:
        raise LookupError
    except LookupError:
        assert FORM in on("/laws/")


@pytest.fixture
def of_errors(settings: Settings) -> None:
    """Templates of a site for Django's pages about errors, each with the forms."""
    names = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html", "page.html")
    loader = ("django.template.loaders.locmem.Loader", dict.fromkeys(names, f"Words. {EVERY_FORM}"))
    backend = {**settings.TEMPLATES[0], "APP_DIRS": False}
    loaders = [loader, "django.template.loaders.app_directories.Loader"]
    backend["OPTIONS"] = {**backend["OPTIONS"], "loaders": loaders}
    settings.TEMPLATES = [backend]


@pytest.mark.usefixtures("of_errors")
@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        pytest.param(lambda request: render(request, "page.html"), True, id="page"),
        pytest.param(lambda request: csrf_failure(request, reason="No cookie."), False, id="403-csrf"),
        pytest.param(lambda request: permission_denied(request, PermissionDenied()), False, id="403-without-words"),
        pytest.param(lambda request: page_not_found(request, Http404("Not here.")), False, id="404"),
    ],
)
def test_template_of_an_error_has_no_form(answer: Any, shown: bool) -> None:
    html = answer(RequestFactory().get("/contact/")).content.decode()
    assert ("Words. " in html, FORM in html) == (True, shown)


@pytest.mark.parametrize(
    ("name", "shown"),
    [pytest.param("page.html", True, id="page"), pytest.param("403_csrf.html", False, id="403-csrf")],
)
def test_template_of_an_error_has_no_form_in_jinja(name: str, shown: bool) -> None:
    templates = {"base.html": "{{ gov_feedback() }}", name: "{% extends 'base.html' %}"}
    environment = Environment(loader=DictLoader(templates), extensions=["govpage.jinja.Components"], autoescape=True)
    html = environment.get_template(name).render(request=RequestFactory().get("/contact/"))
    assert (FORM in html) is shown
