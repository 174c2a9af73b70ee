from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from govpage.news.models import FormerAddress, NewsRelease, Office
from tests.news.factories import make

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
LIST = "/news/api/releases/"
DAY = timedelta(days=1)


def get(client: Client, address: str = LIST, status: int = 200, /, **query: Any) -> Any:
    response = client.get(address, query)
    assert response.status_code == status
    return json.loads(response.content)


def titles(found: Any) -> list[str]:
    return [release["title"] for release in found["releases"]]


def address(release: NewsRelease) -> str:
    return f"{LIST}{release.address}/"


def test_a_release_in_the_list(client: Client, topic: Any) -> None:
    release = make(office=Office.objects.create(name="Port Office"))
    release.topics.add(topic)
    assert get(client) == {
        "releases": [
            {
                "id": f"tag:harbor.example.gov,{release.created:%Y-%m-%d}:release/{release.pk}",
                "url": SITE + release.get_absolute_url(),
                "api_url": SITE + address(release),
                "title": "Harbor inspections for 2026",
                "subtitle": "",
                "summary": "Every port was inspected.",
                "kind": "press_release",
                "language": "en",
                "release_number": "",
                "office": "Port Office",
                "topics": ["Ports & piers"],
                "published": "2026-05-02T12:00:00Z",
                "modified": "2026-05-02T12:00:00Z",
                "state": "current",
                "archived": None,
            }
        ],
        "next": None,
    }


def test_a_release_alone_says_all(client: Client, picture: str) -> None:
    release = make(image=picture, image_alt="A pier", quotes=[{"text": "Good."}], dateline="PORT ALDER")
    spanish = make(title="Inspecciones", language="es", translation_of=release)
    make(title="Borrador", language="fr", translation_of=release, publish_at=None)
    found = get(client, address(release))
    assert found["body_html"] == "<p>PORT ALDER – Every port was inspected.</p>"
    assert found["image"] == {"url": SITE + default_storage.url(picture), "alt": "A pier"}
    assert found["quotes"] == [{"text": "Good."}]
    assert found["translations"] == [{"language": "es", "url": SITE + spanish.get_absolute_url()}]


def test_archived_ones_are_asked_for(client: Client) -> None:
    make(title="Live")
    make(title="Archived", archive_at=timezone.now() - DAY)
    make(title="Withdrawn", archive_at=timezone.now() - DAY, withdraw_at=timezone.now() - DAY)
    (found,) = get(client, state="archived")["releases"]
    assert (found["title"], found["state"], found["archived"] is None) == ("Archived", "archived", False)


@pytest.mark.parametrize("archived", [False, True], ids=["current", "archived"])
@pytest.mark.parametrize("words", ["", "number"], ids=["all", "searched"])
def test_all_pages_together_have_each_release_once(client: Client, archived: bool, words: str) -> None:
    days = (date(2026, 1, 1), None, date(2026, 1, 1), date(2025, 1, 1), date(2026, 1, 1), None, date(2026, 3, 1))
    archive_at = timezone.now() - DAY if archived else None
    NewsRelease.objects.bulk_create(
        NewsRelease(
            title=f"Number {n}",
            slug=f"n{n}",
            body="x",
            publish_at=timezone.now() - DAY,
            release_date=day,
            archive_at=archive_at,
        )
        for n, day in enumerate(days)
    )
    query = {"page_size": 2, "state": "archived" if archived else "current", "q": words}
    pages = [get(client, **query)]
    pages += iter(lambda: get(client, pages[-1]["next"]) if pages[-1]["next"] else None, None)
    found = [title for page in pages for title in titles(page)]
    assert found == ["Number 6", "Number 4", "Number 2", "Number 0", "Number 3", "Number 5", "Number 1"]
    assert len(pages) == 4


def test_a_release_that_appears_moves_no_page(client: Client) -> None:
    make(title="Older", release_date=date(2026, 1, 1))
    make(title="Newer", release_date=date(2026, 2, 1))
    first = get(client, page_size=1)
    make(title="Newest", release_date=date(2026, 3, 1))
    assert titles(first) + titles(get(client, first["next"])) == ["Newer", "Older"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param({"kind": "statement"}, ["Statement"], id="kind"),
        pytest.param({"year": "2025", "month": "2"}, ["Old"], id="month"),
        pytest.param({"q": "statement", "topic": ""}, ["Statement"], id="words-and-an-empty-value"),
    ],
)
def test_it_is_narrowed_as_the_list_is(client: Client, query: dict[str, str], found: list[str]) -> None:
    make(title="Statement", kind="statement")
    make(title="Old", release_date=date(2025, 2, 1))
    assert titles(get(client, **query)) == found


