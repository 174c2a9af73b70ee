from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from govpage.news.models import NewsRelease
from govpage.news.outputs import sitemaps
from tests.news.factories import make
from tests.news.outputs.readers import NEWS, SITEMAP, body, said_by_news_sitemap, urls

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
DAY = timedelta(days=1)
LINK = "{http://www.w3.org/1999/xhtml}link"


def places(content: bytes) -> list[str]:
    return [place.findtext(f"{SITEMAP}loc", "").removeprefix(SITE) for place in ElementTree.fromstring(content)]


def many(count: int) -> None:
    first = NewsRelease.objects.count()
    NewsRelease.objects.bulk_create(
        NewsRelease(pk=n + 1, title=f"n{n}", slug=f"n{n}", body="x", publish_at=timezone.now() - DAY)
        for n in range(first, first + count)
    )


@pytest.fixture(autouse=True)
def no_other_pages(settings: Any) -> None:
    settings.GOVPAGE_NEWS = {}


SMALL = sitemaps.Bounds(most=6, page=4, chunk=2)
"""Bounds that a few releases reach."""


def small() -> bytes:
    return "".join(sitemaps.sitemap(f"{SITE}/", timezone.now(), SMALL)).encode()


def small_page(number: int) -> bytes:
    return "".join(sitemaps.sitemap_page(number, f"{SITE}/", timezone.now(), SMALL) or ()).encode()


def test_what_can_be_read_is_in_the_sitemap(client: Client) -> None:
    now = timezone.now()
    live, archived = make(title="Live"), make(title="Archived", archive_at=now - DAY)
    make(title="Draft", publish_at=None)
    make(title="Scheduled", publish_at=now + DAY)
    make(title="Expired", expires_at=now - DAY)
    make(title="Withdrawn", withdraw_at=now - DAY)
    make(title="Deleted", deleted_at=now - DAY)
    found = places(body(client, "/sitemap.xml"))
    assert found == ["/news/", "/news/archive/", live.get_absolute_url(), archived.get_absolute_url()]


def test_the_site_s_other_pages_are_named_by_the_settings(client: Client, settings: Any) -> None:
    settings.GOVPAGE_NEWS = {"sitemap_pages": ["home", "/about/", "govpage_news:release_list"]}
    assert places(body(client, "/sitemap.xml")) == ["/news/", "/news/archive/", "/", "/about/"]


def test_translations_are_alternates_of_each_other(client: Client) -> None:
    english = make()
    spanish = make(title="Inspecciones", language="es", translation_of=english)
    make(title="Segunda", language="es", translation_of=english)
    make(title="Retirada", language="fr", translation_of=english, withdraw_at=timezone.now() - DAY)
    found = {
        url.findtext(f"{SITEMAP}loc", "").removeprefix(SITE): {
            link.attrib["hreflang"]: link.attrib["href"].removeprefix(SITE) for link in url.iter(LINK)
        }
        for url in urls(body(client, "/sitemap.xml"))
    }
    en, es = english.get_absolute_url(), spanish.get_absolute_url()
    assert found[en] == found[es] == {"en": en, "es": es, "x-default": en}


def test_a_release_in_one_language_has_no_alternates(client: Client) -> None:
    make()
    assert b"xhtml:link" not in body(client, "/sitemap.xml")


def test_as_many_as_one_sitemap_holds() -> None:
    many(4)
    assert len(urls(small())) == 6


def test_more_are_on_pages() -> None:
    many(9)
    NewsRelease.objects.filter(pk__range=(4, 7)).delete()
    NewsRelease.objects.create(pk=40, title="Far", body="x", publish_at=timezone.now() - DAY)
    assert places(small()) == ["/sitemap-0.xml", "/sitemap-1.xml", "/sitemap-3.xml", "/sitemap-11.xml"]
    pages = [places(small_page(number)) for number in (0, 1, 3, 11)]
    assert [len(page) for page in pages] == [2, 3, 2, 1]
    assert len({place for page in pages for place in page}) == 8


def test_translations_find_each_other_from_chunk_to_chunk() -> None:
    many(4)
    NewsRelease.objects.filter(pk=1).update(translation_of=3, language="es")
    NewsRelease.objects.filter(pk=4).update(translation_of=3, language="fr")
    found = [{link.attrib["hreflang"] for link in url.iter(LINK)} for url in urls(small())]
    assert found == [set(), set(), {"en", "es", "fr", "x-default"}, set(), *[{"en", "es", "fr", "x-default"}] * 2]


@pytest.mark.parametrize("number", [1, 7, 10**30])
def test_a_page_of_nothing_is_404(client: Client, number: int) -> None:
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_memory_is_bounded_by_chunks(django_assert_num_queries: Any) -> None:
    many(4)
    pieces = sitemaps.sitemap_page(1, f"{SITE}/", timezone.now(), SMALL)
    assert pieces is not None
    next(pieces)
    with django_assert_num_queries(2):  # The first two releases, and their translations.
        next(pieces)


def test_a_sitemap_may_be_kept_until_something_changes(client: Client) -> None:
    make(archive_at=timezone.now() + timedelta(seconds=100))
    lifetime = int(client.get("/sitemap.xml").headers["Cache-Control"].rpartition("=")[2])
    assert 90 <= lifetime <= 100


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemap-0.xml", "/news-sitemap.xml"])
def test_only_reading_is_allowed(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
    assert client.get(address).headers["Content-Type"] == "application/xml; charset=utf-8"


@pytest.mark.parametrize(
    ("publish_at", "day", "there"),
    [
        pytest.param(-DAY, None, True, id="yesterday"),
        pytest.param(-DAY, 0, True, id="with-its-day"),
        pytest.param(-3 * DAY, None, False, id="three-days-ago"),
        pytest.param(-DAY, -400, False, id="of-long-ago-and-brought-in-yesterday"),
        pytest.param(DAY, None, False, id="to-come"),
    ],
)
def test_news_is_what_was_published_in_two_days(
    client: Client, publish_at: timedelta, day: int | None, there: bool
) -> None:
    now: datetime = timezone.now()
    release_date: date | None = None if day is None else timezone.localdate() + timedelta(days=day)
    make(publish_at=now + publish_at, release_date=release_date)
    assert bool(said_by_news_sitemap(client)) is there


def test_news_names_the_publication_in_its_language(client: Client) -> None:
    make(title="Inspecciones & más", language="es", publish_at=timezone.now() - DAY, release_date=None)
    (url,) = urls(body(client, "/news-sitemap.xml"))
    assert url.findtext(f".//{NEWS}name") == "Oficina de Puertos"
    assert url.findtext(f".//{NEWS}title") == "Inspecciones & más"


def test_archived_news_is_no_news(client: Client) -> None:
    make(publish_at=timezone.now() - DAY, release_date=None, archive_at=timezone.now())
    assert said_by_news_sitemap(client) == {}
