from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from govpage.news.caching import cacheable
from tests.news.factories import make

REQUEST = RequestFactory().get("/")


def lifetime(expires_in: float | None) -> str:
    expires = timezone.now() + timedelta(seconds=expires_in) if expires_in is not None else None
    return cacheable(REQUEST, "a", max_age=300, changed=None, expires=expires).headers["Cache-Control"]


@pytest.mark.parametrize(
    ("expires_in", "header"),
    [
        pytest.param(None, "public, must-revalidate, max-age=300", id="never"),
        pytest.param(1000, "public, must-revalidate, max-age=300", id="later"),
        pytest.param(-5, "public, must-revalidate, max-age=0", id="past"),
    ],
)
def test_lifetime(expires_in: float | None, header: str) -> None:
    assert lifetime(expires_in) == header


def test_other_content_has_another_tag() -> None:
    tags = [cacheable(REQUEST, html, max_age=1, changed=None, expires=None).headers["ETag"] for html in ("a", "b", "a")]
    assert tags[0] == tags[2] != tags[1]


PLACES = {
    "home": "/",
    "list": "/news/",
    "search": "/news/?q=port",
    "year": "/news/2026/",
    "month": "/news/2026/5/",
    "page": "/news/2026/05/02/ports/",
    "page of a related one": "/news/2026/05/02/piers/",
    "rss": "/news/feed.rss",
    "atom": "/news/feed.atom",
    "json feed": "/news/feed.json",
    "api": "/news/api/releases/",
    "api of one": "/news/api/releases/2026/05/02/ports/",
    "sitemap": "/sitemap.xml",
    "former address": "/news/2020/01/01/old/",
    "former address in the api": "/news/api/releases/2020/01/01/old/",
}


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Let an hour go by between the first look at the clock and the second, as on a machine with too much to do."""

    def begin(at: datetime) -> None:
        looks = iter([at])
        monkeypatch.setattr(timezone, "now", lambda: next(looks, at + timedelta(hours=1)))

    return begin


@pytest.mark.django_db
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_what_is_taken_back_while_a_page_is_made_is_not_kept(
    client: Client, slowly: Callable[[datetime], None], place: str
) -> None:
    now = timezone.now()
    release = make(slug="ports", withdraw_at=now + timedelta(minutes=1))
    release.former_addresses.create(address="2020/01/01/old")
    make(title="Piers", slug="piers").related.add(release)
    slowly(now)
    response = client.get(place)
    assert response.status_code in (200, 301)
    assert response.headers["Cache-Control"] == "public, must-revalidate, max-age=0"


@pytest.mark.django_db
def test_what_is_archived_while_the_archive_is_listed_is_not_kept(
    client: Client, slowly: Callable[[datetime], None]
) -> None:
    now = timezone.now()
    make(archive_at=now + timedelta(minutes=1))
    slowly(now)
    response = client.get("/news/archive/")
    assert response.headers["Cache-Control"] == "public, must-revalidate, max-age=0"


@pytest.mark.django_db
@pytest.mark.parametrize("moments", [{"publish_at": None}, {"deleted_at": timezone.now()}], ids=["draft", "deleted"])
@pytest.mark.parametrize("place", ["/news/", "/news/api/releases/"], ids=["page", "api"])
def test_no_cache_keeps_that_a_release_is_not_there(client: Client, place: str, moments: dict[str, Any]) -> None:
    release = make(**moments)
    answers = [client.get(f"{place}{address}/") for address in (release.address, "2026/05/02/nothing")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert [answer.headers["Cache-Control"] for answer in answers] == ["no-cache", "no-cache"]


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["/news/", "/news/api/releases/"], ids=["page", "api"])
def test_a_redirect_is_not_kept_for_ever(client: Client, place: str) -> None:
    make().former_addresses.create(address="2020/01/01/old")
    response = client.get(f"{place}2020/01/01/old/")
    assert response.headers["Cache-Control"] == "public, must-revalidate, max-age=300"
