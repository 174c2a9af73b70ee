from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from govpage.components import Header
from govpage.conf import MENU_LEVELS
from govpage.links import Link, NavItem
from govpage.news.models import Section
from govpage.news.sections import section_menu, section_path, side_navigation

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree() -> dict[str, Section]:
    """About > Leadership > Harbormaster, and News beside it."""
    news = Section.objects.create(label="News", address="/news/", order=2)
    about = Section.objects.create(label="About us", address="/about/", order=1)
    leadership = Section.objects.create(label="Leadership", address="/about/leadership/", parent=about)
    harbormaster = Section.objects.create(label="Harbormaster", parent=leadership)
    return {section.label: section for section in (news, about, leadership, harbormaster)}


def test_the_path_of_a_section(tree: dict[str, Section]) -> None:
    assert section_path(tree["Harbormaster"]) == (
        Link("About us", "/about/"),
        Link("Leadership", "/about/leadership/"),
        Link("Harbormaster", ""),
    )


def test_the_menu_is_the_tree(tree: dict[str, Section]) -> None:
    below = NavItem("Leadership", "/about/leadership/", True, (NavItem("Harbormaster"),))
    menu = section_menu(Section.objects.all(), tree["Leadership"].pk)
    assert menu == (NavItem("About us", "/about/", children=(below,)), NavItem("News", "/news/"))


def test_a_menu_has_the_levels_that_its_place_can_show(tree: dict[str, Section]) -> None:
    menu = section_menu(Section.objects.all(), levels=MENU_LEVELS)
    assert [item.levels for item in menu] == [MENU_LEVELS, 1]
    assert "Leadership" in Header(menu=menu).render_html()


def test_side_navigation_is_the_branch_of_the_page(tree: dict[str, Section]) -> None:
    branch = side_navigation(Section.objects.all(), tree["Leadership"].pk)
    assert [entry.label for entry in branch] == ["Leadership"]


def test_a_section_without_others_around_has_no_side_navigation(tree: dict[str, Section]) -> None:
    assert side_navigation(Section.objects.all(), tree["News"].pk) == ()


@pytest.mark.parametrize("inner", ["About us", "Leadership", "Harbormaster"])
def test_a_section_within_itself_is_refused(tree: dict[str, Section], inner: str) -> None:
    tree["About us"].parent = tree[inner]
    with pytest.raises(ValidationError) as error:
        tree["About us"].save()
    assert list(error.value.message_dict) == ["parent"]


def test_more_levels_than_a_reader_can_follow_are_refused(tree: dict[str, Section]) -> None:
    office = Section.objects.create(label="Office", parent=tree["Harbormaster"])
    with pytest.raises(ValidationError):
        Section.objects.create(label="Desk", parent=office)


def test_a_branch_that_gets_too_deep_is_refused(tree: dict[str, Section]) -> None:
    Section.objects.create(label="Office", parent=tree["Harbormaster"])
    tree["About us"].parent = tree["News"]
    with pytest.raises(ValidationError):
        tree["About us"].save()


def test_a_loop_that_was_written_past_all_checks_ends(tree: dict[str, Section]) -> None:
    Section.objects.filter(label="About us").update(parent=tree["Harbormaster"])
    at = Section.objects.select_related("parent__parent__parent").get(label="Harbormaster")
    assert [link.label for link in section_path(at)] == ["About us", "Leadership", "Harbormaster"]
    assert [entry.label for entry in section_menu(Section.objects.all())] == ["News"]


def test_a_section_in_its_place_may_change(tree: dict[str, Section]) -> None:
    tree["Leadership"].parent = tree["News"]
    tree["Leadership"].save()
    assert str(Section.objects.get(label="Leadership").parent) == "News"
