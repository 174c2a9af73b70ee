from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError

from govpage import component as module
from govpage.component import Component, element_id
from govpage.components import Banner, Breadcrumb, FeedbackFollowUp, SiteName, SkipLink
from govpage.templatetags import govpage as tags


def render(source: str, **context: Any) -> str:
    return Template("{% load govpage %}" + source).render(Context(context))


def test_slug_is_the_name_in_snake_case() -> None:
    assert Breadcrumb.slug() == "breadcrumb"
    assert SkipLink.slug() == "skip_link"


def test_a_component_without_examples_says_so() -> None:
    @dataclass(frozen=True, slots=True)
    class Nothing(Component):
        pass

    with pytest.raises(TypeError, match=r"Nothing has no examples\."):
        Nothing.examples()


def test_equal_parameters_are_rendered_once(settings: Any) -> None:
    settings.DEBUG = False
    assert SkipLink("a").render_html() is SkipLink("a").render_html()


def test_equal_parameters_of_a_tag_are_made_once(settings: Any) -> None:
    settings.DEBUG = False
    crumbs = (("Home", "/"), ("Here", ""))
    assert render("{% gov_breadcrumb trail %}", trail=crumbs) == render("{% gov_breadcrumb trail %}", trail=crumbs)
    assert tags._rendered_once.cache_info().hits == 1  # type: ignore[attr-defined]


def test_a_list_is_taken_like_a_tuple(settings: Any) -> None:
    settings.DEBUG = False
    crumbs = (("Home", "/"), ("Here", ""))
    assert render("{% gov_breadcrumb trail %}", trail=list(crumbs)) == Breadcrumb(crumbs).render_html()


def test_a_fault_of_a_component_is_not_taken_for_one_of_its_parameters(settings: Any) -> None:
    settings.DEBUG = False
    with pytest.raises(TypeError, match="has no len"):
        render("{% gov_breadcrumb trail %}", trail=(len(crumb) for crumb in (5,)))  # type: ignore[arg-type]


def test_under_debug_a_changed_template_shows_at_once(settings: Any) -> None:
    settings.DEBUG = True
    assert SkipLink("a").render_html() is not SkipLink("a").render_html()


def test_a_visitor_s_words_are_not_kept(settings: Any) -> None:
    settings.DEBUG = False
    FeedbackFollowUp("token", comment="Mine").render_html()
    assert module._render_once.cache_info().currsize == 0  # type: ignore[attr-defined]


def test_a_change_of_settings_is_seen(settings: Any) -> None:
    settings.GOVPAGE = {"agency": "One"}
    assert SiteName().render_html() == "One"
    settings.GOVPAGE = {"agency": "Two"}
    assert SiteName().render_html() == "Two"


def test_renderings_kept_are_bounded() -> None:
    assert module._render_once.cache_info().maxsize == module.KEPT_RENDERINGS  # type: ignore[attr-defined]


def test_an_unknown_variant_is_refused_with_the_legal_ones() -> None:
    with pytest.raises(ValueError, match=r"banner: top_level_domain is 'com'; legal are '', 'gov', 'mil'\."):
        Banner("com")


def test_ids_have_no_blanks() -> None:
    assert element_id("gov-banner", "") == "gov-banner"
    assert element_id("gov-banner", "second one") == "gov-banner-second-one"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param("{% gov_banner top_level_domian='gov' %}", "gov_banner has no parameter 'top_level_domian'. Did you mean 'top_level_domain'?", id="misspelt"),
        pytest.param("{% gov_breadcrumb %}", "gov_breadcrumb needs trail.", id="missing"),
        pytest.param("{% gov_skip_link 'a' 'b' 'c' %}", "gov_skip_link takes at most 2 parameters, not 3.", id="too-many"),
        pytest.param("{% gov_skip_link 'a' target='b' %}", "gov_skip_link got 'target' twice.", id="twice"),
    ],
)  # fmt: skip
def test_a_wrong_parameter_is_named(source: str, message: str) -> None:
    with pytest.raises(TemplateSyntaxError) as error:
        render(source)
    assert str(error.value) == message


def test_positional_and_named_parameters() -> None:
    assert render("{% gov_skip_link 'content' label=label %}", label="Jump") == (
        '<a class="usa-skipnav" href="#content">Jump</a>'
    )


def test_as_keeps_the_html_in_a_variable() -> None:
    assert render("{% gov_site_name 'A' as name %}[{{ name }}]") == "[A]"


def test_an_undefined_list_renders_nothing() -> None:
    assert render("{% gov_breadcrumb nothing %}") == ""


def test_a_trail_that_names_a_page_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="the trail names 'Home' twice"):
        Breadcrumb((("Home", "/"), ("News", "/news/"), ("Home", "/")))


@pytest.mark.parametrize("first", ["literal", "variable"])
def test_a_literal_is_escaped_as_a_variable_is(first: str) -> None:
    module.forget_renderings()
    sources = ['{% gov_alert text="<b>Ports</b>" %}', "{% gov_alert text=text %}"]
    made = [render(source, text="<b>Ports</b>") for source in (sources if first == "literal" else sources[::-1])]
    assert "&lt;b&gt;Ports&lt;/b&gt;" in made[0]
    assert made[0] == made[1]
