from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from govpage.news.facets import facets
from govpage.news.filters import FilterError, ReleaseFilters, read_filters
from govpage.news.lifecycle import CURRENT
from govpage.news.models import Kind, NewsRelease, Office, Topic
from govpage.news.paging import page_of
from tests.news.factories import FUTURE, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def releases() -> None:
    storms, ports = Topic.objects.create(name="Storms"), Topic.objects.create(name="Ports")
    office = Office.objects.create(name="Pier Office")
    make(title="a", kind=Kind.BLOG, release_date=date(2026, 1, 31)).topics.add(storms)
    make(title="b", language="es", office=office, release_date=date(2026, 2, 1)).topics.add(ports, storms)
    make(title="c", body="<p>buoys</p>", release_date=date(2025, 12, 31))


@pytest.mark.usefixtures("releases")
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        pytest.param({}, "bac", id="nothing"),
        pytest.param({"kind": ""}, "bac", id="empty"),
        pytest.param({"unknown": "x"}, "bac", id="no-filter"),
        pytest.param({"kind": "blog"}, "a", id="kind"),
        pytest.param({"topic": "storms"}, "ba", id="topic"),
        pytest.param({"topic": "nothing"}, "", id="unknown-topic"),
        pytest.param({"office": "pier-office"}, "b", id="office"),
        pytest.param({"language": "es"}, "b", id="language"),
        pytest.param({"year": "2026"}, "ba", id="year"),
        pytest.param({"year": "2026", "month": "1"}, "a", id="month"),
        pytest.param({"year": "2025", "month": "12"}, "c", id="last-month"),
        pytest.param({"month": "12"}, "bac", id="month-without-year"),
        pytest.param({"q": "buoys"}, "c", id="words"),
        pytest.param({"topic": "storms", "language": "es", "year": "2026"}, "b", id="all-together"),
    ],
)
def test_a_list_is_narrowed(query: dict[str, str], titles: str) -> None:
    assert "".join(release.title for release in read_filters(query).apply(NewsRelease.objects.all())) == titles


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"kind": "blogs"}, "kind is 'blogs'. Did you mean 'blog'?"),
        ({"language": "xx"}, "language is 'xx'. Legal are: en, es."),
        ({"year": "2026a"}, "year is '2026a'; legal are 1 to 9998."),
        ({"year": "0"}, "year is '0'; legal are 1 to 9998."),
        ({"year": "99999"}, "year is '99999'; legal are 1 to 9998."),
        ({"month": "13"}, "month is '13'; legal are 1 to 12."),
        ({"topic": "x" * 151}, f"topic is {'x' * 40!r}; legal are slugs of at most 150 characters."),
        ({"office": "a\0"}, "office is 'a\\x00'; legal are slugs of at most 150 characters."),
    ],
)
def test_what_is_not_legal_is_named(query: dict[str, str], reason: str) -> None:
    with pytest.raises(FilterError) as error:
        read_filters(query)
    assert str(error.value) == reason


def test_filters_are_read_from_what_they_write() -> None:
    filters = ReleaseFilters("blog", "storms", "pier-office", "es", 2026, 5, "buoys & piers")
    assert read_filters(filters.query()) == filters


@pytest.mark.usefixtures("releases")
def test_only_what_is_there_can_be_chosen() -> None:
    Topic.objects.create(name="Nothing")
    secret = make(title="d", publish_at=FUTURE.replace(year=2090), release_date=date(1999, 1, 1))
    secret.topics.add(Topic.objects.create(name="Secret"))
    found = facets(NewsRelease.objects.in_state(*CURRENT), timezone.now())
    assert found.topics == (("ports", "Ports"), ("storms", "Storms"))
    assert found.offices == (("pier-office", "Pier Office"),)
    assert found.years[-1] == ("2025", "2025")


def test_without_a_release_there_is_nothing_to_choose() -> None:
    assert facets(NewsRelease.objects.all(), timezone.now()).years == ()


@pytest.mark.parametrize(
    ("number", "shown", "pages"),
    [(None, 1, 3), ("2", 2, 3), ("3", 3, 3), ("9", 3, 3), ("0", 1, 3), ("x", 1, 3), ("²", 1, 3), ("9" * 30, 1, 3)],
)
def test_a_page(number: str | None, shown: int, pages: int) -> None:
    NewsRelease.objects.bulk_create(NewsRelease(title=f"n{n}", body="x") for n in range(5))
    page = page_of(NewsRelease.objects.all(), number, 2)
    assert (page.number, page.pages, page.found, len(page.releases)) == (shown, pages, 5, 2 if shown < 3 else 1)


def test_a_long_list_is_not_counted_to_its_end() -> None:
    NewsRelease.objects.bulk_create(NewsRelease(title=f"n{n}", body="x") for n in range(10))
    page = page_of(NewsRelease.objects.all(), None, 1)
    assert (page.pages, page.found) == (None, 7)


def test_an_empty_list_has_one_page() -> None:
    page = page_of(NewsRelease.objects.all(), "7", 10)
    assert (page.number, page.pages, page.found, page.releases) == (1, 1, 0, [])
