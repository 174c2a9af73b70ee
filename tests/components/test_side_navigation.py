from __future__ import annotations

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from govpage.components import SideNavigation
from govpage.links import NavItem

SECTION = (("Ports", "/ports/"), NavItem("Storms", "/storms/", children=(NavItem("Damage", "/storms/damage/"),)))


def test_only_the_page_itself_is_the_current_one() -> None:
    html = SideNavigation.examples()["three-levels"].component.render_html()
    assert html.count('aria-current="page"') == 1
    assert '<a href="/loads/" class="usa-current" aria-current="page">Loads</a>' in html
    assert '<a href="/piers/" class="usa-current">Piers</a>' in html
    assert html.count("usa-sidenav__sublist") == 3


def test_more_than_three_levels_are_refused() -> None:
    deep = NavItem("1", children=(NavItem("2", children=(NavItem("3", children=(("4", "/"),)),)),))
    with pytest.raises(ValueError, match="'1' has 4 levels; at most 3 are legal"):
        SideNavigation((deep,))


def test_anything_else_is_refused() -> None:
    with pytest.raises(ValueError, match="7 is not a link"):
        SideNavigation((7,))  # type: ignore[arg-type]


def render(path: str, items: object) -> str:
    context = {"request": RequestFactory().get(path), "items": items}
    return Template("{% load govpage %}{% gov_side_navigation items 'Safety' %}").render(Context(context))


@pytest.mark.parametrize(
    ("path", "current"),
    [("/ports/", ["/ports/"]), ("/storms/damage/", ["/storms/", "/storms/damage/"]), ("/other/", [])],
)
def test_the_page_is_found_by_its_address(path: str, current: list[str]) -> None:
    html = render(path, SECTION)
    assert [
        url for url in ("/ports/", "/storms/", "/storms/damage/") if f'"{url}" class="usa-current"' in html
    ] == current
    assert html.count('aria-current="page"') == len(current[:1])
    assert 'aria-label="Safety"' in html


def test_what_is_marked_is_left_alone() -> None:
    assert '"/ports/" class' not in render("/ports/", (*SECTION, NavItem("Here", "/here/", current=True)))


def test_without_a_request_nothing_is_marked() -> None:
    html = Template("{% load govpage %}{% gov_side_navigation items %}").render(Context({"items": SECTION}))
    assert "usa-current" not in html


def test_a_label_may_lead_nowhere() -> None:
    assert "<span>Ports</span>" in SideNavigation((NavItem("Ports"),)).render_html()


@pytest.mark.parametrize("nothing", [(), [], "", None])
def test_nothing_renders_nothing(nothing: object) -> None:
    assert SideNavigation(nothing).render_html() == ""  # type: ignore[arg-type]