LEGAL = ["kind", "topic", "office", "language", "year", "month", "q", "state", "page_size", "cursor"]
CURSOR = "legal is what the address in 'next' has."


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        pytest.param("tpic=a", "There is no parameter 'tpic'. Did you mean 'topic'?", id="unknown"),
        pytest.param("kind=blog&kind=blog", "kind is given 2 times; once is legal.", id="twice"),
        pytest.param("kind=blg", "kind is 'blg'. Did you mean 'blog'?", id="kind"),
        pytest.param("state=draft", "state is 'draft'; legal are current, archived.", id="state"),
        pytest.param("page_size=101", "page_size is '101'; legal are 1 to 100.", id="size"),
        pytest.param("page_size=0", "page_size is '0'; legal are 1 to 100.", id="no-size"),
        pytest.param("page_size=-1", "page_size is '-1'; legal are 1 to 100.", id="negative-size"),
        pytest.param("page_size=9999", "page_size is '9999'; legal are 1 to 100.", id="large-size"),
        pytest.param("month=2", "month is given without year.", id="month-alone"),
        pytest.param("cursor=x", f"cursor is 'x'; {CURSOR}", id="cursor"),
        pytest.param("cursor=2026-02-30.1", f"cursor is '2026-02-30.1'; {CURSOR}", id="no-day"),
        pytest.param("cursor=2026-02-03.1%27", f'cursor is "2026-02-03.1\'"; {CURSOR}', id="hostile-cursor"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_is_legal(client: Client, query: str, detail: str) -> None:
    response = client.get(f"{LIST}?{query}")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert json.loads(response.content) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": detail,
        "parameters": LEGAL,
    }


@pytest.mark.parametrize(
    ("moments", "status"),
    [
        pytest.param({"archive_at": -DAY}, 200, id="archived"),
        pytest.param({"withdraw_at": -DAY}, 410, id="withdrawn"),
        pytest.param({"expires_at": -DAY}, 410, id="expired"),
        pytest.param({"publish_at": DAY}, 404, id="scheduled"),
        pytest.param({"publish_at": DAY, "withdraw_at": -DAY}, 404, id="withdrawn-before-it-was-published"),
        pytest.param({"deleted_at": -DAY}, 404, id="deleted"),
    ],
)
def test_a_release_that_is_not_public_says_nothing(client: Client, moments: dict[str, timedelta], status: int) -> None:
    release = make(title="Secret", **{name: timezone.now() + moment for name, moment in moments.items()})
    found = get(client, address(release), status)
    assert (found.get("title") == "Secret") is (status == 200)


def test_an_unknown_address_is_404(client: Client) -> None:
    found = get(client, f"{LIST}2026/05/02/nothing/", 404)
    assert found == {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is no such release."}


def test_a_former_address_leads_to_the_release(client: Client) -> None:
    release = make()
    FormerAddress.objects.create(address="2026/05/01/old", release=release)
    response = client.get(f"{LIST}2026/05/01/old/")
    assert (response.status_code, response.headers["Location"]) == (301, address(release))


@pytest.mark.parametrize("alone", [False, True], ids=["list", "release"])
def test_it_is_the_same_for_everybody(client: Client, alone: bool) -> None:
    place = address(make(archive_at=timezone.now() + timedelta(seconds=100))) if alone else LIST
    make(title="Another", archive_at=timezone.now() + timedelta(seconds=100))
    response = client.get(place)
    assert 90 <= int(response.headers["Cache-Control"].rpartition("=")[2]) <= 100
    assert client.get(place, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
    assert not any(name.startswith("Access-Control") for name in response.headers)
    assert client.post(place).status_code == 405


def test_a_release_asks_the_database_twice(client: Client, django_assert_num_queries: Any) -> None:
    place = address(make())
    with django_assert_num_queries(2):
        client.get(place)


def test_a_list_asks_the_database_thrice(client: Client, django_assert_num_queries: Any) -> None:
    make().topics.create(name="Ports")
    make(title="Another").topics.create(name="Piers")
    with django_assert_num_queries(3):  # The releases, their topics, and when anything changes next.
        client.get(LIST)


@pytest.mark.parametrize("there", [True, False])
def test_one_release_takes_no_parameter(client: Client, there: bool) -> None:
    release = make(publish_at=timezone.now() - DAY if there else None)
    found = get(client, address(release), 400, fields="title")
    assert found["detail"] == "There is no parameter 'fields'; none is legal."
