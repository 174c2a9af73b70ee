"""Which section a page is in, and who sees it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.http import Http404

from govpage.feedback.access import page_or_404, visible_alerts, visible_pages, visible_sections
from govpage.feedback.models import Page, Section
from tests.feedback.team.tallies import fell, make_page, reader, section

pytestmark = pytest.mark.django_db


def where() -> dict[str, str]:
    """Return the name of each page's section."""
    return {page.path: page.section.name if page.section else "" for page in Page.objects.select_related("section")}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("/news/a/", "News", id="within"),
        pytest.param("/news/press/a/", "Press", id="longest"),
        pytest.param("/News/a/", "", id="other-letters"),
        pytest.param("/about/", "", id="outside"),
        pytest.param("/x/news/a/", "", id="not-at-its-beginning"),
    ],
)
def test_first_answer_puts_a_page_into_the_section_of_the_longest_prefix(path: str, name: str) -> None:
    Section.objects.create(name="News", prefix="/news/")
    Section.objects.create(name="Press", prefix="/news/press/")
    make_page(path)
    assert where() == {path: name}


def test_new_section_takes_its_pages() -> None:
    make_page("/news/a/"), make_page("/about/")
    Section.objects.create(name="News", prefix="/news/")
    assert where() == {"/news/a/": "News", "/about/": ""}


def test_section_within_another_takes_its_pages_and_gives_them_back() -> None:
    Section.objects.create(name="News", prefix="/news/")
    make_page("/news/press/a/")
    inner = Section.objects.create(name="Press", prefix="/news/press/")
    assert where() == {"/news/press/a/": "Press"}
    inner.delete()
    assert where() == {"/news/press/a/": "News"}


def test_several_deleted_at_once_give_their_pages_back() -> None:
    Section.objects.create(name="Site", prefix="/")
    Section.objects.create(name="News", prefix="/news/")
    Section.objects.create(name="Press", prefix="/news/press/")
    make_page("/news/press/a/")
    Section.objects.filter(name__in=["News", "Press"]).delete()
    assert where() == {"/news/press/a/": "Site"}


def test_section_that_moves_leaves_pages_and_takes_others() -> None:
    news = Section.objects.create(name="News", prefix="/news/")
    make_page("/news/a/"), make_page("/press/a/")
    news.prefix = "/press/"
    news.save()
    assert where() == {"/news/a/": "", "/press/a/": "News"}


@pytest.mark.parametrize("prefix", ["/100%/", "/a_b/"])
def test_signs_of_a_search_are_letters_in_a_prefix(prefix: str) -> None:
    make_page(f"{prefix}x/"), make_page("/100x/aXb/"), make_page("/aXb/")
    Section.objects.create(name="Odd", prefix=prefix)
    assert [path for path, name in where().items() if name] == [f"{prefix}x/"]


@pytest.fixture
def owners() -> tuple[User, User]:
    """Somebody who owns the news, and somebody who owns the permits; and pages of both and of none."""
    one, other = reader("view_page", name="one"), reader("view_page", name="other")
    section("News", "/news/", one), section("Permits", "/permits/", other)
    make_page("/news/a/"), make_page("/permits/a/"), make_page("/about/")
    return one, other


def test_owners_see_their_sections_only(owners: tuple[User, User]) -> None:
    seen = [[page.path for page in visible_pages(user)] for user in owners]
    assert seen == [["/news/a/"], ["/permits/a/"]]
    assert [[str(each) for each in visible_sections(user)] for user in owners] == [["News"], ["Permits"]]


def test_permission_shows_all(owners: tuple[User, User]) -> None:
    user = reader("all_sections")
    assert (visible_pages(user).count(), visible_sections(user).count()) == (3, 2)


def test_somebody_who_owns_nothing_sees_nothing(owners: tuple[User, User]) -> None:
    assert (visible_pages(reader()).count(), visible_sections(reader(name="b")).count()) == (0, 0)


@pytest.mark.parametrize(("path", "found"), [("/news/a/", True), ("/permits/a/", False), ("/about/", False)])
def test_page_of_another_is_not_there(owners: tuple[User, User], path: str, found: bool) -> None:
    key = Page.objects.get(path=path).pk
    if found:
        assert page_or_404(owners[0], key).path == path
    else:
        with pytest.raises(Http404):
            page_or_404(owners[0], key)


def test_alerts_of_the_site_are_everybody_s_and_those_of_a_page_its_owner_s(owners: tuple[User, User]) -> None:
    for number, path in enumerate(("/news/a/", "/permits/a/", "/about/")):
        fell(Page.objects.get(path=path), f"fell:{number}")
    fell(None, "site")
    seen = [sorted(visible_alerts(user).values_list("cause", flat=True)) for user in owners]
    assert seen == [["fell:0", "site"], ["fell:1", "site"]]
    assert visible_alerts(reader("all_sections", name="all")).count() == 4
